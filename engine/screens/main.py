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
    """Draw the way to the pages."""
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
    """Keep somebody who reads in the room: they count as present, and see when it moves on."""

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
    """Set up the page as what it is: for the far end of a room, for a worksheet that wants all the width, or else."""
    view = st.query_params.get("view", "") if path == "slides" and visitor.is_facilitator else ""
    look(is_projector=path == "projector" or view == "screen", is_seat=path == "seat" or view == "present")


def main() -> None:
    """Draw the page."""
    begin_page()
    visitor = visitor_of(running(), st.context.cookies)
    st.session_state["visitor"] = visitor
    entries = menu_of(visitor)
    chosen = chosen_entry(entries)
    look_of(chosen.path, visitor)
    draw_menu(entries)
    tried(chosen.page.run, at=PAGE)  # where the workshop on it cannot be read, it is said what to do
    show_outcome(PAGE)
    if visitor.seat and not visitor.is_facilitator and chosen.path not in ("seat", "projector"):
        follow_the_room(visitor.seat)
    show_other_outcomes()


main()
