"""How far somebody is in a quiz, and what a browser keeps of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.book.attempt import Attempt, QuizRecord, as_kept, from_kept
from engine.book.quizzing import right_answer
from tests.real_content import LIBRARY

DAY, TEST = LIBRARY.quizzes["day-1"], LIBRARY.quizzes["pre-test"]
FIRST, LAST = DAY.questions[0], len(DAY.questions) - 1


def test_an_answer_is_written_down_and_can_be_changed():
    attempt = Attempt(seed=1).answered(FIRST, (0,)).answered(FIRST, (1,))
    assert attempt.answer_to(FIRST) == (1,)
    assert attempt.is_answered(FIRST)
    assert not attempt.is_answered(DAY.questions[1])


def test_an_answer_whose_reasons_were_shown_stays_as_it_is():
    attempt = Attempt(seed=1).answered(FIRST, (0,)).check(FIRST).answered(FIRST, (1,))
    assert attempt.answer_to(FIRST) == (0,)


def test_an_answer_stays_as_it_is_after_the_end():
    attempt = Attempt(seed=1).answered(TEST.questions[0], (0,)).finish().answered(TEST.questions[0], (1,))
    assert attempt.answer_to(TEST.questions[0]) == (0,)


def test_what_cannot_be_an_answer_is_not_written_down():
    assert Attempt(seed=1).answered(FIRST, (99,)).given == {}


def test_after_its_last_question_a_quiz_ends():
    attempt = Attempt(seed=1).move(DAY, LAST)
    assert attempt.at == LAST and not attempt.finished
    assert attempt.move(DAY, LAST + 1).finished


def test_after_its_last_question_a_test_looks_back_and_ends_only_when_told():
    attempt = Attempt(seed=1).move(TEST, 20)
    assert attempt.at == 20 and not attempt.finished
    assert attempt.move(TEST, 3).at == 3
    assert attempt.finish().finished


@pytest.mark.parametrize("to, at", [(-5, 0), (0, 0), (999, len(DAY.questions))])
def test_nobody_moves_out_of_a_quiz(to: int, at: int):
    assert Attempt(seed=1).move(DAY, to).at == at


def test_what_a_browser_keeps_comes_back_as_it_was():
    attempt = Attempt(seed=7)
    for question in DAY.questions:
        attempt = attempt.answered(question, right_answer(question)).check(question)
    progress = QuizRecord().having("day-1", attempt.move(DAY, 3)).having("pre-test", Attempt(seed=8)).at("day-1")
    assert from_kept(as_kept(progress), LIBRARY) == progress


def test_what_the_content_no_longer_has_is_dropped_and_the_rest_stays():
    kept = {
        "now": "gone",
        "attempts": {
            "gone": {"seed": 1},
            "day-1": {"seed": 1, "at": 99, "given": {"q1": [0], "q2": [99], "old": [0]}, "checked": ["q1", "old"]},
        },
    }
    progress = from_kept(json.dumps(kept), LIBRARY)
    assert progress.now == ""
    assert list(progress.attempts) == ["day-1"]
    assert progress.attempts["day-1"].given == {"q1": (0,)}
    assert progress.attempts["day-1"].checked == {"q1"}
    assert progress.attempts["day-1"].finished


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"now": 1}', '{"attempts": {"day-1": {}}}', '{"other": 1}'])
def test_what_nobody_can_read_begins_anew(text: str):
    assert from_kept(text, LIBRARY) == QuizRecord()


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["day-1", "q1"]),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["now", "attempts", "day-1", "seed", "given", "q1"]), inner)
    ),
)


@given(values)
def test_nothing_that_a_browser_sends_does_harm(value: object):
    progress = from_kept(json.dumps(value), LIBRARY)
    assert set(progress.attempts) <= set(LIBRARY.quizzes)
    assert from_kept(as_kept(progress), LIBRARY) == progress
