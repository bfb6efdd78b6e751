"""The facilitator's screen while slides are shown: the slide, the next one, the notes and a clock."""

import streamlit as st

from engine.language import _
from engine.live import topics
from engine.screens.frame.acts import act, show_outcome
from engine.screens.frame.components import component
from engine.screens.frame.live import listen, part
from engine.screens.frame.wording import plain
from engine.screens.slides.slide_view import draw_notes, draw_slide, go
from engine.server import running
from engine.slides.own_slides import deck_of
from engine.slides.presenting import Stand, present, stand_of, start_clock, stop_presenting, turn
from engine.store import Workshop
from engine.workshop import Presenting, instead_of, planned, workshop_by_id

PART = "presenter"
_keys = component(
    "keys",
    '<div class="keys"><span class="hint"></span><button type="button" hidden></button>'
    '<span class="said" role="alert"></span></div>',
)
_timer = component("timer", '<div class="timer"><div class="elapsed" role="timer"></div><div class="left"></div></div>')


def draw_presenter(workshop: Workshop, deck_id: str) -> None:
    """It follows every turn of a slide, whoever made it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        title = deck_of(running(), workshop.id, deck_id).title
        st.markdown(f"**{plain(title)}**", width="stretch")
        st.button(
            _("Full screen here"),
            icon=":material/fullscreen:",
            on_click=act(_open_whole, workshop.id, deck_id, at=PART),
        )
        st.button(_("Close"), icon=":material/close:", type="tertiary", on_click=act(go, deck_id))
    part(PART, lambda: _draw_now(workshop.id, deck_id))
    draw_keys(workshop.id, deck_id, is_alone=False)
    listen({topics.slides(workshop.id): [PART], topics.room(workshop.id): [PART]})


def _draw_now(workshop_id: str, deck_id: str) -> None:
    deck, stand = deck_of(running(), workshop_id, deck_id), stand_of(running(), workshop_id, deck_id)
    now = workshop_by_id(running(), workshop_id)
    is_shown = now is not None and instead_of(now) == Presenting(deck_id)
    _draw_buttons(workshop_id, deck_id, stand, is_shown=is_shown)
    if stand.now is None:
        st.info(_("All slides of this deck are hidden. Take one in again under Change for this workshop."))
        return
    left, right = st.columns([7, 5], gap="medium")
    with left:
        draw_slide(deck, stand.now, f"{stand.place + 1} / {len(stand.slides)}", big=False)
    with right:
        _draw_clock(workshop_id, deck_id, stand)
        if stand.next:
            st.markdown(_("Next: {title}").format(title=f"**{plain(stand.next.title or _('No title yet'))}**"))
        else:
            st.markdown(_("This is the last slide."))
        with st.container(border=True):
            draw_notes(stand.now)


def _draw_buttons(workshop_id: str, deck_id: str, stand: Stand, *, is_shown: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        _turn_buttons(workshop_id, deck_id, stand, PART)
        st.button(
            _("Hide from the room") if is_shown else _("Show to the room"),
            key="slides shown",
            type="secondary" if is_shown else "primary",
            icon=":material/visibility_off:" if is_shown else ":material/visibility:",
            on_click=act(_show, workshop_id, deck_id, not is_shown, at=PART, parts=[PART]),
        )
        if is_shown:
            st.markdown(f":green[{_('The room sees this')}]", width="content")
    show_outcome(PART)


def _turn_buttons(workshop_id: str, deck_id: str, stand: Stand, *parts: str) -> None:
    """Draw the buttons to the slide before and after. They draw `parts` again; the last of these shows a refusal."""
    steps = (
        (_("Previous"), ":material/arrow_back:", -1, stand.place == 0),
        (_("Next"), ":material/arrow_forward:", +1, stand.place + 1 >= len(stand.slides)),
    )
    for label, icon, step, is_end in steps:
        st.button(
            label,
            key=f"turn:{step}",
            icon=icon,
            disabled=is_end,
            on_click=act(turn, running(), workshop_id, deck_id, step, at=parts[-1], parts=parts),
        )


def _draw_clock(workshop_id: str, deck_id: str, stand: Stand) -> None:
    due, deck = planned(running(), workshop_id).get(deck_id), deck_of(running(), workshop_id, deck_id)
    with st.container(horizontal=True, vertical_alignment="center"):
        _timer(
            key="timer",
            height="content",
            data={
                "elapsed": stand.elapsed() or 0,
                "runs": stand.started_at is not None,
                "minutes": due.minutes if due else deck.minutes,
                "words": {"left": _("{minutes} min left"), "over": _("{minutes} min over")},
            },
        )
        restart = act(lambda: start_clock(running(), workshop_id, deck_id, again=True), at=PART, parts=[PART])
        label = _("Start the clock again") if stand.started_at else _("Start the clock")
        st.button(label, icon=":material/timer:", type="tertiary", on_click=restart)


def draw_keys(workshop_id: str, deck_id: str, *, is_alone: bool, hint: str = "") -> None:
    """Let the arrow keys turn the slides. Alone on the screen, more keys do, and Escape leaves."""
    _keys(
        key="keys",
        height="content",
        data={
            "workshop": workshop_id,
            "deck": deck_id,
            "is_alone": is_alone,
            "hint": hint or _("Turn the slides with the arrow keys."),
            "whole_screen": _("Whole screen (F)"),
            "offline": _("No connection. Press the key again when the line is back."),
        },
        on_left_change=act(go, deck_id, "present"),
    )


def draw_whole_screen(workshop: Workshop, deck_id: str) -> None:
    """Draw the slide alone, for a room that has only one computer."""
    part("slide", lambda: draw_for_room(workshop.id, deck_id))
    with st.container(horizontal=True, vertical_alignment="center", key="turning"):
        part("turn", lambda: _draw_turning(workshop.id, deck_id))
        st.button(_("Close"), icon=":material/close:", type="tertiary", on_click=act(go, deck_id, "present"))
        hint = _("Arrow keys turn the slides, Escape leaves.")
        draw_keys(workshop.id, deck_id, is_alone=True, hint=hint)
    listen({topics.slides(workshop.id): ["slide", "turn"]})


def _draw_turning(workshop_id: str, deck_id: str) -> None:
    stand = stand_of(running(), workshop_id, deck_id)
    with st.container(horizontal=True, width="content"):
        _turn_buttons(workshop_id, deck_id, stand, "slide", "turn")
    show_outcome("turn")


def draw_for_room(workshop_id: str, deck_id: str) -> None:
    """Draw the slide that is presented now, as the room sees it."""
    deck, stand = deck_of(running(), workshop_id, deck_id), stand_of(running(), workshop_id, deck_id)
    if stand.now:
        draw_slide(deck, stand.now, f"{stand.place + 1} / {len(stand.slides)}", big=True)
    else:
        st.title(deck.title)


def _show(workshop_id: str, deck_id: str, is_shown: bool) -> None:
    if is_shown:
        present(running(), workshop_id, deck_id)
    else:
        stop_presenting(running(), workshop_id)


def _open_whole(workshop_id: str, deck_id: str) -> None:
    start_clock(running(), workshop_id, deck_id)
    go(deck_id, "screen")
