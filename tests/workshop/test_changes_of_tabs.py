"""Changes with the tab that sent them and their number there: sent twice they count once, and nothing is guessed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from engine.server import Server
from engine.workshop import Outcome, Seat, WorkshopProblem, answering, answers_on, save_answer
from engine.workshop.writing import Merged
from tests.history import history
from tests.sample_content import CASES, FARM, HOTEL, room, seated

TAB, OTHER = "abcdefgh", "ABCDEFGH12345678"


def save(
    server: Server, seat: Seat, value: object, number: int, base: int = 0, tab: str = TAB, path: str = "reasons"
) -> Outcome:
    return save_answer(server, seat, seat.place(CASES, FARM), path, value, base, tab, number)


def rows(server: Server, seat: Seat, path: str = "reasons") -> list[object]:
    with server.database.read() as db:
        return [saved.value for saved in history(db, seat.place(CASES, FARM), path)]


@pytest.mark.parametrize(("path", "value"), [("reasons", "Text"), ("verdict", "poor"), ("steps/r1", True)])
def test_a_change_that_is_sent_twice_counts_once(workshop_server: Server, path: str, value: object) -> None:
    _workshop, ana, _ben = room(workshop_server)
    first = save(workshop_server, ana, value, 4, path=path)
    assert save(workshop_server, ana, value, 4, path=path) == first
    assert save(workshop_server, ana, value, 4, base=first.mine, path=path) == first
    assert save(workshop_server, ana, None if path == "verdict" else value, 3, path=path) == first
    assert rows(workshop_server, ana, path) == [value]


def test_what_others_saved_since_stays_when_a_change_comes_again(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    cleo = seated(workshop_server, workshop, "Cleo", ana.group)
    mine = save(workshop_server, ana, "poor", 1, path="verdict")
    theirs = save(workshop_server, cleo, "forced", 1, mine.mine, OTHER, "verdict")
    again = save(workshop_server, ana, "poor", 1, path="verdict")
    assert again == Outcome(theirs.saved, mine.mine)
    assert rows(workshop_server, ana, "verdict") == ["poor", "forced"]


def test_a_choice_that_is_taken_back_before_it_arrived_does_not_come_back(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    save(workshop_server, ana, "poor", 1, path="verdict")
    save(workshop_server, ana, "poor", 3, path="verdict")
    late = save(workshop_server, ana, "forced", 2, path="verdict")
    assert late.saved.value == "poor"


def test_a_tab_has_seen_what_it_sent_itself(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    for number, text in enumerate(("The passpr", "The passport", "Passports", "", "They were kept."), start=1):
        assert save(workshop_server, ana, text, number).saved.value == text
    assert rows(workshop_server, ana)[-1] == "They were kept."


def test_a_tab_that_has_not_taken_in_a_merged_text_goes_on_from_its_own(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    cleo = seated(workshop_server, workshop, "Cleo", ana.group)
    base = save(workshop_server, ana, "They were afraid.", 1).mine
    save(workshop_server, cleo, "Cleo: debt. They were afraid.", 1, base, OTHER)
    merged = save(workshop_server, ana, "They were afraid. Ana: pass", 2)
    assert merged.saved.value == "Cleo: debt. They were afraid. Ana: pass"
    assert save(workshop_server, ana, "They were afraid. Ana: passports", 3).saved.value == (
        "Cleo: debt. They were afraid. Ana: passports"
    )
    seen = save(
        workshop_server, ana, "Debt.", 4, answers_on(workshop_server, ana.place(CASES, FARM))["reasons"].revision
    )
    assert seen.saved.value == "Debt."


def test_the_same_number_in_another_field_sheet_or_tab_is_another_change(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    save(workshop_server, ana, "poor", 1, path="verdict")
    assert save(workshop_server, ana, "present", 1, path="signs/debt/status").saved.value == "present"
    there = save_answer(workshop_server, ana, ana.place(CASES, HOTEL), "verdict", "forced", 0, TAB, 1)
    assert there.saved.value == "forced"
    assert save(workshop_server, ana, "forced", 1, tab=OTHER, path="verdict").saved.value == "forced"


def test_nobody_waits_while_a_text_is_merged(workshop_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop, ana, ben = room(workshop_server)
    cleo = seated(workshop_server, workshop, "Cleo", ana.group)
    merging, go_on, really = Event(), Event(), answering.merge

    def slow(*clash) -> Merged:
        merging.set()
        assert go_on.wait(10)
        return really(*clash)

    monkeypatch.setattr(answering, "merge", slow)
    save(workshop_server, ana, "One.", 1)
    with ThreadPoolExecutor(1) as pool:
        clashing = pool.submit(save, workshop_server, cleo, "Three.", 1, 0, OTHER)
        merging.wait(10)
        assert save(workshop_server, ben, "Ours.", 1).saved.value == "Ours."
        assert save(workshop_server, ana, "One. Two.", 2).saved.value == "One. Two.", "in the same field too"
        go_on.set()
        assert clashing.result(10).saved.value == "One. Two.\n\nThree.", "it is merged with what stands there now"


def test_who_is_overtaken_again_and_again_is_saved_all_the_same(
    workshop_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop, ana, _ben = room(workshop_server)
    cleo = seated(workshop_server, workshop, "Cleo", ana.group)
    really, tries = answering.merge, []

    def overtaken(*clash) -> Merged:
        tries.append(1)
        if len(tries) <= answering.TRIES:
            save(workshop_server, ana, f"One. {'x' * len(tries)}", 1 + len(tries))
        return really(*clash)

    monkeypatch.setattr(answering, "merge", overtaken)
    save(workshop_server, ana, "One.", 1)
    assert save(workshop_server, cleo, "Mine.", 1, 0, OTHER).saved.value == "One. xxx\n\nMine."
    assert len(tries) == answering.TRIES + 1


def test_a_merged_text_that_is_too_long_writes_nothing(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    cleo = seated(workshop_server, workshop, "Cleo", ana.group)
    whole = save(workshop_server, ana, "a " * 10_000, 1)
    with pytest.raises(WorkshopProblem):
        for number in range(1, 4):
            save(workshop_server, cleo, f"{number} " * 5_000, number, 0, f"cleo{number:04}")
    assert whole.saved.value in answers_on(workshop_server, ana.place(CASES, FARM))["reasons"].value
