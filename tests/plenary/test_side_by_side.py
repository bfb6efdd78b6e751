"""All groups' answers side by side: as saved, in the groups' order, without what was removed."""

from engine.fields import Json, Table
from engine.plenary import agreement, lines_of, sentence_picks, side_by_side, values_of
from engine.server import Server
from engine.workshop import Seat, form_groups, save_answer
from tests.plenary.sheets import activity, groups, view
from tests.sample_content import CASES, FARM, HOTEL, room

SIGNS = activity().worksheet.fields[0]
assert isinstance(SIGNS, Table)


def write(server: Server, seat: Seat, sheet: str, **answers: Json) -> None:
    for path, value in answers.items():
        save_answer(server, seat, CASES, sheet, path.replace("__", "/"), value)


def test_every_group_stands_in_its_place_with_what_it_saved_last(workshop_server: Server) -> None:
    workshop, ana, ben = room(workshop_server)
    form_groups(workshop_server, workshop.id, ["One", "Two", "Three"])
    write(workshop_server, ben, FARM, verdict="poor", signs__debt__status="present")
    write(workshop_server, ana, FARM, verdict="poor")
    write(workshop_server, ana, FARM, verdict="forced")
    write(workshop_server, ana, HOTEL, reasons="Of the hotel")
    found = side_by_side(workshop_server, workshop.id, CASES, FARM)
    assert [group.group.name for group in found] == ["One", "Two", "Three"]
    assert [group.value("verdict") for group in found] == ["forced", "poor", None]
    assert [sorted(group.answers) for group in found] == [["verdict"], ["signs/debt/status", "verdict"], []]
    assert side_by_side(workshop_server, "nowhere", CASES, FARM) == []


def test_rows_that_were_removed_are_gone_and_come_back(workshop_server: Server) -> None:
    workshop, ana, ben = room(workshop_server)
    sheet = workshop_server.library.activities[CASES]
    write(workshop_server, ana, FARM, steps__r1=True, steps__r1__what="Go", steps__r2=True, steps__r2__what="Ask")
    write(workshop_server, ben, FARM, steps__r1=True, steps__r1__what="Wait")

    def whats() -> list[Json]:
        return values_of(sheet, view("steps.what", "texts"), side_by_side(workshop_server, workshop.id, CASES, FARM))

    assert whats() == ["Go", "Ask", "Wait"]
    write(workshop_server, ana, FARM, steps__r1=False)
    assert whats() == ["Ask", "Wait"]
    write(workshop_server, ana, FARM, steps__r1=True)
    assert whats() == ["Go", "Ask", "Wait"]


def test_the_values_of_a_field_are_one_a_group() -> None:
    found = groups({"verdict": "yes"}, {}, {"verdict": None})
    assert values_of(activity(), view("verdict", "bars"), found) == ["yes", None, None]


def test_the_values_of_a_column_come_in_the_order_of_the_rows() -> None:
    found = groups({"signs/fear/status": "no", "signs/debt/status": "yes"}, {"signs/fear/status": "perhaps"})
    assert values_of(activity(), view("signs.status", "bars"), found) == ["yes", "no", "perhaps"]


def test_what_only_looks_like_a_cell_is_none() -> None:
    found = groups({"steps/what": True, "steps/what/who": "us", "stepsx/r/what": "x", "signs/gone/status": "yes"})
    assert values_of(activity(), view("steps.what", "texts"), found) == []
    assert values_of(activity(), view("signs.status", "bars"), found) == []
    assert values_of(activity(), view("steps.who", "bars"), found) == ["us"]


def test_the_lines_of_a_table_have_a_value_for_each_group() -> None:
    found = groups({"signs/fear/status": "no"}, {"signs/debt/status": "yes"}, {})
    lines = lines_of(SIGNS, SIGNS.columns[0], found)
    assert [(line.path, line.label, line.values) for line in lines] == [
        ("signs/debt/status", "Debt", (None, "yes", None)),
        ("signs/fear/status", "Fear", ("no", None, None)),
    ]
    assert lines_of(SIGNS, SIGNS.columns[0], [])[0].values == ()


def test_a_sentence_counts_once_for_each_group_that_picked_it() -> None:
    found = groups(
        {"signs/debt/proof": [3, 1], "signs/fear/proof": [3]}, {"signs/fear/proof": [3]}, {"signs/debt/proof": []}, {}
    )
    assert sentence_picks(activity(), view("signs.proof", "evidence"), found) == {1: 1, 3: 2}
    assert sentence_picks(activity(), view("proof", "evidence"), groups({"proof": [2]}, {"proof": None})) == {2: 1}


def test_agreement_is_the_share_of_the_commonest() -> None:
    for values, share in (
        (["a", "a"], 1), (["a", "b"], 0.5), (["a", "a", "b", None], 2 / 3), (["a", "", [], None], None), ([], None),
        ([0, 0], 1), ([False, False], 1), ([[1], [1], [2]], 2 / 3),
    ):  # fmt: skip
        assert agreement(values) == share
