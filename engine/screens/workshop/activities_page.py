"""The facilitator's page in the room: begin an activity, see how far the groups are."""

from collections.abc import Collection

import streamlit as st

from engine.content import Activity
from engine.language import _, plural
from engine.live import topics
from engine.screens.frame.acts import act, show_outcome
from engine.screens.frame.live import listen, part
from engine.screens.frame.wording import clock, plain
from engine.screens.media.attached import draw_links
from engine.screens.workshop.chosen_workshop import chosen_workshop
from engine.server import running
from engine.store import HandIn, Participant, Workshop, WorkshopGroup
from engine.workshop import (
    Progress,
    WorkshopContent,
    agenda_of,
    begin,
    begun_activities,
    content_of,
    end,
    groups_of,
    handed_in,
    is_present,
    participants_of,
    progress_of,
)

_NOW = "the activity of the room"


def draw() -> None:
    workshop = chosen_workshop()
    content = content_of(running(), workshop.id)
    if not workshop.is_open:
        st.info(_("This workshop is closed. Open it again on the page Workshops to go on."))
    if not groups_of(running(), workshop.id):
        st.info(_("Make the groups first, so that people can sit down together."), icon=":material/groups:")
        st.page_link("workshop/groups_page.py", label=_("Make the groups"), icon=":material/arrow_forward:")
    now = content.activities.get(workshop.activity_id or "")
    begun = begun_activities(running(), workshop.id)
    if now and now.id in begun:
        _draw_now(workshop, now, has_ended=begun[now.id].ended_at is not None)
    else:
        st.title(_("Begin an activity"))
        st.markdown(_("The room moves to the activity that you begin. Everybody's page follows by itself."))
    _draw_list(workshop, content, begun.keys())
    parts = ["progress"]
    listen({topics.room(workshop.id): [], topics.progress(workshop.id): parts, topics.people(workshop.id): parts})


def _draw_now(workshop: Workshop, activity: Activity, *, has_ended: bool) -> None:
    st.title(activity.title)
    st.markdown(activity.aim)
    with st.container(horizontal=True):
        st.page_link("plenary/plenary_page.py", label=_("Go to the plenary"), icon=":material/co_present:")
        if has_ended:
            _button_begin(workshop, activity, _("Let the groups go on"), at=_NOW)
        else:
            st.button(
                _("End the group work"),
                icon=":material/stop_circle:",
                on_click=act(end, running(), workshop.id, activity.id, at=_NOW),
                help=_("The sheets stay readable. Nobody has to hand in first."),
            )
    if has_ended:
        st.info(_("The group work has ended. The sheets can be read and no longer changed."))
    show_outcome(_NOW)
    draw_links(workshop.id, activity.id)
    part("progress", lambda: _draw_progress(workshop, activity))
    with st.expander(_("Notes for you"), icon=":material/menu_book:"):
        st.markdown(activity.facilitator or _("This activity has no notes."))
    with st.expander(_("Questions for the debrief"), icon=":material/forum:"):
        st.markdown("\n".join(f"- {question}" for question in activity.debrief))


def _draw_progress(workshop: Workshop, activity: Activity) -> None:
    server = running()
    groups, people = groups_of(server, workshop.id), participants_of(server, workshop.id)
    progress, done = (
        progress_of(server, workshop.id, activity.id),
        handed_in(server, workshop.id, activity.id),
    )
    st.subheader(
        _("{done} of {total} groups have handed in").format(done=len(done), total=len(groups))
        if groups
        else _("No groups yet")
    )
    present = sum(is_present(person) for person in people)
    st.caption(plural("{count} person is here now.", "{count} people are here now.", present))
    for group in groups:
        members = [person for person in people if person.group_id == group.id]
        _draw_group(group, members, progress.get(group.id), handed_in_at=done.get(group.id))


def _draw_group(
    group: WorkshopGroup, members: list[Participant], how_far: Progress | None, handed_in_at: HandIn | None
) -> None:
    with st.container(border=True):
        here = sum(is_present(person) for person in members)
        said = [_("{here} of {total} here").format(here=here, total=len(members))]
        if handed_in_at:
            said.append(":green[" + _("handed in {time}").format(time=clock(handed_in_at.handed_in_at)) + "]")
        if how_far:
            if how_far.sheets > 1:
                said.append(
                    _("{begun} of {total} cases begun").format(begun=how_far.sheets_begun, total=how_far.sheets)
                )
            if how_far.last.saved_at:
                said.append(_("last saved {time}").format(time=clock(how_far.last.saved_at)))
        else:
            said.append(_("nothing written yet"))
        st.markdown(f"**{plain(group.name)}** · {' · '.join(said)}")
        if how_far and how_far.wanted:
            share = how_far.filled / how_far.wanted
            st.progress(
                share,
                text=_("{filled} of {wanted} answers").format(filled=how_far.filled, wanted=how_far.wanted),
            )


def _draw_list(workshop: Workshop, content: WorkshopContent, begun: Collection[str]) -> None:
    on_agenda = agenda_of(running(), workshop.id).activity_ids()
    st.subheader(_("Activities on the agenda"))
    for activity_id in (name for name in on_agenda if name in content.activities):
        _draw_activity(workshop, content.activities[activity_id], is_begun=activity_id in begun)
    others = [activity for name, activity in content.activities.items() if name not in on_agenda]
    if others:
        with st.expander(_("Other activities"), icon=":material/add:"):
            for activity in others:
                _draw_activity(workshop, activity, is_begun=activity.id in begun)


def _draw_activity(workshop: Workshop, activity: Activity, *, is_begun: bool) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        number = f"{activity.handbook_number} · " if activity.handbook_number else ""
        state = f" · :green[{_('begun')}]" if is_begun else ""
        minutes = _("{count} min").format(count=activity.minutes)
        st.markdown(f"**{number}{activity.title}**  \n:gray[{minutes}]{state}", width="stretch")
        if workshop.activity_id == activity.id:
            st.markdown(f":green[:material/radio_button_checked: {_('The room is here')}]", width="content")
        else:
            _button_begin(workshop, activity, _("Go back to it") if is_begun else _("Begin"), at=activity.id)
    show_outcome(activity.id)


def _button_begin(workshop: Workshop, activity: Activity, label: str, *, at: str) -> None:
    st.button(
        label,
        key=f"begin:{activity.id}:{label}",
        icon=":material/play_arrow:",
        disabled=not workshop.is_open,
        on_click=act(begin, running(), workshop.id, activity.id, at=at),
    )


draw()
