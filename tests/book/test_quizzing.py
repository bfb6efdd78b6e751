"""Every question of the real content: shuffled, answered right, and answered wrong in one place."""

from collections.abc import Iterator

import pytest

from engine.book.quizzing import (
    OPEN,
    Given,
    Score,
    Verdict,
    by_topic,
    fits,
    grouped,
    is_complete,
    is_right,
    judge,
    reasons_wait,
    right_answer,
    score,
    shuffled,
    size,
    to_read_again,
    topic_name,
)
from engine.content import Library, Matching, OneRight, Ordering, Question, Quiz, SeveralRight
from tests.real_content import LIBRARY

QUIZZES = list(LIBRARY.quizzes.values())
EVERY = [pytest.param(question, id=f"{quiz.id}-{question.id}") for quiz in QUIZZES for question in quiz.questions]
every_question = pytest.mark.parametrize("question", EVERY)
every_quiz = pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.id)


def wrong_answers(question: Question) -> Iterator[Given]:
    """Every answer that is wrong in a single place: another option, one more or less, two exchanged."""
    right = right_answer(question)
    match question:
        case OneRight():
            yield from ((place,) for place in range(size(question)) if place not in right)
        case SeveralRight():
            yield from (tuple(sorted({*right} ^ {place})) for place in range(size(question)))
        case _:
            for place in range(size(question) - 1):
                yield (*right[:place], right[place + 1], right[place], *right[place + 2 :])


def parts(question: Question) -> tuple:
    return next(getattr(question, name) for name in ("options", "pairs", "items") if hasattr(question, name))


@every_question
def test_the_right_answer_is_right_in_every_part(question: Question):
    right = right_answer(question)
    assert is_right(question, right) and is_complete(question, right) and fits(question, right)
    assert {judged.verdict for judged in judge(question, right)} <= {Verdict.RIGHT, Verdict.LEFT_OUT}


@every_question
def test_an_answer_that_is_wrong_in_one_place_is_wrong(question: Question):
    answers = list(wrong_answers(question))
    assert len(answers) >= 2
    for given in answers:
        assert fits(question, given)
        assert not is_right(question, given), given
        assert {judged.verdict for judged in judge(question, given)} & {Verdict.WRONG, Verdict.MISSED}


@every_question
def test_every_part_has_its_own_reason_whatever_was_answered(question: Question):
    for given in [(), right_answer(question), *wrong_answers(question)]:
        judged = judge(question, given)
        assert [each.place for each in judged] == list(range(size(question)))
        assert [each.why for each in judged] == [part.why for part in parts(question)]
        assert all(each.why for each in judged)


@every_question
def test_no_answer_is_neither_whole_nor_right(question: Question):
    assert fits(question, ())
    assert not is_complete(question, ()) and not is_right(question, ())
    assert Verdict.RIGHT not in {judged.verdict for judged in judge(question, ())}


@every_question
def test_the_order_on_the_screen_has_everything_once_and_stays(question: Question):
    for seed in range(20):
        order = shuffled(question, seed)
        assert sorted(order) == list(range(size(question)))
        assert shuffled(question, seed) == order
    assert len({shuffled(question, seed) for seed in range(20)}) > 1


@every_question
def test_what_is_to_be_put_in_order_never_stands_in_it(question: Question):
    if isinstance(question, Ordering):
        assert all(shuffled(question, seed) != right_answer(question) for seed in range(500))


def first(kind: type) -> Question:
    return next(question for quiz in QUIZZES for question in quiz.questions if isinstance(question, kind))


@pytest.mark.parametrize(
    "kind, given",
    [
        (OneRight, (0, 1)),
        (OneRight, (9,)),
        (OneRight, (OPEN,)),
        (SeveralRight, (1, 0)),
        (SeveralRight, (1, 1)),
        (SeveralRight, (9,)),
        (Matching, (0,)),
        (Matching, (0, 1, 2, 3, 4, 5, 6, 7)),
        (Matching, (9, 9, 9)),
        (Ordering, (0, 0)),
        (Ordering, (OPEN,)),
        (Ordering, (9,)),
    ],
)
def test_what_is_no_answer_to_a_question_does_not_fit_it(kind: type, given: Given):
    assert not fits(first(kind), given)


def test_a_match_says_what_was_chosen_instead_and_what_is_open():
    question = first(Matching)
    given = (1, OPEN, *[0] * (size(question) - 2))
    assert fits(question, given) and not is_complete(question, given)
    assert [judged.given for judged in judge(question, given)] == list(given)


def test_an_order_says_at_which_place_a_thing_was_put():
    question = first(Ordering)
    given = (*right_answer(question)[1:], 0)
    assert judge(question, given)[0].given == size(question) - 1
    assert judge(question, given[:1])[0].given == OPEN


def test_an_option_that_was_missed_is_told_from_one_that_was_rightly_left_out():
    question = first(SeveralRight)
    right = right_answer(question)
    given = tuple(place for place in range(size(question)) if place not in right)
    verdicts = [judged.verdict for judged in judge(question, given)]
    assert verdicts == [Verdict.MISSED if n in right else Verdict.WRONG for n in range(size(question))]


@every_quiz
def test_a_quiz_is_counted_as_a_whole_and_by_topic(quiz: Quiz):
    given = {question.id: right_answer(question) for question in quiz.questions}
    count = len(quiz.questions)
    assert score(quiz.questions, given) == Score(count, count)
    assert to_read_again(quiz, given) == []
    assert score(quiz.questions, {}) == Score(0, count)
    wrong = quiz.questions[0]
    given[wrong.id] = next(wrong_answers(wrong))
    assert score(quiz.questions, given) == Score(count - 1, count)
    assert to_read_again(quiz, given) == [wrong.passage]
    topics = by_topic(quiz, given)
    assert sum(each.of for each in topics.values()) == count
    assert [topic for topic, each in topics.items() if each.right < each.of] == [wrong.topic]
    assert all(topic_name(topic) for topic in topics)


@every_quiz
def test_the_pages_to_read_again_come_each_once(quiz: Quiz):
    refs = to_read_again(quiz, {})
    assert len(refs) == len(set(refs))
    assert set(refs) == {question.passage for question in quiz.questions}


@every_quiz
def test_only_the_tests_before_and_after_a_seminar_keep_their_reasons_for_the_end(quiz: Quiz):
    assert reasons_wait(quiz) == (quiz.id in ("pre-test", "post-test"))


def test_every_quiz_stands_under_one_heading_and_chapters_follow_the_handbook():
    groups = list(grouped(LIBRARY).values())
    assert [[quiz.kind for quiz in group][:1] for group in groups] == [["chapter"], ["day"], ["pre-test"]]
    ids = [quiz.id for group in groups for quiz in group]
    assert sorted(ids) == sorted(LIBRARY.quizzes)
    assert ids[0] == "chapter-introduction-and-definitions"
    assert ids[-2:] == ["pre-test", "post-test"]


def test_without_quizzes_there_are_no_headings():
    assert grouped(Library()) == {}
