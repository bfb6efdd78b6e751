"""The acts: open, join, form groups, begin an activity, save an answer, hand in, plenary, close."""

from engine.workshop.answering import answers_on, part_of, save_answer
from engine.workshop.conduct import Screen, begin, begun_activities, end, screen_of, show
from engine.workshop.country_figures import Entered, figures_of, put_figures, remove_figures
from engine.workshop.groups import form_groups, groups_of, place, place_everybody
from engine.workshop.handing_in import hand_in, handed_in, take_back
from engine.workshop.opening import (
    all_workshops,
    open_workshop,
    put_on_screen,
    set_open,
    workshop_by_id,
    workshop_on_screen,
)
from engine.workshop.own_content import WorkshopContent, content_of
from engine.workshop.people import (
    Seat,
    is_present,
    join,
    note_presence,
    participants_of,
    rejoin,
    seat_of,
    workshop_to_join,
)
from engine.workshop.predicting import Guessed, ask, asked_before, asked_now, guess, guesses_of, put_away, reveal
from engine.workshop.problem import WorkshopProblem
from engine.workshop.progress import Progress, progress_of, rows_of, unanswered
from engine.workshop.showing import Asking, Playing, instead_of, show_instead
from engine.workshop.writing import Outcome

__all__ = [
    "Asking", "Entered", "Guessed", "Outcome", "Playing", "Progress", "Screen", "Seat", "WorkshopContent",
    "WorkshopProblem", "all_workshops", "answers_on", "ask", "asked_before", "asked_now", "begin",
    "begun_activities", "content_of", "end", "figures_of", "form_groups", "groups_of", "guess", "guesses_of",
    "hand_in", "handed_in", "instead_of", "is_present", "join", "note_presence", "open_workshop", "part_of",
    "participants_of", "place", "place_everybody", "progress_of", "put_away", "put_figures", "put_on_screen",
    "rejoin", "remove_figures", "reveal", "rows_of", "save_answer", "screen_of", "seat_of", "set_open", "show",
    "show_instead", "take_back", "unanswered", "workshop_by_id", "workshop_on_screen", "workshop_to_join",
]  # fmt: skip
