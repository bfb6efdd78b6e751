"""One slide, the same for the room, for the presenter and for readers: it scales with its width."""

from base64 import b64encode
from html import escape

import streamlit as st

from engine.book import rendered
from engine.charts import panels_of, said
from engine.charts.on_paper import still
from engine.content import Deck
from engine.language import _
from engine.screens.frame.look import html
from engine.screens.statistics.chart_view import draw_figure
from engine.server import running
from engine.slides import LONG_TITLE, blocks_of, size_of, source_line
from engine.slides.own_slides import ShownSlide


def draw_slide(deck: Deck, slide: ShownSlide, number: str, *, big: bool) -> None:
    """Draw a slide.

    Args:
        deck: the deck that it is in.
        slide: the slide.
        number: what stands at its foot, such as `3 / 10`.
        big: for a room; otherwise it has a frame.
    """
    chart = slide.chart if slide.chart in running().library.charts else ""
    with st.container(border=bool(chart) and not big, gap="small"):
        html(_sheet(deck, slide, "" if chart else number, has_chart=bool(chart), framed=not big), "slide")
        if chart:
            if big and _rows(chart) > MANY:
                html(f'<div class="slide">{_still(chart)}</div>', "slide")
            else:
                with st.container(key=f"figure-of-{slide.id}"):
                    draw_figure(chart, big=big)
            html(f'<div class="slide"><div class="sheet">{_foot(deck, slide, number)}</div></div>', "slide")


WIDE, HIGH = 13.0, 6.6
"""The size in inches of the picture of a whole chart."""
MANY = 12
"""How many rows of a chart, with the headings of its panels, fit on a projector in their full size."""


def _rows(chart: str) -> int:
    return sum(len(panel.labels) + 1 for panel in panels_of(running().library, chart) if panel.panel.kind != "lines")


@st.cache_data(max_entries=20, show_spinner=False)
def _still(chart: str) -> str:
    """A chart that has too many rows for a projector, as one picture that fits, with its numbers in words."""
    library = running().library
    drawn = still(library, chart, width=WIDE, height=HIGH, kind="svg")
    words = escape(" ".join(map(said, panels_of(library, chart))))
    return f'<img class="dense" src="data:image/svg+xml;base64,{b64encode(drawn).decode()}" alt="{words}">'


def _sheet(deck: Deck, slide: ShownSlide, number: str, *, has_chart: bool, framed: bool) -> str:
    library = running().library
    size = size_of(blocks_of(slide.body, library), has_chart=has_chart)
    kind = "" if has_chart else " whole framed" if framed else " whole"
    title = escape(slide.title) or f'<span class="empty">{escape(_("No title yet"))}</span>'
    heading = f'<h2 dir="auto"{" class=long" if len(slide.title) > LONG_TITLE else ""}>{title}</h2>'
    text = rendered(slide.body, library)
    foot = "" if has_chart else _foot(deck, slide, number)
    return (
        f'<section class="slide" dir="auto"><div class="sheet{kind}">{heading}'
        f'<div class="text {size.name}{" above" if has_chart else ""}" dir="auto">{text}</div>{foot}</div></section>'
    )


def _foot(deck: Deck, slide: ShownSlide, number: str) -> str:
    source = escape(source_line(running().library, deck, slide))
    return f'<div class="foot"><span dir="auto">{source}</span><span>{escape(number)}</span></div>'


def draw_notes(slide: ShownSlide) -> None:
    if slide.notes.strip():
        html(f'<div class="notes" dir="auto">{rendered(slide.notes, running().library)}</div>', "notes")
    else:
        st.caption(_("There are no notes for this slide."))


def go(deck_id: str = "", view: str = "", slide_id: str = "") -> None:
    """Open a deck, one of its views or one of its slides; the list when no deck is named. For callbacks."""
    wanted = {"deck": deck_id, "view": view, "slide": slide_id}
    st.query_params.from_dict({key: value for key, value in wanted.items() if value})
