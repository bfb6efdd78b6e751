"""Draws a handbook page whose links work, and the list of search results."""

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
    """The search index over this server's content; built once."""
    return Index(running().library)


def draw_html(html: str, key: str, follow: Callable[[str], None]) -> None:
    """Show HTML made by `engine.book`. A click on a link to our own content calls `follow` with the link's ref."""

    def opened() -> None:
        said = st.session_state.get(key)  # empty when the list that was clicked has just been replaced
        if said and said.open:
            follow(said.open)

    _book(key=key, data={"html": html}, height="content", on_open_change=act(opened, parts=None))


def found_list(found: Sequence[Found]) -> str:
    """The search results, as HTML."""
    items = "".join(
        f'<li><a href="{ADDRESS}{each.ref}" data-ref="{each.ref}">{escape(each.title)}</a> '
        f"<small>{escape(each.kind)}</small><p>{each.snippet}</p></li>"
        for each in found
    )
    nothing = _("Nothing found. Try one word, such as passport, debt or wages.")
    return f'<ul class="found">{items}</ul>' if items else f"<p>{escape(nothing)}</p>"
