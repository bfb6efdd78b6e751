"""A view knows what it shows, and the sentence over it says so, also when little is there."""

import pytest

from engine.content.worksheet import ViewName
from engine.fields import Json
from engine.plenary import VIEWS, views_of
from tests.plenary.sheets import activity, groups, view

SHOWN = {
    "heatmap": "signs.status", "bars": "verdict", "evidence": "signs.proof", "spread": "mark", "ranking": "order",
    "texts": "words", "rows": "steps",
}  # fmt: skip


def said(show: str, kind: str, *answers: dict[str, Json]) -> str:
    return view(show, kind).headline(groups(*answers))


def test_every_view_is_tried_here() -> None:
    assert set(SHOWN) == set(VIEWS) == set(ViewName.__args__)


def test_a_view_knows_what_it_shows() -> None:
    of_column = view("signs.status", "heatmap")
    assert (of_column.whole.id, of_column.field.id, of_column.label) == ("signs", "status", "Signs · Status")
    assert (of_column.kind, of_column.ask, of_column.show) == ("heatmap", "What?", "signs.status")
    of_field = view("verdict", "bars")
    assert (of_field.column, of_field.field.id, of_field.label) == (None, "verdict", "Verdict")
    assert [view.label for view in views_of(activity())] == ["Words"]


def test_the_values_of_a_field_are_one_a_group() -> None:
    found = groups({"verdict": "yes"}, {}, {"verdict": None})
    assert view("verdict", "bars").values(found) == ["yes", None, None]


def test_the_values_of_a_column_come_in_the_order_of_the_rows() -> None:
    found = groups({"signs/fear/status": "no", "signs/debt/status": "yes"}, {"signs/fear/status": "perhaps"})
    assert view("signs.status", "bars").values(found) == ["yes", "no", "perhaps"]


def test_what_only_looks_like_a_cell_is_none() -> None:
    found = groups({"steps/what": True, "steps/what/who": "us", "stepsx/r/what": "x", "signs/gone/status": "yes"})
    assert view("steps.what", "texts").values(found) == []
    assert view("signs.status", "bars").values(found) == []
    assert view("steps.who", "bars").values(found) == ["us"]


@pytest.mark.parametrize("kind, show", SHOWN.items())
def test_before_anybody_wrote_every_view_says_so(kind: str, show: str) -> None:
    assert said(show, kind) == said(show, kind, {}, {}) == "No group has written here yet"
    assert said(show, kind, {"people": 5}, {}) == "No group has answered this yet"


@pytest.mark.parametrize("kind, show", SHOWN.items())
def test_an_answer_that_was_taken_back_is_no_answer(kind: str, show: str) -> None:
    empty = {
        "signs/debt/status": None, "verdict": None, "signs/debt/proof": [], "mark": None, "order": [], "words": "  ",
        "steps/r1/what": "Gone", "steps/r1": False, "steps/r2": True, "steps/r2/what": "",
    }  # fmt: skip
    assert said(show, kind, empty) == "No group has answered this yet"


@pytest.mark.parametrize(
    "answers, sentence",
    [
        ([("yes", None), (None, "no")], "The first marks are in"),
        ([("yes", "no")], "The first marks are in"),
        ([("yes", "no"), ("yes", "no")], "The groups agree on every row that two of them marked"),
        ([("yes", "no"), ("yes", None), (None, None)], "The groups agree on every row that two of them marked"),
        ([("yes", "no"), ("yes", "yes")], "The groups differ most on: Fear"),
        ([("yes", "no"), ("no", "yes"), ("perhaps", "yes")], "The groups differ most on: Debt"),
    ],
)
def test_heatmap(answers: list[tuple[str | None, str | None]], sentence: str) -> None:
    rows = [{"signs/debt/status": debt, "signs/fear/status": fear} for debt, fear in answers]
    assert said("signs.status", "heatmap", *rows) == sentence


@pytest.mark.parametrize(
    "answers, sentence",
    [
        (["yes"], "Most often: Yes (1 of 1)"),
        (["yes", None], "Most often: Yes (1 of 1)"),
        (["yes", "yes", "no"], "Most often: Yes (2 of 3)"),
        (["no", "no", "no", None], "All 3 groups say: No"),
        (["yes", "no"], "The groups are split between 2 answers"),
        (["yes", "no", "perhaps"], "The groups are split between 3 answers"),
        (["yes", "yes", "no", "no", "perhaps"], "The groups are split between 2 answers"),
    ],
)
def test_bars_of_one_choice(answers: list[str | None], sentence: str) -> None:
    assert said("verdict", "bars", *({"verdict": answer} for answer in answers)) == sentence


@pytest.mark.parametrize(
    "answers, sentence",
    [
        ([["yes", "no"], ["yes"]], "Most often: Yes (2 of 2)"),
        ([["yes", "no"], []], "2 answers come first together (1 of 1 each)"),
        ([["yes", "no"], ["no", "yes"]], "2 answers come first together (2 of 2 each)"),
    ],
)
def test_bars_of_several_choices_are_no_split(answers: list[list[str]], sentence: str) -> None:
    assert said("causes", "bars", *({"causes": answer} for answer in answers)) == sentence


def test_bars_of_a_column_count_rows() -> None:
    first = {"steps/r1": True, "steps/r1/who": "us", "steps/r2/who": "us", "steps/r3/who": "police", "steps/r3": False}
    second = {"steps/r1": True, "steps/r1/who": "police", "steps/r2": True, "steps/r2/what": "Ask"}
    assert said("steps.who", "bars", first, second) == "Most often: We (2 of 3)"
    assert said("steps.who", "bars", second) == "Most often: Police (1 of 1)"
    assert said("signs.status", "bars", {"signs/debt/status": "yes", "signs/fear/status": "no"}) == (
        "2 answers come first together (1 of 2 each)"
    )


def test_evidence() -> None:
    first = {"signs/debt/proof": [2, 3], "signs/fear/proof": [3]}
    assert said("signs.proof", "evidence", first, {"signs/debt/proof": [3]}, {"people": 1}) == (
        "Sentence 3 was picked by the most groups: 2 of 3"
    )
    assert said("signs.proof", "evidence", first) == "2 sentences were picked by the most groups: 1 of 1"
    assert said("proof", "evidence", {"proof": [1]}) == "Sentence 1 was picked by the most groups: 1 of 1"


@pytest.mark.parametrize(
    "answers, sentence",
    [
        ([0], "One group says: 0 people"),
        ([1200, None, 1200], "All 2 groups say: 1,200 people"),
        ([7, 0, 1200], "The groups say from 0 people to 1,200 people"),
    ],
)
def test_spread_of_numbers(answers: list[int | None], sentence: str) -> None:
    assert said("people", "spread", *({"people": answer} for answer in answers)) == sentence


def test_spread_of_a_column_looks_at_the_distance() -> None:
    near = [{"signs/debt/mark": 1, "signs/fear/mark": 4}, {"signs/debt/mark": 2, "signs/fear/mark": 4}]
    far = [{"signs/debt/mark": 0, "signs/fear/mark": 10}, {"signs/debt/mark": 1, "signs/fear/mark": 4}]
    assert said("signs.mark", "spread", *near) == "The groups differ most on: Debt"
    assert said("signs.mark", "spread", *far) == "The groups differ most on: Fear"
    assert said("signs.mark", "spread", near[0], near[0]) == "The groups agree on every row that two of them marked"
    assert said("signs.mark", "spread", near[0]) == "The first marks are in"


def test_ranking() -> None:
    assert said("order", "ranking", {"order": ["no", "yes"]}, {"order": ["no"]}) == (
        "In the first place on average: No"
    )
    assert said("order", "ranking", {"order": ["no", "yes"]}, {"order": ["yes", "no"]}) == (
        "2 answers share the first place"
    )


def test_words_are_only_counted() -> None:
    assert said("words", "texts", {"words": "a"}, {}) == "1 group has answered"
    assert said("words", "texts", {"words": "a"}, {"words": "b"}) == "2 groups have answered"
    assert said("signs.note", "texts", {"signs/fear/note": "a"}) == "1 group has answered"
    rows = {"steps/r1": True, "steps/r1/what": "Go", "steps/r2": True, "steps/r2/what": "Ask"}
    assert said("steps", "rows", rows, {"steps/r1": True}) == "1 group has answered"
