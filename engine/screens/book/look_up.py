"""A drawer beside the page in which people look something up; the page itself stays as it is."""

import streamlit as st

from engine.book.article import article, contents
from engine.language import _
from engine.screens.book.book_view import draw_html, found_list, index
from engine.screens.frame.acts import act
from engine.server import running

OPEN = "looked up"
"""Session key for what the drawer shows: a ref, or an empty text for the search."""


def draw_look_up_button(key: str) -> None:
    if st.button(_("Look it up"), key=key, icon=":material/search:", type="tertiary"):
        _drawer()


def look_up(ref: str) -> None:
    """Open the drawer at the target of a link."""
    _follow(ref)
    _drawer()


@st.dialog(_("Look it up"), width="medium", position="right")
def _drawer() -> None:
    library, now = running().library, st.session_state.get(OPEN, "")
    typed = st.text_input(
        _("Search the handbook, the law, cases, charts and slides"),
        key="look up words",
        type="search",
        live=True,
        on_change=act(_follow, "", parts=None),
    )
    if now:
        back = act(_follow, "", parts=None)
        st.button(_("Back to the search"), icon=":material/arrow_back:", type="tertiary", on_click=back)
        draw_html(article(library, now), "look up article", _follow)
    elif typed:
        draw_html(found_list(index().find(typed)), "look up results", _follow)
    else:
        draw_html(contents(library, ""), "look up contents", _follow)


def _follow(ref: str) -> None:
    st.session_state[OPEN] = ref
