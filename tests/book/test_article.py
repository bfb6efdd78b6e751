"""Everything that can be looked up, as it is shown: whole, without raw markup, with links that lead somewhere."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

import pytest

from engine.book.article import article, contents
from engine.book.links import CONTENTS, overview_title
from engine.content import Library
from engine.content.page import KINDS
from engine.language import PSEUDO
from tests.book.reading import RAW, Seen
from tests.real_content import LIBRARY

REFS = [f"{kind}:{name}" for kind in KINDS for name in LIBRARY.shelf(kind)]
PAGES = {ref: LIBRARY.target(ref) for ref in REFS if ref.startswith(("handbook:", "instrument:"))}
everything = pytest.mark.parametrize("ref", [*REFS, *CONTENTS])
every_page = pytest.mark.parametrize("ref", PAGES)


@cache
def seen(ref: str) -> Seen:
    return Seen(article(LIBRARY, ref))


@everything
def test_it_is_whole_and_shows_no_markup(ref: str):
    shown = seen(ref)
    assert shown.is_whole
    words = " ".join(shown.words.split())
    assert RAW.findall(words) == []
    assert not re.search(r"(?<!\w)[*_`][A-Za-z]", words), "an emphasis was not closed"
    assert len(shown.all("h1")) == 1


@everything
def test_its_links_lead_somewhere_or_leave_in_a_tab_of_their_own(ref: str):
    for link in seen(ref).all("a"):
        if "data-ref" in link:
            assert LIBRARY.target(link["data-ref"]) is not None, link["data-ref"]
            assert link["href"] == f"/handbook?open={link['data-ref']}"
        elif link["href"].startswith("/"):
            assert link["target"] == "_blank", "it would leave the worksheet"
            assert LIBRARY.target(shown_at(link["href"])) is not None, link["href"]
        else:
            assert link["href"].startswith("http") and link["target"] == "_blank" and link["rel"] == "noreferrer"


def shown_at(address: str) -> str:
    """The ref of what an address of our own screens shows."""
    for way, kind in (("/statistics?chart=", "chart:"), ("/slides?deck=", "deck:"), ("/medium?ref=", "")):
        if address.startswith(way):
            return kind + address.removeprefix(way)
    return ""


@everything
def test_its_headings_go_down_step_by_step(ref: str):
    levels = [int(name[1]) for name, _attributes in seen(ref).elements if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1 and all(after - before <= 1 for before, after in pairwise(levels))


@every_page
def test_a_page_has_what_every_page_has(ref: str):
    page = PAGES[ref]
    assert 5 <= len(page.in_short.split()) <= 45, "in short means one or two sentences"
    assert 2 <= len(page.discuss) <= 4
    assert page.see and page.source
    words = seen(ref).words
    assert page.title in words and all(question in words for question in page.discuss)
    assert all(note.year in words for note in page.since)


@every_page
def test_reading_takes_a_few_minutes(ref: str):
    page = PAGES[ref]
    words = len(page.body.split())
    assert 1 <= page.minutes <= 8
    assert abs(page.minutes - words / 160) <= 3


def test_the_whole_handbook_can_be_read_in_a_few_hours():
    assert 90 <= sum(page.minutes for page in PAGES.values()) <= 360


@every_page
def test_a_page_explains_its_words_where_they_come_first(ref: str):
    """A term is explained once or a few times on a page, not at every turn."""
    explained = Counter(link for link in re.findall(r"\]\((term:[a-z-]+)\)", PAGES[ref].body))
    assert all(count <= 2 for count in explained.values()), explained


@every_page
def test_every_figure_of_the_short_text_and_of_the_body_has_a_source(ref: str):
    assert [said for _where, said in PAGES[ref].faults()] == []


@every_page
def test_every_later_fact_is_later_and_names_its_source(ref: str):
    for note in PAGES[ref].since:
        assert LIBRARY.sources[note.source]
        assert int(note.year) >= 2005
    assert [note.year for note in PAGES[ref].since] == sorted(note.year for note in PAGES[ref].since)


def test_notes_on_what_is_later_wait_behind_one_line_with_their_years():
    html = article(LIBRARY, "handbook:facts-and-figures")
    assert "<summary>Since the handbook: 4 notes (2012–2024)</summary>" in html
    assert Seen(html).all("details") == [{"class": "since"}]


def test_what_is_not_there_is_said():
    for ref in ("handbook:gone", "gone", "", "<script>", "term:", "source:x"):
        shown = Seen(article(LIBRARY, ref))
        assert "There is no such page." in shown.words and shown.names == {"p"}


def test_an_overview_that_is_not_there_is_empty_and_no_error():
    assert Seen(article(LIBRARY, "all:gone")).is_whole


@pytest.mark.parametrize("ref", CONTENTS)
def test_an_overview_names_everything_on_its_shelf(ref: str):
    shown, title = Seen(article(LIBRARY, ref)), overview_title(ref)
    assert title and title in shown.words
    linked = {link["data-ref"] for link in shown.all("a")}
    if ref == "all:offences":
        offences = LIBRARY.lists["offences"].items
        assert all(offence.label in shown.words and offence.see for offence in offences)
        assert linked == {see for offence in offences for see in offence.see}
        return
    kind = {
        "all:glossary": "term",
        "all:references": "reference",
        "all:indicators": "indicator",
        "all:sources": "source",
    }[ref]
    assert {link for link in linked if link.startswith(f"{kind}:")} == {
        f"{kind}:{name}" for name in LIBRARY.shelf(kind)
    }


def test_the_eleven_indicators_stand_beside_the_six():
    shown = Seen(article(LIBRARY, "all:indicators"))
    questions = [question for item in LIBRARY.shelf("indicator").values() for question in item.questions]
    assert len(questions) == 28 and all(question in shown.words for question in questions)
    assert len(shown.all("tr")) == 12
    assert all(each.label in shown.words for each in LIBRARY.later_indicators.values())


def test_the_contents_name_all_pages_in_order_and_mark_the_place():
    shown = Seen(contents(LIBRARY, "handbook:policies"))
    linked = [link["data-ref"] for link in shown.all("a")]
    assert linked[: len(LIBRARY.pages)] == [f"handbook:{name}" for name in LIBRARY.pages]
    assert {*linked} >= {*PAGES, *(f"case:{name}" for name in LIBRARY.case_studies), *CONTENTS}
    assert [item["class"] for item in shown.all("li")].count("now") == 1 and shown.is_whole


def test_the_contents_are_grouped_by_the_chapters_of_the_outline(library: Library):
    chapters = [item.chapter for item in library.handbook.items if item.chapter]
    words = Seen(contents(LIBRARY, "")).words
    assert len(chapters) == 8 and library.handbook.items[0].chapter == chapters[0]
    assert [words.index(chapter) for chapter in chapters] == sorted(words.index(chapter) for chapter in chapters)


def test_a_later_fact_leads_to_its_source():
    shown = Seen(article(LIBRARY, "handbook:facts-and-figures"))
    page = PAGES["handbook:facts-and-figures"]
    addresses = {LIBRARY.sources[note.source].address for note in page.since}
    assert addresses <= {link["href"] for link in shown.all("a")}


def test_the_pages_stand_in_the_order_of_the_handbook_and_none_is_missing(library: Library):
    order = [item.id for item in library.handbook.items]
    assert [name for name in order if name in library.pages] == list(library.pages)
    assert {*order} <= {*library.pages, *library.instruments}


def test_every_word_of_ours_on_a_page_can_be_translated(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WORKSHOP_LANGUAGE", PSEUDO)
    words = Seen(article(LIBRARY, "handbook:facts-and-figures")).words
    for ours in ("In short", "minutes to read", "To discuss", "See also", "What leads here", "Since the handbook"):
        assert re.search(rf"⟦[^⟦⟧]*{ours}[^⟦⟧]*⟧", words), ours
