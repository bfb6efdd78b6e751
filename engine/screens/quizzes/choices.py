"""The choices of a quiz question. Every click is stored at once."""

import re
from collections.abc import Callable
from string import ascii_uppercase

import streamlit as st

from engine.book.attempt import Attempt
from engine.book.quizzing import OPEN, Given, shuffled
from engine.content import Matching, OneRight, Ordering, Question, SeveralRight
from engine.language import _
from engine.screens.frame.acts import act
from engine.screens.frame.look import html
from engine.screens.frame.wording import plain

HARMLESS = re.compile(r"(?!\d+[.)](?!\S)|.*www)(?:[^\W_]|[ ,;?!%'’“”()–/]|[.:](?![^\s”’)])|\.(?=\d)|-(?=\w))+")
"""Matches texts in which Markdown finds nothing to format."""
OnChoice = Callable[[Callable[[Given], Given]], None]
"""Called after a click, with a function that makes the new answer out of the answer at that moment."""


def draw_choices(question: Question, attempt: Attempt, key: str, answer: OnChoice) -> None:
    """Draw what can be chosen, in the order of this attempt.

    Args:
        question: the question.
        attempt: what was chosen so far, and the order.
        key: the start of the names of the widgets.
        answer: called after every click.
    """
    html("", "quiz")
    with st.container(key="quiz_choices"):
        _CHOICES[type(question)](question, attempt, key, answer)


def _draw_one(question: OneRight, attempt: Attempt, key: str, answer: OnChoice) -> None:
    order = shuffled(question, attempt.seed)
    _remember(key, next(iter(attempt.answer_to(question)), None))
    st.radio(
        as_label(question.ask),
        order,
        key=key,
        index=None,
        format_func=lambda place: lettered(order.index(place), question.options[place].text),
        label_visibility="collapsed",
        on_change=act(answer, lambda _now: (st.session_state[key],)),
    )


def _draw_several(question: SeveralRight, attempt: Attempt, key: str, answer: OnChoice) -> None:
    def collect() -> None:
        chosen = tuple(place for place in range(len(question.options)) if st.session_state[f"{key}:{place}"])
        answer(lambda _now: chosen)

    for n, place in enumerate(shuffled(question, attempt.seed)):
        _remember(f"{key}:{place}", place in attempt.answer_to(question))
        st.checkbox(lettered(n, question.options[place].text), key=f"{key}:{place}", on_change=act(collect))


def _draw_match(question: Matching, attempt: Attempt, key: str, answer: OnChoice) -> None:
    """Draw the right sides under letters, then a row of letters for each left side, so that no text is cut off."""
    order = shuffled(question, attempt.seed)
    given = attempt.answer_to(question) or (OPEN,) * len(order)

    def collect() -> None:
        chosen = [st.session_state[f"{key}:{left}"] for left in range(len(order))]
        answer(lambda _now: tuple(OPEN if place is None else place for place in chosen))

    st.markdown(_("Each letter fits once."))
    with st.container(border=True, gap="xsmall"):
        for n, place in enumerate(order):
            st.markdown(lettered(n, question.pairs[place].right))
    for left, pair in enumerate(question.pairs):
        _remember(f"{key}:{left}", None if given[left] == OPEN else given[left])
        with st.container(gap="xsmall"):
            st.markdown(f"**{plain(pair.left)}**")
            st.segmented_control(
                as_label(pair.left),
                order,
                key=f"{key}:{left}",
                format_func=lambda place: ascii_uppercase[order.index(place)],
                label_visibility="collapsed",
                on_change=act(collect),
            )


def _draw_order(question: Ordering, attempt: Attempt, key: str, answer: OnChoice) -> None:
    """Draw the items that have their place, with buttons to move them, then the items still to be placed."""
    order = attempt.answer_to(question)
    with st.container():  # a container, so that the list below keeps its place on the page
        for n in range(len(order)):
            _draw_placed(question, order, n, key, answer)
    left = [place for place in shuffled(question, attempt.seed) if place not in order]
    if left:
        pick = f"{key}:pick:{len(order)}"
        st.radio(
            _("What comes next?") if order else _("What comes first?"),
            left,
            key=pick,
            index=None,
            format_func=lambda place: as_label(question.items[place].text),
            on_change=act(answer, lambda now: (*now, st.session_state[pick])),
        )


def _draw_placed(question: Ordering, order: Given, n: int, key: str, answer: OnChoice) -> None:
    item, text = order[n], plain(question.items[order[n]].text)
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small"):
        st.markdown(f"{n + 1}\\. {text}", width="stretch")
        st.button(
            _("Up"),
            key=f"{key}:{item}:up",
            icon=":material/arrow_upward:",
            type="tertiary",
            disabled=not n,
            on_click=act(answer, lambda now: raised(now, item)),
        )
        st.button(
            _("Take out"),
            key=f"{key}:{item}:out",
            icon=":material/close:",
            type="tertiary",
            on_click=act(answer, lambda now: tuple(place for place in now if place != item)),
        )


def raised(order: Given, item: int) -> Given:
    """The order with one item moved up by one place; unchanged when it is the first or has no place."""
    n = order.index(item) if item in order else 0
    return (*order[: n - 1], item, order[n - 1], *order[n + 1 :]) if n else order


_CHOICES: dict[type, Callable[..., None]] = {
    OneRight: _draw_one,
    SeveralRight: _draw_several,
    Matching: _draw_match,
    Ordering: _draw_order,
}


def _remember(key: str, value: object) -> None:
    """Put an earlier answer into a widget that comes back to the page."""
    if key not in st.session_state:
        st.session_state[key] = value


def lettered(n: int, text: str) -> str:
    """A text with its letter, which people in a room can call out."""
    return f"{ascii_uppercase[n]}. {as_label(text)}"


def as_label(text: str) -> str:
    """A text as the label of a widget, escaped only where it must be: screen readers read escape signs aloud."""
    return text if HARMLESS.fullmatch(text) else plain(text)
