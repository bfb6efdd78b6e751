"""A reading in the shape of a group's answers."""

from pathlib import Path

import pytest

from engine.content import Library, context_of, flattened, load_library
from tests.content.tree import write_tree


@pytest.fixture
def sound(tmp_path: Path) -> Library:
    return load_library(write_tree(tmp_path))


def test_a_reading_is_flattened_to_what_a_group_would_have_saved(sound: Library):
    activity, reading = sound.activities["picking"], sound.readings["picking"]
    assert flattened(activity, reading.sheets["farm"]) == {
        "signs/violence/status": "no",
        "signs/debt/status": "yes",
        "signs/debt/words": [3],
        "signs/debt/note": "For the journey.",
        "verdict": "forced",
        "proof": [2],
        "order": ["debt", "violence"],
        "steps/r1": True,
        "steps/r1/what": "Talk to Ana alone.",
        "steps/r1/who": "us",
    }


def test_an_activity_without_cases_has_one_flat_sheet(sound: Library):
    assert flattened(sound.activities["plan"], sound.readings["plan"].sheets["sheet"]) == {"plan": "Go there."}


def test_every_flat_answer_is_taken_by_its_field_unchanged(library: Library):
    """Over the real content: a rehearsal saves our readings as they are."""
    for name, reading in library.readings.items():
        activity, cases = library.activities[name], library.cases_of(library.activities[name])
        for sheet_id, sheet in reading.sheets.items():
            context = context_of(cases.get(sheet_id))
            for path, value in flattened(activity, sheet).items():
                field = activity.worksheet.field_at(path)
                assert field is not None, (name, path)
                assert field.check(value, context) == value, (name, sheet_id, path)


def test_what_our_reading_leaves_empty_is_not_wanted(library: Library):
    for name, reading in library.readings.items():
        activity = library.activities[name]
        for sheet_id, sheet in reading.sheets.items():
            flat = flattened(activity, sheet)
            for path, field in activity.worksheet.leaves():
                row = path.rpartition("/")[0]
                beside = {p.rpartition("/")[2]: v for p, v in flat.items() if p.rpartition("/")[0] == row}
                wanted = field.is_required(beside)
                assert not (wanted and field.is_empty(flat.get(path))), (name, sheet_id, path)
