"""Parts of a page that are drawn again alone, and what makes them so."""

from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from engine.screens.components import component

_listener = component("listener", "<span hidden></span>", has_css=False)
_KNOWN = "parts of this page"


def part(key: str, draw: Callable[[], None]) -> None:
    """Draw a part of the page that can be drawn again without the rest."""
    st.session_state.setdefault(_KNOWN, set()).add(key)

    @st.fragment(key=key)
    def alone() -> None:
        draw()

    alone()


def begin_page() -> None:
    """Forget the parts of the last page; call first."""
    st.session_state[_KNOWN] = set()


def listen(topics: Mapping[str, Iterable[str]]) -> None:
    """Listen to topics: each names the parts to draw again, or none for the whole page."""

    def on_heard() -> None:
        heard = st.session_state["listener"].heard or []
        wanted = [frozenset(topics[topic]) for topic in heard if topic in topics]
        if not wanted or frozenset() in wanted:
            return  # the whole page
        known = st.session_state.get(_KNOWN, set())
        keys = sorted(frozenset().union(*wanted) & known)
        if keys:
            st.rerun(keys)

    _listener(key="listener", data={"topics": sorted(topics)}, height="content", on_heard_change=on_heard)
