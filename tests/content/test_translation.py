"""All content in the pseudo-language: every text is marked, and nothing else differs."""

from collections.abc import Iterator
from typing import Any

import pytest

from engine.content import Library, flattened, load_library
from engine.fields import TextField
from engine.language import PSEUDO, bracketed


@pytest.fixture
def pseudo(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """The content that `library` has in English, read in the pseudo-language."""
    monkeypatch.setenv("WORKSHOP_LANGUAGE", PSEUDO)
    return load_library()


def _texts(data: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a dump with the key that it stands under; the keys themselves under 'key'."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield "key", name
            yield from _texts(value, name)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value, key)
    elif isinstance(data, str):
        yield key, data


SAID = {"title", "label", "hint", "aim", "instruction", "do", "ask", "debrief", "unit", "low", "high", "row_label",
        "source", "country", "text", "explain", "questions", "minutes_note"}  # fmt: skip


def test_all_content_can_be_translated_and_no_id_is(library: Library, pseudo: Library):
    assert pseudo.problems == library.problems
    for shelf in ("modules", "activities", "case_studies", "lists"):
        ours, theirs = getattr(library, shelf), getattr(pseudo, shelf)
        assert list(ours) == list(theirs)
        for name, model in ours.items():
            pairs = zip(_texts(model.model_dump()), _texts(theirs[name].model_dump()), strict=True)
            for (key, text), (_key, said) in pairs:
                wanted = bracketed(text) if key in SAID else text
                assert said == wanted or key in ("facilitator", "as_written"), (shelf, name, key)


def test_a_facilitators_notes_keep_their_headings_and_lists(library: Library, pseudo: Library):
    for name, activity in pseudo.activities.items():
        plain, said = library.activities[name].facilitator, activity.facilitator
        assert said.replace("⟦", "").replace("⟧", "") == "\n".join(plain.splitlines())
        for line, marked in zip(plain.splitlines(), said.splitlines(), strict=True):
            begins = next((mark for mark in ("## ", "- ") if line.startswith(mark)), "")
            assert marked == (line and f"{begins}⟦{line.removeprefix(begins)}⟧"), (name, line)


def test_our_readings_are_translated_and_their_ids_and_quotations_are_not(library: Library, pseudo: Library):
    assert list(pseudo.readings) == list(library.readings)
    for name, reading in pseudo.readings.items():
        worksheet, ours = library.activities[name].worksheet, library.readings[name]
        for sheet_id, sheet in reading.sheets.items():
            plain = flattened(library.activities[name], ours.sheets[sheet_id])
            for path, said in flattened(pseudo.activities[name], sheet).items():
                is_text = isinstance(worksheet.field_at(path), TextField)
                assert said == (bracketed(plain[path]) if is_text else plain[path]), (name, path)
