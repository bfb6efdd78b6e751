"""The question on a group's laptop, above its sheet: a part of its own, so that the sheet is not drawn again."""

import streamlit as st

from engine.content import Prediction
from engine.language import _
from engine.live import topics
from engine.predict import said
from engine.predict.asking import Guessed, asked_now, guess, guesses_of
from engine.screens.frame.acts import show_outcome
from engine.screens.frame.live import part
from engine.screens.frame.wording import clock, plain
from engine.screens.predict.asked import by_group
from engine.screens.predict.figure_seen import draw_guesses
from engine.screens.predict.guess_input import draw_buttons, draw_number
from engine.server import running
from engine.store import AskedQuestion
from engine.workshop import Seat

_PART = "question"


def draw_question(seat: Seat) -> dict[str, list[str]]:
    """Draw the question that the room is asked, if there is one. Returns what to listen to: topic -> parts."""
    part(_PART, lambda: _draw(seat))
    if seat.group is None:
        return {}
    mine = topics.guess(seat.workshop.id, seat.group.id)
    return {topics.question(seat.workshop.id): [_PART], mine: ["our guess"]}


def _draw(seat: Seat) -> None:
    asked = asked_now(running(), seat.workshop.id)
    if asked is None or seat.group is None:
        return
    question = running().library.predictions[asked.question_id]
    with st.container(border=True, key="asked"):
        st.markdown(f"**{plain(question.ask)}**")
        if asked.revealed_at is not None:
            draw_guesses(question, by_group(seat.workshop.id, asked.id), is_revealed=True)
        else:
            draw_number(question, f"guess:{asked.id}", _PART, lambda value: guess(running(), seat, asked.id, value))
            part("our guess", lambda: _draw_ours(seat, asked, question))
        show_outcome(_PART)


def _draw_ours(seat: Seat, asked: AskedQuestion, question: Prediction) -> None:
    assert seat.group is not None
    ours = guesses_of(running(), asked.id).get(seat.group.id)
    value = ours.value if ours else None
    draw_buttons(question, f"guess:{asked.id}", _PART, value, lambda chosen: guess(running(), seat, asked.id, chosen))
    st.caption(_line(question, ours))


def _line(question: Prediction, ours: Guessed | None) -> str:
    if ours is None:
        return _("Talk in your group first. Any laptop of the group can guess; the last guess counts.")
    line = _("Your group's guess: {guess} · {name}, {time}")
    words = plain(said(running().library, question, ours.value))
    return line.format(guess=f"**{words}**", name=plain(ours.author), time=clock(ours.guessed_at))
