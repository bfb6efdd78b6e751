"""What a click does: the act, what went wrong with it, and what is drawn again."""

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
    """Give the callback of a widget: do this, keep what went wrong, draw these parts of the page again.

    Args:
        do: the act.
        given: what it is called with.
        at: where a refusal is shown: the place that `show_outcome` draws. It is one that is drawn again.
        done: what is said there when the act was done; nothing when empty.
        parts: the keys of the parts to draw again, the whole page when empty. None draws what Streamlit
            would by itself: in a dialog the dialog, which a drawing of the whole page would close.
    """

    def called() -> None:
        tried(lambda: do(*given), at=at, done=done)
        if parts is not None:
            draw_again(*parts)

    return called


def tried(do: Callable[[], object], *, at: str = "", done: str = "") -> bool:
    """Do this, and keep what went wrong for `show_outcome`; tell whether it was done. For an act amid a drawing."""
    outcome = _Outcome(done, is_done=True)
    try:
        do()
    except (WorkshopProblem, AnswerProblem) as problem:
        outcome = _Outcome(str(problem), is_done=False)
    if outcome.said:
        st.session_state.setdefault(_OUTCOMES, {})[at] = outcome
    return outcome.is_done


def show_outcome(at: str) -> None:
    """Say once what became of the last act of this place, if there is something to say."""
    outcome: _Outcome | None = st.session_state.get(_OUTCOMES, {}).pop(at, None)
    if outcome:
        st.success(plain(outcome.said), icon=":material/check:") if outcome.is_done else st.error(plain(outcome.said))


def show_other_outcomes() -> None:
    """Say what no place has said, so that no refusal is lost: its place is not on the page any more. Call last."""
    for outcome in st.session_state.pop(_OUTCOMES, {}).values():
        st.toast(plain(outcome.said), duration="infinite")
