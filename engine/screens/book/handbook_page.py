"""The handbook: contents and search on the left, the page on the right."""

import streamlit as st

from engine.book.article import article, contents, folded
from engine.language import _
from engine.screens.book.book_view import draw_html, found_list, index
from engine.screens.frame.acts import act
from engine.server import running


def draw() -> None:
    """Draw the handbook page that the address names, or the first one."""
    library = running().library
    first = f"handbook:{next(iter(library.pages), '')}"
    now = st.query_params.get("open", first)
    left, right = st.columns([4, 8], gap="large")
    with left:
        typed = st.text_input(
            _("Search"), key="handbook words", type="search", live=True, placeholder=_("For example: passport")
        )
        if typed:
            draw_html(found_list(index().find(typed)), "handbook found", _follow)
        draw_html(folded(_("Contents"), contents(library, now), is_open=not typed), "handbook contents", _follow)
    with right:
        draw_html(article(library, now), "handbook article", _follow)
        _draw_turning(now)


def _draw_turning(now: str) -> None:
    """Draw buttons to the page before and the page after, and a link to the print view."""
    pages = [f"handbook:{name}" for name in running().library.pages]
    place = pages.index(now) if now in pages else None
    with st.container(horizontal=True):
        if place:
            st.button(_("Page before"), icon=":material/arrow_back:", on_click=act(_follow, pages[place - 1]))
        if place is not None and place + 1 < len(pages):
            st.button(_("Next page"), icon=":material/arrow_forward:", on_click=act(_follow, pages[place + 1]))
        st.link_button(_("Print view"), f"/print?page={now}", icon=":material/print:", type="tertiary")


def _follow(ref: str) -> None:
    st.query_params["open"] = ref


draw()
