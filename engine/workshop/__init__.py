"""The acts: open, join, form groups, begin an activity, save an answer, hand in, plenary, close."""

from engine.workshop.answering import (
    Outcome,
    Progress,
    answers_on,
    hand_in,
    part_of,
    progress_of,
    rows_of,
    save_answer,
    take_back,
    unanswered,
)
from engine.workshop.conduct import Screen, begin, begun_activities, end, handed_in, screen_of, show
from engine.workshop.opening import (
    WorkshopContent,
    all_workshops,
    content_of,
    open_workshop,
    put_on_screen,
    set_open,
    workshop_by_id,
    workshop_on_screen,
)
from engine.workshop.people import (
    Seat,
    form_groups,
    groups_of,
    is_present,
    join,
    note_presence,
    participants_of,
    place,
    place_everybody,
    rejoin,
    seat_of,
    workshop_to_join,
)
from engine.workshop.problem import WorkshopProblem

__all__ = [
    "Outcome", "Progress", "Screen", "Seat", "WorkshopContent", "WorkshopProblem", "all_workshops", "answers_on",
    "begin", "begun_activities", "content_of", "end", "form_groups", "groups_of", "hand_in", "handed_in",
    "is_present", "join", "note_presence", "open_workshop", "part_of", "participants_of", "place",
    "place_everybody", "progress_of", "put_on_screen", "rejoin", "rows_of", "save_answer", "screen_of", "seat_of",
    "set_open", "show", "take_back", "unanswered", "workshop_by_id", "workshop_on_screen", "workshop_to_join",
]  # fmt: skip
