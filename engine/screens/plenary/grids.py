"""Draws a grid: rows by groups, each cell shaded by its level."""

from engine.language import _
from engine.plenary import Grid
from engine.screens.frame.components import component

_grid = component("grid", '<div class="grid"></div>')


def draw_grid(key: str, grid: Grid) -> None:
    """A cell with notes has a marked corner; a click opens them."""
    words = {
        "open": _("Open the notes"),
        "hint": _("A marked corner has notes: click it."),
        "close": _("Close"),
    }
    rows = [
        {
            "label": row.label,
            "cells": [
                {
                    "text": cell.text,
                    "level": cell.level,
                    "notes": [{"label": label, "text": text} for label, text in cell.notes],
                }
                for cell in row.cells
            ],
        }
        for row in grid.rows
    ]
    legend = [{"level": level, "text": text} for level, text in grid.legend]
    data = {"caption": grid.caption, "columns": list(grid.columns), "rows": rows, "legend": legend, "words": words}
    _grid(key=f"grid:{key}", data=data, height="content")
