"""What the groups wrote in words, where the plenary shows it."""

from engine.fields import OpenTable
from engine.plenary import notes_beside, rows_side_by_side, side_by_side, texts_of
from engine.server import Server
from engine.workshop import save_answer
from tests.plenary.sheets import activity, groups, view
from tests.sample_content import CASES, FARM, room

STEPS = activity().worksheet.fields[-1]
assert isinstance(STEPS, OpenTable)


def test_beside_a_cell_stands_the_rest_of_its_row() -> None:
    (group,) = groups(
        {
            "signs/debt/status": "yes", "signs/debt/proof": [2, 3], "signs/debt/note": "Ask her", "signs/debt/mark": 0,
            "signs/fear/note": "Of another row",
        }
    )  # fmt: skip
    shown = view("signs.status", "heatmap")
    notes = [("Proof", "2, 3"), ("Mark", "0"), ("Note", "Ask her")]
    assert notes_beside(activity(), shown, "signs/debt/status", group) == notes
    assert notes_beside(activity(), shown, "signs/fear/status", group) == [("Note", "Of another row")]
    assert notes_beside(activity(), view("verdict", "bars"), "verdict", group) == []


def test_texts_of_a_field_and_of_a_column() -> None:
    found = groups({"words": " One \n two ", "signs/fear/note": "B", "signs/debt/note": "A"}, {"words": "  "}, {})
    assert texts_of(activity(), view("words", "texts"), found) == [("Group 1", "One \n two")]
    assert texts_of(activity(), view("signs.note", "texts"), found) == [("Group 1", "Debt: A\nFear: B")]
    assert texts_of(activity(), view("words", "texts"), []) == []


def test_rows_are_printed_without_the_empty_and_the_removed() -> None:
    (group,) = groups(
        {
            "steps/r1": True, "steps/r1/what": "Go", "steps/r1/who": "us",
            "steps/r2": True,
            "steps/r3/what": "Gone", "steps/r3": False, "steps/r4/who": "police",
        }
        | {"steps/r3": False}
    )  # fmt: skip
    assert rows_side_by_side(STEPS, group) == [{"What": "Go", "Who": "We"}, {"What": "", "Who": "Police"}]


def test_what_people_saved_is_what_the_plenary_shows(workshop_server: Server) -> None:
    workshop, ana, ben = room(workshop_server)
    sheet = workshop_server.library.activities[CASES]
    words = "<b>Not</b> **paid**\n\nعمل قسري 😀"
    save_answer(workshop_server, ana, CASES, FARM, "reasons", words)
    save_answer(workshop_server, ben, CASES, FARM, "steps/r1/what", "Ask | her")
    found = side_by_side(workshop_server, workshop.id, CASES, FARM)
    assert texts_of(sheet, view("reasons", "texts"), found) == [("One", words)]
    table = sheet.worksheet.shown_by("steps")
    assert isinstance(table, OpenTable)
    assert [rows_side_by_side(table, group) for group in found] == [[], [{"What": "Ask | her", "Who": ""}]]
