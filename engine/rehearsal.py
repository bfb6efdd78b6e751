"""A workshop filled with sample groups, to try a plenary without people.

The groups answer as our readings do, each a little differently; a seed makes it come out the same.
"""

import random
from collections.abc import Callable
from datetime import date
from typing import Any

from engine.content import SHEET, Activity, flattened
from engine.fields import Evidence, Field, Integer, Json, OpenTable, Range, Rank, SelectMultiple, SelectOne, TextField
from engine.language import _
from engine.server import Server
from engine.store import HandIn, Place, Workshop
from engine.store.answers import append_many
from engine.workshop import Screen, WorkshopContent, begin, content_of, form_groups, groups_of, open_workshop, show

FIRST_SHOWN = 6
"""The handbook's number of the activity that the rehearsal opens with."""


def rehearse(server: Server, *, groups: int = 6, seed: int = 1, module_id: str = "five-day") -> Workshop:
    """Open a workshop, fill every activity for every group, and show the plenary of the indicators.

    Args:
        server: the running server.
        groups: how many sample groups.
        seed: what makes the groups differ; the same seed gives the same answers.
        module_id: the module.
    """
    workshop = open_workshop(
        server,
        title=_("Rehearsal {seed}").format(seed=seed),
        country=_("Sample groups"),
        starts_on=date.today(),
        ends_on=date.today(),
        module_id=module_id,
        is_rehearsal=True,
    )
    names = [_("Group {number}").format(number=number) for number in range(1, groups + 1)]
    form_groups(server, workshop.id, names)
    content = content_of(server, workshop.id)
    for activity in content.activities.values():
        begin(server, workshop.id, activity.id)
        _fill(server, workshop, content, activity, random.Random(f"{seed}:{activity.id}"))
    _show_first(server, workshop, content)
    return workshop


def _show_first(server: Server, workshop: Workshop, content: WorkshopContent) -> None:
    numbers = {activity.handbook_number: activity for activity in content.activities.values()}
    first = numbers.get(FIRST_SHOWN) or next(iter(content.activities.values()), None)
    if first is None:
        return
    begin(server, workshop.id, first.id)
    sheet = next(iter(content.cases_of(first)), SHEET)
    show(server, workshop.id, Screen(first.id, sheet, shown=True))


def _fill(
    server: Server, workshop: Workshop, content: WorkshopContent, activity: Activity, chance: random.Random
) -> None:
    """Write all groups' answers to an activity in one commit; all but the last group hand in."""
    reading = server.library.readings.get(activity.id)
    if reading is None:
        return
    groups = groups_of(server, workshop.id)
    with server.database.write() as db:
        for group in groups:
            for sheet, ours in reading.sheets.items():
                case = content.case_studies.get(sheet)
                answers = _varied(activity, flattened(activity, ours), len(case.sentences) if case else 0, chance)
                append_many(db, Place(workshop.id, activity.id, group.id, sheet), answers.items())
            if group is not groups[-1]:
                db.add(HandIn(workshop_id=workshop.id, activity_id=activity.id, group_id=group.id))


def _varied(activity: Activity, ours: dict[str, Json], sentences: int, chance: random.Random) -> dict[str, Json]:
    """Give the answers of a group that thinks nearly as we do: some rows left out, some values changed."""
    left_out = {path for path, value in ours.items() if value is True and chance.random() < 0.25}
    answers = {}
    for path, value in ours.items():
        field = activity.worksheet.field_at(path)
        if field is None or any(path == row or path.startswith(f"{row}/") for row in left_out):
            continue
        answers[path] = value if isinstance(field, OpenTable) else _other(field, value, sentences, chance)
    return answers


def _other(field: Field, value: Json, sentences: int, chance: random.Random) -> Json:
    """Give the value, or now and then another one that the field takes."""
    if chance.random() < 0.6:
        return value
    changed = next((vary for kind, vary in _VARIATIONS if isinstance(field, kind)), None)
    return field.check(changed(field, value, sentences, chance), sentences=sentences) if changed else value


def _other_rank(field: Rank, value: list[str], _sentences: int, chance: random.Random) -> list[str]:
    order = list(value)
    if len(order) > 1:
        place = chance.randrange(len(order) - 1)
        order[place], order[place + 1] = order[place + 1], order[place]
    return order


def _other_several(field: SelectMultiple, value: list[str], _sentences: int, chance: random.Random) -> list[str]:
    turned = chance.choice(field.options).id
    return [v for v in value if v != turned] if turned in value else [*value, turned]


def _other_one(field: SelectOne, _value: str, _sentences: int, chance: random.Random) -> str:
    return chance.choice(field.options).id


def _other_mark(field: Range, value: int, _sentences: int, chance: random.Random) -> int:
    marks = field.marks()
    return marks[min(max(marks.index(value) + chance.choice((-1, 1)), 0), len(marks) - 1)]


def _other_number(field: Integer, value: int, _sentences: int, chance: random.Random) -> int:
    return min(max(round(value * chance.uniform(0.6, 1.5)), field.min), field.max)


def _other_evidence(_field: Evidence, value: list[int], sentences: int, chance: random.Random) -> list[int]:
    kept = [number for number in value if chance.random() < 0.7]
    return sorted({*kept, chance.randint(1, sentences)}) if chance.random() < 0.4 else kept


def _other_text(field: TextField, value: str, _sentences: int, chance: random.Random) -> str:
    """Keep the first sentence only, or leave out what may be left out: we invent no other text."""
    first = value.partition(". ")[0]
    shorter = value if first == value else f"{first}."
    return shorter if field.required else chance.choice(("", shorter))


_VARIATIONS: tuple[tuple[type[Field], Callable[[Any, Any, int, random.Random], Json]], ...] = (
    (Rank, _other_rank),
    (SelectMultiple, _other_several),
    (SelectOne, _other_one),
    (Range, _other_mark),
    (Integer, _other_number),
    (Evidence, _other_evidence),
    (TextField, _other_text),
)
