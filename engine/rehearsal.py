"""A workshop filled with sample groups, to try a plenary without people.

The groups answer as our readings do, each a little differently; the same seed gives the same answers.
"""

import random
from datetime import date

from engine.content import SHEET, Activity, context_of, flattened
from engine.fields import CheckContext, Field, Json
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
        seed: what makes the groups differ.
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
                context = context_of(content.case_studies.get(sheet))
                answers = _varied(activity, flattened(activity, ours), context, chance)
                append_many(db, Place(workshop.id, activity.id, group.id, sheet), answers.items())
            if group is not groups[-1]:
                db.add(HandIn(workshop_id=workshop.id, activity_id=activity.id, group_id=group.id))


def _varied(activity: Activity, ours: dict[str, Json], context: CheckContext, chance: random.Random) -> dict[str, Json]:
    """The answers of a group that thinks nearly as we do: some rows are left out, some values changed."""
    left_out = {path for path, value in ours.items() if value is True and chance.random() < 0.25}
    answers = {}
    for path, value in ours.items():
        field = activity.worksheet.field_at(path)
        if field is None or any(path == row or path.startswith(f"{row}/") for row in left_out):
            continue
        answers[path] = value if field.is_mark else _other(field, value, context, chance)
    return answers


def _other(field: Field, value: Json, context: CheckContext, chance: random.Random) -> Json:
    """The value, or now and then another one that the field takes."""
    return value if chance.random() < 0.6 else field.check(field.varied(value, context, chance), context)
