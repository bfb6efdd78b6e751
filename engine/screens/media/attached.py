"""The media of an item of the agenda or of an activity, ready to be opened."""

import streamlit as st

from engine.language import _
from engine.media.attaching import attached, place_of_activity, place_of_item
from engine.media.piece import piece
from engine.screens.frame.wording import plain
from engine.screens.media.player import ICONS, draw_player
from engine.server import running
from engine.workshop import agenda_of


def media_at_items(workshop_id: str) -> dict[str, list[tuple[str, str]]]:
    """Item id -> (title, address) of what opens there: the item's own media, then those of its activity."""
    used, found = attached(running(), workshop_id), {}
    for item in agenda_of(running(), workshop_id).items():
        own = [f"film:{item.film}"] if item.film else []
        refs = [*own, *used.get(place_of_item(item.id), []), *used.get(place_of_activity(item.activity or ""), [])]
        known = [each for ref in dict.fromkeys(refs) if (each := piece(running(), ref)) is not None]
        found[item.id] = [(each.title, f"/medium?ref={each.ref}") for each in known]
    return found


def draw_attached(workshop_id: str, activity_id: str) -> None:
    """Draw the media that an activity's groups are to watch, hear or read, each folded behind its title."""
    for ref in attached(running(), workshop_id).get(place_of_activity(activity_id), []):
        if (found := piece(running(), ref)) is not None:
            with st.expander(plain(found.title), icon=f":material/{ICONS[found.kind]}:"):
                draw_player(found, f"attached:{activity_id}:{ref}")
                said = _("Source: {source}").format(source=found.source)
                st.caption(plain(f"{said} · " + _("Licence: {licence}").format(licence=found.licence)))


def draw_links(workshop_id: str, activity_id: str) -> None:
    """Draw links for the facilitator to the media of an activity."""
    for ref in attached(running(), workshop_id).get(place_of_activity(activity_id), []):
        if (found := piece(running(), ref)) is not None:
            icon = f":material/{ICONS[found.kind]}:"
            st.page_link("media/medium_page.py", label=plain(found.title), icon=icon, query_params={"ref": ref})
