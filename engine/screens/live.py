"""Parts of a page that are drawn again alone, and what makes them so."""

from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from engine.screens.components import component
from engine.server import running

_listener = component("listener", "<span hidden></span>", has_css=False)
_ear = component("ear", "<span hidden></span>", has_css=False)
_MARK = "mark of this page"


def part(key: str, draw: Callable[[], None]) -> None:
    """Draw a part of the page that can be drawn again without the rest.

    Its ear asks for that from inside the part, so news wait in line behind a click, and never cut off
    a page that is being drawn.
    """

    @st.fragment(key=key)
    def alone() -> None:
        draw()
        _ear(key=f"ear:{key}", data={"part": key}, height="content")

    alone()


def begin_page() -> None:
    """Note the moment before anything is read for the page: later news are heard, however late the line opens."""
    st.session_state[_MARK] = running().bus.mark()


def listen(topics: Mapping[str, Iterable[str]]) -> None:
    """Listen to topics: each names the parts to draw again, or none for the whole page."""
    parts = {topic: list(keys) for topic, keys in topics.items()}
    _listener(key="listener", data={"parts": parts, "since": st.session_state[_MARK]}, height="content")
