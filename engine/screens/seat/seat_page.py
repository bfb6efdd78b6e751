"""The page of a participant: it follows the facilitator."""

import streamlit as st

from engine.language import _, plural
from engine.live import topics
from engine.plenary import side_by_side, views_of
from engine.screens.book.look_up import draw_look_up_button
from engine.screens.frame.acts import act, show_outcome
from engine.screens.frame.live import draw_again, listen, part
from engine.screens.frame.wording import plain
from engine.screens.media.attached import draw_attached, media_at_items
from engine.screens.plenary.views import draw_view
from engine.screens.predict.guessing import draw_question
from engine.screens.seat.live_sheet import draw_live_sheet
from engine.screens.workshop.agenda_view import draw_agenda
from engine.server import running
from engine.workshop import (
    Screen,
    Seat,
    WorkshopContent,
    begun_activities,
    choose_group,
    content_of,
    groups_of,
    may_move,
    participants_of,
    screen_of,
)

_MOVING = "moving to a group"


def draw() -> None:
    seat: Seat = st.session_state["visitor"].seat
    content = content_of(running(), seat.workshop.id)
    _draw_head(seat)
    heard = draw_question(seat)
    if seat.group is None:
        _choose_group(seat)
        heard |= {topics.room(seat.workshop.id): [], topics.people(seat.workshop.id): ["groups"]}
        listen(heard)
    else:
        room = _draw_room(seat, content)
        listen(heard | room, follows_seat=bool(room))


def _draw_head(seat: Seat) -> None:
    """Draw a line with who sits here, and a button that opens what concerns the seat."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        group = plain(seat.group.name) if seat.group else _("No group yet")
        st.markdown(
            f"**{plain(seat.participant.name)}** · {group} · :gray[{plain(seat.workshop.title)}]",
            width="stretch",
        )
        draw_look_up_button("look up at seat")
        with st.popover(_("My seat"), icon=":material/badge:", type="tertiary"):
            st.markdown(_("Rejoin code") + f": `{seat.participant.rejoin_code[:4]}-{seat.participant.rejoin_code[4:]}`")
            st.caption(_("Write it down. With it you take your seat on another laptop."))
            if seat.group is not None and not may_move(running(), seat):
                st.caption(_("The work has begun: to change your group, ask the facilitator."))
            elif seat.group is not None:
                st.button(
                    _("Change group"),
                    icon=":material/swap_horiz:",
                    on_click=act(choose_group, running(), seat, None, at=_MOVING),
                )
            st.link_button(_("Sheet alone, for phones"), "/sheet", icon=":material/smartphone:")
            st.link_button(_("Leave this laptop"), "/join", icon=":material/logout:")
    show_outcome(_MOVING)


def _choose_group(seat: Seat) -> None:
    st.title(_("Choose your group"))
    st.markdown(_("Sit with your group, then click its name. The facilitator can place you too."))
    part("groups", lambda: _draw_groups(seat))


def _draw_groups(seat: Seat) -> None:
    groups, people = groups_of(running(), seat.workshop.id), participants_of(running(), seat.workshop.id)
    if not groups:
        st.info(
            _("The facilitator has not made the groups yet. This page goes on by itself."),
            icon=":material/hourglass_empty:",
        )
    for group in groups:
        names = [person.name for person in people if person.group_id == group.id]
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            who = ", ".join(plain(name) for name in names) or _("Nobody yet")
            st.markdown(f"**{plain(group.name)}**  \n{who}", width="stretch")
            st.button(
                _("Join this group"),
                key=f"group:{group.id}",
                on_click=act(choose_group, running(), seat, group.id, at=_MOVING),
            )


def _draw_room(seat: Seat, content: WorkshopContent) -> dict[str, list[str]]:
    """Draw the plenary, the sheet or the agenda, as the room has it. Returns what to listen to: topic -> parts."""
    workshop, screen = seat.workshop, screen_of(running(), seat.workshop)
    begun = begun_activities(running(), workshop.id)
    room: dict[str, list[str]] = {topics.room(workshop.id): []}
    if workshop.activity_id is None or workshop.activity_id not in begun:
        _draw_waiting(seat)
        return room
    if screen and screen.shown and not _is_back_at_sheet(screen):
        return room | _draw_plenary(seat, content, screen)
    activity_id = _choose_activity(content, list(begun), workshop.activity_id)
    draw_attached(workshop.id, activity_id)
    assert seat.group is not None
    draw_live_sheet(activity_id, seat.group.id)
    return {}  # the sheet itself hears when the room moves on, and lets who is typing finish


def _is_back_at_sheet(screen: Screen) -> bool:
    return st.toggle(_("Back to our sheet"), key=f"sheet:{screen.activity_id}", on_change=draw_again)


def _draw_waiting(seat: Seat) -> None:
    st.title(_("Welcome, {name}").format(name=plain(seat.participant.name)), anchor=False)
    st.info(
        _("The facilitator begins the next activity. This page then opens it by itself."),
        icon=":material/hourglass_empty:",
    )
    draw_agenda(seat.workshop, media_at_items(seat.workshop.id))


def _choose_activity(content: WorkshopContent, begun: list[str], now: str) -> str:
    """Let a group look at an earlier activity; when the room begins a new one, that comes first again."""
    if len(begun) == 1:
        return now
    key = f"activity:{now}"
    chosen = st.selectbox(
        plural("{count} activity so far", "{count} activities so far", len(begun)),
        begun,
        index=begun.index(now),
        key=key,
        placeholder=_("Choose"),
        on_change=draw_again,
        format_func=lambda activity_id: content.activities[activity_id].title,
    )
    return chosen or now


def _draw_plenary(seat: Seat, content: WorkshopContent, screen: Screen) -> dict[str, list[str]]:
    activity = content.activities[screen.activity_id]
    case = content.case_studies.get(screen.sheet)

    def draw_it() -> None:
        groups = side_by_side(running(), seat.workshop.id, activity.id, screen.sheet)
        draw_view(activity, views_of(activity)[screen.view], case, groups)

    part("plenary", draw_it)
    return {topics.plenary(seat.workshop.id, activity.id): ["plenary"]}


draw()
