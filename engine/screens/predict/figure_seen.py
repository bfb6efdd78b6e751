"""The figure behind a question, shown when the guesses are in."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from engine.content import Prediction
from engine.fields import Json
from engine.language import _
from engine.predict import Revealed, closest, drawn, revealed
from engine.screens.frame.look import html
from engine.server import running


def draw_guesses(
    question: Prediction, guesses: Sequence[tuple[str, Json]], *, is_revealed: bool, big: bool = False
) -> None:
    """Draw the guesses of the groups; once the figure is revealed, it stands above them and among them.

    Args:
        question: what was asked.
        guesses: (name, guess) of every group; None where it has not guessed.
        is_revealed: whether the figure is shown.
        big: for a room.
    """
    library = running().library
    shown = revealed(library, question) if is_revealed else None
    if shown:
        draw_figure(shown)
        draw_closest(question, shown, guesses)
    table = drawn(library, question, guesses, shown)
    html(f'<div class="for-room">{table}</div>' if big else table, "guesses")
    if shown:
        st.markdown(f"{question.uncertain} {question.surprise}")


def draw_figure(shown: Revealed) -> None:
    """In words, with its source and year."""
    marks = [_("Source: {sources}").format(sources="; ".join(shown.sources))]
    if shown.later:
        marks.append(_("since the handbook"))
    if shown.is_ours:
        marks.append(_("worked out by us from two figures of the source"))
    html(f'<p class="said">{escape(shown.text)}<small>{escape(" · ".join(marks))}</small></p>', "guesses")


def draw_closest(question: Prediction, shown: Revealed, guesses: Sequence[tuple[str, Json]]) -> None:
    """Name the groups with the best guess; nothing for somebody who guesses alone."""
    made = {name: guess for name, guess in guesses if guess is not None}
    if not made or len(guesses) == 1:
        return
    best = closest(question, shown, made)
    if shown.right and not best:
        text = _("No group chose this.")
    else:
        text = _("Right: {groups}") if shown.right else _("Closest to the figure: {groups}")
    words = escape(text.format(groups=", ".join(best)))
    html(f'<p class="closest" dir="auto">{words}</p>', "guesses")
