"""The agenda, drawn for the facilitator and for participants alike."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from html import escape

import streamlit as st

from engine.content import Day, Item
from engine.language import _
from engine.screens.frame.look import html
from engine.server import running
from engine.store import Workshop
from engine.workshop import WorkshopContent, agenda_of, content_of

Opens = Mapping[str, Sequence[tuple[str, str]]]
"""Item id -> (title, address of a page of ours) for everything that can be opened there."""


def draw_agenda(workshop: Workshop, opens: Opens) -> None:
    """Draw the days of a workshop, a tab each. Clock times are computed from the minutes of the items."""
    content, agenda = content_of(running(), workshop.id), agenda_of(running(), workshop.id)
    tabs = st.tabs([_("Day {number}").format(number=n) for n in range(1, len(agenda.days) + 1)])
    for number, (tab, day) in enumerate(zip(tabs, agenda.days, strict=True)):
        with tab:
            st.subheader(day.title)
            st.caption((workshop.starts_on + timedelta(days=number)).isoformat())
            html(_day(content, day, opens), "plain")
    st.caption(agenda.minutes_note)


def _day(content: WorkshopContent, day: Day, opens: Opens) -> str:
    rows = []
    for session in day.sessions:
        name = _("Morning") if session.id == "morning" else _("Afternoon")
        rows.append(f'<tr><th colspan="2" scope="rowgroup">{escape(name)}</th></tr>')
        rows += [_item(content, clock, item, opens.get(item.id, ())) for clock, item in session.timed()]
    return f'<table class="agenda"><tbody>{"".join(rows)}</tbody></table>'


def _item(content: WorkshopContent, clock: str, item: Item, opens: Sequence[tuple[str, str]]) -> str:
    if item.kind == "break":
        return f'<tr class="break"><td>{clock}</td><td>{escape(item.title)}</td></tr>'
    details = [_("{count} min").format(count=item.minutes)]
    if activity := content.activities.get(item.activity or ""):
        number = activity.handbook_number
        details.insert(0, _("Group activity {number}").format(number=number) if number else _("Group activity"))
    elif item.kind == "video":
        details.insert(0, _("Video"))
    if refers := [content.handbook[name].label for name in item.handbook if name in content.handbook]:
        details.append(_("Handbook: {sections}").format(sections=", ".join(refers)))
    shade = ' class="group"' if item.activity else ""
    said = " · ".join(escape(detail) for detail in details)
    links = "".join(_link(_("Open: {title}").format(title=title), address) for title, address in opens)
    if item.slides in content.decks:
        links = _link(_("Slides"), f"/slides?deck={item.slides}") + links
    return f'<tr{shade}><td>{clock}</td><td dir="auto">{escape(item.title)}<small>{said}</small>{links}</td></tr>'


def _link(words: str, address: str) -> str:
    return f'<a href="{escape(address)}" target="_self">{escape(words)}</a>'
