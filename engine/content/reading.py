"""A reading: our own reasoned answers to an activity, in the shape of a group's answers."""

from typing import Any

from engine.content.activity import SHEET, Activity
from engine.content.case_study import CaseStudy
from engine.fields import AnswerProblem, Evidence, Field, Json, Model, OpenTable, Table, Words


class ReadSheet(Model):
    """Our answers on one sheet."""

    debatable: Words | None = None
    answers: dict[str, Any]


class Reading(Model):
    """Our answers to one activity; `ours` says that they are ours and not the handbook's."""

    activity: str
    ours: Words
    sheets: dict[str, ReadSheet]


def flattened(activity: Activity, sheet: ReadSheet) -> dict[str, Json]:
    """Give a sheet's answers the way a group's are stored: field path -> value.

    Evidence loses its quotations; rows of open tables get the ids r1, r2 ...
    """
    flat: dict[str, Json] = {}
    for field in activity.worksheet.fields:
        value = sheet.answers.get(field.id)
        if isinstance(field, Table):
            rows = (value or {}).items()
        elif isinstance(field, OpenTable):
            rows = [(f"r{n}", row) for n, row in enumerate(value or (), start=1)]
            flat.update({f"{field.id}/{row_id}": True for row_id, _ in rows})
        else:
            rows = []
            if value is not None:
                flat[field.id] = _stored(field, value)
        for row_id, cells in rows:
            for column in field.columns if isinstance(field, Table | OpenTable) else ():
                if column.id in cells:
                    flat[f"{field.id}/{row_id}/{column.id}"] = _stored(column, cells[column.id])
    return flat


def _stored(field: Field, value: Any) -> Json:
    if isinstance(field, Evidence):
        return sorted(value or {})
    return list(value) if isinstance(value, tuple) else value


def faults(
    activity: Activity, reading: Reading, cases: dict[str, CaseStudy]
) -> list[tuple[tuple[str, ...], str]]:
    """Find what does not fit the activity, as (where in the file, what is wrong)."""
    wanted = set(cases) if activity.worksheet.case_studies else {SHEET}
    found = [
        (("sheets",), f"the sheet '{name}' is missing. Add it")
        for name in sorted(wanted - set(reading.sheets))
    ]
    for name, sheet in reading.sheets.items():
        if name not in wanted:
            found.append(
                (("sheets", name), f"the activity has no sheet '{name}'. Sheets: {', '.join(sorted(wanted))}")
            )
            continue
        case = cases.get(name)
        found += [
            (("sheets", name, "answers", *where), what)
            for where, what in (*_unfit(activity, sheet, case), *_misquoted(activity, sheet, case))
        ]
    return found


def _unfit(activity: Activity, sheet: ReadSheet, case: CaseStudy | None) -> list[tuple[tuple[str, ...], str]]:
    found, worksheet = [], activity.worksheet
    try:
        flat = flattened(activity, sheet)
    except (AttributeError, TypeError):
        return [((), "the answers do not have the shape of the worksheet")]
    known = {field.id for field in worksheet.fields}
    found += [((key,), f"the worksheet has no field '{key}'") for key in sheet.answers if key not in known]
    for path, value in flat.items():
        field = worksheet.field_at(path)
        try:
            assert field is not None
            field.check(value, sentences=len(case.sentences) if case else 0)
        except (AnswerProblem, AssertionError) as problem:
            found.append((tuple(path.split("/")), f"'{path}': {problem or 'no such field'}"))
    for path, field in worksheet.leaves():
        prefix = path.rpartition("/")[0]
        siblings = {p.rpartition("/")[2]: v for p, v in flat.items() if p.rpartition("/")[0] == prefix}
        if field.is_required(siblings) and field.is_empty(flat.get(path)):
            found.append((tuple(path.split("/")), f"'{path}' wants an answer"))
    return found


def _misquoted(
    activity: Activity, sheet: ReadSheet, case: CaseStudy | None
) -> list[tuple[tuple[str, ...], str]]:
    """Find quotations that do not stand word for word in the sentence that they name."""
    if case is None:
        return []
    found, sentences = [], {s.number: s.text for s in case.sentences}
    for field in activity.worksheet.fields:
        rows = (sheet.answers.get(field.id) or {}).items() if isinstance(field, Table) else ()
        for row_id, cells in rows:
            for column in field.columns:
                for number, words in (
                    (cells.get(column.id) or {}) if isinstance(column, Evidence) else {}
                ).items():
                    if words not in sentences.get(number, ""):
                        found.append(
                            ((field.id, row_id, column.id), f"sentence {number} does not say '{words}'")
                        )
    return found
