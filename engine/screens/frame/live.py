"""Parts of a page that are drawn again alone: after a click in this browser, or when news of a change arrives."""

from collections.abc import Callable, Iterable, Mapping
from secrets import token_hex

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from engine.screens.frame.components import component
from engine.server import running
from engine.sheet.scripts import parts

_listener = component("listener", "<span hidden></span>", has_css=False)
_renewal = component("renewal", "<span hidden></span>", has_css=False)
_KNOWN = "parts of this page"
_MARK = "mark of this page"
_SLOT = "where this page listens"
_TOPICS = "what this page listens to"


def begin_page() -> None:
    """Forget the parts of the last page, and mark this moment for the news. Call it before any data is read.

    The mark comes before the data, so that no change is missed in between. The listener has the first place
    on every page, so that Streamlit takes it for the same element from one page to the next.
    """
    st.session_state[_KNOWN] = set()
    st.session_state[_MARK] = running().bus.mark()
    st.session_state[_SLOT] = st.container(key="listening")


def _page() -> str:
    """The id of the page that is being drawn; in a callback, of the page that will be drawn next."""
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
    """Draw these parts of the page again, or the whole page when none is named. It ends the callback that calls it.

    Every callback names its parts. Left to itself, Streamlit would draw only the part whose widget was clicked.
    But when a click and news reach the browser in the same moment, it sends one request for both, in the name of
    only one of them, and the other would not be drawn. When the reader is on the way to another page, the parts
    of the old one no longer exist: then the new page is drawn whole.

    What else has changed meanwhile is drawn with them. So a click does not draw its part a second time, when
    the news of the change that it made itself comes back.
    """
    wanted = {frozenset(keys), *_news()}
    known = _known() & frozenset().union(*wanted)
    st.rerun(sorted(known)) if known and frozenset() not in wanted else st.rerun()


def _news() -> set[frozenset[str]]:
    """The parts that changes since the last mark want drawn again; an empty set of parts stands for the whole page."""
    page, topics = st.session_state.get(_TOPICS, ("", {}))
    if page != _page():
        return set()
    bus, mark = running().bus, st.session_state[_MARK]
    st.session_state[_MARK] = bus.mark()  # before anything is looked up, so that no change is missed in between
    return {frozenset(topics[topic]) for topic in bus.missed(topics, mark)}


def _known() -> set[str]:
    """The keys of the parts on the page that the reader sees; none while another page is on its way."""
    return {key for page, key in st.session_state.get(_KNOWN, set()) if page == _page()}


def listen(topics: Mapping[str, Iterable[str]], *, follows_seat: bool = True) -> None:
    """Listen to topics: each names the parts to draw again when it changes, or none for the whole page.

    When nobody may hear them any more, because the seat has moved, the whole page is drawn again; not where
    `follows_seat` says that something on the page sees to that, and to what somebody is typing there.

    The listener is a part of its own, so news waits until the page is drawn. By then several topics may have
    changed, or the change is drawn already, so what the browser heard only says that there is something to look up.
    """
    st.session_state[_TOPICS] = _page(), topics

    def on_heard() -> None:
        wanted = _news()
        if frozenset() in wanted:
            draw_again()
        if keys := _known() & frozenset().union(*wanted):
            draw_again(*keys)

    @st.fragment
    def listener() -> None:
        data = {
            "script": parts().line,
            "topics": sorted(topics),
            "since": st.session_state[_MARK],
            "followsSeat": follows_seat,
        }
        _listener(key="listener", data=data, height="content", on_heard_change=on_heard)

    with st.session_state[_SLOT]:
        listener()
        _renewal(key="renewal", data=token_hex(4), height="content", on_wanted_change=draw_again)
