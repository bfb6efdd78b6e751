"""The sheets of a group as they stand on paper: every case whole, every row, also what is still empty."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.content import CaseStudy
from engine.fields import Answers, Field
from engine.server import Server
from engine.sheet.sheets import Sheets, sheets_of
from engine.store import Saved
from engine.workshop import Seat


@dataclass(frozen=True)
class PaperField:
    """A question with its answer, or a table."""

    label: str
    text: str = ""
    """The answer; empty where there is none yet."""
    takes: bool = True
    """Whether it takes an answer."""
    columns: tuple[str, ...] = ()
    """The headings of a table."""
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The rows of a table: its name, and the text of each cell."""


@dataclass(frozen=True)
class PaperSheet:
    """One sheet."""

    case: CaseStudy | None
    fields: tuple[PaperField, ...]


def on_paper(server: Server, seat: Seat, activity_id: str = "") -> tuple[Sheets, list[PaperSheet]]:
    """The sheets of somebody's group, as `sheets_of` finds them, and what stands on paper.

    Raises:
        WorkshopProblem: as `sheets_of`.
    """
    found = sheets_of(server, seat, activity_id)
    return found, [PaperSheet(case, tuple(_fields(found, sheet))) for sheet, case in found.cases.items()]


def _fields(found: Sheets, sheet: str) -> Iterator[PaperField]:
    for field in found.activity.worksheet.fields:
        yield _field(field, found.answers[sheet])


def _field(field: Field, answers: dict[str, Saved]) -> PaperField:
    if not field.within():
        return PaperField(field.label, _text(field, field.id, answers), takes=any(field.leaves()))
    rows = tuple(
        (row.label, tuple(_text(column, path, answers) for path, column in row.cells.items()))
        for row in field.rows_now(answers)
    )
    return PaperField(field.label, columns=tuple(column.label for column in field.within()), rows=rows)


def _text(field: Field, path: str, answers: Answers) -> str:
    return field.as_text(answers[path].value) if path in answers else ""
