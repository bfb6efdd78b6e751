"""Tables on a sheet: each fixed row is a part of the page of its own; an open table is one part with all its rows."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from engine.fields import Choice, Field, OpenTable, Table, TableRow
from engine.language import _
from engine.screens.frame.live import part
from engine.screens.seat.sheet import Sheet
from engine.store import Saved

DrawCell = Callable[[Sheet, str, Field, Saved], None]


def draw_table(sheet: Sheet, table: Table, draw_cell: DrawCell) -> None:
    """`draw_cell` draws the widget of a cell."""
    _head(table)
    for row, about in zip(table.rows_now({}), table.rows, strict=True):
        part(sheet.key(row.path), partial(_fixed_row, sheet, row, about, draw_cell))


def draw_open_table(sheet: Sheet, table: OpenTable, draw_cell: DrawCell) -> None:
    """Draw a table to which the group adds rows."""
    _head(table)
    part(sheet.key(table.id), lambda: _open_rows(sheet, table, draw_cell))


def _head(table: Field) -> None:
    st.subheader(table.label)
    if table.hint:
        st.caption(table.hint)


def _fixed_row(sheet: Sheet, row: TableRow, about: Choice, draw_cell: DrawCell) -> None:
    answers = sheet.answers(row.path)
    with st.container(border=True):
        st.markdown(f"**{row.label}**")
        if about.explain:
            st.caption(about.explain)
        if about.questions:
            with st.expander(_("Questions to ask"), icon=":material/help:"):
                st.markdown("\n".join(f"- {question}" for question in about.questions))
        _cells(sheet, row, answers, draw_cell)


def _cells(sheet: Sheet, row: TableRow, answers: dict[str, Saved], draw_cell: DrawCell) -> None:
    chosen = [path for path, column in row.cells.items() if not column.is_typed]
    for path, column in row.cells.items():
        draw_cell(sheet, path, column, answers.get(path, Saved()))
        if chosen and path == chosen[-1]:  # a text box says itself when it was saved
            sheet.say_saved({name: answers[name] for name in chosen if name in answers})


def _open_rows(sheet: Sheet, table: OpenTable, draw_cell: DrawCell) -> None:
    answers = sheet.answers(table.id)
    rows = table.rows_now(answers)
    with st.container():  # the rows have a place of their own, so that the button below keeps its place
        for row in rows:
            with st.container(border=True):
                _row_head(sheet, row)
                _cells(sheet, row, answers, draw_cell)
        if not rows:
            st.caption(_("Nothing here yet. Add the first row."))
    if not sheet.locked:
        _draw_add(sheet, table, answers)


def _draw_add(sheet: Sheet, table: OpenTable, answers: dict[str, Saved]) -> None:
    with st.container(horizontal=True):
        st.button(
            _("Add: {row}").format(row=table.row_label),
            key=sheet.key(f"{table.id}:add"),
            icon=":material/add:",
            on_click=sheet.adding(table),
        )
        if removed := table.removed_row(answers):
            st.button(
                _("Put back what was removed"),
                key=sheet.key(f"{table.id}:back"),
                icon=":material/undo:",
                type="tertiary",
                on_click=sheet.saving(removed, lambda: True),
            )
    sheet.show_outcome(table.id)


def _row_head(sheet: Sheet, row: TableRow) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{row.label}**", width="stretch")
        if not sheet.locked:
            st.button(
                _("Remove"),
                key=sheet.key(f"{row.path}:remove"),
                icon=":material/delete:",
                type="tertiary",
                on_click=sheet.saving(row.path, lambda: False),
            )
    sheet.show_outcome(row.path)
