"""Reads a small table of figures from a file that somebody brings; what does not fit is named by row and column."""

from engine.statistics_file.parsing import LIMIT, read_cells, read_file
from engine.statistics_file.problem import Fault, FileProblem
from engine.statistics_file.table import COLUMNS_LIMIT, HEADING_LIMIT, ROWS_LIMIT, FigureTable, Row, as_written
from engine.statistics_file.writing import as_csv, template

__all__ = [
    "COLUMNS_LIMIT", "HEADING_LIMIT", "LIMIT", "ROWS_LIMIT", "Fault", "FigureTable", "FileProblem", "Row", "as_csv",
    "as_written", "read_cells", "read_file", "template",
]  # fmt: skip
