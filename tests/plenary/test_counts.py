"""Counts: which groups stand behind an answer, and how many picked a sentence."""

from engine.plenary import Bar, Bars, ShadedCase
from tests.plenary.sheets import groups, view
from tests.sample_content import FARM, sample_library


def test_behind_each_answer_stand_the_groups_that_gave_it() -> None:
    found = groups({"verdict": "no", "causes": ["yes", "no"]}, {"verdict": "no", "causes": []}, {"verdict": None})
    assert view("verdict", "bars").data(found) == Bars(
        (Bar("Yes", 0, ()), Bar("Perhaps", 0, ()), Bar("No", 2, ("Group 1", "Group 2"))), counts_rows=False
    )
    causes = view("causes", "bars").data(found)
    assert isinstance(causes, Bars) and [bar.count for bar in causes.bars] == [1, 0, 1]


def test_of_a_column_rows_are_counted_and_a_group_is_named_once() -> None:
    found = groups({"steps/r1/who": "us", "steps/r2/who": "us", "steps/r3/who": "police", "steps/r3": False})
    assert view("steps.who", "bars").data(found) == Bars(
        (Bar("We", 2, ("Group 1",)), Bar("Police", 0, ())), counts_rows=True
    )


def test_a_sentence_counts_once_for_each_group_that_picked_it() -> None:
    found = groups(
        {"signs/debt/proof": [3, 1], "signs/fear/proof": [3]}, {"signs/fear/proof": [3]}, {"signs/debt/proof": []}, {}
    )
    case = sample_library().case_studies[FARM]
    shaded = view("signs.proof", "evidence").data(found, case)
    assert isinstance(shaded, ShadedCase)
    sentences = [sentence for paragraph in shaded.paragraphs for sentence in paragraph]
    assert [sentence.text for sentence in sentences] == [sentence.text for sentence in case.sentences]
    assert [(s.number, s.groups, s.level) for s in sentences][:3] == [(1, 1, 1), (2, 0, 0), (3, 2, 3)]
    assert view("proof", "evidence").data(groups({"proof": [2]}), None) == ShadedCase(())
