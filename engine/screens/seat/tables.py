"""Tables on a sheet: a part of the page for each fixed row, one for all rows of an open table."""

from collections.abc import Callable

import streamlit as st

from engine.fields import Choice, Field, LongText, OpenTable, Table, Text
from engine.language import _
from engine.screens.frame.live import part
from engine.screens.seat.sheet import Sheet
from engine.store import Saved
from engine.workshop import removed_row, rows_of

DrawCell = Callable[[Sheet, str, Field, Saved], None]


def draw_table(sheet: Sheet, table: Table | OpenTable, draw_cell: DrawCell) -> None:
    """Draw a table with its heading; `draw_cell` draws the widget of a cell."""
    st.subheader(table.label)
    if table.hint:
        st.caption(table.hint)
    if isinstance(table, OpenTable):
        part(sheet.key(table.id), lambda: _open_rows(sheet, table, draw_cell))
        return
    for row in table.rows:
        part(sheet.key(f"{table.id}/{row.id}"), lambda row=row: _fixed_row(sheet, table, row, draw_cell))


def _fixed_row(sheet: Sheet, table: Table, row: Choice, draw_cell: DrawCell) -> None:
    answers = sheet.answers(f"{table.id}/{row.id}")
    with st.container(border=True):
        st.markdown(f"**{row.label}**")
        if row.explain:
            st.caption(row.explain)
        if row.questions:
            with st.expander(_("Questions to ask"), icon=":material/help:"):
                st.markdown("\n".join(f"- {question}" for question in row.questions))
        _cells(sheet, table, row.id, answers, draw_cell)


def _cells(sheet: Sheet, table: Table | OpenTable, row_id: str, answers: dict[str, Saved], draw_cell: DrawCell) -> None:
    paths = {f"{table.id}/{row_id}/{column.id}": column for column in table.columns}
    chosen = [path for path, column in paths.items() if not isinstance(column, Text | LongText)]
    for path, column in paths.items():
        draw_cell(sheet, path, column, answers.get(path, Saved()))
        if chosen and path == chosen[-1]:  # text boxes say it themselves
            sheet.say_saved({name: answers[name] for name in chosen if name in answers})


def _open_rows(sheet: Sheet, table: OpenTable, draw_cell: DrawCell) -> None:
    answers = sheet.answers(table.id)
    rows = rows_of(table, answers)
    with st.container():  # the rows have a place of their own, so that the button below keeps its place
        for number, row_id in enumerate(rows, start=1):
            with st.container(border=True):
                _row_head(sheet, table, row_id, number)
                _cells(sheet, table, row_id, answers, draw_cell)
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
        if removed := removed_row(table, answers):
            st.button(
                _("Put back what was removed"),
                key=sheet.key(f"{table.id}:back"),
                icon=":material/undo:",
                type="tertiary",
                on_click=sheet.saving(f"{table.id}/{removed}", lambda: True),
            )
    sheet.show_outcome(table.id)


def _row_head(sheet: Sheet, table: OpenTable, row_id: str, number: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{table.row_label} {number}**", width="stretch")
        if not sheet.locked:
            st.button(
                _("Remove"),
                key=sheet.key(f"{table.id}/{row_id}:remove"),
                icon=":material/delete:",
                type="tertiary",
                on_click=sheet.saving(f"{table.id}/{row_id}", lambda: False),
            )
    sheet.show_outcome(f"{table.id}/{row_id}")
