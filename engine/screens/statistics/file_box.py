"""The box for a file with figures: it shows what the file holds, or what to mend in it."""

import pandas as pd
import streamlit as st

from engine.language import _, plural
from engine.screens.frame.wording import plain
from engine.statistics_file import LIMIT, ROWS_LIMIT, FigureTable, FileProblem, read_file, template

_FAULTS_SHOWN = 12
_ROWS_SHOWN = 10
_MEGABYTE = 1_000_000


def draw_file_box(key: str) -> FigureTable | None:
    """Draw the box for a file. Returns its table; None where there is no file or it is refused."""
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
    limits = _("Up to 2 MB and {rows} rows. A file that is marked red is larger: keep the rows that the room needs.")
    st.caption(limits.format(rows=ROWS_LIMIT))
    if file is None:
        return None
    try:
        table = read_file(file.getvalue())
    except FileProblem as problem:
        draw_faults(problem)
        return None
    _draw_preview(table)
    return table


def draw_faults(problem: FileProblem) -> None:
    """Say what to mend, cell by cell; only the first ones when there are very many."""
    lines = [f"- {plain(str(fault))}" for fault in problem.faults[:_FAULTS_SHOWN]]
    if more := len(problem.faults[_FAULTS_SHOWN:]):
        lines.append(f"- {plural('and {count} more', 'and {count} more', more)}")
    st.error("\n".join([_("The table cannot be taken as it is. Mend this, and try again."), "", *lines]))


def _draw_preview(table: FigureTable) -> None:
    understood = plural(
        "{count} row understood. Look whether it is right.",
        "{count} rows understood. Look whether they are right.",
        len(table.rows),
    )
    st.success(understood, icon=":material/check:")
    rows = [[row.label, *row.values] for row in table.rows]
    frame = pd.DataFrame(rows, columns=[table.label, *table.columns])
    st.dataframe(frame, hide_index=True, height="content" if len(rows) <= _ROWS_SHOWN else 380)
