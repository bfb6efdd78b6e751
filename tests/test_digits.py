"""Digits of every keyboard are understood at every door where a number, a code or a day is typed."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.book.search import Index
from engine.digits import plain, whole_number, with_plain_digits
from engine.figures.country import Entered, put_figures
from engine.server import Server
from engine.statistics_file import FigureTable, Row, read_cells
from engine.statistics_file.numbers import readings
from engine.workshop import join, rejoin
from tests.fields.samples import FIELDS
from tests.real_content import LIBRARY
from tests.sample_content import open_sample

KEYBOARDS = {
    "Arabic": "٠١٢٣٤٥٦٧٨٩",
    "Persian": "۰۱۲۳۴۵۶۷۸۹",
    "full width": "０１２３４５６７８９",
    "Devanagari": "०१२३४५६७८९",
    "Bengali": "০১২৩৪৫৬৭৮৯",
}
every_keyboard = pytest.mark.parametrize("digits", KEYBOARDS.values(), ids=KEYBOARDS)


def number(_server: Server, write: Callable[[str], str]) -> None:
    assert FIELDS["integer"].check(write("1204")) == 1204
    assert FIELDS["integer"].check(f" -{write('5')}") == -5


def day(_server: Server, write: Callable[[str], str]) -> None:
    assert FIELDS["date"].check(write("2030-05-06")) == "2030-05-06"


def join_code(server: Server, write: Callable[[str], str]) -> None:
    workshop = open_sample(server)
    assert join(server, write(workshop.join_code), "Ana").workshop_id == workshop.id


def rejoin_code(server: Server, write: Callable[[str], str]) -> None:
    ana = join(server, open_sample(server).join_code, "Ana")
    assert rejoin(server, write(ana.rejoin_code)).id == ana.id


def year(server: Server, write: Callable[[str], str]) -> None:
    table = FigureTable(label="Region", columns=("Cases",), rows=(Row(label="North", values=(1.0,)),))
    about = Entered(table, title="Cases", unit="cases", source="We", year=write("2019-2023"))
    assert put_figures(server, open_sample(server).id, about).year == "2019-2023"


def cell(_server: Server, write: Callable[[str], str]) -> None:
    table = read_cells([["Region", write("2023")], ["North", write("12")]])
    assert table.rows[0].values == (12.0,)


def search(_server: Server, write: Callable[[str], str]) -> None:
    index = Index(LIBRARY)
    try:
        assert index.find(write("convention 29")) == index.find("convention 29") != []
    finally:
        index.close()


@every_keyboard
@pytest.mark.parametrize("door", [number, day, join_code, rejoin_code, year, cell, search])
def test_a_door_understands_the_digits_of_a_keyboard(workshop_server: Server, digits: str, door) -> None:
    door(workshop_server, lambda text: text.translate({ord(str(n)): digit for n, digit in enumerate(digits)}))


@given(st.text())
def test_the_text_around_digits_stays(text: str) -> None:
    assert len(with_plain_digits(text)) == len(text)
    assert with_plain_digits("".join(c for c in text if not c.isdecimal())) == "".join(
        c for c in text if not c.isdecimal()
    )


@given(st.integers(-(10**30) + 1, 10**30 - 1))
def test_a_whole_number_is_the_number_that_was_typed(value: int) -> None:
    assert whole_number(str(value)) == whole_number(f"\u200f{value}\u200e ") == value


@given(st.text(alphabet="0129.,'eE+- ٫٬٣²\u202f", max_size=8))
def test_a_text_is_read_as_its_digits_or_not_at_all(text: str) -> None:
    found = whole_number(text)
    assert found is None or [*str(abs(found))] == [*plain(text).strip("+-").lstrip("0")] or found == 0


@pytest.mark.parametrize("text", ["12²", "①", "½", "12¹"])
def test_a_raised_digit_is_a_mark_and_no_digit(text: str) -> None:
    assert whole_number(text) is None and readings(text) == {}
