"""Fills a group's sheet through its real screens, and holds the database against what was filled in."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Literal

from playwright.sync_api import Locator, Page, expect

from engine.content import Activity
from engine.fields import (
    Date,
    Evidence,
    Field,
    Integer,
    Json,
    OpenTable,
    Range,
    Rank,
    SelectMultiple,
    SelectOne,
    TextField,
)
from engine.server import Server
from engine.store import Place
from engine.workshop import answers_on
from tests.browser.people import SAVED, place_of
from tests.browser.waiting import until


@dataclass(frozen=True)
class Filling:
    """One laptop with the sheet of `place` before it."""

    page: Page
    server: Server
    """Reads the same database as the running program."""
    place: Place
    activity: Activity

    def fill_and_check(self, answers: dict[str, Json]) -> None:
        """Fill in, and wait until the screen says so and the database has it."""
        for _path in self.steps(answers):
            pass
        self.check(answers)

    def steps(self, answers: dict[str, Json]) -> Iterator[str]:
        """Fill in field path -> value, one a step, in the order given; open tables have the rows r1, r2 ..."""
        for path, value in answers.items():
            field = self.activity.worksheet.field_at(path)
            assert field, f"{path} is not on the sheet"
            if isinstance(field, OpenTable):
                self._add_row(field, path)
            else:
                fill_field(self.at(path), field, value)
            yield path
        self.page.locator("h1").first.click()  # leave the last box

    def check(self, answers: dict[str, Json]) -> None:
        """Hold both the screen and the database against what was filled in: all of it, and nothing else."""
        until(self.page, lambda: self.stored() == answers, lambda: self._difference(answers))
        for path in answers:
            if not isinstance(self.activity.worksheet.field_at(path), OpenTable):
                expect(self.at(path).locator(".note.saved > span")).to_have_text(SAVED)

    def stored(self) -> dict[str, Json]:
        """What the database has on this sheet now, the rows of open tables named r1, r2 ..."""
        found = answers_on(self.server, self.place)
        names = {row: name for name, row in self._rows().items()}
        return {_renamed(path, names): saved.value for path, saved in found.items()}

    def _rows(self) -> dict[str, str]:
        """The rows of open tables that are there now: `table/r1` -> the path of the row in the database."""
        found = answers_on(self.server, self.place)
        return {
            f"{table.id}/r{number}": row.path
            for table in self.activity.worksheet.fields
            if isinstance(table, OpenTable)
            for number, row in enumerate(table.rows_now(found), start=1)
        }

    def _difference(self, answers: dict[str, Json]) -> str:
        stored = self.stored()
        wrong = {
            path: (stored.get(path), answers.get(path))
            for path in [*answers, *stored]
            if stored.get(path) != answers.get(path)
        }
        return f"field path: (in the database, filled in): {wrong}"

    def _add_row(self, table: OpenTable, path: str) -> None:
        self.page.get_by_role("button", name=f"Add: {table.row_label}", exact=True).click()
        until(self.page, lambda: path in self._rows(), lambda: f"{path} was not added")

    def at(self, path: str) -> Locator:
        """The place of a field on the sheet, with its row open."""
        return place_of(self.page, _renamed(path, self._rows()))


def fill_side_by_side(sheets: Iterable[tuple[Filling, dict[str, Json]]]) -> None:
    """Let several laptops fill in at the same time, each in its turn, and check all of them."""
    sheets = list(sheets)
    for _paths in zip_longest(*(filling.steps(answers) for filling, answers in sheets)):
        pass
    for filling, answers in sheets:
        filling.check(answers)


def _renamed(path: str, names: dict[str, str]) -> str:
    row, cell = "/".join(path.split("/")[:2]), path.split("/")[2:]
    return "/".join([names.get(row, row), *cell])


def fill_field(place: Locator, field: Field, value: Json) -> None:
    """Answer one field as a person does, by the labels of its options."""
    fill = next(fill for kind, fill in _WAYS if isinstance(field, kind))
    fill(place, field, value)


def _typed(place: Locator, _field: Field, value: Json) -> None:
    box = place.locator("input, textarea")
    box.fill(str(value))
    box.blur()


def _select_one(place: Locator, field: SelectOne, value: str) -> None:
    box = place.locator("select")
    if box.count():
        box.select_option(label=field.labels()[value])
    else:
        _choose(place, "radio", field.labels()[value])


def _mark(place: Locator, _field: Field, value: int) -> None:
    _choose(place, "radio", str(value))


def _select_multiple(place: Locator, field: SelectMultiple, value: list[str]) -> None:
    for option in value:
        _choose(place, "checkbox", field.labels()[option])


def _evidence(place: Locator, _field: Field, value: list[int]) -> None:
    for number in value:
        place.get_by_role("checkbox", name=re.compile(rf"^Sentence {number}\b")).check()


def _rank(place: Locator, field: Rank, value: list[str]) -> None:
    """Click one option after the other; each goes up into the order before the next is clicked."""
    for number, option in enumerate(value, start=1):
        place.get_by_role("button", name=field.labels()[option], exact=True).click()
        expect(place.locator("ol.placed li")).to_have_count(number)


def _choose(place: Locator, role: Literal["radio", "checkbox"], name: str) -> None:
    place.get_by_role(role, name=name, exact=True).check()


_WAYS: tuple[tuple[type[Field], Callable[[Locator, Any, Any], None]], ...] = (
    (TextField, _typed),
    (Integer, _typed),
    (Date, _typed),
    (Rank, _rank),
    (SelectMultiple, _select_multiple),
    (SelectOne, _select_one),
    (Evidence, _evidence),
    (Range, _mark),
)
