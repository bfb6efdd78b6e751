"""How somebody guesses: a button for each answer, or a number to type."""

from collections.abc import Callable

import streamlit as st

from engine.content import Counted, Largest, OfTen, Prediction
from engine.content.prediction import TEN
from engine.fields import Json
from engine.language import _
from engine.screens.frame.acts import act
from engine.server import running

OnGuess = Callable[[Json], object]
"""Takes a guess, or refuses it; the refusal is shown in the part of the page to which the buttons belong."""


def draw_number(question: Prediction, key: str, part: str, on_guess: OnGuess) -> None:
    """Draw a box for a number, and a button; nothing for a question with answers to choose from."""
    if not isinstance(question, Counted):
        return

    def sent() -> None:
        if (value := st.session_state[f"{key}:number"]) is not None:
            on_guess(value)

    ends = question.min, question.max, question.step
    low, high, step = ends if all(isinstance(end, int) for end in ends) else map(float, ends)
    with st.form(f"{key}:form", border=False):
        st.number_input(
            _("Your guess, in {unit}").format(unit=question.unit),
            min_value=low,
            max_value=high,
            step=step,
            value=None,
            key=f"{key}:number",
            placeholder=_("From {low} to {high}").format(low=f"{low:,.10g}", high=f"{high:,.10g}"),
            width=420,
        )
        st.form_submit_button(
            _("Guess"), type="primary", icon=":material/send:", on_click=act(sent, at=part, parts=[part])
        )


def draw_buttons(question: Prediction, key: str, part: str, now: Json, on_guess: OnGuess) -> None:
    """Draw a button for each answer, with `now` marked; nothing for a question that wants a number."""
    if isinstance(question, OfTen):
        answers: dict[Json, str] = {number: str(number) for number in range(TEN + 1)}
    elif isinstance(question, Largest):
        labels = running().library.datasets[question.among.dataset].labels
        answers = {label: labels[label] for label in question.labels}
    else:
        return
    with st.container(horizontal=True, gap="small"):
        for answer, words in answers.items():
            st.button(
                words,
                key=f"{key}:{answer}",
                type="primary" if answer == now else "secondary",
                on_click=act(on_guess, answer, at=part, parts=[part]),
            )
