"""Evidence: sentences of the case, by their numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.fields import AnswerProblem
from tests.fields.samples import CASE, FIELDS, SENTENCES

evidence = FIELDS["evidence"]


@given(st.lists(st.integers(1, SENTENCES)))
def test_sentences_are_kept_once_each_in_the_order_of_the_case(numbers: list[int]):
    assert evidence.check(numbers, CASE) == sorted(set(numbers))


@pytest.mark.parametrize(
    "value", [None, 3, "3", ["3"], [0], [-1], [SENTENCES + 1], [True], [1.0], [None], [[1]], {"1": "words"}]
)
def test_only_sentences_of_the_case_can_be_picked(value: object):
    with pytest.raises(AnswerProblem):
        evidence.check(value, CASE)


def test_without_a_case_there_is_nothing_to_pick():
    assert evidence.check([]) == []
    with pytest.raises(AnswerProblem):
        evidence.check([1])


def test_groups_are_counted_sentence_by_sentence():
    counts = evidence.tally([[2, 10], [10], None, [], [1]])
    assert list(counts.items()) == [("1", 1), ("2", 1), ("10", 2)]


def test_numbers_are_printed():
    assert evidence.as_text([2, 10]) == "2, 10"
    assert evidence.as_text([]) == ""
