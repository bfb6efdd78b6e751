"""A dataset: figures that one publisher counted in one way, each with its source."""

import csv
import io
import re
from typing import Annotated, Any

from pydantic import Field as PydanticField
from pydantic import StringConstraints, model_validator

from engine.content.base import Content, FileId
from engine.content.page import Year
from engine.content.strict_yaml import Lines, YamlProblem
from engine.fields import Fault, Model, Words

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
"""The permanent name of a label or a series: never translated, never shown."""
COLUMNS = ("label", "series", "value", "qualifier", "source", "year", "note")
"""The columns of a dataset's CSV file."""
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


class Figure(Model):
    """One published number; a figure that nobody saw in a source has no row at all."""

    label: Key
    series: Key
    value: int | float
    qualifier: Words | None = None
    """What the source puts before the number: `at least`, `about`."""
    source: FileId
    year: Year
    """The year of publication."""
    note: Words | None = None

    @property
    def is_later(self) -> bool:
        """Whether it is later than the handbook (2008); the figures that the handbook has are older."""
        return self.source != "handbook" and self.year >= "2008"

    @model_validator(mode="before")
    @classmethod
    def _with_a_number(cls, data: Any) -> Any:
        if not isinstance(data, dict) or not isinstance(data.get("value"), str):
            return data
        typed = data["value"]
        match = NUMBER.fullmatch(typed)
        if not match:
            raise ValueError(f"the value '{typed}' is no number. Write digits only, such as 12300000 or 3.5")
        return data | {"value": float(typed) if match[2] else int(typed)}


class DatasetFile(Content):
    """The CSV file of a dataset."""

    id: FileId
    rows: tuple[Figure, ...] = PydanticField(min_length=1)

    def faults(self) -> list[Fault]:
        """Find two figures for one label and series: one of them would never be drawn."""
        places = [(row.label, row.series) for row in self.rows]
        return [
            (("rows", n), f"there is a figure for '{label}' and '{series}' already. Remove one of the two")
            for n, (label, series) in enumerate(places)
            if (label, series) in places[:n]
        ]


class Dataset(Content):
    """What the figures mean: who published them, what was counted, in which unit, and when."""

    id: FileId
    title: Words
    publisher: Words
    """Who published the figures first; `source` is where we read them."""
    source: FileId
    published: Annotated[str, StringConstraints(pattern=r"^[12][0-9]{3}(–[12][0-9]{3})?$")]
    covers: Words
    """The period that the figures are about."""
    definition: Words
    unit: Words
    later: bool
    """Whether every figure of it is later than the handbook (2008); a single figure tells by its source and year."""
    note: Words | None = None
    labels: dict[Key, Words] = PydanticField(min_length=1)
    """What was counted, in the order of the source: id -> words."""
    series: dict[Key, Words] = PydanticField(min_length=1)
    """The columns of the source: id -> words."""
    rows: tuple[Figure, ...] = PydanticField(default=(), exclude=True)
    """The figures, which stand in the CSV file beside it."""

    def at(self, label: str, series: str) -> Figure | None:
        """Find one figure; None where no source that we saw gives it."""
        return next((row for row in self.rows if (row.label, row.series) == (label, series)), None)


def read_figures(text: str, name: str) -> tuple[Any, Lines]:
    """Read a CSV file: its data, and the line of every figure.

    Raises:
        YamlProblem: the first line does not name the columns, or a line has too many cells.
    """
    reader = csv.reader(io.StringIO(text))
    if (head := tuple(next(reader, []))) != COLUMNS:
        raise YamlProblem(1, f"the first line must be '{','.join(COLUMNS)}'")
    rows: list[dict[str, str]] = []
    lines: Lines = {("rows",): 1}
    for cells in reader:
        if len(cells) > len(head):
            more = f"this line has {len(cells)} cells, and there are {len(head)} columns"
            raise YamlProblem(reader.line_num, f"{more}. Put quotes around a text with a comma in it")
        for column in head:
            lines["rows", len(rows), column] = reader.line_num
        lines["rows", len(rows)] = reader.line_num
        rows.append({column: cell.strip() for column, cell in zip(head, cells, strict=False) if cell.strip()})
    return {"id": name, "rows": tuple(rows)}, lines
