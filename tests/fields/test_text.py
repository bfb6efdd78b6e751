"""Typed text: what is kept of it, character by character."""

import re

import pytest
from hypothesis import given

from engine.fields import AnswerProblem, LongText, Text
from tests.fields.samples import FIELDS, PASTE, any_text, make

text, long_text = FIELDS["text"], FIELDS["long_text"]
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""A Word or Excel file that has one of these does not open."""


@pytest.mark.parametrize(
    "typed",
    [
        "Plain",
        "  blanks stay  ",
        "tab\there",
        "👩🏽‍🌾 👨‍👩‍👧‍👦",
        "عُمّال المصنع",
        "می‌خواهم",
        "ក្រុមហ៊ុន",
        "<b>&amp;</b> $x$ {name} %s",
        "'; DROP TABLE answer; --",
        "=1+1",
        "\u202eright to left\u202c",
        "20\u202f900\xa0000\u3000workers",
        "new emoji \U0001fae8, a bullet of another font \uf0b7",
    ],
)
@pytest.mark.parametrize("field", [text, long_text], ids=["text", "long_text"])
def test_text_is_kept_as_typed(field: Text, typed: str):
    assert field.check(typed) == typed
    assert field.as_text(typed) == typed


@pytest.mark.parametrize(
    "typed, kept",
    [
        ("two\nlines\n", "two\nlines\n"),
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\r\r\nb", "a\n\nb"),
        ("a\r\x00\nb", "a\nb"),
        ("slide\x0btitle", "slide\ntitle"),
        ("page\x0cbreak", "page\nbreak"),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("nul\x00l", "null"),
        ("delete\x7f and a mark of 1991\x92", "delete and a mark of 1991"),
        ("bell\x07 escape\x1b", "bell escape"),
        ("not a character\ufffe\uffff", "not a character"),
        ("half \ud83d emoji", "half ? emoji"),
    ],
)
def test_what_cannot_be_stored_or_printed_is_replaced(typed: str, kept: str):
    assert long_text.check(typed) == kept


@pytest.mark.parametrize("stop", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"], ids=repr)
def test_a_box_of_one_line_keeps_its_words_apart(stop: str):
    """Browsers drop a line break from such a box, and `20 12` would be `2012`."""
    assert text.check(f"20{stop}12") == "20 12"


@given(any_text)
def test_kept_text_goes_into_any_file(typed: str):
    kept = long_text.check(typed)
    kept.encode("utf-8")
    assert not NOT_IN_XML.search(kept)
    assert len(kept) <= len(typed)


@pytest.mark.parametrize("field, limit", [(text, 300), (long_text, 20_000)], ids=["text", "long_text"])
def test_a_text_has_room_up_to_its_limit(field: Text, limit: int):
    assert field.check("ع" * limit) == "ع" * limit
    with pytest.raises(AnswerProblem) as refused:
        field.check("ع" * (limit + 1))
    assert f"{limit:,}" in str(refused.value)
    assert f"{limit + 1:,}" in str(refused.value)


def test_the_limit_counts_what_is_kept():
    """A text that fits once its line ends are ours is not refused for having had others."""
    assert text.check("a\r\n" * 150) == "a " * 150
    assert long_text.check("a\r\n" * 10_000) == "a\n" * 10_000


def test_a_long_paste_is_refused_with_its_length_and_without_its_text():
    assert len(PASTE.encode()) > 200_000
    with pytest.raises(AnswerProblem) as refused:
        long_text.check(PASTE)
    assert f"{len(PASTE.replace(chr(13), '')):,}" in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("value", [None, True, 0, 1.5, ["a"], {"text": "a"}])
def test_only_text_is_text(value: object):
    with pytest.raises(AnswerProblem):
        text.check(value)


@pytest.mark.parametrize("value", [None, "", " ", "\n\t ", "\u00a0", "\u3000"])
def test_blanks_are_no_answer(value: str | None):
    assert text.is_empty(value)
    assert text.as_text(value) == ""


def test_texts_are_not_counted():
    assert text.tally(["a", "a", None]) == {}


def test_a_note_takes_no_answer():
    note = make(type="note", required=True)
    assert list(note.leaves()) == []
    for value in (None, "", "words"):
        with pytest.raises(AnswerProblem):
            note.check(value)


def test_a_long_text_has_more_room_than_a_line():
    assert LongText.limit > Text.limit
