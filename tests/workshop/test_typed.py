"""Short texts that people type: names and titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.workshop import WorkshopProblem
from engine.workshop.typed import clean_line, comparable

FAMILY = "👩‍👩‍👧‍👦"


def line(text: str, limit: int = 60) -> str:
    return clean_line(text, "Type something.", limit)


@pytest.mark.parametrize(
    "text",
    [
        "Ana", "O'Brien-Łukasz", "محمد الأمين", "علی‌رضا", "王小明", "ศรี", "Ngũgĩ wa Thiong'o",
        f"{FAMILY} Ana", "❤️", "<b>Ana</b> & {name} %s", "x" * 60, "ñ" * 60,
    ],
)  # fmt: skip
def test_what_people_type_is_kept(text: str) -> None:
    assert line(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Ana \t\n  María  ", "Ana María"),
        ("Ana\u00a0María\u3000", "Ana María"),
        ("An\u202ea", "Ana"),
        ("\u2066Ana\u2069\u200e\u200f", "Ana"),
        ("A\x00n\x1ba\x07", "Ana"),
        ("A\u200bn\ufeffa\u2060", "Ana"),
        ("Jose\u0301", "José"),
        ("An\ud800a", "An?a"),
        ("Ana\u2028Ben\x85Cleo", "Ana Ben Cleo"),
    ],
)
def test_what_no_screen_shows_is_dropped(text: str, kept: str) -> None:
    assert line(text) == kept


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\t", "\u200b", "\u200d", "\u200d \u200c", "\ufe0f\ufe0f", "\u202e", "\ufeff\u2060", "\u3164",
     "\u0301", "\x00\x01", "\u2800 \u115f"],
)  # fmt: skip
def test_a_text_with_nothing_to_see_is_missing(text: str) -> None:
    with pytest.raises(WorkshopProblem, match="Type something"):
        line(text)


def test_a_text_that_is_too_long_is_refused_with_its_length() -> None:
    with pytest.raises(WorkshopProblem, match=r"500.*60"):
        line("x" * 500)
    with pytest.raises(WorkshopProblem, match="61"):
        line("x" * 61)
    assert line(" " * 500 + "x" + "\u200b" * 500) == "x"


@given(st.text(st.characters(codec=None), max_size=30))
def test_a_cleaned_line_can_be_stored_shown_and_cleaned_again(text: str) -> None:
    try:
        kept = line(text)
    except WorkshopProblem:
        return
    assert kept.encode("utf-8").decode("utf-8") == kept == line(kept)
    assert kept == kept.strip() and "\n" not in kept and "\x00" not in kept


@pytest.mark.parametrize(
    "same",
    ["Maria", "MARIA", "ｍａｒｉａ", "  maria ", "Mar\u200dia", "Mari\ufe0fa"],
)
def test_names_that_look_the_same_are_the_same(same: str) -> None:
    assert comparable(same) == comparable("maria")


def test_names_that_differ_are_different() -> None:
    assert comparable("Straße") == comparable("STRASSE")
    assert comparable("Jose\u0301") == comparable("José") != comparable("Jose")
    assert comparable("علي") != comparable("علا")


@given(st.text(max_size=12))
def test_comparing_is_stable(name: str) -> None:
    assert comparable(comparable(name)) == comparable(name) == comparable(name.strip())
