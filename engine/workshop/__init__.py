"""The acts of a workshop: open, join, form groups, begin an activity, save an answer, hand in, plenary, close.

The acts of slides, media, predictions and the country's figures stand with their feature.
"""

from engine.workshop.agenda import Planned, agenda_of, planned
from engine.workshop.answering import answers_on, save_answer
from engine.workshop.conduct import Screen, begin, begun_activities, end, screen_of, show
from engine.workshop.groups import choose_group, form_groups, groups_of, may_move, place, place_everybody
from engine.workshop.handing_in import hand_in, handed_in, take_back
from engine.workshop.joining import join, rejoin
from engine.workshop.opening import (
    all_workshops,
    open_workshop,
    put_on_screen,
    set_open,
    workshop_by_id,
    workshop_on_screen,
)
from engine.workshop.own_content import WorkshopContent, content_of
from engine.workshop.people import Seat, is_present, note_presence, participants_of, seat_of
from engine.workshop.problem import WorkshopProblem
from engine.workshop.progress import Progress, progress_of, unanswered
from engine.workshop.showing import Asking, Playing, Presenting, instead_of, show_instead
from engine.workshop.writing import Outcome

__all__ = [
    "Asking", "Outcome", "Planned", "Playing", "Presenting", "Progress", "Screen", "Seat", "WorkshopContent",
    "WorkshopProblem", "agenda_of", "all_workshops", "answers_on", "begin", "begun_activities", "choose_group",
    "content_of", "end", "form_groups", "groups_of", "hand_in", "handed_in", "instead_of", "is_present", "join",
    "may_move", "note_presence", "open_workshop", "participants_of", "place", "place_everybody", "planned",
    "progress_of", "put_on_screen", "rejoin", "save_answer", "screen_of", "seat_of", "set_open", "show",
    "show_instead", "take_back", "unanswered", "workshop_by_id", "workshop_on_screen",
]  # fmt: skip
