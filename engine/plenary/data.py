"""The data that plenary views draw: plain texts and numbers, for a screen and for a report."""

from dataclasses import dataclass

LEVELS = 4
"""The highest level, which is drawn darkest; 0 is no level."""


@dataclass(frozen=True)
class GridCell:
    """What one group says in one row."""

    text: str
    level: int
    notes: tuple[tuple[str, str], ...] = ()
    """(label, text) of what the group wrote beside it."""


@dataclass(frozen=True)
class GridRow:
    """One row of a grid."""

    label: str
    cells: tuple[GridCell, ...]


@dataclass(frozen=True)
class Grid:
    """Rows by groups; `legend` says what levels mean, as (level, text)."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    legend: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Bar:
    """How often an answer was given, and the names of the groups that gave it."""

    label: str
    count: int
    groups: tuple[str, ...]


@dataclass(frozen=True)
class Bars:
    """A bar for each option, in the order of the sheet."""

    bars: tuple[Bar, ...]
    counts_rows: bool
    """Whether rows of tables were counted, of which a group has several; otherwise groups were counted."""


@dataclass(frozen=True)
class PickedSentence:
    """A sentence of a case, and how many groups picked it; `level` is from 0 to `LEVELS`."""

    number: int
    text: str
    groups: int
    level: int


@dataclass(frozen=True)
class ShadedCase:
    """A case, paragraph by paragraph."""

    paragraphs: tuple[tuple[PickedSentence, ...], ...]


@dataclass(frozen=True)
class GroupTexts:
    """What each group wrote, as (group name, text); groups without a text are left out."""

    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class GroupRows:
    """Each group's rows of an open table, as (group name, rows of texts); groups without rows are left out."""

    columns: tuple[str, ...]
    groups: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]


ViewData = Grid | Bars | ShadedCase | GroupTexts | GroupRows
"""All that a view can draw."""
