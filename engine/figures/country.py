"""The acts on the country's own figures, which the facilitator enters beside those of the handbook."""

import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.digits import plain
from engine.language import _
from engine.live import topics
from engine.server import Server
from engine.statistics_file import FigureTable
from engine.store import CountryFigures, Workshop
from engine.store.news import tell
from engine.workshop.opening import hold_workshop
from engine.workshop.problem import WorkshopProblem
from engine.workshop.typed import clean_line

TABLES_LIMIT = 12
"""With more tables, nobody finds one on the page."""
TITLE_LIMIT, UNIT_LIMIT, SOURCE_LIMIT, NAME_LIMIT, NOTE_LIMIT = 120, 60, 200, 60, 300
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d))?")


@dataclass(frozen=True)
class Entered:
    """A table, and what was typed about it."""

    table: FigureTable
    title: str
    unit: str
    source: str
    year: str
    note: str = ""
    beside: str | None = None
    """The chart that it stands beside; it stands alone where this is None, or the chart is no longer there."""
    entered_by: str = ""
    """The name of whoever entered it; empty where they gave none."""


def put_figures(
    server: Server, workshop_id: str, entered: Entered, figures_id: str | None = None, base: int = 0
) -> CountryFigures:
    """Keep a new table, or a changed one.

    Args:
        figures_id: the table that is changed; None for a new one.
        base: the revision of it that was on the screen.

    Raises:
        WorkshopProblem: something is missing, the workshop is closed, or another window changed the table meanwhile.
    """
    values = _checked(entered)
    with server.database.write() as db:
        _refuse_if_closed(hold_workshop(db, workshop_id))
        if figures_id is None:
            kept = _added(db, workshop_id, values)
        else:
            kept = _changed(db.get(CountryFigures, figures_id), workshop_id, values, base)
        tell(db, topics.figures(workshop_id))
    return kept


def _added(db: Session, workshop_id: str, values: dict[str, Any]) -> CountryFigures:
    count = db.scalar(select(func.count()).where(CountryFigures.workshop_id == workshop_id)) or 0
    if count >= TABLES_LIMIT:
        raise WorkshopProblem(_("There are {limit} tables already. Remove one first.").format(limit=TABLES_LIMIT))
    kept = CountryFigures(id=secrets.token_hex(8), workshop_id=workshop_id, revision=1, **values)
    db.add(kept)
    return kept


def _changed(found: CountryFigures | None, workshop_id: str, values: dict[str, Any], base: int) -> CountryFigures:
    if found is None or found.workshop_id != workshop_id:
        raise WorkshopProblem(_("This table was removed meanwhile. Enter it as a new one."))
    if found.revision != base:
        raise WorkshopProblem(_("Another window changed this table meanwhile. Open it again, then change it."))
    for name, value in values.items():
        setattr(found, name, value)
    found.revision, found.changed_at = base + 1, datetime.now(UTC)
    return found


def figures_of(server: Server, workshop_id: str) -> list[CountryFigures]:
    """In the order in which they were entered."""
    query = select(CountryFigures).where(CountryFigures.workshop_id == workshop_id)
    with server.database.read() as db:
        return list(db.scalars(query.order_by(CountryFigures.entered_at, CountryFigures.id)))


def remove_figures(server: Server, workshop_id: str, figures_id: str) -> None:
    """Remove a table for good; one that is gone already is no problem.

    Raises:
        WorkshopProblem: the workshop is closed.
    """
    with server.database.write() as db:
        _refuse_if_closed(hold_workshop(db, workshop_id))
        found = db.get(CountryFigures, figures_id)
        if found is not None and found.workshop_id == workshop_id:
            db.delete(found)
        tell(db, topics.figures(workshop_id))


def _checked(entered: Entered) -> dict[str, Any]:
    return {
        "title": clean_line(entered.title, _("Give the table a title that says what it shows."), TITLE_LIMIT),
        "unit": clean_line(entered.unit, _("Say what is counted, for example: inspections a year."), UNIT_LIMIT),
        "source": clean_line(entered.source, _("Name the source, so that everybody can check it."), SOURCE_LIMIT),
        "year": _year(entered.year),
        "note": _optional(entered.note, NOTE_LIMIT),
        "entered_by": _optional(entered.entered_by, NAME_LIMIT),
        "beside": entered.beside,
        "content": entered.table.model_dump(mode="json"),
    }


def _year(text: str) -> str:
    typed = plain(text)
    if not _YEARS.fullmatch(typed):
        raise WorkshopProblem(_("Write the year of the figures, such as 2024, or 2019-2023."))
    return " ".join(typed.split())


def _optional(text: str, limit: int) -> str:
    return clean_line(text, "", limit) if text.strip() else ""


def _refuse_if_closed(workshop: Workshop) -> None:
    if not workshop.is_open:
        raise WorkshopProblem(_("This workshop is closed. Open it again first."))
