"""What the groups wrote in words, where the plenary shows it."""

from engine.plenary import GroupRows, GroupTexts, side_by_side
from engine.server import Server
from engine.workshop import save_answer
from tests.plenary.sheets import groups, view
from tests.sample_content import CASES, FARM, room


def test_texts_of_a_field_and_of_a_column() -> None:
    found = groups({"words": " One \n two ", "signs/fear/note": "B", "signs/debt/note": "A"}, {"words": "  "}, {})
    assert view("words", "texts").data(found) == GroupTexts((("Group 1", "One \n two"),))
    assert view("signs.note", "texts").data(found) == GroupTexts((("Group 1", "Debt: A\nFear: B"),))
    assert view("words", "texts").data([]) == GroupTexts(())


def test_days_are_shown_in_words() -> None:
    found = groups({"until": "2030-05-06"}, {"until": None}, {})
    assert view("until", "texts").data(found) == GroupTexts((("Group 1", "6 May 2030"),))
    assert view("until", "texts").headline(found) == "1 group has answered"


def test_rows_are_printed_without_the_empty_and_the_removed() -> None:
    found = groups(
        {
            "steps/r1": True, "steps/r1/what": "Go", "steps/r1/who": "us",
            "steps/r2": True,
            "steps/r3/what": "Gone", "steps/r3": False, "steps/r4/who": "police",
        },
        {"steps/r1": True},
    )  # fmt: skip
    rows = (("Go", "We"), ("", "Police"))
    assert view("steps", "rows").data(found) == GroupRows(("What", "Who"), (("Group 1", rows),))


def test_what_people_saved_is_what_the_plenary_shows(workshop_server: Server) -> None:
    workshop, ana, ben = room(workshop_server)
    sheet = workshop_server.library.activities[CASES].worksheet
    words = "<b>Not</b> **paid**\n\nعمل قسري 😀"
    save_answer(workshop_server, ana, ana.place(CASES, FARM), "reasons", words)
    save_answer(workshop_server, ben, ben.place(CASES, FARM), "steps/r1/what", "Ask | her")
    found = side_by_side(workshop_server, workshop.id, CASES, FARM)
    assert view("reasons", "texts", sheet).data(found) == GroupTexts((("One", words),))
    rows = view("steps", "rows", sheet).data(found)
    assert isinstance(rows, GroupRows) and rows.groups == (("Two", (("Ask | her", ""),)),)
