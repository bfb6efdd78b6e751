"""An activity with every kind of field, and groups that answered it."""

from typing import Any

from engine.content import Activity, View, Worksheet
from engine.fields import Json
from engine.plenary import GroupAnswers, PlenaryView, view_of
from engine.store import Saved, WorkshopGroup

_OPTIONS = {"yes": "Yes", "perhaps": "Perhaps", "no": "No"}
_MARK = {"type": "range", "start": 0, "end": 10, "low": "Little", "high": "Much"}
_COLUMNS: tuple[dict[str, Any], ...] = (
    {"id": "status", "type": "select_one", "label": "Status", "options": _OPTIONS},
    {"id": "proof", "type": "evidence", "label": "Proof"},
    {"id": "mark", "label": "Mark", **_MARK},
    {"id": "note", "type": "text", "label": "Note"},
)
_FIELDS: tuple[dict[str, Any], ...] = (
    {"id": "signs", "type": "table", "label": "Signs", "rows": {"debt": "Debt", "fear": "Fear"}, "columns": _COLUMNS},
    {"id": "verdict", "type": "select_one", "label": "Verdict", "options": _OPTIONS},
    {"id": "causes", "type": "select_multiple", "label": "Causes", "options": _OPTIONS},
    {"id": "order", "type": "rank", "label": "Order", "options": _OPTIONS},
    {"id": "mark", "label": "Mark", **_MARK},
    {"id": "people", "type": "integer", "label": "People", "unit": "people", "max": 5000},
    {"id": "proof", "type": "evidence", "label": "Proof"},
    {"id": "until", "type": "date", "label": "Until"},
    {"id": "words", "type": "long_text", "label": "Words"},
    {
        "id": "steps",
        "type": "open_table",
        "label": "Steps",
        "row_label": "Step",
        "columns": (
            {"id": "what", "type": "text", "label": "What"},
            {"id": "who", "type": "select_one", "label": "Who", "options": {"us": "We", "police": "Police"}},
        ),
    },
)


def activity() -> Activity:
    return Activity.model_validate(
        {
            "id": "everything", "title": "Everything", "aim": "See", "instruction": "Do", "minutes": 1,
            "steps": ({"do": "It", "minutes": 1},),
            "worksheet": {"case_studies": ("farm",), "fields": _FIELDS},
            "plenary": ({"show": "words", "as": "texts", "ask": "What?"},), "debrief": ("What?",),
        }
    )  # fmt: skip


def view(show: str, kind: str, worksheet: Worksheet | None = None) -> PlenaryView:
    asked = View.model_validate({"show": show, "as": kind, "ask": "What?"})
    return view_of(worksheet or activity().worksheet, asked)


def groups(*answers: dict[str, Json]) -> list[GroupAnswers]:
    """One group for each set of answers: field path -> value, in the order in which they were saved."""
    return [
        GroupAnswers(
            WorkshopGroup(id=str(number), number=number, name=f"Group {number}"),
            {path: Saved(value, revision) for revision, (path, value) in enumerate(found.items(), start=1)},
        )
        for number, found in enumerate(answers, start=1)
    ]
