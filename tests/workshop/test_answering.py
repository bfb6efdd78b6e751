"""Saving answers: what is taken, what is refused, and what becomes of two at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from engine.server import Server
from engine.store import Place
from engine.workshop import Seat, answers_on, save_answer
from tests.history import history
from tests.sample_content import CAMPAIGN, CASES, FARM, HOTEL, room, seated


def on(seat: Seat, activity_id: str = CASES, sheet: str = FARM) -> Place:
    return Place(seat.workshop.id, activity_id, seat.group.id, sheet)


def rows(server: Server, where: Place, field: str) -> list[object]:
    with server.database.read() as db:
        return [saved.value for saved in history(db, where, field)]


def test_an_answer_is_saved_where_it_belongs_and_nowhere_else(workshop_server: Server) -> None:
    _workshop, ana, ben = room(workshop_server)
    outcome = save_answer(workshop_server, ana, ana.place(CASES, FARM), "signs/violence/evidence", [3, 2, 3])
    assert outcome.saved.value == [2, 3] and outcome.mine == outcome.saved.revision
    assert outcome.saved.author == "Ana"
    assert answers_on(workshop_server, on(ana)) == {"signs/violence/evidence": outcome.saved}
    for other in (on(ana, sheet=HOTEL), on(ana, CAMPAIGN, "sheet"), on(ben)):
        assert answers_on(workshop_server, other) == {}


def test_the_last_choice_counts(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    cleo = seated(workshop_server, workshop, "Cleo", ana.group)
    for seat, value in ((ana, "poor"), (cleo, "forced"), (ana, None), (cleo, "poor")):
        assert save_answer(workshop_server, seat, seat.place(CASES, FARM), "verdict", value).saved.value == value
    assert rows(workshop_server, on(ana), "verdict") == ["poor", "forced", None, "poor"]
    assert answers_on(workshop_server, on(ana))["verdict"].author == "Cleo"


def test_two_who_pick_sentences_at_once_lose_none(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    cleo, path = seated(workshop_server, workshop, "Cleo", ana.group), "signs/debt/evidence"
    base = save_answer(workshop_server, ana, ana.place(CASES, FARM), path, [1, 2]).mine
    assert save_answer(workshop_server, ana, ana.place(CASES, FARM), path, [1, 2, 3], base).saved.value == [1, 2, 3]
    outcome = save_answer(workshop_server, cleo, cleo.place(CASES, FARM), path, [2, 4], base)
    assert outcome.saved.value == [2, 3, 4], "Cleo took out the first and picked the fourth, Ana's third stays"
    assert outcome.mine != outcome.saved.revision
    assert rows(workshop_server, on(ana), path) == [[1, 2], [1, 2, 3], [2, 4], [2, 3, 4]]
    after = save_answer(workshop_server, cleo, cleo.place(CASES, FARM), path, [2], outcome.saved.revision)
    assert after.saved.value == [2], "who has seen everything takes out what they want"


@pytest.mark.parametrize(("path", "value"), [("verdict", "poor"), ("reasons", "Text"), ("signs/debt/evidence", [1, 2])])
def test_the_same_value_is_kept_once(workshop_server: Server, path: str, value: object) -> None:
    _workshop, ana, _ben = room(workshop_server)
    first = save_answer(workshop_server, ana, ana.place(CASES, FARM), path, value)
    assert save_answer(workshop_server, ana, ana.place(CASES, FARM), path, value, first.mine) == first
    assert save_answer(workshop_server, ana, ana.place(CASES, FARM), path, value, 0) == first
    assert rows(workshop_server, on(ana), path) == [value]


def test_a_text_goes_on_from_what_its_author_saw(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    base = 0
    for text in ("One", "One two", "two", ""):
        outcome = save_answer(workshop_server, ana, ana.place(CASES, FARM), "reasons", text, base)
        assert outcome.saved.value == text
        base = outcome.mine
    assert rows(workshop_server, on(ana), "reasons") == ["One", "One two", "two", ""]


def test_two_texts_with_one_base_are_both_kept_and_so_is_what_follows(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    cleo = seated(workshop_server, workshop, "Cleo", ana.group)
    base = save_answer(workshop_server, ana, ana.place(CASES, FARM), "reasons", "They were afraid.").mine
    save_answer(workshop_server, ana, ana.place(CASES, FARM), "reasons", "Ana: debt. They were afraid.", base)
    outcome = save_answer(
        workshop_server, cleo, cleo.place(CASES, FARM), "reasons", "They were afraid. Cleo: pass", base
    )
    assert outcome.saved.value == "Ana: debt. They were afraid. Cleo: pass"
    assert outcome.mine < outcome.saved.revision
    mine = "They were afraid. Cleo: passports."
    followed = save_answer(workshop_server, cleo, cleo.place(CASES, FARM), "reasons", mine, outcome.mine)
    assert followed.saved.value == "Ana: debt. They were afraid. Cleo: passports."
    assert "They were afraid. Cleo: pass" in rows(workshop_server, on(ana), "reasons")


def test_lines_that_clash_stand_side_by_side_on_one_line(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    cleo = seated(workshop_server, workshop, "Cleo", ana.group)
    save_answer(workshop_server, ana, ana.place(CAMPAIGN, "sheet"), "slogan", "Work is free")
    outcome = save_answer(workshop_server, cleo, cleo.place(CAMPAIGN, "sheet"), "slogan", "No more debt")
    assert outcome.saved.value == "Work is free / No more debt"


@pytest.mark.parametrize("base", [-1, 10**6, 2**31, 2**53])
def test_a_base_that_cannot_be_counts_as_none(workshop_server: Server, base: int) -> None:
    _workshop, ana, _ben = room(workshop_server)
    first = save_answer(workshop_server, ana, ana.place(CASES, FARM), "reasons", "First", base)
    assert first.saved.value == "First"
    second = save_answer(workshop_server, ana, ana.place(CASES, FARM), "reasons", "Wholly other words", base)
    assert second.saved.value == "First\n\nWholly other words"


def test_the_text_of_another_group_or_sheet_is_no_base(workshop_server: Server) -> None:
    workshop, ana, ben = room(workshop_server)
    cleo = seated(workshop_server, workshop, "Cleo", ana.group)
    secret = "We saw a hidden door."
    for seat, sheet in ((ben, FARM), (cleo, HOTEL)):
        foreign = save_answer(workshop_server, seat, seat.place(CASES, sheet), "reasons", secret)
        save_answer(workshop_server, ana, ana.place(CASES, FARM), "reasons", f"{secret} On {sheet}.")
        found = save_answer(workshop_server, cleo, cleo.place(CASES, FARM), "reasons", "Ours.", foreign.mine).saved
        assert secret in found.value and found.value.endswith("Ours.")


def test_everybody_at_once_loses_nothing(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    seats = [ana, *(seated(workshop_server, workshop, f"P{n}", ana.group) for n in range(5))]

    def write(number: int) -> None:
        save_answer(workshop_server, seats[number], seats[number].place(CASES, FARM), f"steps/r{number}", True)
        save_answer(
            workshop_server, seats[number], seats[number].place(CASES, FARM), "reasons", f"Sentence of {number}."
        )

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, range(6)))
    found = answers_on(workshop_server, on(ana))
    assert {path for path in found if "steps" in path} == {f"steps/r{n}" for n in range(6)}
    assert sorted(found["reasons"].value.split("\n\n")) == [f"Sentence of {n}." for n in range(6)]
