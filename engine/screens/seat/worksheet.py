"""The worksheet of a group: the case beside the questions."""

from dataclasses import replace
from functools import partial

import streamlit as st

from engine.content import SHEET, Activity, CaseStudy
from engine.fields import Field
from engine.language import _, plural
from engine.live import topics
from engine.screens.frame.acts import act, show_outcome
from engine.screens.frame.live import draw_again, part
from engine.screens.frame.wording import plain
from engine.screens.media.attached import draw_attached
from engine.screens.seat.sheet import Sheet
from engine.screens.seat.widgets import draw_field
from engine.server import running
from engine.store import Saved
from engine.workshop import Seat, WorkshopContent, answers_on, hand_in, take_back, unanswered

_END = "end"


def draw_worksheet(
    seat: Seat, content: WorkshopContent, activity: Activity, *, ended: bool, handed_in: bool
) -> dict[str, list[str]]:
    """Draw an activity's worksheet. Returns what to listen to: topic -> parts."""
    st.title(activity.title)
    st.markdown(activity.instruction)
    _draw_steps(activity)
    draw_attached(seat.workshop.id, activity.id)
    cases = content.cases_of(activity)
    case = _choose_case(activity, cases, seat) if cases else None
    place = seat.place(activity.id, case.id if case else SHEET)
    sheet = Sheet(seat, activity, place, case, locked=ended or handed_in or not seat.workshop.is_open)
    _say_state(seat, ended=ended, handed_in=handed_in)
    if case:
        left, right = st.columns([5, 7], gap="large")
        with left:
            _draw_case(case)
        with right:
            _draw_fields(sheet)
    else:
        _draw_fields(sheet)
    _draw_end(sheet, cases, handed_in=handed_in, ended=ended)
    return _topics(sheet)


def _draw_steps(activity: Activity) -> None:
    with st.expander(_("How to work ({minutes} minutes)").format(minutes=activity.minutes), icon=":material/list:"):
        for number, step in enumerate(activity.steps, start=1):
            st.markdown(f"{number}. {step.do} :gray[{_('{count} min').format(count=step.minutes)}]")


def _choose_case(activity: Activity, cases: dict[str, CaseStudy], seat: Seat) -> CaseStudy:
    key = f"case:{activity.id}"
    chosen = st.pills(
        _("Case"),
        list(cases),
        key=key,
        default=st.session_state.get(f"{key}@", next(iter(cases))),
        format_func=lambda case_id: f"{cases[case_id].number} · {cases[case_id].country}",
        required=True,
        on_change=draw_again,
    )
    case = cases.get(chosen or "", next(iter(cases.values())))
    st.session_state[f"{key}@"] = case.id  # Streamlit forgets the widget's value while the page shows a plenary
    return case


def _say_state(seat: Seat, *, ended: bool, handed_in: bool) -> None:
    if not seat.workshop.is_open:
        st.info(_("This workshop is closed. You can read your sheet; it can no longer be changed."))
    elif ended:
        st.info(_("The facilitator has ended this activity. You can read your sheet; it can no longer be changed."))
    elif handed_in:
        st.success(_("Handed in. Take it back below if you want to change something."), icon=":material/check:")


def _draw_case(case: CaseStudy) -> None:
    with st.container(key="case_text", border=True):
        st.markdown(f"### {case.title}")
        st.caption(f"{case.country} · {case.source}")
        for paragraph in case.paragraphs:
            st.markdown(" ".join(f":gray[{s.number}]&nbsp;{plain(s.text)}" for s in paragraph))


def _draw_fields(sheet: Sheet) -> None:
    for field in sheet.activity.worksheet.fields:
        if field.within():  # a table makes its own parts
            draw_field(sheet, field.id, field, Saved())
        else:
            part(sheet.key(field.id), partial(_draw_single, sheet, field))


def _draw_single(sheet: Sheet, field: Field) -> None:
    answers = sheet.answers(field.id)
    with st.container(border=True):
        draw_field(sheet, field.id, field, answers.get(field.id, Saved()))
        if not field.is_typed:  # a text box says itself when it was saved
            sheet.say_saved(answers)


def _draw_end(sheet: Sheet, cases: dict[str, CaseStudy], *, handed_in: bool, ended: bool) -> None:
    """Draw what closes the worksheet: how much is still open, and the button that hands it in or takes it back."""
    st.divider()
    if ended or not sheet.seat.workshop.is_open:
        return
    if handed_in:
        st.button(
            _("Take it back"),
            icon=":material/undo:",
            on_click=act(take_back, running(), sheet.seat, sheet.activity.id, at=_END),
        )
    else:
        part(_END, lambda: _draw_hand_in(sheet, cases))
    show_outcome(_END)


def _draw_hand_in(sheet: Sheet, cases: dict[str, CaseStudy]) -> None:
    left = _unanswered_by_sheet(sheet, cases)
    total = sum(left.values())
    if total:
        st.markdown(plural("{count} question still wants an answer.", "{count} questions still want an answer.", total))
        if cases:
            open_cases = [f"{cases[case_id].number} ({count})" for case_id, count in left.items() if count]
            st.caption(_("Case and open questions: {list}").format(list=", ".join(open_cases)))
        st.caption(_("You can hand in anyway. The facilitator sees what is open."))
    else:
        st.markdown(_("Every question has an answer."))
    st.button(
        _("Hand in"),
        type="primary",
        icon=":material/check:",
        on_click=act(hand_in, running(), sheet.seat, sheet.activity.id, at=_END),
    )


def _unanswered_by_sheet(sheet: Sheet, cases: dict[str, CaseStudy]) -> dict[str, int]:
    there = {sheet_id: replace(sheet.place, sheet=sheet_id) for sheet_id in list(cases) or [SHEET]}
    return {name: len(unanswered(sheet.activity, answers_on(running(), place))) for name, place in there.items()}


def _topics(sheet: Sheet) -> dict[str, list[str]]:
    place, found = sheet.place, {}
    for piece in sheet.activity.worksheet.parts():
        topic = topics.sheet_part(place.workshop_id, place.group_id, place.activity_id, place.sheet, piece)
        found[topic] = [sheet.key(piece)]
    found[topics.work(place.workshop_id, place.group_id, place.activity_id)] = [_END]
    return found | {topics.lock(place.workshop_id, place.group_id): []}
