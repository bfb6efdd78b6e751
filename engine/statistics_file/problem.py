"""What is wrong with a file: where, what, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.language import _


@dataclass(frozen=True, order=True)
class Fault:
    """One thing to mend. Rows count as in a spreadsheet: the headings are row 1."""

    row: int
    """0 for a fault of the file as a whole."""
    column: str
    """The heading, or the letter of a column without one; empty for the whole row."""
    what: str

    def __str__(self) -> str:
        if not self.row:
            return self.what
        if not self.column:
            return _("Row {row}: {what}").format(row=self.row, what=self.what)
        return _("Row {row}, column “{column}”: {what}").format(row=self.row, column=self.column, what=self.what)


class FileProblem(Exception):
    """A file that cannot be taken as it is; `faults` has everything that is wrong with it, in order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))


def refused(what: str) -> FileProblem:
    """The problem of a file that cannot be read at all."""
    return FileProblem([Fault(0, "", what)])
