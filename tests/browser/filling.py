"""Fills a group's sheet through its real screens, and holds the database against what was filled in."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from playwright.sync_api import Locator, Page, expect

from engine.content import Activity
from engine.fields import (
    Evidence,
    Field,
    Integer,
    Json,
    OpenTable,
    Rank,
    SelectMultiple,
    SelectOne,
    Table,
    TextField,
)
from engine.server import Server
from engine.store import Place
from engine.workshop import answers_on
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
                fill_field(self._around(path), field, value)
            yield path
        self.page.locator("h1").first.click()  # leave the last box

    def check(self, answers: dict[str, Json]) -> None:
        """Hold both the screen and the database against what was filled in: all of it, and nothing else."""
        texts = [path for path in answers if isinstance(self.activity.worksheet.field_at(path), TextField)]
        expect(self.page.locator(".status.saved", has_text="Saved")).to_have_count(len(texts))
        until(self.page, lambda: self.stored() == answers, lambda: self._difference(answers))

    def stored(self) -> dict[str, Json]:
        """What the database has on this sheet now, the rows of open tables named r1, r2 ..."""
        found = answers_on(self.server, self.place)
        names = {
            row.path: f"{table.id}/r{number}"
            for table in self.activity.worksheet.fields
            if isinstance(table, OpenTable)
            for number, row in enumerate(table.rows_now(found), start=1)
        }
        return {_renamed(path, names): saved.value for path, saved in found.items()}

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
        self._row(table, path).wait_for()

    def _around(self, path: str) -> Locator:
        """The part of the page in which a field stands: its row of a table, or the page."""
        head = self.activity.worksheet.field_at(path.partition("/")[0]) or self._table(path)
        return self._row(head, path) if isinstance(head, Table | OpenTable) else self.page.locator("main")

    def _table(self, path: str) -> Field:
        return next(f for f in self.activity.worksheet.fields if f.id == path.partition("/")[0])

    def _row(self, table: Table | OpenTable, path: str) -> Locator:
        """Find a row by its heading, below the heading of its table."""
        row_id = path.split("/")[1]
        if isinstance(table, OpenTable):
            label = f"{table.row_label} {row_id.removeprefix('r')}"
        else:
            label = next(row.label for row in table.rows if row.id == row_id)
        return self.page.locator(
            f"xpath=(//h3[normalize-space(.)={_quoted(table.label)}]"
            f"/following::strong[normalize-space(.)={_quoted(label)}])[1]"
            '/ancestor::div[@data-testid="stVerticalBlock"][1]'
        )


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


def _quoted(text: str) -> str:
    return f'"{text}"' if '"' not in text else f"'{text}'"


def fill_field(around: Locator, field: Field, value: Json) -> None:
    """Answer one field as a person does, by its label and the labels of its options."""
    label = f"{field.label} *" if field.required else field.label
    fill = next(fill for kind, fill in _WAYS if isinstance(field, kind))
    fill(around, field, label, value)


def _text(around: Locator, _field: Field, label: str, value: str) -> None:
    around.get_by_role("textbox", name=label, exact=True).fill(value)


def _integer(around: Locator, field: Integer, label: str, value: int) -> None:
    box = around.get_by_label(f"{label} ({field.unit})" if field.unit else label, exact=True)
    box.fill(str(value))
    box.press("Enter")


def _mark(around: Locator, _field: Field, label: str, value: int) -> None:
    _choose(around.get_by_role("radiogroup", name=label, exact=True), "radio", str(value))


def _select_one(around: Locator, field: SelectOne, label: str, value: str) -> None:
    wanted, list_that_opens = field.labels()[value], around.get_by_role("combobox", name=label, exact=True)
    pills = around.get_by_role("radiogroup", name=label, exact=True)
    pills.or_(list_that_opens).wait_for()
    if pills.count():
        _choose(pills, "radio", wanted)
        return

    def choose_by_keyboard() -> bool:
        list_that_opens.fill(wanted)
        list_that_opens.press("Enter")
        list_that_opens.press("Tab")
        return list_that_opens.input_value() == wanted  # what was typed and not chosen is gone now

    until(around.page, choose_by_keyboard, lambda: f"{label}: the list takes no {wanted!r}")


def _select_multiple(around: Locator, field: SelectMultiple, label: str, value: list[str]) -> None:
    pills = around.get_by_role("toolbar", name=label, exact=True)
    for option in value:
        _choose(pills, "button", field.labels()[option])


def _evidence(around: Locator, _field: Field, label: str, value: list[int]) -> None:
    pills = around.get_by_role("toolbar", name=label, exact=True)
    for number in value:
        _choose(pills, "button", str(number))


def _rank(around: Locator, field: Rank, _label: str, value: list[str]) -> None:
    """Click one option after the other; each goes up into the order before the next is clicked."""
    for place, option in enumerate(value, start=1):
        label = field.labels()[option]
        around.get_by_role("radio", name=label, exact=True).click()
        around.get_by_text(f"{place}. {label}", exact=True).wait_for()


def _choose(pills: Locator, role: str, name: str) -> None:
    pills.get_by_role(role, name=name, exact=True).click()  # type: ignore[arg-type]


_WAYS: tuple[tuple[type[Field], Callable[..., None]], ...] = (
    (TextField, _text),
    (Integer, _integer),
    (Rank, _rank),
    (SelectMultiple, _select_multiple),
    (SelectOne, _select_one),
    (Evidence, _evidence),
    (Field, _mark),
)
