"""One person alone guesses a figure and then sees it; nothing of it is saved."""

import streamlit as st

from engine.content import Prediction
from engine.fields import Json
from engine.language import _
from engine.screens.frame.acts import act, show_outcome
from engine.screens.frame.live import part
from engine.screens.predict.figure_seen import draw_guesses
from engine.screens.predict.guess_input import draw_buttons, draw_number
from engine.screens.statistics.chart_view import draw_chart
from engine.server import running

_PLACE, _GUESSES, _PROBLEM = "guess alone", "guesses alone", "guess alone problem"
_PART = "guess alone"


def draw_alone() -> None:
    """Draw one question at a time, in a part of the page of its own."""
    part(_PART, _draw)


def _draw() -> None:
    questions = list(running().library.predictions.values())
    if not questions:
        return
    place = min(st.session_state.get(_PLACE, 0), len(questions) - 1)
    question = questions[place]
    guesses: dict[str, Json] = st.session_state.setdefault(_GUESSES, {})
    with st.container(border=True):
        st.caption(_("Question {number} of {total}").format(number=place + 1, total=len(questions)))
        st.subheader(question.ask)
        if question.id in guesses:
            draw_guesses(question, [(_("You"), guesses[question.id])], is_revealed=True)
            with st.expander(_("The chart behind it"), icon=":material/bar_chart:"):
                draw_chart(question.chart, big=False)
        else:
            draw_number(question, f"alone:{question.id}", _PART, lambda value: _guess(question, value))
            draw_buttons(question, f"alone:{question.id}", _PART, None, lambda value: _guess(question, value))
            show_outcome(_PART)
    _draw_turning(place, len(questions))


def _guess(question: Prediction, value: Json) -> None:
    st.session_state[_GUESSES][question.id] = question.check(value)


def _draw_turning(place: int, total: int) -> None:
    with st.container(horizontal=True):
        if place:
            st.button(_("Question before"), icon=":material/arrow_back:", on_click=act(_turn, place - 1, parts=[_PART]))
        if place + 1 < total:
            st.button(
                _("Next question"), icon=":material/arrow_forward:", on_click=act(_turn, place + 1, parts=[_PART])
            )


def _turn(place: int) -> None:
    st.session_state[_PLACE] = place
