"""What is written to be read is written for somebody who learned the language later."""

import re
from collections.abc import Iterator

import pytest

from engine.content import Library, Page
from engine.content.page import LINK
from tests.book.first_use import unexplained
from tests.real_content import LIBRARY

MOST_WORDS = 25
"""In one sentence; a list after a colon, and parts between semicolons, are read one by one."""

PAGES: dict[str, Page] = {
    **{f"handbook:{name}": page for name, page in LIBRARY.pages.items()},
    **{f"instrument:{name}": page for name, page in LIBRARY.instruments.items()},
}
BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-|#]|\d+\.))")
MARK = re.compile(r"^\s*(?:#+|-|\d+\.)\s+")
END = re.compile(r"(?<=[.!?:;])\s+")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text of Markdown, and the cells of its tables, as they are read."""
    for block in BLOCK.split(LINK.sub(r"\1", text).replace("*", "")):
        for piece in block.strip("| ").split("|") if block.lstrip().startswith("|") else [block]:
            yield from END.split(" ".join(MARK.sub("", piece).split()))


def too_long(*texts: str) -> list[str]:
    return [said for text in texts for said in sentences(text) if len(said.split()) > MOST_WORDS]


@pytest.mark.parametrize("ref", PAGES)
def test_a_page_has_short_sentences(ref: str):
    page = PAGES[ref]
    assert too_long(page.in_short, page.body, *page.discuss, *(note.text for note in page.since)) == []


@pytest.mark.parametrize("ref", PAGES)
def test_a_page_explains_a_term_where_it_comes_first(ref: str):
    assert [name for name, _place in unexplained(PAGES[ref], LIBRARY.terms)] == []


def test_the_glossary_and_the_references_have_short_sentences(library: Library):
    said = [*(term.meaning for term in library.terms.values()), *(r.good_for for r in library.references.values())]
    assert too_long(*said) == []


def test_the_quizzes_have_short_sentences(library: Library):
    for quiz in library.quizzes.values():
        for question in quiz.questions:
            said = question.model_dump()
            parts = [part for key in ("options", "pairs", "items") for part in said.get(key, ())]
            words = [value for part in [said, *parts] for value in part.values() if isinstance(value, str)]
            assert too_long(*words) == [], f"{quiz.id}: {question.id}"


def test_a_long_sentence_and_a_late_explanation_would_be_found():
    page = Page.model_validate(
        {
            "id": "x",
            "title": "X",
            "in_short": "X.",
            "source": "X",
            "body": "A hotline helps. See [hotline](term:hotline).",
        }
    )
    assert [name for name, _place in unexplained(page, LIBRARY.terms)] == ["hotline"]
    assert too_long("Short. " + "word " * 26 + "end. Short.") != []
