"""The PDF has a page for every slide, says what the deck says, and takes whatever somebody typed as text."""

import io

import pytest
from pypdf import PdfReader

from engine.content import Deck, Library
from engine.slides.paper import as_pdf
from tests.real_content import LIBRARY
from tests.slides.decks import as_is, worst

decks = pytest.mark.parametrize("deck", LIBRARY.decks.values(), ids=lambda deck: deck.id)
few_charts = pytest.mark.parametrize(
    "deck",
    [d for d in LIBRARY.decks.values() if sum(s.chart is not None for s in d.slides) < 2],
    ids=lambda deck: deck.id,
)
"""Drawing takes its time, and every chart is drawn above."""
WIDE = (960, 540)
"""A page of 13.333 by 7.5 inches, in points."""
A4 = (595, 842)


def pages(content: bytes) -> list[str]:
    """The words of each page, white space made single spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


def sizes(content: bytes) -> set[tuple[int, int]]:
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(content)).pages]
    return {(round(float(box.width)), round(float(box.height))) for box in boxes}


def squeezed(text: str) -> str:
    """A text without white space and without what a line break adds."""
    return "".join(text.split()).replace("-", "").replace("\u2010", "")


@decks
def test_every_slide_is_a_page_of_its_shape(deck: Deck, library: Library):
    made = as_pdf(library, as_is(library, deck), with_notes=False)
    cover, *found = pages(made)
    assert sizes(made) == {WIDE}
    assert squeezed(deck.title) in squeezed(cover)
    assert len(found) == len(deck.slides)
    for page, slide in zip(found, deck.slides, strict=True):
        assert squeezed(slide.title) in squeezed(page)
        assert "Source: " in page


@few_charts
def test_the_notes_stand_below_their_slide(deck: Deck, library: Library):
    printed = as_is(library, deck)
    made = as_pdf(library, printed, with_notes=True)
    assert sizes(made) == {A4}
    words, at = squeezed(" ".join(pages(made))), 0
    for slide in deck.slides:
        first = squeezed(slide.notes.split("\n")[0].split("[")[0].split("*")[0])[:40]
        at = words.find(first, at)
        assert at >= 0, (slide.id, first)


@pytest.mark.parametrize("with_notes", [False, True])
def test_whatever_somebody_typed_is_text(library: Library, with_notes: bool):
    printed = worst(library)
    made = as_pdf(library, printed, with_notes=with_notes)
    found = " ".join(pages(made))
    assert len(pages(made)) >= len(printed.slides) + 1
    assert "<script>alert(1)</script>" in found and "#panic(1) \\ $x$" in found
    assert "Принудительный труд" in found
    assert found.split().count("word") >= 400
    assert found.split().count("both") == 800 and found.split().count("said") >= 2400 * with_notes
    links = [
        a.get_object().get("/A", {}).get("/URI", "")
        for p in PdfReader(io.BytesIO(made)).pages
        for a in p.get("/Annots", [])
    ]
    assert not [link for link in links if not str(link).startswith(("https://", "http://"))]


def test_a_deck_without_slides_is_a_cover(library: Library):
    deck = next(iter(library.decks.values()))
    printed = as_is(library, deck)
    printed.slides.clear()
    assert len(pages(as_pdf(library, printed, with_notes=False))) == 1
