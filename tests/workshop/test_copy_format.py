"""The format of a workshop's copy: what earlier programs stored is read, and a new shape has a new number."""

import copy
import json
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from engine.workshop import WorkshopProblem
from engine.workshop.copy_format import FORMAT, UPGRADERS, upgraded
from engine.workshop.own_content import read_copy
from tests.stored import kept_copy, shape, shape_file, unpacked

WHAT_TO_DO = (
    "The shape of a workshop's copy is not that of its format: workshops that are stored could not be opened. "
    "CONTRIBUTING says what to do: 'Change the shape of what a workshop keeps'."
)
BEFORE = range(1, FORMAT)


@cache
def stored_copy(number: int, folder: Path) -> str:
    """A copy of the five-day workshop, as the program of that format stored it."""
    if number > 1:
        return kept_copy(number)
    with closing(sqlite3.connect(unpacked(folder))) as db:
        return db.execute("SELECT content FROM workshop WHERE module_id = 'five-day'").fetchone()[0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stored")


def test_a_new_shape_has_a_new_format():
    kept = shape_file(FORMAT).read_text(encoding="utf-8") if shape_file(FORMAT).exists() else ""
    assert set(shape().splitlines()) == set(kept.splitlines()), WHAT_TO_DO


def test_every_earlier_format_has_an_upgrader():
    assert list(UPGRADERS) == list(BEFORE)


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_a_copy_of_every_format_is_read(number: int, folder: Path):
    found = read_copy(stored_copy(number, folder))
    assert found.format == FORMAT and len(found.module.days) == 5
    assert set(found.module.activity_ids()) <= set(found.activities) and len(found.activities) >= 11
    assert len(found.case_studies) >= 7 and found.handbook and found.decks
    assert read_copy(found.as_stored()) == found


@pytest.mark.parametrize("number", BEFORE)
def test_an_upgrader_makes_new_data_and_leaves_what_it_gets(number: int, folder: Path):
    before = json.loads(stored_copy(number, folder))
    left = copy.deepcopy(before)
    assert isinstance(UPGRADERS[number](before), dict) and before == left


def test_the_first_workshops_had_no_handbook_and_no_slides():
    data = {"module": {}, "activities": {}, "case_studies": {}}
    assert upgraded(data) == data | {"format": FORMAT, "handbook": {}, "decks": {}}
    kept = {"handbook": {"a": {}}, "decks": {"b": {}}}
    assert upgraded(data | kept) == data | kept | {"format": FORMAT}


def test_todays_format_is_read_as_it_is():
    data = {"format": FORMAT, "of today": []}
    assert upgraded(data) == data


@pytest.mark.parametrize("number", [FORMAT + 1, 10**30])
def test_a_copy_of_a_newer_program_says_what_to_do(number: int, folder: Path):
    newer = json.loads(stored_copy(FORMAT, folder)) | {"format": number, "what": "we do not know"}
    with pytest.raises(WorkshopProblem, match="newer version"):
        read_copy(json.dumps(newer))


def changed(**keys: Any) -> str:
    return json.dumps(json.loads(kept_copy(FORMAT)) | keys)


@pytest.mark.parametrize(
    "text",
    [
        "", "null", "[]", "{}", '"format"', '{"format": null}', "\0", "[" * 100_000,
        kept_copy(FORMAT)[:-100], kept_copy(FORMAT).replace('"title"', '"titel"', 1),
        *(changed(format=number) for number in ("2", -1, 0, 1.5, [2], {})),
        changed(module=None), changed(activities=[]), changed(unknown=1),
    ],
    ids=lambda text: text[:20],
)  # fmt: skip
def test_a_damaged_copy_says_what_to_do(text: str):
    with pytest.raises(WorkshopProblem, match="damaged"):
        read_copy(text)
