"""The facilitator's page of the media library: what there is, and how to add to it."""

import streamlit as st

from engine.language import _, plural
from engine.live import topics
from engine.media.attaching import attached, place_name
from engine.media.folder import free_bytes
from engine.media.kinds import ENDINGS
from engine.media.piece import Piece, pieces
from engine.media.shelf import (
    ADDRESS_LIMIT,
    About,
    add_link,
    folder_of,
    size_text,
    total_bytes,
)
from engine.screens.frame.acts import act, show_outcome
from engine.screens.frame.live import listen, part
from engine.screens.frame.wording import plain
from engine.screens.media.about_boxes import about_boxes
from engine.screens.media.player import ICONS, kind_name
from engine.screens.media.upload import upload_form
from engine.screens.workshop.chosen_workshop import chosen_workshop
from engine.server import running
from engine.store import Workshop
from engine.workshop import workshop_on_screen

_LINK, _TURN = "add a link", "how many links were added"


def draw() -> None:
    workshop = chosen_workshop() if workshop_on_screen(running()) else None
    st.title(_("Media"))
    st.markdown(_("Add videos, audio, pictures and PDF. Open one to attach it, or to show it to the room."))
    left, right = st.columns([7, 4], gap="large")
    with left:
        part("media list", lambda: _draw_list(workshop))
    with right:
        _draw_adding()
    heard = {topics.media(): ["media list"]}
    listen(heard | ({topics.room(workshop.id): ["media list"]} if workshop else {}))


def _draw_list(workshop: Workshop | None) -> None:
    found = pieces(running())
    used = _places(workshop)
    own = [each for each in found if not each.is_own]
    folder = folder_of(running())
    said = [
        plural("{count} file or link.", "{count} files and links.", len(own)),
        _("All files together: {size}.").format(size=size_text(total_bytes(running()))),
        _("The server's disk has room for {free} more.").format(free=size_text(free_bytes(folder))),
    ]
    st.caption(" ".join(said))
    if not own:
        st.info(
            _("You have added nothing yet. Choose a file in the form “Add a file”."), icon=":material/video_library:"
        )
    for each in found:
        _draw_piece(each, used.get(each.ref, []))


def _places(workshop: Workshop | None) -> dict[str, list[str]]:
    """Ref -> the names of the places where the workshop on the screen uses it."""
    found: dict[str, list[str]] = {}
    if workshop:
        for place, refs in attached(running(), workshop.id).items():
            for ref in refs:
                found.setdefault(ref, []).append(place_name(running(), workshop.id, place))
    return found


def _draw_piece(each: Piece, places: list[str]) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        lines = [f":material/{ICONS[each.kind]}: **{plain(each.title)}**", f":gray[{' · '.join(_facts(each))}]"]
        if places:
            lines.append(":gray[" + _("Attached to: {places}").format(places=plain(", ".join(places))) + "]")
        st.markdown("  \n".join(lines), width="stretch")
        st.page_link(
            "media/medium_page.py", label=_("Open"), icon=":material/open_in_full:", query_params={"ref": each.ref}
        )


def _facts(each: Piece) -> list[str]:
    """What stands below a title, ready for Markdown."""
    facts = [kind_name(each)]
    if each.bytes:
        facts.append(size_text(each.bytes))
    if each.tracks:
        languages = ", ".join(track.language for track in each.tracks)
        facts.append(_("Subtitles: {languages}").format(languages=languages))
    facts += [_("Source: {source}").format(source=each.source), _("Licence: {licence}").format(licence=each.licence)]
    return [plain(fact) for fact in facts]


def _draw_adding() -> None:
    with st.container(border=True):
        st.subheader(_("Add a file"))
        accept = ",".join(ENDINGS)
        upload_form("add a file", "/uploads", about_boxes(), accept=accept, send=_("Add the file"), asks=True)
    with st.expander(_("Add a link instead"), icon=":material/link:"):
        part(_LINK, _draw_link_form)


def _draw_link_form() -> None:
    st.markdown(_("It opens in a new tab and needs the internet. A file plays without it."))
    key = _link_key()
    with st.form("link", enter_to_submit=False, border=False, clear_on_submit=False):
        st.text_input(_("Address"), max_chars=ADDRESS_LIMIT, key=f"{key}:address")
        for box in about_boxes():
            st.text_input(box.label, max_chars=box.limit, help=box.hint, key=f"{key}:{box.name}")
        st.form_submit_button(
            _("Add the link"), icon=":material/add:", on_click=act(_add_link, at=_LINK, parts=[_LINK, "media list"])
        )
    show_outcome(_LINK)


def _link_key() -> str:
    """The start of the names of the form's boxes. It changes after each link, so that the next form is empty."""
    return f"link:{st.session_state.get(_TURN, 0)}"


def _add_link() -> None:
    """Add the link that was typed. When it is refused, the form keeps what was typed."""
    key = _link_key()
    typed = [st.session_state[f"{key}:{box.name}"] for box in about_boxes()]
    add_link(running(), About.typed(*typed), st.session_state[f"{key}:address"])
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1


draw()
