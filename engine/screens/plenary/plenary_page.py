"""The facilitator's plenary: choose what is looked at, and when the room sees it."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

import streamlit as st

from engine.content import SHEET, Activity, CaseStudy
from engine.language import _
from engine.live import topics
from engine.plenary import side_by_side, views_of
from engine.routes.sign_in import watch_path
from engine.screens.frame.acts import act, show_outcome
from engine.screens.frame.live import listen, part
from engine.screens.plenary.views import draw_view
from engine.screens.workshop.chosen_workshop import chosen_workshop
from engine.screens.workshop.way_in import addresses
from engine.server import running
from engine.store import Workshop
from engine.workshop import Screen, WorkshopContent, begun_activities, content_of, screen_of, show

_CHOICES = "the choices of the plenary"
KINDS = {
    "heatmap": "grid_on",
    "bars": "bar_chart",
    "evidence": "format_quote",
    "spread": "scatter_plot",
    "ranking": "format_list_numbered",
    "texts": "notes",
    "rows": "table_rows",
}


def draw() -> None:
    workshop = chosen_workshop()
    content = content_of(running(), workshop.id)
    screen = screen_of(running(), workshop)
    begun = begun_activities(running(), workshop.id)
    if screen is None or not begun:
        st.title(_("Plenary"))
        st.markdown(_("The plenary opens when an activity has begun."))
        st.page_link("workshop/activities_page.py", label=_("Begin an activity"), icon=":material/play_circle:")
        return
    _choose(workshop, content, screen, list(begun))
    activity, case = content.activities[screen.activity_id], content.case_studies.get(screen.sheet)

    def draw_it() -> None:
        groups = side_by_side(running(), workshop.id, activity.id, screen.sheet)
        draw_view(activity, views_of(activity)[screen.view], case, groups)

    part("plenary", draw_it)
    _draw_projector_help(workshop)
    listen({topics.plenary(workshop.id, activity.id): ["plenary"], topics.room(workshop.id): []})


def _choose(workshop: Workshop, content: WorkshopContent, screen: Screen, begun: list[str]) -> None:
    """Draw the choices. A change is saved at once, so that the projector follows."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if len(begun) > 1:
            st.selectbox(
                _("Activity"),
                begun,
                placeholder=_("Choose"),
                format_func=lambda name: content.activities[name].title,
                **_choice(workshop, "activity", begun, screen.activity_id, lambda name: _first_of(content, name)),
            )
        button = st.container(horizontal=True, vertical_alignment="center", width="content")
    activity = content.activities[screen.activity_id]
    _choose_sheet(workshop, content.cases_of(activity), screen)
    _choose_view(workshop, activity, screen)
    with button:  # drawn last, so that it shows to the room what is chosen now
        _draw_show(workshop, screen)
    show_outcome(_CHOICES)


def _choice(
    workshop: Workshop, name: str, options: Collection[Any], now: Any, wanted: Callable[[Any], Screen]
) -> dict[str, Any]:
    """The key and the callback of a widget with which the facilitator chooses what the plenary shows.

    The key stays the same while the page stands: a click on a widget that was replaced would be lost.

    Args:
        workshop: the workshop that is on the page.
        name: what is chosen.
        options: what there is to choose from.
        now: the value in the database, which the widget shows, whoever chose it.
        wanted: makes the screen for an option.
    """
    key = f"plenary:{workshop.id}:{name}"
    if st.session_state.get(key) != now:
        st.session_state[key] = now

    def chosen() -> None:
        choice = st.session_state.get(key)
        if choice in options:  # a page that is being replaced sends an empty choice that nobody made
            show(running(), workshop.id, wanted(choice))

    return {"key": key, "on_change": act(chosen, at=_CHOICES)}


def _first_of(content: WorkshopContent, activity_id: str) -> Screen:
    """The first view of an activity, on its first sheet; the room does not see it yet."""
    return Screen(activity_id, next(iter(content.cases_of(content.activities[activity_id])), SHEET))


def _draw_show(workshop: Workshop, screen: Screen) -> None:
    hidden = Screen(screen.activity_id, screen.sheet, screen.view, not screen.shown)
    st.button(
        _("Hide from the room") if screen.shown else _("Show to the room"),
        type="secondary" if screen.shown else "primary",
        icon=":material/visibility_off:" if screen.shown else ":material/visibility:",
        on_click=act(show, running(), workshop.id, hidden, at=_CHOICES),
    )
    if screen.shown:
        st.markdown(f":green[{_('The room sees this')}]", width="content")


def _choose_sheet(workshop: Workshop, cases: dict[str, CaseStudy], screen: Screen) -> None:
    if not cases:
        return
    st.pills(
        _("Case"),
        list(cases),
        required=True,
        format_func=lambda name: f"{cases[name].number} · {cases[name].country}",
        **_choice(
            workshop, f"{screen.activity_id}:case", cases, screen.sheet, lambda name: replace(screen, sheet=name)
        ),
    )


def _choose_view(workshop: Workshop, activity: Activity, screen: Screen) -> None:
    labels = [f":material/{KINDS[view.kind]}: {view.label}" for view in views_of(activity)]
    views = range(len(labels))
    st.pills(
        _("View"),
        views,
        required=True,
        format_func=lambda place: labels[place],
        **_choice(workshop, f"{activity.id}:view", views, screen.view, lambda place: replace(screen, view=place)),
    )


def _draw_projector_help(workshop: Workshop) -> None:
    with st.expander(_("Show it on the projector"), icon=":material/fullscreen:"):
        st.markdown(_("On this computer: open the projector page in a window of its own and press F11."))
        st.link_button(_("Projector page"), "/projector", icon=":material/fullscreen:")
        st.markdown(_("On another computer: open this link there. It shows the plenary and nothing else."))
        st.code(f"{addresses()[0]}{watch_path(running(), workshop.id)}")


draw()
