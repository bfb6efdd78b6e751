"""Your country's figures: what the facilitator entered, each table as a chart of its own."""

import streamlit as st

from engine.access import Visitor
from engine.figures.country import figures_of, remove_figures
from engine.language import _
from engine.live import topics
from engine.screens.frame.acts import act, show_outcome
from engine.screens.frame.live import listen, part
from engine.screens.statistics.country_entry import draw_change, draw_entry, is_changing, start_change
from engine.screens.statistics.own_chart import draw_own, workshop_here
from engine.screens.workshop.chosen_workshop import chosen_workshop
from engine.server import running
from engine.store import CountryFigures, Workshop


def draw() -> None:
    visitor: Visitor = st.session_state["visitor"]
    workshop = chosen_workshop() if visitor.is_facilitator else workshop_here()
    st.title(_("Your country's figures"))
    if workshop is None:
        st.markdown(_("Join a workshop first; its facilitator can enter figures of your country here."))
        return
    may_change = visitor.is_facilitator and workshop.is_open
    if visitor.is_facilitator:
        st.markdown(_("Enter figures of your country from a file or by hand. The groups see them here, beside ours."))
    else:
        st.markdown(_("The facilitator entered these figures. Ask where they come from before you use them."))
    part("figures", lambda: _draw_all(workshop, may_change=may_change))
    if may_change:
        part("entry", lambda: draw_entry(workshop))
    if visitor.is_facilitator:  # a participant's pages listen to this already
        listen({topics.figures(workshop.id): ["figures"], topics.room(workshop.id): []})


def _draw_all(workshop: Workshop, *, may_change: bool) -> None:
    tables = figures_of(running(), workshop.id)
    if not tables:
        _draw_none(may_change=may_change)
    for table in tables:
        with st.container(border=True):
            if may_change and is_changing(table.id):
                draw_change(workshop, table)
            else:
                draw_own(table, big=False)
                if may_change:
                    _draw_acts(workshop, table)


def _draw_none(*, may_change: bool) -> None:
    if may_change:
        st.info(_("There are no figures yet. Add the first table below."), icon=":material/table_chart:")
    else:
        st.info(_("There are no figures yet. They appear here when the facilitator enters them."))
        st.page_link("statistics/statistics_page.py", label=_("Look at the statistics"), icon=":material/bar_chart:")


def _draw_acts(workshop: Workshop, table: CountryFigures) -> None:
    with st.container(horizontal=True):
        st.button(
            _("Change"),
            key=f"change:{table.id}",
            icon=":material/edit:",
            on_click=act(start_change, table, parts=["figures"]),
        )
        with st.popover(_("Remove"), icon=":material/delete:", key=f"ask remove:{table.id}"):
            st.markdown(_("Remove this table for everybody? It cannot be brought back."))
            st.button(
                _("Remove it"),
                key=f"remove:{table.id}",
                type="primary",
                on_click=act(remove_figures, running(), workshop.id, table.id, at=table.id, parts=["figures"]),
            )
    show_outcome(table.id)


draw()
