"""One widget a field type. `WIDGETS` is tested against `engine.fields.TYPES`."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from engine.fields import (
    Date,
    Evidence,
    Field,
    Integer,
    Note,
    OpenTable,
    Range,
    Rank,
    SelectMultiple,
    SelectOne,
    Table,
    TextField,
    as_day,
)
from engine.language import _
from engine.screens.frame.wording import plain
from engine.screens.seat.sheet import Sheet, column_label
from engine.screens.seat.tables import draw_open_table, draw_table
from engine.screens.seat.text_box import answer_home, text_box
from engine.store import Saved

PILLS_FIT = 130
"""Letters of all options together; more make a list that opens."""

Draw = Callable[[Sheet, str, Any, Saved], None]


def draw_field(sheet: Sheet, path: str, field: Field, saved: Saved) -> None:
    """Draw the widget of a field, and below it why its last change was not saved."""
    WIDGETS[field.type](sheet, path, field, saved)
    sheet.show_outcome(path)


def _text(sheet: Sheet, path: str, field: TextField, saved: Saved) -> None:
    text_box(
        answer_home(sheet.place, path),
        saved,
        label=column_label(field),
        hint=field.hint or "",
        lines=1 if field.in_one_line else 3,
        locked=sheet.locked,
        me=sheet.seat.participant.name,
    )


def _note(sheet: Sheet, path: str, field: Note, saved: Saved) -> None:
    st.info(field.label, icon=":material/info:")


def _integer(sheet: Sheet, path: str, field: Integer, saved: Saved) -> None:
    label = f"{column_label(field)} ({field.unit})" if field.unit else column_label(field)
    value = st.number_input(
        label,
        min_value=field.min,
        max_value=field.max,
        value=saved.value,
        step=1,
        help=field.hint,
        placeholder=_("A number"),
        **sheet.widget(path, saved, saved.value),
    )
    sheet.settle(path, value)


def _date(sheet: Sheet, path: str, field: Date, saved: Saved) -> None:
    first, last = field.limits()
    shown = as_day(saved.value)
    widget = sheet.widget(path, saved, shown)
    st.session_state.setdefault(widget["key"], shown)  # a day that is given as `value` could not be taken back
    value = st.date_input(
        column_label(field),
        value=None,
        min_value=first,
        max_value=last,
        format="YYYY-MM-DD",
        help=field.hint,
        **widget,
    )
    sheet.settle(path, value)
    if shown:
        st.caption(field.as_text(saved.value))


def _range(sheet: Sheet, path: str, field: Range, saved: Saved) -> None:
    value = st.segmented_control(
        column_label(field),
        field.marks(),
        default=saved.value,
        format_func=str,
        help=field.hint,
        **sheet.widget(path, saved, saved.value),
    )
    sheet.settle(path, value)
    st.caption(f"{field.start} = {field.low} · {field.end} = {field.high}")


def _select_one(sheet: Sheet, path: str, field: SelectOne, saved: Saved) -> None:
    labels = field.labels()
    shown = saved.value if saved.value in labels else None
    shared: dict[str, Any] = {
        "label": column_label(field),
        "options": list(labels),
        "format_func": labels.__getitem__,
        "help": field.hint,
        **sheet.widget(path, saved, shown),
    }
    if sum(map(len, labels.values())) <= PILLS_FIT:
        value = st.pills(**shared, default=shown)
    else:
        place = list(labels).index(shown) if shown else None
        value = st.selectbox(**shared, index=place, placeholder=_("Choose"))
    sheet.settle(path, value)


def _select_multiple(sheet: Sheet, path: str, field: SelectMultiple, saved: Saved) -> None:
    labels = field.labels()
    shown = [value for value in saved.value or [] if value in labels]
    value = st.pills(
        column_label(field),
        list(labels),
        default=shown,
        selection_mode="multi",
        format_func=labels.__getitem__,
        help=field.hint,
        **sheet.widget(path, saved, shown),
    )
    sheet.settle(path, value)


def _rank(sheet: Sheet, path: str, field: Rank, saved: Saved) -> None:
    labels = field.labels()
    order: list[str] = [value for value in saved.value or [] if value in labels]
    mark = r" \*" if field.required else ""
    st.markdown(f"**{field.label}**{mark}", help=field.hint)
    for place, option in enumerate(order):
        _ranked(sheet, path, order, place, labels[option], saved.revision)
    left = [option for option in labels if option not in order]
    if left:
        key = sheet.key(path)
        st.session_state[key] = None
        st.pills(
            _("Click what comes first, then second, and so on.") if not order else _("Still to place:"),
            left,
            key=key,
            format_func=labels.__getitem__,
            disabled=sheet.locked,
            on_change=sheet.saving(path, lambda: [*order, st.session_state[key]], saved.revision),
        )


def _ranked(sheet: Sheet, path: str, order: list[str], place: int, label: str, base: int) -> None:
    """Draw one option that has its place, with buttons to move it up or to take it out."""
    key, up = sheet.key(f"{path}:{order[place]}"), [*order]
    out = [option for option in order if option != order[place]]
    if place:
        up[place - 1], up[place] = up[place], up[place - 1]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"{place + 1}\\. {label}", width="stretch")
        st.button(
            _("Up"),
            key=f"{key}:up",
            type="tertiary",
            icon=":material/arrow_upward:",
            disabled=sheet.locked or not place,
            on_click=sheet.saving(path, lambda: up, base),
        )
        st.button(
            _("Take out"),
            key=f"{key}:out",
            type="tertiary",
            icon=":material/close:",
            disabled=sheet.locked,
            on_click=sheet.saving(path, lambda: out, base),
        )


def _evidence(sheet: Sheet, path: str, field: Evidence, saved: Saved) -> None:
    sentences = sheet.case.sentences if sheet.case else ()
    shown = list(saved.value or [])
    value = st.pills(
        column_label(field),
        [sentence.number for sentence in sentences],
        default=shown,
        selection_mode="multi",
        format_func=str,
        help=field.hint or _("The numbers are those of the sentences in the case."),
        **sheet.widget(path, saved, shown),
    )
    sheet.settle(path, value)
    for sentence in sentences:
        if sentence.number in (saved.value or []):
            st.caption(f"{sentence.number}\\. {plain(sentence.text)}")


def _table(sheet: Sheet, path: str, field: Table, saved: Saved) -> None:
    """Tables are drawn row by row; see `tables.py`."""
    draw_table(sheet, field, draw_field)


def _open_table(sheet: Sheet, path: str, field: OpenTable, saved: Saved) -> None:
    draw_open_table(sheet, field, draw_field)


WIDGETS: dict[str, Draw] = {
    "text": _text,
    "long_text": _text,
    "note": _note,
    "integer": _integer,
    "date": _date,
    "range": _range,
    "select_one": _select_one,
    "select_multiple": _select_multiple,
    "rank": _rank,
    "evidence": _evidence,
    "table": _table,
    "open_table": _open_table,
}
