"""How far groups are with their sheets."""

from engine.fields import OpenTable
from engine.server import Server
from engine.store import Place, Saved
from engine.workshop import Seat, answers_on, progress_of, save_answer, unanswered
from tests.sample_content import CAMPAIGN, CASES, FARM, HOTEL, room


def fill(server: Server, seat: Seat, answers: dict[str, object], sheet: str = FARM) -> None:
    seen = answers_on(server, Place(seat.workshop.id, CASES, seat.group.id, sheet))
    for path, value in answers.items():
        save_answer(server, seat, seat.place(CASES, sheet), path, value, seen.get(path, Saved()).revision)


def missing(server: Server, seat: Seat, sheet: str = FARM) -> list[str]:
    answers = answers_on(server, Place(seat.workshop.id, CASES, seat.group.id, sheet))
    return [path for path, _field in unanswered(server.library.activities[CASES], answers)]


def progress(server: Server, seat: Seat) -> tuple[int, int, int, int]:
    found = progress_of(server, seat.workshop.id, CASES)[seat.group.id]
    return found.filled, found.wanted, found.sheets_begun, found.sheets


ALWAYS = ["signs/violence/status", "signs/debt/status", "verdict"]


def rows_now(server: Server, seat: Seat) -> list[str]:
    answers = answers_on(server, Place(seat.workshop.id, CASES, seat.group.id, FARM))
    return [row.path.removeprefix("steps/") for row in steps(server).rows_now(answers)]


def removed_now(server: Server, seat: Seat) -> str | None:
    return steps(server).removed_row(answers_on(server, Place(seat.workshop.id, CASES, seat.group.id, FARM)))


def steps(server: Server) -> OpenTable:
    found = server.library.activities[CASES].worksheet.field_at("steps/r1")
    assert isinstance(found, OpenTable)
    return found


def test_an_empty_sheet_wants_its_required_fields(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    assert missing(workshop_server, ana) == ALWAYS
    assert progress_of(workshop_server, workshop.id, CASES) == {}


def test_an_answer_may_want_another_one(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    fill(workshop_server, ana, {"signs/violence/status": "present", "signs/debt/status": "absent", "verdict": "forced"})
    assert missing(workshop_server, ana) == ["signs/violence/evidence", "reasons"]
    assert progress(workshop_server, ana) == (3, 8, 1, 2)
    fill(workshop_server, ana, {"signs/violence/evidence": [3], "reasons": "She was beaten."})
    assert missing(workshop_server, ana) == []
    assert progress(workshop_server, ana) == (5, 8, 1, 2)
    fill(workshop_server, ana, {"signs/violence/status": "unclear", "verdict": "poor"})
    assert progress(workshop_server, ana) == (3, 6, 1, 2)


def test_an_answer_that_is_taken_back_is_missing_again(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    fill(workshop_server, ana, {"verdict": "forced", "reasons": "Text"})
    assert missing(workshop_server, ana) == ALWAYS[:2]
    fill(workshop_server, ana, {"reasons": "  \n"})
    assert missing(workshop_server, ana) == [*ALWAYS[:2], "reasons"]
    fill(workshop_server, ana, {"verdict": None})
    assert missing(workshop_server, ana) == ALWAYS
    assert progress(workshop_server, ana) == (0, 6, 1, 2)


def test_a_row_that_was_added_wants_its_required_cells(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    fill(workshop_server, ana, {"steps/b": True, "steps/a": True, "steps/a/who": "The inspector"})
    assert missing(workshop_server, ana) == [*ALWAYS[:2], "steps/b/what", "steps/a/what", "verdict"]
    assert progress(workshop_server, ana) == (0, 8, 1, 2)
    fill(workshop_server, ana, {"steps/b": False, "steps/a/what": "Interview"})
    assert missing(workshop_server, ana) == ALWAYS
    assert progress(workshop_server, ana) == (1, 7, 1, 2)


def test_rows_are_added_removed_and_put_back_in_their_order(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)

    def rows() -> list[str]:
        return rows_now(workshop_server, ana)

    assert rows() == []
    fill(workshop_server, ana, {"steps/z9": True, "steps/a1": True, "steps/A1": True, "steps/a1/what": "x"})
    assert rows() == ["z9", "a1", "A1"]
    fill(workshop_server, ana, {"steps/a1": False})
    assert rows() == ["z9", "A1"]
    fill(workshop_server, ana, {"steps/a1": True})
    assert rows() == ["z9", "a1", "A1"]


def test_a_row_that_somebody_writes_in_while_another_removes_it_stays(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    fill(workshop_server, ana, {"steps/r1": True, "steps/r1/what": "Brick kilns"})
    fill(workshop_server, ana, {"steps/r1": False})
    assert (rows_now(workshop_server, ana), removed_now(workshop_server, ana)) == ([], "steps/r1")
    fill(workshop_server, ana, {"steps/r1/what": "Brick kilns: 40 families"})
    assert (rows_now(workshop_server, ana), removed_now(workshop_server, ana)) == (["r1"], None)
    fill(workshop_server, ana, {"steps/r1": False})
    assert rows_now(workshop_server, ana) == [], "it can be removed again"


def test_the_last_row_that_was_removed_with_something_in_it_can_be_put_back(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    fill(workshop_server, ana, {f"steps/r{n}": True for n in (1, 2, 3)})
    fill(workshop_server, ana, {"steps/r1/what": "First", "steps/r2/what": "Second", "steps/r2": False})
    fill(workshop_server, ana, {"steps/r1": False, "steps/r3": False})
    assert removed_now(workshop_server, ana) == "steps/r1", "the third had nothing in it"
    fill(workshop_server, ana, {"steps/r1": True})
    assert (rows_now(workshop_server, ana), removed_now(workshop_server, ana)) == (["r1"], "steps/r2")


def test_each_group_is_counted_for_itself_over_all_its_sheets(workshop_server: Server) -> None:
    workshop, ana, ben = room(workshop_server)
    fill(workshop_server, ana, {"verdict": "poor"})
    fill(workshop_server, ana, {"verdict": "poor", "signs/debt/status": "absent"}, HOTEL)
    save_answer(workshop_server, ben, ben.place(CASES, FARM), "steps/r1/who", "Nobody")
    found = progress_of(workshop_server, workshop.id, CASES)
    assert progress(workshop_server, ana) == (3, 6, 2, 2)
    assert progress(workshop_server, ben) == (0, 7, 1, 2)
    assert (found[ana.group.id].last.author, found[ana.group.id].last.value) == ("Ana", "absent")
    assert found[ben.group.id].last.author == "Ben"
    assert progress_of(workshop_server, workshop.id, CAMPAIGN) == {}
