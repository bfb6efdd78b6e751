"""The page to read, with its links, and the list of what a search found."""

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from engine.book import Found, Index
from engine.book.rendering import ADDRESS
from engine.language import _
from engine.screens.frame.acts import act
from engine.screens.frame.components import component
from engine.server import running

_book = component("book", '<div class="book"></div>')


@st.cache_resource(show_spinner=False)
def index() -> Index:
    """Give the search over this server's content; made once."""
    return Index(running().library)


def draw_html(html: str, key: str, follow: Callable[[str], None]) -> None:
    """Show HTML that `engine.book` made; a click on a link of ours calls `follow` with its ref."""

    def opened() -> None:
        said = st.session_state.get(key)  # gone when the click meets a list that another has just replaced
        if said and said.open:
            follow(said.open)

    _book(key=key, data={"html": html}, height="content", on_open_change=act(opened, parts=None))


def found_list(found: Sequence[Found]) -> str:
    """Give the results of a search as HTML."""
    items = "".join(
        f'<li><a href="{ADDRESS}{each.ref}" data-ref="{each.ref}">{escape(each.title)}</a> '
        f"<small>{escape(each.kind)}</small><p>{each.snippet}</p></li>"
        for each in found
    )
    nothing = _("Nothing found. Try one word, such as passport, debt or wages.")
    return f'<ul class="found">{items}</ul>' if items else f"<p>{escape(nothing)}</p>"
