"""Markdown of the content becomes HTML: nothing else in it runs, and every link says what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.book import rendered
from engine.book.rendering import table
from engine.content import Library, Source, Term
from tests.book.reading import Seen

SMALL = Library(
    terms={"debt": Term(id="debt", term="Debt", meaning='What is "owed" & due <now>.', source="Ours")},
    sources={
        "report": Source(
            id="report", publisher="ILO", year="2012", title='"Report"', address="https://a.org/?b=1&c=2", seen="x"
        ),
        "paper": Source(id="paper", publisher="ILO", title="Paper", year="1999", address="(not kept)", seen="x"),
    },
)  # fmt: skip
TABLE, HEADS = {"table", "thead", "tbody", "tr", "th", "td"}, {"h1", "h2", "h3", "h4", "h5", "h6"}
WORDS = {"a", "br", "code", "dfn", "em", "span", "strong"}
ALLOWED = {"blockquote", "hr", "li", "ol", "p", "pre", "ul"} | TABLE | HEADS | WORDS


def seen(text: str) -> Seen:
    return Seen(rendered(text, SMALL))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "<b onclick='x()'>words</b>",
        "<iframe src='https://example.org'></iframe>",
        "<!-- a comment -->",
        "</article><script>",
        "<svg/onload=alert(1)>",
        "a <style>* {display: none}</style> b",
    ],
)
def test_html_stays_text(text: str):
    shown = seen(text)
    assert shown.names == {"p"}
    assert shown.words.strip() == text


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd"]
)
def test_a_link_that_would_run_something_is_no_link(address: str):
    for text in (f"[words]({address})", f"<{address}>", f"[words]: {address}\n\n[words]", f"![words]({address})"):
        assert "a" not in seen(text).names and "img" not in seen(text).names


def test_a_cell_knows_its_column_and_a_wide_table_says_that_it_is_wide():
    wide = seen(
        "| Year | [Debt](term:debt) & more | C | D |\n|---|---|---|---|\n| 1 | 2 | | **4** |\n| 5 | 6 | 7 | 8 |"
    )
    assert [cell["data-label"] for cell in wide.all("td")] == ["Year", "Debt & more", "C", "D"] * 2
    assert wide.all("table") == [{"class": "wide"}]
    narrow = seen("| A | B |\n|---|---|\n| 1 | 2 |")
    assert narrow.all("table") == [{}] and narrow.all("td")[1] == {"data-label": "B"}


def test_texts_of_a_table_that_we_make_are_escaped():
    made = Seen(table(("<b>", '"A"'), [("<i>", "&")]))
    assert made.names == {"table", "thead", "tbody", "tr", "th", "td"} and made.is_whole
    assert [cell["data-label"] for cell in made.all("td")] == ["<b>", '"A"']


def test_a_picture_is_not_fetched():
    assert seen("![words](https://example.org/x.png)").names == {"p", "a"}


def test_a_term_says_what_it_means():
    shown = seen("Keep a [debt](term:debt) small.")
    assert shown.all("dfn") == [{"tabindex": "0", "aria-description": 'What is "owed" & due <now>.'}]
    assert shown.words.strip() == "Keep a debt small." and shown.is_whole


def test_a_citation_names_its_source_and_leaves_in_a_tab_of_its_own():
    assert seen("Many ([ILO, 2012](source:report)).").all("a") == [
        {
            "class": "source",
            "title": 'ILO: "Report", 2012',
            "href": "https://a.org/?b=1&c=2",
            "rel": "noreferrer",
            "target": "_blank",
        }
    ]


def test_a_source_without_an_address_is_named_and_is_no_link():
    shown = seen("Few ([ILO, 1999](source:paper)).")
    assert "a" not in shown.names
    assert shown.all("span") == [{"class": "source", "title": "ILO: Paper, 1999"}]


@pytest.mark.parametrize("kind", ["handbook", "instrument", "activity", "case", "indicator", "reference"])
def test_a_link_to_other_content_can_be_followed_without_leaving(kind: str):
    shown = seen(f"See [this *page*]({kind}:some-page).")
    assert shown.all("a") == [{"href": f"/handbook?open={kind}:some-page", "data-ref": f"{kind}:some-page"}]
    assert shown.names == {"p", "a", "em"} and shown.is_whole


@pytest.mark.parametrize(
    "ref", ["unknown:debt", "debt", "mailto:a@example.org", "/leave", "//example.org", "#top", ":", "term"]
)
def test_a_link_of_an_unknown_kind_is_only_words(ref: str):
    shown = seen(f"See [this]({ref}).")
    assert "a" not in shown.names and "dfn" not in shown.names
    assert shown.words.strip() == "See this."


@pytest.mark.parametrize("kind", ["term", "source"])
def test_a_link_to_a_term_or_source_that_is_gone_can_still_be_followed(kind: str):
    assert seen(f"[words]({kind}:gone)").all("a") == [
        {"href": f"/handbook?open={kind}:gone", "data-ref": f"{kind}:gone"}
    ]


def test_links_stand_in_order_and_close_as_they_opened():
    shown = seen("[a](term:debt) [b](source:report) [c](handbook:x) [d](no:x) [**e**](term:debt)")
    assert [name for name, _attributes in shown.elements] == ["p", "dfn", "a", "a", "span", "dfn", "strong"]
    assert shown.is_whole and shown.words.strip() == "a b c d e"


def test_a_table_is_a_table_with_links_in_its_cells():
    shown = seen("| Year | Cases |\n|---|---|\n| 2003 | [7,992](source:report) |\n| **2004** | [debt](term:debt) |\n")
    assert len(shown.all("tr")) == 3 and len(shown.all("th")) == 2 and len(shown.all("td")) == 4
    assert {"table", "thead", "tbody", "strong", "a", "dfn"} <= shown.names and shown.is_whole


def test_headings_lists_and_emphasis_are_what_they_are():
    shown = seen("## Head\n\n- one\n- *two*\n  1. inner\n\n> said\n\n**bold** `x`\n")
    assert {"h2", "ul", "ol", "li", "em", "strong", "code", "blockquote"} <= shown.names and shown.is_whole


@given(st.text(alphabet="[]()<>!*_#|`\\\"'&:- \nabterm/sourcdjvip1", max_size=80))
def test_whatever_is_written_only_harmless_elements_come_out(text: str):
    shown = seen(text)
    assert shown.names <= ALLOWED
    for _name, attributes in shown.elements:
        assert not any(name.startswith("on") for name in attributes)
        assert attributes.get("href", "/").startswith(("/handbook?open=", "https://", "http://", "/"))
