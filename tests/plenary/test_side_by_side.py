"""All groups' answers side by side: as saved, in the groups' order, without what was removed."""

from engine.fields import Json
from engine.plenary import agreement, side_by_side
from engine.server import Server
from engine.workshop import Seat, form_groups, save_answer
from tests.plenary.sheets import view
from tests.sample_content import CASES, FARM, HOTEL, room


def write(server: Server, seat: Seat, sheet: str, **answers: Json) -> None:
    for path, value in answers.items():
        save_answer(server, seat, seat.place(CASES, sheet), path.replace("__", "/"), value)


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
        shown = view("steps.what", "bars", sheet.worksheet)
        return shown.values(side_by_side(workshop_server, workshop.id, CASES, FARM))

    assert whats() == ["Go", "Ask", "Wait"]
    write(workshop_server, ana, FARM, steps__r1=False)
    assert whats() == ["Ask", "Wait"]
    write(workshop_server, ana, FARM, steps__r1=True)
    assert whats() == ["Go", "Ask", "Wait"]


def test_agreement_is_the_share_of_the_commonest() -> None:
    for values, share in (
        (["a", "a"], 1), (["a", "b"], 0.5), (["a", "a", "b", None], 2 / 3), (["a", "", [], None], None), ([], None),
        ([0, 0], 1), ([False, False], 1), ([[1], [1], [2]], 2 / 3),
    ):  # fmt: skip
        assert agreement(values) == share
