"""Readings: what does not fit the activity or the words of the case."""

from pathlib import Path

import pytest

from engine.content import load_library
from tests.content.tree import FARM, PICKING, PLAN_READING, READING, changed, line_of, write_tree

WRONG = [
    ("words: {3: owed money}", "words: {3: owed no money}", "sentence 3 does not say 'owed no money'"),
    ("words: {3: owed money}", "words: {2: owed money}", "sentence 2 does not say 'owed money'"),
    ("words: {3: owed money}", "words: {3: Owed money}", "sentence 3 does not say 'Owed money'"),
    ("words: {3: owed money}", "words: {4: owed money}", "'words': Pick sentences of this case."),
    ("words: {3: owed money}", "words: {three: owed money}", "'words': Pick sentences of this case."),
    ("words: {3: owed money}", "words: {3: ''}", "quote the words of sentence 3 that show it"),
    ("words: {3: owed money}", "words: {3: 5}", "quote the words of sentence 3 that show it"),
    ("words: {3: owed money}", "words: {3: }", "quote the words of sentence 3 that show it"),
    ("words: {3: owed money}", "words: [3]", "write evidence as 'number: words of that sentence'"),
    ("words: {3: owed money}", "words: owed money", "'words': Pick sentences of this case."),
    ("words: {3: owed money}", "words: {}", "'words' wants an answer"),
    (
        "words: {3: owed money}",
        "word: {3: owed money}\n          words: {3: owed}",
        "has no field 'word' here.",
    ),
    (
        "proof: {2: kept her passport}",
        "proof: {2: kept his passport}",
        "sentence 2 does not say 'kept his passport'",
    ),
    ("proof: {2: kept her passport}", "proof: kept", "'proof': Pick sentences of this case."),
    (
        "violence: {status: no}",
        "violence: {status: nope}",
        "'status': Choose one of the answers on the sheet.",
    ),
    (
        "violence: {status: no}",
        "violence: {status: [no]}",
        "'status': Choose one of the answers on the sheet.",
    ),
    ("violence: {status: no}", "violence: {}", "'status' wants an answer"),
    ("violence: {status: no}", "violence:", "'status' wants an answer"),
    ("violence: {status: no}", "violence: no", "a row of 'signs' is written as '{column: value}'"),
    (
        "violence: {status: no}",
        "violence: {status: no, notes: x}",
        "no field 'notes' here. Did you mean 'note'?",
    ),
    (
        "violence: {status: no}",
        "violence: {status: no}\n        debts: {status: no}",
        "has no row 'debts'. Did you",
    ),
    ("note: For the journey.", "note: 5", "'note': This box takes text."),
    (
        "verdict: forced",
        "verdict: forced\n      verdit: forced",
        "no field 'verdit' here. Did you mean 'verdict'?",
    ),
    ("verdict: forced", "verdict:", "'verdict' wants an answer"),
    ("verdict: forced", "verdict: {a: b}", "'verdict': Choose one of the answers on the sheet."),
    (
        "order: [debt, violence]",
        "order: [debt, debt]",
        "'order': Each answer can stand only once in the order.",
    ),
    ("order: [debt, violence]", "order: debt", "'order': Choose among the answers on the sheet."),
    ("- {what: Talk to Ana alone., who: us}", "- {who: us}", "'what' wants an answer"),
    (
        "- {what: Talk to Ana alone., who: us}",
        "- {what: Talk., who: you}",
        "'who': Choose one of the answers",
    ),
    (
        "- {what: Talk to Ana alone., who: us}",
        "- {what: Talk., whom: us}",
        "no field 'whom' here. Did you mean 'who'?",
    ),
    (
        "- {what: Talk to Ana alone., who: us}",
        "- Talk to Ana",
        "a row of 'steps' is written as '{column: value}'",
    ),
    (
        "steps:\n        - {what: Talk to Ana alone., who: us}",
        "steps: {what: Talk}",
        "'steps' is an open table. Answer it as a list",
    ),
    (
        "debatable: The",
        "debateable: x\n    debatable: The",
        "unknown key 'debateable'. Did you mean 'debatable'?",
    ),
    ("ours: This is ours.", "ours: [a]", "'ours' must be a text"),
    ("ours: This is ours.", "ours: x\nactivity: plan", "the activity is 'plan' and the name 'picking'"),
    ("  farm:\n", "  fram:\n", "the activity has no sheet 'fram'. Did you mean 'farm'?"),
]


@pytest.mark.parametrize("old, new, words", WRONG, ids=[f"{new!r}"[:40] for _old, new, _words in WRONG])
def test_what_is_wrong_is_told_once_with_its_line(tmp_path: Path, old: str, new: str, words: str):
    text = changed(READING, old, new)
    library = load_library(write_tree(tmp_path, {READING: text}))
    found = [p for p in library.problems if not p.message.startswith("the sheet 'farm' is missing")]
    assert [words in problem.message for problem in found] == [True]
    first = line_of(READING, old)
    assert first <= found[0].line <= first + new.count("\n")
    assert {problem.file for problem in library.problems} == {READING}
    assert list(library.activities) == ["picking", "plan"]
    assert list(library.readings) == ["plan"]


def test_everything_wrong_on_a_sheet_is_told_at_once(tmp_path: Path):
    text = changed(READING, "owed money", "owes money").replace("verdict: forced", "verdict: force")
    text = text.replace("beaten twice", "beaten once").replace("who: us", "who: them")
    problems = load_library(write_tree(tmp_path, {READING: text})).problems
    assert [problem.line for problem in problems] == [10, 12, 16, 20]


@pytest.mark.parametrize(
    "answers", ["", "[]", "x", "{signs: x}", "{signs: [1]}", "{signs: {1: 2}}", "{steps: 5}", "{5: 5}"]
)
def test_answers_of_any_shape_are_told_and_never_raise(tmp_path: Path, answers: str):
    text = f"ours: Ours.\nsheets:\n  farm:\n    answers: {answers}\n  hotel: {answers}\n"
    library = load_library(write_tree(tmp_path, {READING: text}))
    assert library.problems and {problem.file for problem in library.problems} == {READING}


def test_an_activity_without_cases_has_one_sheet(tmp_path: Path):
    text = changed(PLAN_READING, "  sheet:", "  farm:")
    library = load_library(write_tree(tmp_path, {PLAN_READING: text}))
    assert [str(problem) for problem in library.problems] == [
        f"{PLAN_READING}:2: the sheet 'sheet' is missing. Add it.",
        f"{PLAN_READING}:3: the activity has no sheet 'farm'. Sheets: sheet.",
    ]


def test_a_case_that_is_not_sound_takes_no_reading_with_it(tmp_path: Path):
    library = load_library(write_tree(tmp_path, {FARM: "broken"}))
    assert {problem.file for problem in library.problems} == {FARM}
    assert "picking" in library.readings


def test_a_reading_is_judged_although_its_activity_has_faults(tmp_path: Path):
    changes = {
        PICKING: changed(PICKING, "minutes: 30", "minutes: 1"),
        READING: changed(READING, "3: owed", "3: owes"),
    }
    library = load_library(write_tree(tmp_path, changes))
    assert [(p.file, p.line) for p in library.problems] == [(PICKING, 6), (READING, 10)]
    assert list(library.readings) == ["plan"]
