"""The question that the room guesses at, with the guesses as they come: for the facilitator and the projector."""

import streamlit as st

from engine.content import Prediction
from engine.fields import Json
from engine.language import _
from engine.live import topics
from engine.predict.asking import guesses_of
from engine.screens.frame.live import part
from engine.screens.predict.figure_seen import draw_guesses
from engine.screens.statistics.chart_view import draw_chart
from engine.server import running
from engine.store import AskedQuestion, Workshop
from engine.workshop import Asking, groups_of, instead_of

Heard = dict[str, list[str]]


def draw_asked(workshop: Workshop, asked: AskedQuestion, *, big: bool) -> Heard:
    """Draw the question and its guesses, or the chart behind it. Returns what to listen to: topic -> parts."""
    question = running().library.predictions[asked.question_id]
    shown = instead_of(workshop)
    if isinstance(shown, Asking) and shown.chart:
        draw_chart(question.chart, big=big)
        return {}
    st.title(question.ask) if big else st.subheader(question.ask)
    part("guesses", lambda: _draw_guesses(workshop, asked, question, big=big))
    return {topics.guesses(workshop.id): ["guesses"], topics.people(workshop.id): ["guesses"]}


def _draw_guesses(workshop: Workshop, asked: AskedQuestion, question: Prediction, *, big: bool) -> None:
    guesses = by_group(workshop.id, asked.id)
    made = sum(guess is not None for _name, guess in guesses)
    if asked.revealed_at is None:
        st.markdown(_hint(made, len(guesses)))
    draw_guesses(question, guesses, is_revealed=asked.revealed_at is not None, big=big)


def _hint(made: int, groups: int) -> str:
    if not made:
        return _("Talk in your group, then guess on any of your laptops. The last guess of a group counts.")
    return _("{made} of {groups} groups have guessed.").format(made=made, groups=groups)


def by_group(workshop_id: str, asked_id: int) -> list[tuple[str, Json]]:
    """Each group's name and its guess, in the order of the groups; None where there is none yet."""
    made = guesses_of(running(), asked_id)
    return [
        (group.name, made[group.id].value if group.id in made else None) for group in groups_of(running(), workshop_id)
    ]
