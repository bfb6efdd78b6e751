"""The facilitator's page of workshops: open one, choose one, close one."""

from datetime import date, timedelta
from html import escape

import streamlit as st

from engine.language import _
from engine.screens.frame.acts import act, show_outcome, tried
from engine.screens.frame.look import html
from engine.screens.frame.wording import plain
from engine.server import running
from engine.store import Workshop
from engine.workshop import WorkshopProblem, all_workshops, open_workshop, put_on_screen, set_open, workshop_on_screen

_NEW = "the new workshop"


def draw() -> None:
    st.title(_("Workshops"))
    workshops, chosen = all_workshops(running()), workshop_on_screen(running())
    if not workshops:
        st.markdown(_("Open your first workshop: it takes a title, a country, the dates and a module."))
    for workshop in workshops:
        _draw_workshop(workshop, is_chosen=chosen is not None and workshop.id == chosen.id)
    st.subheader(_("Open a workshop"))
    _draw_form()
    button = f'<button class="plain">{escape(_("Sign out"))}</button>'
    html(f'<form method="post" action="/sign-out">{button}</form>', "plain")


def _draw_workshop(workshop: Workshop, *, is_chosen: bool) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        dates = f"{workshop.starts_on.isoformat()} – {workshop.ends_on.isoformat()}"
        kind = _("Rehearsal") + " · " if workshop.is_rehearsal else ""
        state = "" if workshop.is_open else " · " + _("Closed")
        st.markdown(
            f"**{plain(workshop.title)}**  \n:gray[{kind}{plain(workshop.country)} · {dates}{state}]",
            width="stretch",
        )
        if is_chosen:
            st.markdown(f":green[:material/check: {_('On your screen')}]", width="content")
        else:
            st.button(
                _("Choose"),
                key=f"choose:{workshop.id}",
                on_click=act(put_on_screen, running(), workshop.id, at=workshop.id),
            )
        label = _("Close") if workshop.is_open else _("Open again")
        st.button(
            label,
            key=f"state:{workshop.id}",
            type="tertiary",
            on_click=act(set_open, running(), workshop.id, not workshop.is_open, at=workshop.id),
        )
    show_outcome(workshop.id)


def _draw_form() -> None:
    modules = running().library.modules
    with st.form("new_workshop", enter_to_submit=False):
        title = st.text_input(
            _("Title"), max_chars=120, placeholder=_("For example: Labour inspectors of the northern region")
        )
        country = st.text_input(_("Country"), max_chars=80)
        module_id = st.selectbox(
            _("Module"),
            list(modules),
            format_func=lambda name: modules[name].title,
            index=0 if modules else None,
            placeholder=_("Choose"),
        )
        first = st.date_input(_("First day"), value=date.today(), format="YYYY-MM-DD")
        last = st.date_input(
            _("Last day"),
            value=None,
            format="YYYY-MM-DD",
            help=_("Leave it empty: it is then counted from the module's days."),
        )
        sent = st.form_submit_button(_("Open the workshop"), type="primary", icon=":material/add:")
    if sent and tried(lambda: _open(title, country, module_id or "", first, last), at=_NEW):
        st.switch_page("workshop/agenda_page.py")
    show_outcome(_NEW)


def _open(title: str, country: str, module_id: str, first: date | None, last: date | None) -> None:
    module = running().library.modules.get(module_id)
    if first is None:
        raise WorkshopProblem(_("Say on which day it begins."))
    days = len(module.days) if module else 1
    open_workshop(
        running(),
        title=title,
        country=country,
        starts_on=first,
        ends_on=last or first + timedelta(days=days - 1),
        module_id=module_id,
    )


draw()
