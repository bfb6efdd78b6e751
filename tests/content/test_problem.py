"""Problems: their place, their words, and the keys that they suggest."""

import pytest
from pydantic import ValidationError

from engine.content import Activity, CaseStudy, ChoiceList, Problem, Reading, TrainingModule
from engine.content.known_keys import keys_at
from engine.content.problem import place_of, problems_of, sentence
from engine.content.strict_yaml import load
from tests.content.tree import MODULE, PICKING, READING, SIGNS, SOUND


def test_a_problem_begins_with_its_file_and_line():
    assert str(Problem("activities/x/activity.yaml", 30, "unknown key.")) == (
        "activities/x/activity.yaml:30: unknown key."
    )


def test_problems_come_by_file_and_then_by_line_as_a_number():
    problems = [Problem("b", 1, "x"), Problem("a", 10, "x"), Problem("a", 9, "y"), Problem("a", 9, "x")]
    assert [(p.file, p.line, p.message) for p in sorted(problems)] == [
        ("a", 9, "x"), ("a", 9, "y"), ("a", 10, "x"), ("b", 1, "x"),
    ]  # fmt: skip


@pytest.mark.parametrize("text, ended", [("Add it", "Add it."), ("Add it.", "Add it."), ("It?", "It?")])
def test_a_message_ends_once(text: str, ended: str):
    assert sentence(text) == ended


def test_steps_that_the_file_does_not_have_are_passed_over():
    _data, lines = load("a:\n  - b: 1\n")
    assert place_of(("a", 0, "select_one", "b"), lines) == ("a", 0, "b")
    assert place_of(("a", 5, "b"), lines) == ("a",)
    assert place_of(("c",), lines) == ()


@pytest.mark.parametrize(
    "model, loc, some, never",
    [
        (Activity, ("x",), {"id", "aim", "steps", "worksheet", "plenary"}, {"do", "as", "options"}),
        (Activity, ("steps", 0, "x"), {"do", "minutes"}, {"id", "aim"}),
        (Activity, ("plenary", 1, "x"), {"show", "as", "ask"}, {"kind"}),
        (Activity, ("worksheet", "x"), {"fields", "case_studies"}, {"id"}),
        (
            Activity,
            ("worksheet", "fields", 0, "rank", "x"),
            {"options", "options_from", "hint"},
            {"rows", "start"},
        ),
        (Activity, ("worksheet", "fields", 0, "table", "x"), {"rows", "rows_from"}, {"row_label"}),
        (
            Activity,
            ("worksheet", "fields", 0, "table", "columns", 2, "range", "x"),
            {"start", "low"},
            {"min", "unit"},
        ),
        (Reading, ("sheets", "farm", "x"), {"answers", "debatable"}, {"ours"}),
        (TrainingModule, ("days", 0, "sessions", 1, "items", 2, "x"), {"activity", "kind"}, {"starts"}),
        (CaseStudy, ("x",), {"number", "country"}, {"text"}),
        (ChoiceList, ("items", 0, "x"), {"explain", "questions"}, {"source"}),
        (ChoiceList, ("no", "such", "place"), set(), {"id"}),
    ],
)
def test_the_keys_of_a_place_are_those_of_its_model(model: type, loc: tuple, some: set[str], never: set[str]):
    found = keys_at(model, loc)
    assert some <= found
    assert not never & found


EVERYTHING = {PICKING: Activity, READING: Reading, MODULE: TrainingModule, SIGNS: ChoiceList}


def _keys(data: object, path: tuple = ()):
    """The place of every mapping key in a document."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key)
            yield from _keys(value, (*path, key))
    elif isinstance(data, tuple):
        for place, value in enumerate(data):
            yield from _keys(value, (*path, place))


@pytest.mark.parametrize("file", EVERYTHING)
def test_a_misspelt_key_anywhere_is_told_in_its_own_line(file: str):
    """Each key of a sound file in turn: where only known keys may stand, ours is the one complained of."""
    sound, _lines = load(SOUND[file])
    for place in _keys(sound):
        text = SOUND[file].splitlines()
        _data, lines = load(SOUND[file])
        row = lines[place] - 1
        if text[row].count(f"{place[-1]}:") != 1:
            continue
        text[row] = text[row].replace(f"{place[-1]}:", f"{place[-1]}zz:")
        data, lines = load("\n".join(text))
        try:
            EVERYTHING[file].model_validate(data, context={"file": file, "lists": {}})
        except ValidationError as error:
            found = problems_of(error, file, lines, EVERYTHING[file])
            unknown = [problem for problem in found if "unknown key" in problem.message]
            assert all(problem.line == row + 1 and f"'{place[-1]}zz'" in problem.message for problem in unknown)


@pytest.mark.parametrize("value", ["x" * 10_000, tuple(range(1000)), dict.fromkeys("abc"), True, None, 5, 1.5])
def test_a_message_stays_short_whatever_the_file_has(value: object):
    with pytest.raises(ValidationError) as refused:
        ChoiceList.model_validate({"id": "x", "title": {"a": 1}, "source": "x", "items": value})
    for problem in problems_of(refused.value, "f", {}, ChoiceList):
        assert len(problem.message) < 200
        assert problem.line == 1
