"""Callbacks of widgets: they do an act, keep its outcome, and draw the right parts of the page again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVarTuple

import streamlit as st

from engine.fields import AnswerProblem
from engine.screens.frame.live import draw_again
from engine.screens.frame.wording import plain
from engine.workshop import WorkshopProblem

Given = TypeVarTuple("Given")
_OUTCOMES = "what became of acts"


@dataclass(frozen=True)
class _Outcome:
    said: str
    is_done: bool


def act(
    do: Callable[[*Given], object],
    *given: *Given,
    at: str = "",
    done: str = "",
    parts: Iterable[str] | None = (),
) -> Callable[[], None]:
    """A callback for a widget: it does an act, keeps the outcome, and draws parts of the page again.

    Args:
        do: the act.
        given: the arguments of the act.
        at: the place where a refusal is shown, by `show_outcome`. It must be among what is drawn again.
        done: what is said there after success; nothing when empty.
        parts: the keys of the parts to draw again; the whole page when empty. None leaves it to Streamlit: in a
            dialog it draws only the dialog again, while drawing the whole page would close it.
    """

    def called() -> None:
        tried(lambda: do(*given), at=at, done=done)
        if parts is not None:
            draw_again(*parts)

    return called


def tried(do: Callable[[], object], *, at: str = "", done: str = "") -> bool:
    """Do an act while the page is drawn, and keep the outcome for `show_outcome`; return whether it was done."""
    outcome = _Outcome(done, is_done=True)
    try:
        do()
    except (WorkshopProblem, AnswerProblem) as problem:
        outcome = _Outcome(str(problem), is_done=False)
    if outcome.said:
        st.session_state.setdefault(_OUTCOMES, {})[at] = outcome
    return outcome.is_done


def show_outcome(at: str) -> None:
    """Say once what became of the last act at this place; nothing when there is nothing to say."""
    outcome: _Outcome | None = st.session_state.get(_OUTCOMES, {}).pop(at, None)
    if outcome:
        st.success(plain(outcome.said), icon=":material/check:") if outcome.is_done else st.error(plain(outcome.said))


def show_other_outcomes() -> None:
    """Show the outcomes whose place is no longer on the page, so that no refusal is lost. Call it last."""
    for outcome in st.session_state.pop(_OUTCOMES, {}).values():
        st.toast(plain(outcome.said), duration="infinite")
