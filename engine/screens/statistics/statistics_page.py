"""The statistics: choose a chart by its topic, and see it with everything that belongs to it."""

import streamlit as st

from engine.access import Visitor
from engine.language import _
from engine.screens.frame.live import part
from engine.screens.statistics.chart_view import draw_chart
from engine.screens.statistics.own_chart import draw_own_beside, workshop_here
from engine.server import running

STORY = "ten-charts"
"""The id of the deck that tells the whole story, chart by chart."""


def topics() -> dict[str, str]:
    """Topic id -> its words, in the order of the screen."""
    return {
        "regions": _("Where"),
        "people": _("Who, and in what work"),
        "profits": _("Profits"),
        "justice": _("Prosecutions and laws"),
        "inspection": _("Labour inspection"),
    }


def draw() -> None:
    """Draw the chart that the address names, or the first one, and the choice of the others."""
    library = running().library
    st.title(_("Statistics"))
    if not library.charts:
        st.info(_("There are no charts. The page Content check says what is wrong."), icon=":material/error:")
        return
    now = st.query_params.get("chart", "")
    now = now if now in library.charts else next(name for topic in topics() for name in library.charts_on(topic))
    topic = library.charts[now].topic
    st.markdown(_("Choose a topic and a chart. Every chart names its source, and says what it does not show."))
    chosen = st.pills(_("Topic"), list(topics()), default=topic, format_func=topics().__getitem__, key="topic") or topic
    charts = library.charts_on(chosen)
    if not charts:
        st.info(_("There is no chart on this topic yet. Choose another."))
        return
    shown = st.selectbox(
        _("Chart"),
        charts,
        index=charts.index(now) if now in charts else 0,
        format_func=lambda name: library.charts[name].title,
        placeholder=_("Choose"),
        key=f"chart of {chosen}",
    )
    st.query_params["chart"] = shown
    draw_chart(shown, big=False)
    part("figures", lambda: draw_own_beside(shown))
    if _may_present():
        label = _("The whole story in ten charts, with notes and for the projector")
        st.page_link("slides/slides_page.py", label=label, icon=":material/slideshow:", query_params={"deck": STORY})
    if workshop_here():
        st.page_link("statistics/country_figures_page.py", label=_("Your country's figures"), icon=":material/flag:")
    st.page_link("predict/predict_page.py", label=_("Guess figures before you see them"), icon=":material/psychology:")


def _may_present() -> bool:
    """Whether the deck with the whole story is among the slides that this visitor can see."""
    visitor: Visitor = st.session_state["visitor"]
    return STORY in running().library.decks and (visitor.is_facilitator or visitor.seat is not None)


draw()
