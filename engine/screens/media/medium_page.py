"""The page of one medium: play it; for the facilitator also show it to the room, attach, change and remove it."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from engine.access import Visitor
from engine.language import _
from engine.live import topics
from engine.media.attaching import attach, attached, place_name, places_in, titles_with
from engine.media.piece import Piece, may_see, piece
from engine.media.shelf import About, describe, remove, size_text
from engine.media.subtitles import LANGUAGE_LIMIT, remove_subtitles
from engine.screens.frame.acts import act, show_outcome, tried
from engine.screens.frame.live import draw_again, listen, part
from engine.screens.frame.wording import plain
from engine.screens.media.about_boxes import about_boxes
from engine.screens.media.player import draw_player, kind_name
from engine.screens.media.upload import Box, upload_form
from engine.screens.workshop.chosen_workshop import chosen_workshop
from engine.server import running
from engine.store import Workshop
from engine.workshop import Playing, instead_of, show_instead, workshop_by_id, workshop_on_screen

_PLAYER, _PLACES, _SUBTITLES = "medium player", "medium places", "medium subtitles"
_ABOUT, _REMOVAL = "medium about", "medium removal"


def draw() -> None:
    visitor: Visitor = st.session_state["visitor"]
    ref = st.query_params.get("ref", "")
    found = piece(running(), ref) if may_see(running(), visitor, ref) else None
    if found is None:
        _draw_missing(visitor)
        return
    workshop = chosen_workshop() if visitor.is_facilitator and workshop_on_screen(running()) else None
    _draw_way_back(visitor)
    st.title(plain(found.title))
    if not visitor.is_facilitator:
        draw_player(found, f"player:{ref}")
        _draw_facts(found)
        _draw_film(ref, is_facilitator=False)
        return
    left, right = st.columns([7, 4], gap="large")
    with left:
        part(_PLAYER, lambda: _draw_player(ref, workshop))
        _draw_film(ref, is_facilitator=True)
    with right:
        _draw_tools(found, workshop)
    heard: dict[str, list[str]] = {topics.media(): [_PLAYER, _SUBTITLES]}
    listen(heard | ({topics.room(workshop.id): [_PLAYER]} if workshop else {}))


def _draw_missing(visitor: Visitor) -> None:
    st.title(_("This is not there"))
    st.markdown(_("It was removed, or it does not belong to your workshop."))
    _draw_way_back(visitor)


def _draw_way_back(visitor: Visitor) -> None:
    with st.container(horizontal=True):
        if visitor.is_facilitator:
            st.page_link("media/media_library_page.py", label=_("All media"), icon=":material/arrow_back:")
        st.page_link("workshop/agenda_page.py", label=_("Agenda"), icon=":material/event_note:")


def _draw_film(ref: str, *, is_facilitator: bool) -> None:
    """Draw what belongs to a film of the project: what it is about, questions for afterwards, and its transcript."""
    film = running().library.films.get(ref.removeprefix("film:"))
    if film is None:
        return
    st.markdown(f"{film.about} {film.sound}")
    st.subheader(_("To talk about afterwards"))
    for number, question in enumerate(film.questions, start=1):
        st.markdown(f"{number}. **{question.ask}**")
        if is_facilitator:
            st.caption(_("Listen for: {answers}").format(answers=question.listen_for))
    with st.expander(_("Transcript"), icon=":material/notes:"):
        for seen, said in film.transcript():
            st.markdown(f"*{seen}*  \n{said}")


def _draw_facts(found: Piece) -> None:
    facts = [kind_name(found), *([size_text(found.bytes)] if found.bytes else [])]
    facts += [_("Source: {source}").format(source=found.source), _("Licence: {licence}").format(licence=found.licence)]
    st.caption(" · ".join(map(plain, facts)))


def _draw_player(ref: str, workshop: Workshop | None) -> None:
    """Draw the player. While the room sees this medium, the projector does what the facilitator does here."""
    now = workshop_by_id(running(), workshop.id) if workshop else None
    found, playing = piece(running(), ref), instead_of(now) if now else None
    if found is None:
        st.info(_("This is no longer in the library."))
        return
    shown = playing if isinstance(playing, Playing) and playing.ref == ref else None
    if now and found.kind != "link":
        _draw_show(now, ref, is_shown=shown is not None)
    show_outcome(_PLAYER)
    if workshop and shown and found.kind in ("video", "audio"):
        _draw_remote(found, workshop.id, shown)
    else:
        draw_player(found, f"player:{ref}")
    _draw_facts(found)


def _draw_remote(found: Piece, workshop_id: str, playing: Playing) -> None:
    """Draw the player that leads the projector. After a reload it goes on where the projector is."""

    def tell(word: Mapping[str, Any]) -> None:
        now = workshop_by_id(running(), workshop_id)
        last = instead_of(now) if now else None  # as it is now: two commands may come before the next drawing
        if isinstance(last, Playing) and last.ref == found.ref:
            told = last.told(is_playing=bool(word["playing"]), at=float(word["at"]))
            show_instead(running(), workshop_id, told)

    st.caption(_("Start, pause and jump here: the projector does the same. The sound comes from the projector."))
    draw_player(found, f"player:{found.ref}", obey=playing, on_word=tell)


def _draw_show(workshop: Workshop, ref: str, *, is_shown: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            _("Hide from the room") if is_shown else _("Show to the room"),
            type="secondary" if is_shown else "primary",
            icon=":material/visibility_off:" if is_shown else ":material/visibility:",
            on_click=act(
                show_instead, running(), workshop.id, None if is_shown else Playing(ref), at=_PLAYER, parts=[_PLAYER]
            ),
        )
        if is_shown:
            st.markdown(f":green[{_('The room sees this')}]", width="content")
            st.link_button(_("Projector page"), "/projector", icon=":material/fullscreen:", type="tertiary")


def _draw_tools(found: Piece, workshop: Workshop | None) -> None:
    if workshop:
        with st.container(border=True):
            part(_PLACES, lambda: _draw_places(found, workshop))
    if found.is_own:
        st.caption(_("This film belongs to the project. It cannot be changed or removed here."))
        return
    if found.kind in ("video", "audio"):
        with st.container(border=True):
            st.subheader(_("Subtitles"))
            part(_SUBTITLES, lambda: _draw_subtitles(found.ref))
            boxes = [Box("title", _("Language"), _("As its readers call it: Français, العربية"), LANGUAGE_LIMIT)]
            address = f"{found.address}/subtitles"
            upload_form(f"subtitles:{found.ref}", address, boxes, accept=".srt,.vtt", send=_("Add the subtitles"))
    with st.expander(_("Change title, source and licence"), icon=":material/edit:"):
        part(_ABOUT, lambda: _draw_about(found))
    if st.button(_("Remove from the library"), icon=":material/delete:", type="tertiary"):
        _ask_removal(found)


def _draw_places(found: Piece, workshop: Workshop) -> None:
    st.subheader(_("Where it is used"))
    options = places_in(running(), workshop.id)
    now = [place for place, refs in attached(running(), workshop.id).items() if found.ref in refs]
    key = f"places:{found.ref}"

    def keep() -> None:
        attach(running(), workshop.id, found.ref, st.session_state[key])

    st.multiselect(
        _("Items of the agenda, and activities"),
        options,
        default=[place for place in options if place in now],
        format_func=lambda place: place_name(running(), workshop.id, place),
        placeholder=_("Choose one or more"),
        key=key,
        on_change=act(keep, at=_PLACES, parts=[_PLACES]),
        select_all=False,
    )
    show_outcome(_PLACES)
    st.caption(_("At an item it opens from the agenda. At an activity every group finds it above its sheet."))


def _draw_subtitles(ref: str) -> None:
    found = piece(running(), ref)
    for track in found.tracks if found else ():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(plain(track.language), width="stretch")
            st.button(
                _("Remove"),
                key=f"remove:{ref}:{track.language}",
                type="tertiary",
                on_click=act(
                    remove_subtitles,
                    running(),
                    ref.partition(":")[2],
                    track.language,
                    at=_SUBTITLES,
                    parts=[_SUBTITLES, _PLAYER],
                ),
            )
    show_outcome(_SUBTITLES)
    if found and not found.tracks:
        st.caption(_("None yet. Add a file that ends in .srt or .vtt, one for each language."))


def _draw_about(found: Piece) -> None:
    before = (found.title, found.source, found.licence)
    with st.form("about", enter_to_submit=False, border=False):
        typed = [
            st.text_input(box.label, value=value, max_chars=box.limit, help=box.hint)
            for box, value in zip(about_boxes(), before, strict=True)
        ]
        sent = st.form_submit_button(_("Save"))
    if sent and tried(lambda: describe(running(), found.ref.partition(":")[2], About.typed(*typed)), at=_ABOUT):
        draw_again()
    show_outcome(_ABOUT)


@st.dialog(_("Remove from the library"))
def _ask_removal(found: Piece) -> None:
    used = titles_with(running(), found.ref)
    if used:
        said = _("It is attached in: {workshops}. It goes from there too.")
        st.warning(said.format(workshops=", ".join(map(plain, used))))
    st.markdown(_("“{title}” and its subtitles are deleted from the server for good.").format(title=plain(found.title)))
    with st.container(horizontal=True):
        is_removed, is_kept = (
            st.button(_("Remove it"), type="primary", icon=":material/delete:"),
            st.button(_("Keep it")),
        )
    if is_removed and tried(lambda: remove(running(), found.ref.partition(":")[2]), at=_REMOVAL):
        st.switch_page("media/media_library_page.py")
    if is_kept:
        st.rerun()
    show_outcome(_REMOVAL)


draw()
