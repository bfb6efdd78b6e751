"""Changes a deck for one workshop: its order, hidden slides, own texts, own slides. The deck itself stays as it is."""

from collections.abc import Callable

import streamlit as st

from engine.language import _
from engine.live import topics
from engine.screens.frame.acts import act, show_outcome
from engine.screens.frame.live import listen
from engine.screens.frame.wording import plain
from engine.screens.slides.slide_view import draw_slide, go
from engine.screens.slides.text_box import Home, text_box
from engine.server import running
from engine.slides.own_slides import (
    ShownSlide,
    add_slide,
    deck_of,
    deck_to_original,
    hide_slide,
    move_slide,
    remove_slide,
    slide_to_original,
    slides_of,
)
from engine.slides.texts import SentSlideText, SlidePlace, save_slide_text
from engine.store import Saved, Workshop

_CHANGES = "changes of the slides"


def draw_changes(workshop: Workshop, deck_id: str) -> None:
    deck = deck_of(running(), workshop.id, deck_id)
    st.button(_("Back to the slides"), icon=":material/arrow_back:", type="tertiary", on_click=act(go, deck_id))
    st.title(deck.title)
    st.markdown(_("Choose a slide and change it. It is saved at once, for this workshop only; the original stays."))
    show_outcome(_CHANGES)
    if not workshop.is_open:
        st.info(_("This workshop is closed. Open it again on the page Workshops to change its slides."))
    slides = slides_of(running(), workshop.id, deck_id)
    asked = st.query_params.get("slide", "")
    chosen = next((slide for slide in slides if slide.id == asked), slides[0])
    left, right = st.columns([4, 7], gap="large")
    with left:
        _draw_list(workshop, deck_id, chosen.id)
    with right:
        _draw_slide(workshop, deck_id, chosen, [slide.id for slide in slides])
    listen({topics.slides(workshop.id): []})


def _draw_list(workshop: Workshop, deck_id: str, chosen: str) -> None:
    slides = {slide.id: slide for slide in slides_of(running(), workshop.id, deck_id)}
    ids, states = list(slides), [_state(slide) for slide in slides.values()]
    key = f"slides of {deck_id}: {hash((tuple(ids), chosen))}"

    def choose() -> None:
        go(deck_id, "change", st.session_state[key])

    st.radio(
        _("Slides"),
        ids,
        index=ids.index(chosen) if chosen in ids else 0,
        format_func=lambda name: f"{ids.index(name) + 1} · {plain(slides[name].title or _('No title yet'))}",
        captions=states,
        key=key,
        on_change=act(choose),
        disabled=False,
    )
    st.button(
        _("Add a slide at the beginning"),
        icon=":material/add:",
        type="tertiary",
        disabled=not workshop.is_open,
        on_click=act(_add, workshop.id, deck_id, "", at=_CHANGES),
    )
    if any(states):
        with st.popover(_("Whole deck back to the original"), icon=":material/undo:", type="tertiary"):
            st.markdown(_("Your own slides, texts and order are taken away from this workshop."))
            back = act(deck_to_original, running(), workshop.id, deck_id, at=_CHANGES)
            st.button(_("Yes, back to the original"), on_click=back)


def _state(slide: ShownSlide) -> str:
    said = [
        _("hidden") if slide.is_hidden else "",
        _("added by you") if slide.is_added else _("changed by you") if slide.is_changed else "",
    ]
    return " · ".join(filter(None, said))


def _draw_slide(workshop: Workshop, deck_id: str, slide: ShownSlide, order: list[str]) -> None:
    _draw_acts(workshop, deck_id, slide, order)
    _draw_preview(workshop, deck_id, slide)
    locked = not workshop.is_open
    labels = {
        "title": (_("Title"), "", 1),
        "body": (_("Text"), _("Short lines. Begin a point with a dash; put two stars around **words** to stress."), 6),
        "notes": (_("Notes for you"), _("What you say and do. Participants never see it."), 6),
    }
    for name, (label, hint, lines) in labels.items():
        place = {"workshop": workshop.id, "deck": deck_id, "slide": slide.id, "field": name}
        saved = Saved(getattr(slide, name), slide.revisions.get(name, 0))
        text_box(Home("/slides/text", place), saved, label=label, hint=hint, lines=lines, locked=locked)
    _draw_chart_choice(workshop, deck_id, slide)


def _draw_acts(workshop: Workshop, deck_id: str, slide: ShownSlide, order: list[str]) -> None:
    place, here = order.index(slide.id), (running(), workshop.id, deck_id, slide.id)
    acts: list[tuple[str, str, bool, Callable[[], object]]] = [
        (_("Move up"), "arrow_upward", place > 0, lambda: move_slide(*here, -1)),
        (_("Move down"), "arrow_downward", place + 1 < len(order), lambda: move_slide(*here, +1)),
        (
            _("Show it again") if slide.is_hidden else _("Hide"),
            "visibility" if slide.is_hidden else "visibility_off",
            True,
            lambda: hide_slide(*here, not slide.is_hidden),
        ),
    ]
    if slide.is_changed:
        acts.append((_("Back to the original"), "undo", True, lambda: slide_to_original(*here)))
    with st.container(horizontal=True):
        for label, icon, is_possible, do in acts:
            enabled = is_possible and workshop.is_open
            st.button(label, icon=f":material/{icon}:", disabled=not enabled, on_click=act(do, at=_CHANGES))
        st.button(
            _("Add a slide after this one"),
            icon=":material/add:",
            disabled=not workshop.is_open,
            on_click=act(_add, workshop.id, deck_id, slide.id, at=_CHANGES),
        )
        if slide.is_added:
            with st.popover(_("Take away"), icon=":material/delete:", disabled=not workshop.is_open):
                st.markdown(_("This slide is yours. It is taken away from this workshop."))
                st.button(_("Yes, take it away"), on_click=act(remove_slide, *here, at=_CHANGES))


def _draw_preview(workshop: Workshop, deck_id: str, slide: ShownSlide) -> None:
    draw_slide(deck_of(running(), workshop.id, deck_id), slide, "", big=False)
    if slide.is_changed and slide.base:
        with st.expander(_("The original"), icon=":material/history:"):
            base = ShownSlide(slide.id, slide.base.title, slide.base.body, slide.base.chart or "", base=slide.base)
            draw_slide(deck_of(running(), workshop.id, deck_id), base, "", big=False)


def _draw_chart_choice(workshop: Workshop, deck_id: str, slide: ShownSlide) -> None:
    charts = running().library.charts
    key = f"chart of {slide.id} {slide.revisions.get('chart', 0)}"

    def save() -> None:
        place = SlidePlace(workshop.id, deck_id, slide.id, "chart")
        save_slide_text(running(), place, SentSlideText(st.session_state[key], slide.revisions.get("chart", 0)))

    st.selectbox(
        _("Chart"),
        ["", *charts],
        index=[*("", *charts)].index(slide.chart) if slide.chart in charts else 0,
        format_func=lambda name: charts[name].title if name else _("No chart"),
        key=key,
        on_change=act(save, at=_CHANGES),
        disabled=not workshop.is_open,
    )


def _add(workshop_id: str, deck_id: str, after: str) -> None:
    go(deck_id, "change", add_slide(running(), workshop_id, deck_id, after))
