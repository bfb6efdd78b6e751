"""The facilitator's plenary: choose what is looked at, and when the room sees it."""

import streamlit as st

from engine.content import SHEET, Activity
from engine.language import _
from engine.live import topics
from engine.plenary import side_by_side
from engine.routes.sign_in import watch_path
from engine.screens.facilitator import chosen_workshop
from engine.screens.live import draw_again, listen, part
from engine.screens.plenary_views import draw_view
from engine.screens.way_in import addresses
from engine.server import running
from engine.store import Workshop
from engine.workshop import Screen, WorkshopContent, begun_activities, content_of, screen_of, show

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
    """Draw the choices and what they show."""
    workshop = chosen_workshop()
    content = content_of(running(), workshop.id)
    screen = screen_of(running(), workshop)
    begun = begun_activities(running(), workshop.id)
    if screen is None or not begun:
        st.title(_("Plenary"))
        st.markdown(_("The plenary opens when an activity has begun."))
        st.page_link("conduct.py", label=_("Begin an activity"), icon=":material/play_circle:")
        return
    screen = _choose(workshop, content, screen, list(begun))
    activity, case = content.activities[screen.activity_id], content.case_studies.get(screen.sheet)

    def draw_it() -> None:
        groups = side_by_side(running(), workshop.id, activity.id, screen.sheet)
        draw_view(activity, activity.plenary[screen.view], case, groups)

    part("plenary", draw_it)
    _draw_projector_help(workshop)
    listen({topics.plenary(workshop.id, activity.id): ["plenary"], topics.room(workshop.id): []})


def _choose(workshop: Workshop, content: WorkshopContent, screen: Screen, begun: list[str]) -> Screen:
    """Draw the choices; a change is kept at once, so that the projector follows."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if len(begun) > 1:
            activity_id = st.selectbox(
                _("Activity"),
                begun,
                index=begun.index(screen.activity_id) if screen.activity_id in begun else 0,
                format_func=lambda name: content.activities[name].title,
                key=f"plenary:activity:{screen.activity_id}",
                on_change=draw_again,
            )
        else:
            activity_id = screen.activity_id
        button = st.container(horizontal=True, vertical_alignment="center", width="content")
    activity = content.activities[activity_id]
    same = activity_id == screen.activity_id
    sheet = _choose_sheet(content, activity, screen.sheet if same else "")
    view = _choose_view(activity, screen.view if same else 0)
    wanted = Screen(activity_id, sheet, view, screen.shown and same)
    if wanted != screen:
        show(running(), workshop.id, wanted)
    with button:  # drawn last, so that it shows to the room what is chosen now
        _draw_show(workshop, wanted)
    return wanted


def _draw_show(workshop: Workshop, screen: Screen) -> None:
    hidden = Screen(screen.activity_id, screen.sheet, screen.view, not screen.shown)
    st.button(
        _("Hide from the room") if screen.shown else _("Show to the room"),
        type="secondary" if screen.shown else "primary",
        icon=":material/visibility_off:" if screen.shown else ":material/visibility:",
        on_click=show,
        args=(running(), workshop.id, hidden),
    )
    if screen.shown:
        st.markdown(f":green[{_('The room sees this')}]", width="content")


def _choose_sheet(content: WorkshopContent, activity: Activity, now: str) -> str:
    cases = content.cases_of(activity)
    if not cases:
        return SHEET
    chosen = st.pills(
        _("Case"),
        list(cases),
        default=now if now in cases else next(iter(cases)),
        required=True,
        format_func=lambda name: f"{cases[name].number} · {cases[name].country}",
        key=f"plenary:case:{activity.id}:{now}",
        on_change=draw_again,
    )
    return chosen or next(iter(cases))


def _choose_view(activity: Activity, now: int) -> int:
    labels = []
    for view in activity.plenary:
        field = activity.worksheet.shown_by(view.show)
        table = activity.worksheet.shown_by(view.show.partition(".")[0])
        parts = [table.label, field.label] if field and table and field is not table else [field.label if field else ""]
        labels.append(f":material/{KINDS[view.kind]}: {' · '.join(parts)}")
    chosen = st.pills(
        _("View"),
        list(range(len(labels))),
        default=now,
        required=True,
        format_func=lambda place: labels[place],
        key=f"plenary:view:{activity.id}:{now}",
        on_change=draw_again,
    )
    return chosen if chosen is not None else now


def _draw_projector_help(workshop: Workshop) -> None:
    with st.expander(_("Show it on the projector"), icon=":material/fullscreen:"):
        st.markdown(_("On this computer: open the projector page in a window of its own and press F11."))
        st.link_button(_("Projector page"), "/projector", icon=":material/fullscreen:")
        st.markdown(_("On another computer: open this link there. It shows the plenary and nothing else."))
        st.code(f"{addresses()[0]}{watch_path(running(), workshop.id)}")


draw()
