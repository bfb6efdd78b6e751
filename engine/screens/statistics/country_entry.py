"""Where the facilitator enters and changes figures of the country: the table, and where it comes from."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from engine.figures.country import NAME_LIMIT, NOTE_LIMIT, SOURCE_LIMIT, TITLE_LIMIT, UNIT_LIMIT, Entered, put_figures
from engine.language import _
from engine.screens.frame.acts import show_outcome, tried
from engine.screens.statistics.file_box import draw_faults, draw_file_box
from engine.screens.statistics.table_editor import draw_editor
from engine.server import running
from engine.statistics_file import COLUMNS_LIMIT, FigureTable, FileProblem
from engine.store import CountryFigures, Workshop

_TURN, _CHANGING, _NEW = "entry turn", "changed table", "new table"
_YEAR_LIMIT = 12


def draw_entry(workshop: Workshop) -> None:
    turn = st.session_state.setdefault(_TURN, 0)
    key = f"entry:{turn}"
    st.subheader(_("Add a table"))
    show_outcome(_NEW)
    ways = {"file": _("From a file"), "hand": _("By hand")}
    way = st.segmented_control(
        _("How"), list(ways), default="file", required=True, format_func=ways.__getitem__, key=f"{key}:way"
    )
    if way == "hand":
        counts = range(1, COLUMNS_LIMIT + 1)
        count = st.segmented_control(_("Columns of figures"), counts, default=1, required=True, key=f"{key}:columns")
        _draw_form(workshop, f"{key}:{count}", lambda: draw_editor(f"{key}:{count}", None, count or 1), None)
    elif table := draw_file_box(key):
        _draw_form(workshop, key, lambda: table, None)


def draw_change(workshop: Workshop, entered: CountryFigures) -> None:
    table = FigureTable.model_validate(entered.content)
    key = f"change:{entered.id}:{st.session_state[_CHANGING][1]}"
    st.subheader(_("Change this table"))
    _draw_form(workshop, key, lambda: draw_editor(key, table, len(table.columns)), entered)


def is_changing(figures_id: str) -> bool:
    """Whether this window changes this table now."""
    changing: tuple[str, int] = st.session_state.get(_CHANGING, ("", 0))
    return changing[0] == figures_id


def start_change(table: CountryFigures) -> None:
    """Begin to change a table, from the revision that the screen shows."""
    st.session_state[_CHANGING] = (table.id, table.revision)


def _stop_change() -> None:
    st.session_state.pop(_CHANGING, None)
    st.rerun()


def _draw_form(
    workshop: Workshop, key: str, draw_table: Callable[[], FigureTable], entered: CountryFigures | None
) -> None:
    """Draw a table with the fields beside it, and the button that saves both.

    Args:
        workshop: whose figures they are.
        key: the name of the form's widgets.
        draw_table: draws the table and returns it; may raise `FileProblem`.
        entered: the table that is changed, None for a new one.
    """
    found: FigureTable | FileProblem
    with st.form(f"{key}:form", enter_to_submit=False):
        try:
            found = draw_table()
        except FileProblem as problem:
            found = problem
        about = _draw_about(key, entered)
        with st.container(horizontal=True):
            is_sent = st.form_submit_button(_("Save"), type="primary", icon=":material/check:")
            is_left = entered is not None and st.form_submit_button(_("Leave it as it was"))
    if is_left:
        _stop_change()
    elif is_sent and isinstance(found, FileProblem):
        draw_faults(found)
    elif is_sent and isinstance(found, FigureTable):
        _save(workshop, Entered(found, **about), entered)
    show_outcome(entered.id if entered else _NEW)


def _draw_about(key: str, entered: CountryFigures | None) -> dict[str, Any]:
    """Draw the fields beside a table. Returns what stands in them, as arguments for `Entered`."""

    def line(name: str, label: str, example: str, limit: int) -> str:
        now = getattr(entered, name) if entered else ""
        return st.text_input(label, value=now, key=f"{key}:{name}", placeholder=example, max_chars=limit)

    left, right = st.columns(2)
    with left:
        title = line("title", _("Title"), _("For example: Labour inspections by region"), TITLE_LIMIT)
        source = line("source", _("Source"), _("For example: annual report of the inspectorate"), SOURCE_LIMIT)
        note = line("note", _("Note, if one is needed"), _("For example: without mines"), NOTE_LIMIT)
    with right:
        unit = line("unit", _("What is counted"), _("For example: inspections a year"), UNIT_LIMIT)
        year = line("year", _("Year of the figures"), _("For example: 2024, or 2019-2023"), _YEAR_LIMIT)
        name = line("entered_by", _("Your name, if you like"), "", NAME_LIMIT)
    about = {"title": title, "unit": unit, "source": source, "year": year, "note": note, "entered_by": name}
    return about | {"beside": _choose_beside(key, entered)}


def _choose_beside(key: str, entered: CountryFigures | None) -> str | None:
    charts = running().library.charts
    choices = [None, *charts]
    return st.selectbox(
        _("Show it beside a chart of ours"),
        choices,
        index=choices.index(entered.beside) if entered and entered.beside in choices else 0,
        format_func=lambda chart: charts[chart].title if chart else _("No, alone"),
        placeholder=_("Choose"),
        key=f"{key}:beside",
    )


def _save(workshop: Workshop, entered: Entered, before: CountryFigures | None) -> None:
    if before is not None:
        figures_id, base = before.id, st.session_state[_CHANGING][1]
        is_done = tried(lambda: put_figures(running(), workshop.id, entered, figures_id, base), at=figures_id)
    else:
        said = _("The table is saved. The groups see it on this page.")
        is_done = tried(lambda: put_figures(running(), workshop.id, entered), at=_NEW, done=said)
        st.session_state[_TURN] += is_done  # the next table begins with empty fields
    if is_done:
        _stop_change()
