"""Finds what in a reading does not fit its activity and its cases."""

from collections.abc import Collection, Iterator

from engine.content.activity import Activity
from engine.content.case_study import CaseStudy, context_of
from engine.content.reading import Reading
from engine.content.worksheet import SHEET
from engine.fields import Fault, reading_faults_beside, suggestion


def reading_faults(
    activity: Activity, reading: Reading, cases: dict[str, CaseStudy], unsound: Collection[str] = ()
) -> Iterator[Fault]:
    """Find sheets, answers and quotations that do not fit.

    Args:
        activity: what the reading answers.
        reading: the reading.
        cases: the activity's case studies, without those that have problems.
        unsound: names of case studies that cannot be read now; nothing is said about their sheets.
    """
    wanted = list(cases) if activity.worksheet.case_studies else [SHEET]
    for name in wanted:
        if name not in reading.sheets:
            yield ("sheets",), f"the sheet '{name}' is missing. Add it"
    for name, sheet in reading.sheets.items():
        if name in wanted:
            context = context_of(cases.get(name))
            for where, what in reading_faults_beside(activity.worksheet.fields, sheet.answers, context):
                yield ("sheets", name, "answers", *where), what
        elif name not in unsound:
            meant = suggestion(name, wanted) or f". Sheets: {', '.join(wanted)}"
            yield ("sheets", name), f"the activity has no sheet '{name}'{meant}"
