"""Choosing one option, several, or all of them in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from engine.fields import AnswerProblem, AnyField, Choice, Field
from tests.fields.samples import FIELDS, OPTIONS, make

one, several, rank = FIELDS["select_one"], FIELDS["select_multiple"], FIELDS["rank"]
choices = pytest.mark.parametrize("field", [one, several, rank], ids=["select_one", "select_multiple", "rank"])


@choices
@pytest.mark.parametrize("value", ["Present", "no_such", "", 0, True, {}, ["no_such"], [["present"]], [None]])
def test_only_what_stands_on_the_sheet_can_be_chosen(field: Field, value: object):
    with pytest.raises(AnswerProblem):
        field.check(value)


def test_one_is_no_list_and_several_are_one():
    assert one.check("absent") == "absent"
    assert one.check(None) is None
    with pytest.raises(AnswerProblem):
        one.check(["absent"])
    for field in (several, rank):
        for value in ("absent", None):
            with pytest.raises(AnswerProblem):
                field.check(value)


@given(st.lists(st.sampled_from(list(OPTIONS))))
def test_several_are_kept_once_each_in_the_order_of_the_sheet(chosen: list[str]):
    assert several.check(chosen) == [option for option in OPTIONS if option in chosen]


@given(st.permutations(list(OPTIONS)), st.integers(0, 3))
def test_a_ranking_keeps_its_order_and_may_be_half_done(order: list[str], length: int):
    assert rank.check(order[:length]) == order[:length]


def test_nothing_stands_twice_in_a_ranking():
    with pytest.raises(AnswerProblem):
        rank.check(["present", "absent", "present"])


def test_one_is_counted_with_the_options_that_nobody_chose():
    assert one.tally(["absent", None, "present", "absent"]) == {"present": 1, "unclear": 0, "absent": 2}


def test_several_are_counted_group_by_group():
    values = [["present", "absent"], [], None, ["absent"]]
    assert several.tally(values) == {"present": 1, "unclear": 0, "absent": 2}


def test_a_ranking_gives_mean_positions_of_the_groups_that_placed_an_option():
    values = [["absent", "present"], ["present"], None, []]
    assert rank.tally(values) == {"present": 1.5, "absent": 1.0}


def test_labels_are_printed_and_never_ids():
    assert one.as_text("absent") == "Not present"
    assert several.as_text(["present", "absent"]) == "Present; Not present"
    assert rank.as_text(["absent", "present"]) == "Not present; Present"


@choices
def test_an_option_that_is_gone_prints_nothing(field: Field):
    assert field.as_text("gone" if field is one else ["gone"]) == ""


@choices
def test_options_can_be_written_out_or_in_short(field: Field):
    long = [{"id": key, "label": label} for key, label in OPTIONS.items()]
    assert make(type=field.type, options=tuple(long)) == field


@choices
def test_options_can_come_from_a_list_of_the_content(field: Field):
    items = tuple(Choice(id=key, label=label) for key, label in OPTIONS.items())
    data = {"id": "sample", "label": "A sample", "type": field.type, "options_from": "statuses"}
    found = TypeAdapter(AnyField).validate_python(data, context={"file": "x.yaml", "lists": {"statuses": items}})
    assert found.options == items


@choices
@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"options": {}},
        {"options": ()},
        {"options": "present"},
        {"options": {"Present": "Present"}},
        {"options": {1: "One"}},
        {"options": {"yes": True}},
        {"options": ({"id": "a", "label": "A"}, {"id": "a", "label": "B"})},
        {"options": OPTIONS, "options_from": "statuses"},
        {"options_from": "no_such"},
        {"options_from": None},
        {"options_from": {"a": "b"}},
        {"options_from": ("a", ["b"])},
        {"option_from": "statuses"},
    ],
    ids=str,
)
def test_unsound_options_are_refused_and_nothing_else_is_raised(field: Field, keys: dict):
    with pytest.raises(ValidationError):
        make(type=field.type, **keys)


def test_the_known_lists_are_named_when_one_is_not_there():
    data = {"id": "sample", "label": "A sample", "type": "rank", "options_from": "stats"}
    context = {"file": "x.yaml", "lists": {"statuses": (), "sectors": ()}}
    with pytest.raises(ValidationError, match="sectors, statuses"):
        TypeAdapter(AnyField).validate_python(data, context=context)


picks = st.lists(st.sampled_from(["present", "absent", "unclear"]), unique=True)
EVIDENCE = FIELDS["evidence"]


def test_two_who_answer_one_choice_at_once_the_last_counts():
    assert one.together("present", "absent", "unclear") == "unclear"


@pytest.mark.parametrize(
    ("before", "now", "mine", "both"),
    [
        ([], ["present"], ["unclear"], ["present", "unclear"]),
        (["present"], ["present", "absent"], ["present", "unclear"], ["present", "absent", "unclear"]),
        (["present", "absent"], ["absent"], ["present"], []),
        (None, ["absent"], ["absent"], ["absent"]),
    ],
)
def test_two_who_pick_at_once_lose_nothing(before: object, now: object, mine: object, both: object):
    assert set(several.together(before, now, mine)) == set(both)
    assert rank.together(before, now, mine) == both


@given(before=picks, now=picks, mine=picks)
def test_what_either_added_is_there_and_what_either_took_out_is_not(before: list, now: list, mine: list):
    for field in (several, rank):
        both = field.together(before, now, mine)
        assert both == field.check(both)
        assert set(both) >= {*now, *mine} - {*before}
        assert not {*both} & ({*before} - ({*now} & {*mine}))


def test_an_order_that_one_changed_keeps_what_another_placed():
    before = ["present", "absent"]
    assert rank.together(before, ["present", "absent", "unclear"], ["absent", "present"]) == [
        "absent", "present", "unclear",
    ]  # fmt: skip


def test_sentences_of_two_stand_in_the_order_of_the_case():
    assert EVIDENCE.together([5], [5, 9], [2, 5]) == [2, 5, 9]
    assert EVIDENCE.together(None, [3], [1]) == [1, 3]
