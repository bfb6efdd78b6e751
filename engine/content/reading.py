"""A reading: our own reasoned answers to an activity, in the shape of a group's answers."""

from typing import Any

from engine.content.activity import Activity
from engine.content.base import Content, FileId
from engine.fields import Json, Model, Words, read_beside, said_beside
from engine.language import translated


class ReadSheet(Model):
    """Our answers on one sheet."""

    debatable: Words | None = None
    answers: dict[str, Any]


class Reading(Content):
    """Our answers to one activity; `ours` says that they are ours and not the handbook's."""

    activity: FileId
    ours: Words
    sheets: dict[str, ReadSheet]


def flattened(activity: Activity, sheet: ReadSheet) -> dict[str, Json]:
    """The answers of a sheet in the way in which a group's are stored: field path -> value.

    Evidence loses its quotations; rows of open tables get the ids r1, r2 ...
    """
    return read_beside(activity.worksheet.fields, sheet.answers)


def in_language(activity: Activity, reading: Reading, file: str) -> Reading:
    """Translate the texts that a sound reading answers with; ids and quotations stay what they are."""

    def said(sheet: ReadSheet) -> ReadSheet:
        answers = said_beside(activity.worksheet.fields, sheet.answers, lambda text: translated(text, file))
        return sheet.model_copy(update={"answers": answers})

    return reading.model_copy(update={"sheets": {name: said(sheet) for name, sheet in reading.sheets.items()}})
