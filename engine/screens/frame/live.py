"""Parts of a page that are drawn again alone, and what makes them so."""

from collections.abc import Callable, Iterable, Mapping
from secrets import token_hex

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from engine.screens.frame.components import component
from engine.server import running

_listener = component("listener", "<span hidden></span>", has_css=False)
_renewal = component("renewal", "<span hidden></span>", has_css=False)
_KNOWN = "parts of this page"
_MARK = "mark of this page"
_SLOT = "where this page listens"


def begin_page() -> None:
    """Forget the last page, and note the moment before anything is read for this one; call first.

    The listener has the first place on every page, so that its name holds from one to the next.
    """
    st.session_state[_KNOWN] = set()
    st.session_state[_MARK] = running().bus.mark()
    st.session_state[_SLOT] = st.container(key="listening")


def _page() -> str:
    """Name the page that is being drawn, or in a callback the page that will be."""
    context = get_script_run_ctx()
    return context.page_script_hash if context else ""


def part(key: str, draw: Callable[[], None]) -> None:
    """Draw a part of the page that can be drawn again without the rest."""
    st.session_state.setdefault(_KNOWN, set()).add((_page(), key))

    @st.fragment(key=key)
    def alone() -> None:
        draw()

    alone()


def draw_again(*keys: str) -> None:
    """Draw these parts of the page again, or the whole page when none is named; ends the callback that calls it.

    Every callback names its parts, and none leaves it to Streamlit, which draws the part of the widget that
    was clicked. When a click and news reach the browser in the same moment, it sends one request for both,
    in the name of only one of them, and the other would not be drawn. When the reader is on the way to
    another page, the parts of the old one are no longer there: then the new page is drawn whole.
    """
    known = _known().intersection(keys)
    st.rerun(sorted(known)) if known else st.rerun()


def _known() -> set[str]:
    """Give the parts of the page that is before the reader; of none while another page comes."""
    return {key for page, key in st.session_state.get(_KNOWN, set()) if page == _page()}


def listen(topics: Mapping[str, Iterable[str]]) -> None:
    """Listen to topics: each names the parts to draw again, or none for the whole page.

    The listener is a part of its own, so news wait until a page that is being drawn is done. They may
    be told together then, so what changed is found out here.
    """

    def on_heard() -> None:
        bus, mark = running().bus, st.session_state[_MARK]
        st.session_state[_MARK] = bus.mark()
        said = st.session_state.get("listener")  # gone when news meets a page on its way to another
        heard = bus.missed(topics, mark).union((said and said.heard) or [])
        wanted = [frozenset(topics[topic]) for topic in heard if topic in topics]
        if frozenset() in wanted:
            draw_again()
        if keys := frozenset().union(*wanted) & _known():
            draw_again(*keys)

    @st.fragment
    def listener() -> None:
        data = {"topics": sorted(topics), "since": st.session_state[_MARK]}
        _listener(key="listener", data=data, height="content", on_heard_change=on_heard)

    with st.session_state[_SLOT]:
        listener()
        _renewal(key="renewal", data=token_hex(4), height="content", on_wanted_change=draw_again)
