"""Grids: what each group says in each row, and how strongly."""

from engine.plenary import LEVELS, Grid, GridCell, GridRow, PlenaryView
from tests.plenary.sheets import groups, view


def grid(shown: PlenaryView, *answers: dict) -> Grid:
    found = shown.data(groups(*answers))
    assert isinstance(found, Grid)
    return found


def test_the_first_option_of_a_heatmap_is_the_highest_level_and_has_what_was_noted_beside_it() -> None:
    first = {
        "signs/debt/status": "yes", "signs/debt/proof": [2, 3], "signs/debt/note": "Ask her", "signs/debt/mark": 0,
        "signs/fear/note": "Of another row",
    }  # fmt: skip
    found = grid(view("signs.status", "heatmap"), first, {"signs/debt/status": "no"})
    notes = ("Proof", "2, 3"), ("Mark", "0"), ("Note", "Ask her")
    assert (found.caption, found.columns) == ("Status", ("Group 1", "Group 2"))
    assert found.rows == (
        GridRow("Debt", (GridCell("Yes", LEVELS, notes), GridCell("No", 1))),
        GridRow("Fear", (GridCell("–", 0, (("Note", "Of another row"),)), GridCell("–", 0))),
    )
    assert found.legend == ((LEVELS, "Yes"), (2, "Perhaps"), (1, "No"))


def test_a_spread_goes_over_the_whole_scale_or_up_to_the_largest_number() -> None:
    on_scale = grid(view("mark", "spread"), {"mark": 0}, {"mark": 10}, {})
    assert on_scale.rows == (GridRow("Mark", (GridCell("0", 1), GridCell("10", LEVELS), GridCell("–", 0))),)
    assert on_scale.legend == ((1, "0 Little"), (LEVELS, "10 Much"))
    counted = grid(view("people", "spread"), {"people": 0}, {"people": 4000})
    assert [cell.text for cell in counted.rows[0].cells] == ["0 people", "4,000 people"]
    assert [cell.level for cell in counted.rows[0].cells] == [1, LEVELS] and counted.legend == ()


def test_a_spread_of_a_column_has_every_row() -> None:
    found = grid(view("signs.mark", "spread"), {"signs/fear/mark": 5})
    assert [(row.label, row.cells[0].text) for row in found.rows] == [("Debt", "–"), ("Fear", "5")]


def test_a_ranking_has_the_best_mean_first_and_what_nobody_placed_last() -> None:
    found = grid(view("order", "ranking"), {"order": ["no", "yes"]}, {"order": ["no"]}, {})
    assert found.columns == ("Mean place", "Group 1", "Group 2", "Group 3")
    assert [(row.label, [cell.text for cell in row.cells]) for row in found.rows] == [
        ("No", ["1.0", "1", "1", "–"]),
        ("Yes", ["2.0", "2", "–", "–"]),
        ("Perhaps", ["–", "–", "–", "–"]),
    ]
