"""What the room looks at: the plenary, slides, a question or a medium, without controls; else how to join."""

import base64
from html import escape

import streamlit as st

from engine.access import Visitor
from engine.language import _
from engine.live import topics
from engine.media.piece import piece
from engine.plenary import side_by_side, views_of
from engine.predict.asking import asked_now
from engine.screens.frame.live import listen, part
from engine.screens.frame.look import html
from engine.screens.frame.wording import plain
from engine.screens.media.player import draw_player
from engine.screens.plenary.views import draw_view
from engine.screens.predict.asked import draw_asked
from engine.screens.slides.presenter import draw_for_room, draw_keys
from engine.screens.workshop.way_in import addresses, join_link, on_the_board, qr_code
from engine.server import running
from engine.slides.own_slides import decks_of
from engine.store import Workshop
from engine.workshop import (
    Playing,
    Presenting,
    Screen,
    content_of,
    instead_of,
    screen_of,
    workshop_by_id,
    workshop_on_screen,
)


def draw() -> None:
    visitor: Visitor = st.session_state["visitor"]
    workshop = (
        workshop_on_screen(running()) if visitor.is_facilitator else workshop_by_id(running(), visitor.watches or "")
    )
    if workshop is None:
        st.title(_("No workshop yet"))
        st.markdown(_("Open a workshop first; this page then shows how to join it."))
        return
    screen = screen_of(running(), workshop)
    heard: dict[str, list[str]] = {
        topics.room(workshop.id): [],
        topics.question(workshop.id): [],
        topics.slides(workshop.id): [],
    }
    instead = instead_of(workshop)
    if asked := asked_now(running(), workshop.id):
        heard |= draw_asked(workshop, asked, big=True)
    elif isinstance(instead, Presenting) and instead.deck_id in decks_of(running(), workshop.id):
        heard |= _draw_slides(workshop.id, instead.deck_id, has_keys=visitor.is_facilitator)
    elif isinstance(instead, Playing):
        _draw_medium(instead)
    elif screen and screen.shown:
        part("plenary", lambda: _draw_plenary(workshop, screen))
        heard[topics.plenary(workshop.id, screen.activity_id)] = ["plenary"]
    else:
        _draw_waiting(workshop)
    listen(heard)


def _draw_slides(workshop_id: str, deck_id: str, *, has_keys: bool) -> dict[str, list[str]]:
    """Draw the slide that is presented; in the facilitator's window the keys turn it too. Returns what to listen to."""
    part("slide", lambda: _draw_slide(workshop_id, deck_id))
    if has_keys:
        draw_keys(workshop_id, deck_id, is_alone=False, hint=" ")
    return {topics.slides(workshop_id): ["slide"]}


def _draw_slide(workshop_id: str, deck_id: str) -> None:
    now = workshop_by_id(running(), workshop_id)
    if now is None or instead_of(now) != Presenting(deck_id):
        st.rerun()  # the room looks at something else now
    draw_for_room(workshop_id, deck_id)


def _draw_medium(playing: Playing) -> None:
    found = piece(running(), playing.ref)
    if found is None:
        st.title(_("This is no longer in the library"))
        return
    st.title(plain(found.title))
    draw_player(found, f"projector:{playing.ref}", big=True, obey=playing)


def _draw_plenary(workshop: Workshop, screen: Screen) -> None:
    content = content_of(running(), workshop.id)
    activity = content.activities[screen.activity_id]
    groups = side_by_side(running(), workshop.id, activity.id, screen.sheet)
    draw_view(activity, views_of(activity)[screen.view], content.case_studies.get(screen.sheet), groups)


def _draw_waiting(workshop: Workshop) -> None:
    """Draw what the room needs while nothing is shown: what the groups do now, and how to join."""
    activity = content_of(running(), workshop.id).activities.get(workshop.activity_id or "")
    st.title(activity.title if activity else plain(workshop.title))
    if activity:
        st.markdown(activity.instruction)
    address = addresses()[0]
    picture = base64.b64encode(qr_code(join_link(address, workshop))).decode()
    html(
        f'<div class="way-in"><div><p>{escape(_("To join, open"))}</p>'
        f'<p class="board">{on_the_board(address)}</p><p>{escape(_("and type the code"))}</p>'
        f'<p class="board code">{workshop.join_code}</p></div>'
        f'<img src="data:image/png;base64,{picture}" alt="{escape(_("QR code of the join link"))}"></div>',
        "plain",
    )


draw()
