"""A small table to type into: headings, names and figures."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from engine.language import _
from engine.statistics_file import HEADING_LIMIT, FigureTable, as_written, read_cells
from engine.statistics_file.numbers import Style

_EMPTY_ROWS = 5


def draw_editor(key: str, table: FigureTable | None, columns: int) -> FigureTable:
    """Draw a table to type into. Returns what stands in it.

    Args:
        key: the name of its widgets.
        table: what stands there at first; None for an empty table.
        columns: how many columns of figures it has.

    Raises:
        FileProblem: cells that do not fit.
    """
    heads, labels = _draw_headings(key, table, columns)
    names = [f"c{place}" for place in range(columns + 1)]
    rows = [[row.label, *row.values] for row in table.rows] if table else [["", *[None] * columns]] * _EMPTY_ROWS
    shown = {names[0]: st.column_config.TextColumn(heads[0] or labels[0])} | {
        name: st.column_config.NumberColumn(head or label, min_value=0)
        for name, head, label in zip(names[1:], heads[1:], labels[1:], strict=True)
    }
    edited = st.data_editor(
        pd.DataFrame(rows, columns=names).astype(dict.fromkeys(names[1:], float)),
        num_rows="dynamic",
        hide_index=True,
        column_config=shown,
        key=f"{key}:cells",
    )
    return typed_table(heads, edited.values.tolist())


def _draw_headings(key: str, table: FigureTable | None, columns: int) -> tuple[list[str], list[str]]:
    """Draw a box for each heading. Returns what stands in the boxes, and what the boxes are called."""
    now = [table.label, *table.columns] if table else [_("Region"), *[""] * columns]
    numbered = [_("Heading of column {number}").format(number=n) for n in range(1, columns + 1)]
    labels = [_("Heading of the names"), *numbered]
    boxes = st.columns(columns + 1)
    heads = [
        box.text_input(label, value=head, key=f"{key}:head:{place}", max_chars=HEADING_LIMIT)
        for place, (box, label, head) in enumerate(zip(boxes, labels, now, strict=True))
    ]
    return heads, labels


def typed_table(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> FigureTable:
    """Make a table of what was typed. A cell holds a text or a number; an empty one holds `nan` or None.

    Raises:
        FileProblem: cells that do not fit.
    """
    return read_cells([list(heads), *([_as_text(cell) for cell in row] for row in rows)], Style.POINT)


def _as_text(cell: Any) -> str:
    if pd.isna(cell):
        return ""
    return as_written(cell) if isinstance(cell, float) else str(cell)
