"""How the facilitator enters figures of the country: a file, or a small table typed in."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from engine.language import _, plural
from engine.screens.live import draw_again
from engine.screens.sheet import plain
from engine.server import running
from engine.statistics_file import (
    COLUMNS_LIMIT,
    LIMIT,
    ROWS_LIMIT,
    Figures,
    FileProblem,
    read_cells,
    read_file,
    template,
)
from engine.statistics_file.numbers import Style
from engine.store import CountryFigures, Workshop
from engine.workshop import Entered, WorkshopProblem, put_figures

_TURN, _CHANGING, _DONE = "entry turn", "changed table", "entry done"
_FAULTS_SHOWN = 12
_MEGABYTE = 1_000_000


def draw_entry(workshop: Workshop) -> None:
    """Draw the way to enter a new table."""
    turn = st.session_state.setdefault(_TURN, 0)
    st.subheader(_("Add a table"))
    if st.session_state.pop(_DONE, False):
        st.success(_("The table is saved. The groups see it on this page."), icon=":material/check:")
    ways = {"file": _("From a file"), "hand": _("By hand")}
    way = st.segmented_control(
        _("How"), list(ways), default="file", required=True, format_func=ways.__getitem__, key=f"way:{turn}"
    )
    key = f"entry:{turn}"
    if way == "file":
        table = _draw_upload(key)
        if table is not None:
            _draw_form(workshop, key, lambda: table, None)
    else:
        count = st.segmented_control(
            _("Columns of figures"), [1, 2, COLUMNS_LIMIT], default=1, required=True, key=f"columns:{turn}"
        )
        _draw_form(workshop, key, lambda: _draw_editor(key, None, count or 1), None)


def _draw_upload(key: str) -> Figures | None:
    """Draw the box for a file; give its table, or say of every cell what to mend."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        file = st.file_uploader(
            _("A CSV file: names in the first column, one to three columns of figures"),
            max_upload_size=LIMIT // _MEGABYTE,
            key=f"{key}:file",
        )
        st.download_button(
            _("A file to fill in"),
            template(),
            file_name="figures.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
    st.caption(
        _("Up to 2 MB, {rows} rows. A file that is marked red is larger: keep the rows that the room needs.").format(
            rows=ROWS_LIMIT
        )
    )
    if file is None:
        return None
    try:
        table = read_file(file.getvalue())
    except FileProblem as problem:
        _draw_faults(problem)
        return None
    _draw_preview(table)
    return table


def _draw_faults(problem: FileProblem) -> None:
    faults = problem.faults
    lines = [f"- {plain(str(fault))}" for fault in faults[:_FAULTS_SHOWN]]
    if len(faults) > _FAULTS_SHOWN:
        more = len(faults) - _FAULTS_SHOWN
        lines.append(f"- {plural('and {count} more', 'and {count} more', more)}")
    head = _("The file cannot be taken as it is. Mend it, save it, and choose it again.")
    st.error("\n".join([head, "", *lines]))


def _draw_preview(table: Figures) -> None:
    count = plural(
        "{count} row understood. Look whether it is right.",
        "{count} rows understood. Look whether they are right.",
        len(table.rows),
    )
    st.success(count, icon=":material/check:")
    st.dataframe(_frame(table), hide_index=True, height="content" if len(table.rows) <= 10 else 380)


def _frame(table: Figures) -> pd.DataFrame:
    rows = [[row.label, *row.values] for row in table.rows]
    return pd.DataFrame(rows, columns=[table.label, *table.columns])


def _draw_editor(key: str, table: Figures | None, columns: int) -> Figures:
    """Draw a table to type into; give what stands there.

    Raises:
        FileProblem: cells that do not fit.
    """
    heads = [table.label, *table.columns] if table else [_("Region"), *[""] * columns]
    boxes = st.columns(len(heads))
    labels = [
        _("Heading of the names"),
        *[_("Heading of column {number}").format(number=n) for n in range(1, len(heads))],
    ]
    typed = [
        box.text_input(label, value=head, key=f"{key}:head:{place}", max_chars=60)
        for place, (box, label, head) in enumerate(zip(boxes, labels, heads, strict=True))
    ]
    names = [f"c{place}" for place in range(len(heads))]
    rows = [[row.label, *row.values] for row in table.rows] if table else [[""] + [None] * columns for _n in range(5)]
    shown = {names[0]: st.column_config.TextColumn(typed[0] or labels[0])} | {
        name: st.column_config.NumberColumn(head or label, min_value=0)
        for name, head, label in zip(names[1:], typed[1:], labels[1:], strict=True)
    }
    edited = st.data_editor(
        pd.DataFrame(rows, columns=names).astype(dict.fromkeys(names[1:], float)),
        num_rows="dynamic", hide_index=True, column_config=shown, key=f"{key}:cells",
    )  # fmt: skip
    return _typed_table(typed, edited.values.tolist())


def _typed_table(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> Figures:
    cells = [["" if pd.isna(cell) else _as_text(cell) for cell in row] for row in rows]
    return read_cells([list(heads), *cells], Style.POINT)


def _as_text(cell: Any) -> str:
    return f"{cell:.10g}" if isinstance(cell, float) and cell < _MEGABYTE else str(cell).removesuffix(".0")


def _draw_form(workshop: Workshop, key: str, table_of, entered: CountryFigures | None) -> None:  # noqa: ANN001 - see below
    """Draw what belongs to a table, and the button that saves both.

    Args:
        table_of: draws the table in the form and gives it; may raise `FileProblem`.
        entered: the table that is changed, None for a new one.
    """
    problem: Exception | None = None
    table: Figures | None = None
    with st.form(f"{key}:form", enter_to_submit=False):
        try:
            table = table_of()
        except FileProblem as found:
            problem = found
        about = _draw_about(key, entered)
        with st.container(horizontal=True):
            sent = st.form_submit_button(_("Save"), type="primary", icon=":material/check:")
            stopped = entered is not None and st.form_submit_button(_("Leave it as it was"))
    if stopped:
        _stop_change()
    elif sent and table is None:
        assert isinstance(problem, FileProblem)
        _draw_faults(problem)
    elif sent and table is not None:
        _save(workshop, Entered(table, **about), entered)


def _draw_about(key: str, entered: CountryFigures | None) -> dict[str, Any]:
    """Draw the fields beside a table; give what stands in them."""

    def line(name: str, label: str, example: str, limit: int) -> str:
        now = getattr(entered, name) if entered else ""
        return st.text_input(label, value=now, key=f"{key}:{name}", placeholder=example, max_chars=limit)

    left, right = st.columns(2)
    charts = running().library.charts
    with left:
        title = line("title", _("Title"), _("For example: Labour inspections by region"), 120)
        source = line("source", _("Source"), _("For example: annual report of the inspectorate"), 200)
        note = line("note", _("Note, if one is needed"), _("For example: without mines"), 300)
    with right:
        unit = line("unit", _("What is counted"), _("For example: inspections a year"), 60)
        year = line("year", _("Year of the figures"), _("For example: 2024, or 2019-2023"), 12)
        name = line("entered_by", _("Your name, if you like"), "", 60)
    now = entered.beside if entered and entered.beside in charts else None
    choices = [None, *charts]
    beside = st.selectbox(
        _("Show it beside a chart of ours"),
        choices,
        index=choices.index(now),
        format_func=lambda chart: charts[chart].title if chart else _("No, alone"),
        key=f"{key}:beside",
    )
    return {
        "title": title,
        "unit": unit,
        "source": source,
        "year": year,
        "note": note,
        "beside": beside,
        "entered_by": name,
    }


def _save(workshop: Workshop, entered: Entered, before: CountryFigures | None) -> None:
    try:
        if before is None:
            put_figures(running(), workshop.id, entered)
        else:
            put_figures(running(), workshop.id, entered, before.id, st.session_state[_CHANGING][1])
    except WorkshopProblem as problem:
        st.error(plain(str(problem)))
        return
    if before is None:  # the next table begins with empty fields
        st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.session_state[_DONE] = True
    _stop_change()


def is_changing(figures_id: str) -> bool:
    """Tell whether this window changes a table now."""
    return st.session_state.get(_CHANGING, ("", 0))[0] == figures_id


def start_change(table: CountryFigures) -> None:
    """Begin to change a table, as it stands on the screen."""
    st.session_state[_CHANGING] = (table.id, table.revision)
    draw_again("figures")


def _stop_change() -> None:
    st.session_state.pop(_CHANGING, None)
    st.rerun()


def draw_change(workshop: Workshop, entered: CountryFigures) -> None:
    """Draw a table so that it can be changed."""
    table = Figures.model_validate(entered.content)
    key = f"change:{entered.id}:{st.session_state[_CHANGING][1]}"
    st.subheader(_("Change this table"))
    _draw_form(workshop, key, lambda: _draw_editor(key, table, len(table.columns)), entered)
