"""A chart with all that belongs to it: its finding, its source, its numbers, what it does not say, the data."""

from html import escape

import streamlit as st

from engine.charts import panels_of, said, share_later, sources_of
from engine.charts.downloading import as_csv
from engine.charts.on_screen import figure
from engine.charts.tables import tables
from engine.language import _
from engine.screens.frame.look import html
from engine.server import running


def draw_chart(chart_id: str, *, big: bool) -> None:
    """Draw a chart below the sentence that states its finding, and above its source.

    Args:
        chart_id: of `content/statistics/charts`.
        big: for a room: nothing below 24 pixels, and no controls.
    """
    library = running().library
    chart = library.charts.get(chart_id)
    if chart is None:
        st.warning(_("This chart is not there. The page Content check says why."), icon=":material/error:")
        return
    html(_above(chart_id), "chart")
    draw_figure(chart_id, big=big)
    html(_below(chart_id, big=big), "chart")
    if not big:
        _draw_beside(chart_id)


def draw_figure(chart_id: str, *, big: bool) -> None:
    """Draw only the panels of a chart; the chart must exist."""
    library = running().library
    st.plotly_chart(
        figure(library, chart_id, big=big, dark=st.context.theme.type == "dark"),
        theme=None,
        key=f"chart:{chart_id}:{big}",
        config={"displayModeBar": False, "staticPlot": True},
        alt=" ".join([library.charts[chart_id].headline, *map(said, panels_of(library, chart_id))]),
    )


def _above(chart_id: str) -> str:
    return f'<h2 class="finding" dir="auto">{escape(running().library.charts[chart_id].headline)}</h2>'


def _below(chart_id: str, *, big: bool) -> str:
    """HTML with the source and year, what is newer than the handbook, and what the chart does not say."""
    library = running().library
    chart, later = library.charts[chart_id], share_later(library, chart_id)
    mark = _("Since the handbook") if later == 1 else _("In part since the handbook") if later else ""
    badge = f"<b>{escape(mark)}</b> " if mark else ""
    sources = escape("; ".join(sources_of(library, chart_id).splitlines()))
    said_not = f"<p><strong>{escape(_('What this does not say:'))}</strong> {escape(chart.says_not)}</p>"
    notes = "" if big else "".join(f"<li>{escape(note)}</li>" for note in chart.notes)
    return (
        f'<div class="chart-notes{" big" if big else ""}" dir="auto">'
        f"<p>{badge}{escape(_('Source:'))} {sources}</p>{said_not}<ul>{notes}</ul></div>"
    )


def _draw_beside(chart_id: str) -> None:
    """Draw the numbers as a table, and a button that downloads them."""
    library = running().library
    with st.expander(_("The numbers as a table"), icon=":material/table:"):
        html(tables(library, chart_id), "chart")
    st.download_button(
        _("Download the data (CSV)"),
        data=lambda: as_csv(library, chart_id),
        file_name=f"{chart_id}.csv",
        mime="text/csv",
        icon=":material/download:",
        key=f"data:{chart_id}",
        on_click="ignore",
    )
