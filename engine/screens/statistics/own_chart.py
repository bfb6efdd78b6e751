"""A table of the country's own figures: its chart, where it comes from, its numbers, the file to take along."""

import streamlit as st

from engine.access import Visitor
from engine.charts.on_screen import figure
from engine.charts.own import DRAWN_LIMIT, OWN, own_chart
from engine.charts.series import panels_of, said
from engine.charts.tables import tables
from engine.figures.country import figures_of
from engine.language import _
from engine.screens.frame.look import html
from engine.screens.frame.wording import plain
from engine.server import running
from engine.statistics_file import FigureTable, as_csv
from engine.store import CountryFigures, Workshop
from engine.workshop import workshop_on_screen


def draw_own(entered: CountryFigures, *, big: bool) -> None:
    """Draw a table that the facilitator entered, and say that they entered it.

    Args:
        entered: the table.
        big: for a room: nothing below 24 pixels, and no controls.
    """
    table = FigureTable.model_validate(entered.content)
    library = own_chart(
        table, title=entered.title, unit=entered.unit, source=entered.source, year=entered.year, note=entered.note
    )
    st.plotly_chart(
        figure(library, OWN, big=big, dark=st.context.theme.type == "dark"),
        theme=None,
        key=f"own:{entered.id}:{entered.revision}:{big}",
        config={"displayModeBar": False, "staticPlot": True},
        alt=" ".join(map(said, panels_of(library, OWN))),
    )
    st.markdown(_about(entered))
    if entered.note:
        st.markdown(plain(entered.note))
    if not big:
        _draw_beside(entered, table, tables(library, OWN))


def _about(entered: CountryFigures) -> str:
    source = _("Source: {source}, {year}").format(source=plain(entered.source), year=entered.year)
    day = entered.changed_at.date().isoformat()
    if entered.entered_by:
        mark = _("Entered by the facilitator, {name}, {day}").format(name=plain(entered.entered_by), day=day)
    else:
        mark = _("Entered by the facilitator, {day}").format(day=day)
    return f"{source} · :orange-badge[{mark}]"


def _draw_beside(entered: CountryFigures, table: FigureTable, numbers: str) -> None:
    if len(table.rows) > DRAWN_LIMIT:
        st.caption(_("The chart shows the first {limit} rows; the table has all.").format(limit=DRAWN_LIMIT))
    with st.expander(_("The numbers as a table"), icon=":material/table:"):
        html(numbers, "chart")
    st.download_button(
        _("Download the data (CSV)"),
        data=as_csv(table),
        file_name=f"{entered.id}.csv",
        mime="text/csv",
        icon=":material/download:",
        key=f"own data:{entered.id}",
        on_click="ignore",
    )


def workshop_here() -> Workshop | None:
    """The workshop of whoever is at the screen; None for a stranger."""
    visitor: Visitor = st.session_state["visitor"]
    if visitor.is_facilitator:
        return workshop_on_screen(running())
    return visitor.seat.workshop if visitor.seat else None


def draw_own_beside(chart_id: str) -> None:
    """Draw the country's own tables that belong beside a chart: below it, each with a scale of its own."""
    workshop = workshop_here()
    for entered in figures_of(running(), workshop.id) if workshop else []:
        if entered.beside == chart_id:
            with st.container(border=True):
                st.markdown(f"**{_('Your country, beside it')}**")
                st.caption(_("Counted by others and in another way: do not add it to the chart above."))
                draw_own(entered, big=False)
