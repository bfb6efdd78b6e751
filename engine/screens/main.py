"""The page script: finds out who is at the screen, and shows what is theirs."""

from pathlib import Path

import streamlit as st

from engine.access import Visitor, visitor_of
from engine.language import _
from engine.live import topics
from engine.screens.live import begin_page, listen, part
from engine.screens.look import look
from engine.screens.look_up import draw_look_up_button
from engine.server import running
from engine.workshop import Seat, asked_now, seat_of

HERE = Path(__file__).parent


Entry = tuple[st.Page, str]
"""A page, and the icon beside its name. Not `st.Page(icon=...)`: the browser's tab would fetch that from outside."""


def page(file: str, title: str, icon: str, path: str, *, default: bool = False) -> Entry:
    """Name a page; its file stands beside this one."""
    return st.Page(HERE / file, title=title, url_path=path, default=default), f":material/{icon}:"


def pages_to_read() -> list[Entry]:
    """Give what is for everybody, also without a seat."""
    return [
        page("handbook.py", _("Handbook"), "menu_book", "handbook"),
        page("statistics_page.py", _("Statistics"), "bar_chart", "statistics"),
        page("quizzes.py", _("Quizzes"), "quiz", "quizzes"),
    ]


def predict_page() -> Entry:
    """Give the page on which a room, or somebody alone, guesses figures."""
    return page("predict.py", _("Predict, then see"), "psychology", "predict")


def country_page() -> Entry:
    """Give the page with the figures of the workshop's own country."""
    return page("country_figures.py", _("Your country's figures"), "flag", "country-figures")


def facilitator_pages() -> dict[str, list[Entry]]:
    """Give the facilitator's pages."""
    return {
        _("Before"): [
            page("workshops.py", _("Workshops"), "folder_open", "workshops"),
            page("agenda.py", _("Agenda"), "event_note", "agenda"),
            page("groups.py", _("People and groups"), "groups", "groups"),
            country_page(),
            page("media_library.py", _("Media"), "video_library", "media-library"),
        ],
        _("In the room"): [
            page("conduct.py", _("Activities"), "play_circle", "activities", default=True),
            page("plenary_page.py", _("Plenary"), "co_present", "plenary"),
            page("slides.py", _("Slides"), "slideshow", "slides"),
            predict_page(),
            page("projector.py", _("Projector"), "fullscreen", "projector"),
        ],
        _("To read"): pages_to_read(),
        _("Behind it"): [page("content_check.py", _("Content check"), "fact_check", "content-check")],
    }


def participant_pages() -> list[Entry]:
    """Give the pages of somebody with a seat."""
    return [
        page("seat.py", _("My group"), "edit_note", "seat", default=True),
        page("agenda.py", _("Agenda"), "event_note", "agenda"),
        page("slides.py", _("Slides"), "slideshow", "slides"),
        *pages_to_read(),
        predict_page(),
        country_page(),
    ]


def pages_of(visitor: Visitor) -> dict[str, list[Entry]]:
    """Give the pages that somebody may see, under headings; a facilitator who tries out a seat has both."""
    if visitor.is_facilitator:
        seat = [page("seat.py", _("My group"), "edit_note", "seat")] if visitor.seat else []
        return facilitator_pages() | ({_("My seat"): seat} if seat else {})
    if visitor.seat:
        projector = [page("projector.py", _("Projector"), "fullscreen", "projector")] if visitor.watches else []
        return {"": participant_pages() + projector}
    if visitor.watches:
        return {"": [page("projector.py", _("Projector"), "fullscreen", "projector", default=True)]}
    start = page("stranger.py", _("Inspectors' Workshop"), "login", "start", default=True)
    return {"": [start, *pages_to_read(), predict_page()]}


def unlisted_pages(visitor: Visitor) -> list[st.Page]:
    """Give the pages that others lead to, and that have no place in the menu."""
    return [page("medium.py", _("Medium"), "movie", "medium")[0]] if visitor.is_facilitator or visitor.seat else []


def draw_menu(pages: dict[str, list[Entry]]) -> None:
    """Draw the way to the pages."""
    with st.sidebar:
        draw_look_up_button("look up in menu")
        for heading, entries in pages.items():
            if heading:
                st.caption(heading)
            for target, icon in entries:
                st.page_link(target, icon=icon)
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


def main() -> None:
    """Draw the page."""
    begin_page()
    visitor = visitor_of(running(), st.context.cookies)
    st.session_state["visitor"] = visitor
    pages = pages_of(visitor)
    all_pages = [target for entries in pages.values() for target, _icon in entries] + unlisted_pages(visitor)
    chosen = st.navigation(all_pages, position="hidden")
    view = st.query_params.get("view", "") if chosen.title == _("Slides") and visitor.is_facilitator else ""
    is_projector, is_wide = chosen.title == _("Projector") or view == "screen", view == "present"
    look(is_projector=is_projector, is_seat=chosen.title == _("My group") or is_wide)
    draw_menu(pages)
    chosen.run()
    if visitor.seat and not visitor.is_facilitator and chosen.title not in (_("My group"), _("Projector")):
        follow_the_room(visitor.seat)


main()
