"""The slides: the list of decks; and one deck to read, to change or to present, as the address says."""

import streamlit as st

from engine.access import Visitor
from engine.language import _, plural
from engine.live import topics
from engine.screens.frame.acts import act
from engine.screens.frame.live import listen, part
from engine.screens.frame.wording import plain
from engine.screens.slides.presenter import draw_presenter, draw_whole_screen
from engine.screens.slides.slide_changes import draw_changes
from engine.screens.slides.slide_view import draw_notes, draw_slide, go
from engine.screens.workshop.chosen_workshop import chosen_workshop
from engine.server import running
from engine.slides.own_slides import decks_of, slides_of
from engine.store import Workshop
from engine.workshop import planned

FILES = {"powerpoint": "PowerPoint", "pdf": "PDF", "notes": "PDF"}
"""The names of the file formats, which are the same in every language."""


def draw() -> None:
    visitor: Visitor = st.session_state["visitor"]
    workshop = chosen_workshop() if visitor.is_facilitator else visitor.seat.workshop if visitor.seat else None
    if workshop is None:
        st.title(_("Slides"))
        st.markdown(_("Join a workshop first; its slides are here then."))
        return
    deck_id, view = st.query_params.get("deck", ""), st.query_params.get("view", "")
    views = {"present": draw_presenter, "screen": draw_whole_screen, "change": draw_changes}
    if deck_id not in decks_of(running(), workshop.id):
        _draw_list(workshop, is_facilitator=visitor.is_facilitator)
    elif view in views and visitor.is_facilitator:
        views[view](workshop, deck_id)
    else:
        _draw_deck(workshop, deck_id, is_facilitator=visitor.is_facilitator)


def _draw_list(workshop: Workshop, *, is_facilitator: bool) -> None:
    st.title(_("Slides"))
    if is_facilitator:
        st.markdown(_("A deck for every input session. Look at it, change it for your country, and present it."))
    else:
        st.markdown(_("The slides of this workshop, to read again at your own pace."))
    decks, plan = decks_of(running(), workshop.id), planned(running(), workshop.id)
    if not decks:
        st.info(_("There are no slides. The page Content check says what is wrong."), icon=":material/error:")
    day = 0
    for deck_id in decks:
        due = plan.get(deck_id)
        if (due.day if due else -1) != day:
            day = due.day if due else -1
            st.subheader(_("Day {number}").format(number=day) if due else _("Other decks"))
        _draw_entry(workshop, deck_id, is_facilitator=is_facilitator)


def _draw_entry(workshop: Workshop, deck_id: str, *, is_facilitator: bool) -> None:
    deck, due = decks_of(running(), workshop.id)[deck_id], planned(running(), workshop.id).get(deck_id)
    slides = slides_of(running(), workshop.id, deck_id)
    shown = [slide for slide in slides if not slide.is_hidden]
    said = [due.clock] if due else []
    said.append(_("{count} min").format(count=due.minutes if due else deck.minutes))
    said.append(plural("{count} slide", "{count} slides", len(shown)))
    if any(slide.is_hidden or slide.is_added or slide.is_changed for slide in slides):
        said.append(_("changed for this workshop"))
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(deck.title)}**  \n:gray[{' · '.join(said)}]", width="stretch")
        read = _("Look at it") if is_facilitator else _("Read")
        st.button(read, key=f"read:{deck_id}", icon=":material/slideshow:", on_click=act(go, deck_id))
        if is_facilitator:
            st.button(
                _("Present"),
                key=f"present:{deck_id}",
                icon=":material/co_present:",
                on_click=act(go, deck_id, "present"),
            )


def _draw_deck(workshop: Workshop, deck_id: str, *, is_facilitator: bool) -> None:
    deck = decks_of(running(), workshop.id)[deck_id]
    st.button(_("All slides"), icon=":material/arrow_back:", type="tertiary", on_click=act(go))
    st.title(deck.title)
    st.caption(deck.source)
    if is_facilitator:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(_("Present"), type="primary", icon=":material/co_present:", on_click=act(go, deck_id, "present"))
            st.button(_("Change for this workshop"), icon=":material/edit:", on_click=act(go, deck_id, "change"))
            _draw_files(workshop, deck_id)
    part("slides", lambda: _draw_slides(workshop, deck_id, is_facilitator=is_facilitator))
    if is_facilitator:  # the page of somebody with a seat listens to the room already
        listen({topics.slides(workshop.id): ["slides"]})


def _draw_files(workshop: Workshop, deck_id: str) -> None:
    """Draw links that download the deck as this workshop has it."""
    with st.popover(_("Download"), icon=":material/download:"):
        st.markdown(_("The files have this workshop's version: its order, its texts, nothing that is hidden."))
        labels = {
            "powerpoint": _("{format}, with notes, to change").format(format=FILES["powerpoint"]),
            "pdf": _("{format}: slides").format(format=FILES["pdf"]),
            "notes": _("{format}: slides with notes").format(format=FILES["notes"]),
        }
        for file_format, label in labels.items():
            address = f"/slides/file?workshop={workshop.id}&deck={deck_id}&format={file_format}"
            st.link_button(label, address, icon=":material/download:", width="stretch")


def _draw_slides(workshop: Workshop, deck_id: str, *, is_facilitator: bool) -> None:
    deck = decks_of(running(), workshop.id)[deck_id]
    shown = [slide for slide in slides_of(running(), workshop.id, deck_id) if not slide.is_hidden]
    for place, slide in enumerate(shown, start=1):
        draw_slide(deck, slide, f"{place} / {len(shown)}", big=False)
        if is_facilitator:
            with st.expander(_("Notes"), icon=":material/notes:"):
                draw_notes(slide)
    if not shown:
        st.info(_("All slides of this deck are hidden."))


draw()
