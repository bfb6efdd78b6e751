"""The facilitator's page of people and groups."""

import streamlit as st

from engine.language import _, plural
from engine.live import topics
from engine.screens.frame.acts import act, show_outcome, tried
from engine.screens.frame.live import listen, part
from engine.screens.frame.wording import plain
from engine.screens.workshop.chosen_workshop import chosen_workshop
from engine.server import running
from engine.store import Participant, Workshop, WorkshopGroup
from engine.workshop import form_groups, groups_of, is_present, participants_of, place, place_everybody

_FORMING, _PEOPLE = "forming groups", "people"


def draw() -> None:
    workshop = chosen_workshop()
    st.title(_("People and groups"))
    left, right = st.columns([4, 7], gap="large")
    with left:
        _draw_forming(workshop)
    with right:
        part(_PEOPLE, lambda: _draw_people(workshop))
    listen({topics.people(workshop.id): [_PEOPLE], topics.room(workshop.id): [_PEOPLE]})


def _draw_forming(workshop: Workshop) -> None:
    groups = groups_of(running(), workshop.id)
    st.subheader(_("Groups"))
    if not groups:
        st.caption(_("Groups of four to six people work best."))
    count = st.number_input(_("Number of groups"), 1, 20, value=len(groups) or 4, step=1, key=f"count:{workshop.id}")
    with st.form("groups", border=False):
        names = [
            st.text_input(
                _("Name of group {number}").format(number=n + 1),
                value=groups[n].name if n < len(groups) else _("Group {number}").format(number=n + 1),
                max_chars=40,
                key=f"name:{workshop.id}:{n}",
            )
            for n in range(int(count))
        ]
        sent = st.form_submit_button(_("Save the groups") if groups else _("Make the groups"), type="primary")
    if sent:
        tried(lambda: form_groups(running(), workshop.id, names), at=_FORMING, done=_("The groups are saved."))
    show_outcome(_FORMING)


def _draw_people(workshop: Workshop) -> None:
    people, groups = participants_of(running(), workshop.id), groups_of(running(), workshop.id)
    present = sum(is_present(person) for person in people)
    st.subheader(plural("{count} person has joined", "{count} people have joined", len(people)))
    if not people:
        st.info(
            _("Nobody has joined yet. Write the address and the code {code} on the board.").format(
                code=workshop.join_code
            ),
            icon=":material/hourglass_empty:",
        )
        return
    st.caption(plural("{count} is here now.", "{count} are here now.", present))
    waiting = [person for person in people if person.group_id is None]
    if waiting and groups:
        st.button(
            plural("Place {count} person evenly", "Place {count} people evenly", len(waiting)),
            icon=":material/shuffle:",
            on_click=act(place_everybody, running(), workshop.id, at=_PEOPLE, parts=[_PEOPLE]),
        )
    show_outcome(_PEOPLE)
    for group in groups:
        _draw_group(group, [person for person in people if person.group_id == group.id], groups)
    if waiting:
        st.markdown(f"**{_('No group yet')}**")
        for person in waiting:
            _draw_person(person, groups)


def _draw_group(group: WorkshopGroup, people: list[Participant], groups: list[WorkshopGroup]) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(group.name)}**")
        for person in people:
            _draw_person(person, groups)
        if not people:
            st.caption(_("Nobody yet"))


def _draw_person(person: Participant, groups: list[WorkshopGroup]) -> None:
    names = {group.id: group.name for group in groups}
    with st.container(horizontal=True, vertical_alignment="center"):
        here = f":green[{_('here')}]" if is_present(person) else f":gray[{_('away')}]"
        st.markdown(f"{plain(person.name)} · {here}", width="stretch")
        with st.popover(_("Move or rejoin"), type="tertiary"):
            st.markdown(_("Rejoin code") + f": `{person.rejoin_code[:4]}-{person.rejoin_code[4:]}`")
            st.caption(_("Read it to the person; it moves the seat to another laptop."))
            key = f"move:{person.id}:{person.group_id}"
            st.selectbox(
                _("Group"),
                list(names),
                index=list(names).index(person.group_id) if person.group_id in names else None,
                format_func=lambda group_id: names[group_id],
                placeholder=_("Choose"),
                key=key,
                on_change=act(_move, person, key, at=person.id, parts=[_PEOPLE]),
            )
    show_outcome(person.id)


def _move(person: Participant, key: str) -> None:
    place(running(), person.id, st.session_state.get(key))


draw()
