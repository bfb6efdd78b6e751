"""The acts: open, join, form groups, begin an activity, save an answer, hand in, plenary, close."""

from engine.workshop.answering import answers_on, part_of, save_answer
from engine.workshop.conduct import Screen, begin, begun_activities, end, screen_of, show
from engine.workshop.country_figures import Entered, figures_of, put_figures, remove_figures
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
from engine.workshop.own_slides import (
    ShownSlide,
    add_slide,
    deck_of,
    deck_to_original,
    decks_of,
    hide_slide,
    move_slide,
    remove_slide,
    slide_to_original,
    slides_of,
)
from engine.workshop.people import Seat, is_present, note_presence, participants_of, seat_of
from engine.workshop.predicting import (
    Guessed,
    ask,
    asked_before,
    asked_now,
    guess,
    guesses_of,
    put_away,
    reveal,
    show_chart,
)
from engine.workshop.presenting import (
    Planned,
    Stand,
    planned,
    present,
    stand_of,
    start_clock,
    stop_presenting,
    turn,
    turn_to,
)
from engine.workshop.problem import WorkshopProblem
from engine.workshop.progress import Progress, progress_of, removed_row, rows_of, unanswered
from engine.workshop.showing import Asking, Playing, Presenting, instead_of, show_instead
from engine.workshop.slide_texts import SlidePlace, save_slide_text
from engine.workshop.writing import Outcome

__all__ = [
    "Asking", "Entered", "Guessed", "Outcome", "Planned", "Playing", "Presenting", "Progress", "Screen", "Seat",
    "ShownSlide", "SlidePlace", "Stand", "WorkshopContent", "WorkshopProblem", "add_slide", "all_workshops",
    "answers_on", "ask", "asked_before", "asked_now", "begin", "begun_activities", "choose_group", "content_of",
    "deck_of", "deck_to_original", "decks_of", "end", "figures_of", "form_groups", "groups_of", "guess", "guesses_of",
    "hand_in", "handed_in", "hide_slide", "instead_of", "is_present", "join", "may_move", "move_slide",
    "note_presence", "open_workshop", "part_of", "participants_of", "place", "place_everybody", "planned", "present",
    "progress_of", "put_away", "put_figures", "put_on_screen", "rejoin", "remove_figures", "remove_slide",
    "removed_row", "reveal", "rows_of", "save_answer", "save_slide_text", "screen_of", "seat_of", "set_open", "show",
    "show_chart", "show_instead", "slide_to_original", "slides_of", "stand_of", "start_clock", "stop_presenting",
    "take_back", "turn", "turn_to", "unanswered", "workshop_by_id", "workshop_on_screen",
]  # fmt: skip
