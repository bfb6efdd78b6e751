"""A quiz: every fault is told with the line in which it stands."""

import re
from pathlib import Path

import pytest

from engine.content import Library, load_library
from engine.content.quiz import LENGTHS
from tests.content.book_tree import AFTER, BEFORE, BOOK, QUIZ, TESTS, changed_book, line_in, read_book_tree

OPTION = "  - text: To run\n    right: false\n    why: There is time.\n"
PAIR = "  - {left: Gift, right: Given, why: By heart.}\n"
ITEM = "  - {text: Write, why: Last.}\n"
Q4 = BOOK[QUIZ][BOOK[QUIZ].index("- id: q4") : BOOK[QUIZ].index("- {id: q5")]
Q5 = BOOK[QUIZ][BOOK[QUIZ].index("- {id: q5") : BOOK[QUIZ].index("- {id: q6")]


def told(root: Path, changes: dict[str, str | None]) -> list[tuple[str, int, str]]:
    return [(p.file, p.line, p.message) for p in read_book_tree(root, changes).problems]


def test_a_sound_quiz_is_read_whole(tmp_path: Path):
    library = read_book_tree(tmp_path)
    assert library.problems == []
    quiz = library.quizzes["steps"]
    assert [question.type for question in quiz.questions] == ["one", "several", "match", "order", "one", "one"]
    assert [ref for _where, ref in quiz.placed_links()][:2] == ["handbook:first-steps", "handbook:first-steps"]


@pytest.mark.parametrize(
    "old, new, at, words",
    [
        ("    why: There is time.\n", "", OPTION, "'why' is missing. Add it."),
        ("why: There is time.", 'why: ""', "why: There is time.", "must have a text"),
        ("why: There is time.", "why:", "why: There is time.", "must be a text"),
        (OPTION, OPTION + "    wy: So.\n", "  - text: To shout", "unknown key 'wy'. Did you mean 'why'?"),
        ("To run\n    right: false", "To run\n    right: no", "right: false", "must be true or false"),
        ("To run\n    right: false", "To run\n    right: true", "- id: q1", "exactly one option must be right"),
        ("right: true\n    why: Who", "right: false\n    why: Who", "- id: q1", "exactly one option must be right"),
        ("A stranger, right: false", "A stranger, right: true", "- id: q2", "at least one wrong"),
        (OPTION, "", "  options:", "must have at least 3 entries; the file has 2."),
        (OPTION, "".join(OPTION.replace("run", f"run {n}") for n in range(4)), "  options:", "at most 5 entries; the"),
        ("text: To run", "text: To look", "  options:", "'To look' stands here twice"),
        (PAIR, "", "  pairs:", "must have at least 3 entries"),
        ("left: Gift", "left: Debt", "- id: q3", "two pairs have the same text"),
        ("right: Given", "right: Owed", "- id: q3", "two pairs have the same text"),
        (", why: By heart.", "", PAIR, "'why' is missing"),
        (ITEM, "", "  items:", "must have at least 3 entries"),
        ("text: Write", "text: Look", "  items:", "'Look' stands here twice"),
        (", why: Last.", "", ITEM, "'why' is missing"),
        ("type: several", "type: severall", "type: several", "there is no type 'severall'. Did you mean 'several'?"),
        ("  type: several\n", "", "- id: q2", "'type' is missing"),
        ("topic: facts", "topic: fact", "topic: facts", "must be 'definitions', 'facts', 'law'"),
        ("difficulty: 3", "difficulty: 4", "difficulty: 3", "must be at most 3"),
        ("difficulty: 3", "difficulty: 0", "difficulty: 3", "must be at least 1"),
        ("difficulty: 3", "difficulty: hard", "difficulty: 3", "must be a whole number"),
        ("  ask: Who goes in?\n", "", "- id: q2", "'ask' is missing"),
        ("  passage: handbook:safety\n", "", "- id: q2", "'passage' is missing"),
        ("passage: handbook:safety", "passage: safety", "passage: handbook:safety", "it must match"),
        ("passage: handbook:safety", "passage: book:safety", "passage: handbook:safety", "it must match"),
        (
            "passage: handbook:safety",
            "passage: handbook:safty",
            "passage: handbook:safety",
            "the link 'handbook:safty' leads nowhere. Did you mean 'safety'?",
        ),
        ("passage: case:farm", "passage: case:moon", "passage: case:farm", "the link 'case:moon' leads nowhere"),
        ("- handbook:first-steps\n", "- handbook:last\n", "- handbook:first-steps", "'handbook:last' leads nowhere"),
        ("- id: q2", "- id: q1", "- id: q2", "two questions have the id 'q1'"),
        ("- id: q2", "- id: Q2", "- id: q2", "it must match"),
        ("why: By heart.", "why: So do 40 per cent.", "- id: q3", "the figure '40 per cent' has no source"),
        (Q4, Q5.replace("q5", "q4"), "questions:", "a chapter quiz has every type of question; add: order."),
        (Q5, "", "questions:", "a chapter quiz has 6 to 10 questions, this 5."),
        ("kind: chapter", "kind: exam", "kind: chapter", "must be 'chapter', 'day', 'pre-test' or 'post-test'"),
        ("id: steps", "id: other", "id: steps", "the id is 'other' and the name 'steps'"),
        ("title: First steps\n", "", "id: steps", "'title' is missing"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_is_wrong_is_told_once_where_it_stands(tmp_path: Path, old: str, new: str, at: str, words: str):
    found = told(tmp_path, changed_book(QUIZ, old, new))
    assert len(found) == 1, found
    assert found[0][:2] == (QUIZ, line_in(BOOK[QUIZ], at))
    assert words in found[0][2]


def test_all_faults_come_at_once(tmp_path: Path):
    text = BOOK[QUIZ].replace("handbook:safety", "handbook:sea").replace("case:farm", "case:sea")
    text = text.replace("- id: q3", "- id: q2").replace(Q5, "")
    found = told(tmp_path, {QUIZ: text})
    assert [(line, message[:12]) for _file, line, message in found] == [
        (6, "a chapter qu"),
        (line_in(BOOK[QUIZ], "passage: handbook:safety"), "the link 'ha"),
        (line_in(BOOK[QUIZ], "- id: q3"), "two question"),
        (line_in(BOOK[QUIZ], "passage: case:farm"), "the link 'ca"),
    ]


def without(text: str, number: int) -> str:
    """Leave one question of a test out."""
    return re.sub(rf"- id: q{number}\n(?:  .*\n)+", "", text)


@pytest.mark.parametrize("file, kind", [(BEFORE, "pre-test"), (AFTER, "post-test")])
def test_a_test_of_nineteen_questions_is_none(tmp_path: Path, file: str, kind: str):
    found = told(tmp_path, TESTS | {file: without(TESTS[file], 20)})
    assert found == [(file, 5, f"a {kind} quiz has 20 to 20 questions, this 19.")]
    assert load_library(tmp_path).quizzes.keys() == {"before", "after", "steps"} - {Path(file).stem}


@pytest.mark.parametrize(
    "key, old, new, now",
    [("topic", "topic: law", "topic: facts", "facts"), ("difficulty", "difficulty: 2", "difficulty: 3", "3")],
)
def test_the_tests_before_and_after_measure_the_same(tmp_path: Path, key: str, old: str, new: str, now: str):
    parts = TESTS[AFTER].split(old)
    text = old.join(parts[:7]) + new + old.join(parts[7:])
    line = (old.join(parts[:7])).count("\n") + 1
    said = f"question 7 has the {key} '{now}', and '{old.partition(': ')[2]}' in 'before'. Make them agree."
    assert told(tmp_path, TESTS | {AFTER: text}) == [(AFTER, line, said)]


@pytest.mark.parametrize("file", [BEFORE, AFTER])
def test_a_test_alone_is_compared_with_nothing(tmp_path: Path, file: str):
    assert told(tmp_path, TESTS | {file: None}) == []


def test_every_kind_of_quiz_has_its_length_and_is_there(library: Library):
    assert {quiz.kind for quiz in library.quizzes.values()} == set(LENGTHS)
