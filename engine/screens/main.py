"""The page script: finds out who is at the screen, and shows what is theirs."""

import streamlit as st

from engine.access import Visitor, visitor_of
from engine.language import _
from engine.live import topics
from engine.predict.asking import asked_now
from engine.screens.book.look_up import draw_look_up_button
from engine.screens.frame.acts import show_other_outcomes, show_outcome, tried
from engine.screens.frame.live import begin_page, listen, part
from engine.screens.frame.look import look
from engine.screens.menu import Entry, chosen_entry, menu_of
from engine.server import running
from engine.workshop import Seat, seat_of

PAGE = "the page"


def draw_menu(entries: dict[str, list[Entry]]) -> None:
    with st.sidebar:
        draw_look_up_button("look up in menu")
        for heading, below in entries.items():
            if heading:
                st.caption(heading)
            for entry in below:
                if entry.is_listed:
                    st.page_link(entry.page, icon=entry.icon)
        st.divider()


def follow_the_room(seat: Seat) -> None:
    """Keep somebody connected who reads: they count as present, and are told when the room moves on."""

    was_asked = asked_now(running(), seat.workshop.id)

    def draw() -> None:
        now = seat_of(running(), seat.participant.id)
        if now and now.workshop.activity_id != seat.workshop.activity_id:
            st.toast(_("The facilitator has begun an activity. It is on the page My group."), duration="infinite")
        asked = asked_now(running(), seat.workshop.id)
        if asked and asked.revealed_at is None and (was_asked is None or was_asked.id != asked.id):
            st.toast(_("The facilitator asks a question. Guess on the page My group."), duration="infinite")

    part("follow", draw)
    workshop = seat.workshop.id
    heard = {topics.room(workshop): ["follow"], topics.question(workshop): ["follow"]}
    listen(heard | {topics.figures(workshop): ["figures"]})


def look_of(path: str, visitor: Visitor) -> None:
    """Set the look of the page: for the projector, for a page that needs the full width, or the usual one."""
    view = st.query_params.get("view", "") if path == "slides" and visitor.is_facilitator else ""
    look(is_projector=path == "projector" or view == "screen", is_seat=path == "seat" or view == "present")


def main() -> None:
    begin_page()
    visitor = visitor_of(running(), st.context.cookies)
    st.session_state["visitor"] = visitor
    entries = menu_of(visitor)
    chosen = chosen_entry(entries)
    look_of(chosen.path, visitor)
    draw_menu(entries)
    tried(chosen.page.run, at=PAGE)  # says what to do when the workshop on the page cannot be read
    show_outcome(PAGE)
    if visitor.seat and not visitor.is_facilitator and chosen.path not in ("seat", "projector"):
        follow_the_room(visitor.seat)
    show_other_outcomes()


main()
