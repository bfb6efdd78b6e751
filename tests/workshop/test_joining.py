"""Joining and rejoining."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from engine.server import Server
from engine.workshop import WorkshopProblem, join, participants_of, rejoin, seat_of, set_open
from engine.workshop.opening import CODE_LETTERS
from tests.sample_content import open_sample, room


def test_who_joins_has_a_seat_a_code_and_no_group(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    ana = join(workshop_server, workshop.join_code, "  Ana \u202e María ")
    assert (ana.name, ana.group_id, ana.seat_version, ana.seen_at) == ("Ana María", None, 1, None)
    assert len(ana.rejoin_code) == 8 and set(ana.rejoin_code) <= set(CODE_LETTERS)
    seat = seat_of(workshop_server, ana.id)
    assert (seat.participant.name, seat.group, seat.workshop.id) == ("Ana María", None, workshop.id)
    assert seat.participant.joined_at.tzinfo is not None
    assert seat_of(workshop_server, "nobody") is None


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}\n"])
def test_a_code_is_found_however_it_is_typed(workshop_server: Server, typed: str) -> None:
    workshop = open_sample(workshop_server)
    code = workshop.join_code
    for n, form in enumerate((code, code.lower(), f"{code[:3]}-{code[3:]}", f"{code[:2]} {code[2:]}")):
        assert join(workshop_server, typed.format(form), f"Ana {n}").workshop_id == workshop.id


@pytest.mark.parametrize("wrong", ["", "   ", "ABC", "%", "A" * 6, "x" * 5000, "علي", "' OR 1=1 --", "\x00"])
def test_a_wrong_code_is_refused(workshop_server: Server, wrong: str) -> None:
    workshop = open_sample(workshop_server)
    for act in (lambda: join(workshop_server, wrong, "Ana"), lambda: rejoin(workshop_server, wrong)):
        with pytest.raises(WorkshopProblem, match="code"):
            act()
    assert participants_of(workshop_server, workshop.id) == []


@pytest.mark.parametrize("name", ["", "  ", "\u200b\u200d", "\u202e", "x" * 500])
def test_a_name_that_does_not_fit_is_refused(workshop_server: Server, name: str) -> None:
    workshop = open_sample(workshop_server)
    with pytest.raises(WorkshopProblem, match=r"name|500"):
        join(workshop_server, workshop.join_code, name)
    assert participants_of(workshop_server, workshop.id) == []


@pytest.mark.parametrize("name", ["👩‍👩‍👧‍👦 Ana", "محمد الأمين", "<img src=x onerror=alert(1)>", "Robert'); --"])
def test_a_name_comes_back_as_it_was_typed(workshop_server: Server, name: str) -> None:
    workshop = open_sample(workshop_server)
    join(workshop_server, workshop.join_code, name)
    assert [p.name for p in participants_of(workshop_server, workshop.id)] == [name]


@pytest.mark.parametrize("again", ["Maria", "MARIA", "ｍａｒｉａ", " maria\u200b ", "Mari\u200da"])
def test_two_people_cannot_have_one_name(workshop_server: Server, again: str) -> None:
    workshop, other = open_sample(workshop_server), open_sample(workshop_server)
    join(workshop_server, workshop.join_code, "Maria")
    with pytest.raises(WorkshopProblem, match="already joined"):
        join(workshop_server, workshop.join_code, again)
    assert [p.name for p in participants_of(workshop_server, workshop.id)] == ["Maria"]
    assert join(workshop_server, other.join_code, "Maria").workshop_id == other.id


def test_one_name_at_the_same_moment_gets_one_seat(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)

    def try_to_join(_laptop: int) -> bool:
        try:
            join(workshop_server, workshop.join_code, "Ana")
        except WorkshopProblem:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(try_to_join, range(8))) == 1
    assert len(participants_of(workshop_server, workshop.id)) == 1


WORD, OTHER = "w" * 22, "o" * 22
"""What stands hidden in two forms."""


def test_a_form_that_is_sent_again_gets_the_same_seat(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    maria = join(workshop_server, workshop.join_code, "Maria", word=WORD)
    for again in ("Maria", " MARIA ", "ｍａｒｉａ"):
        found = join(workshop_server, workshop.join_code, again, word=WORD)
        assert (found.id, found.name, found.seat_version) == (maria.id, "Maria", 1)
    assert len(participants_of(workshop_server, workshop.id)) == 1


def test_only_its_own_form_finds_a_seat(workshop_server: Server) -> None:
    workshop, other = open_sample(workshop_server), open_sample(workshop_server)
    join(workshop_server, workshop.join_code, "Maria", word=WORD)
    join(workshop_server, workshop.join_code, "Juma")
    for name, word in (("Maria", OTHER), ("Maria", ""), ("Juma", WORD), ("Juma", "")):
        with pytest.raises(WorkshopProblem, match="already joined"):
            join(workshop_server, workshop.join_code, name, word=word)
    joined = [
        join(workshop_server, workshop.join_code, "Ana", word=WORD),  # another name is another person
        join(workshop_server, other.join_code, "Maria", word=WORD),
    ]
    assert [p.name for p in participants_of(workshop_server, workshop.id)] == ["Ana", "Juma", "Maria"]
    assert [p.name for p in participants_of(workshop_server, other.id)] == ["Maria"]
    assert joined[0].id != joined[1].id


def test_a_seat_that_moved_is_not_taken_back_by_its_old_form(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    maria = join(workshop_server, workshop.join_code, "Maria", word=WORD)
    rejoin(workshop_server, maria.rejoin_code)
    with pytest.raises(WorkshopProblem, match="already joined"):
        join(workshop_server, workshop.join_code, "Maria", word=WORD)


def test_one_form_twice_at_the_same_moment_is_one_seat_that_is_kept(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)

    def try_to_join(_click: int) -> tuple[str, bool]:
        found = join(workshop_server, workshop.join_code, "Ana", word=WORD)
        with workshop_server.database.read() as db:
            kept = db.scalar(text("SELECT count(*) FROM participant WHERE id = :id"), {"id": found.id})
        return found.id, kept == 1

    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(try_to_join, range(8)))
    assert found == {(participants_of(workshop_server, workshop.id)[0].id, True)}


def test_whoever_has_the_seat_gets_it_again_and_no_other(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    other = open_sample(workshop_server)
    assert join(workshop_server, workshop.join_code, " ANA", seat=ana).id == ana.participant.id
    with pytest.raises(WorkshopProblem, match="already joined"):
        join(workshop_server, workshop.join_code, "Ben", seat=ana)
    assert join(workshop_server, other.join_code, "Ana", seat=ana).workshop_id == other.id
    assert join(workshop_server, workshop.join_code, "Cleo", seat=ana).name == "Cleo"
    set_open(workshop_server, workshop.id, False)
    assert join(workshop_server, workshop.join_code, "Ana", seat=ana).id == ana.participant.id
    with pytest.raises(WorkshopProblem, match="closed"):
        join(workshop_server, workshop.join_code, "Dan", seat=ana)


def test_a_whole_room_joins_at_once(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    names = [f"Person {n:02}" for n in range(40)]
    with ThreadPoolExecutor(40) as pool:
        list(pool.map(lambda name: join(workshop_server, workshop.join_code, name), names))
    people = participants_of(workshop_server, workshop.id)
    assert [p.name for p in people] == names
    assert len({p.rejoin_code for p in people}) == 40


def test_rejoining_moves_the_seat(workshop_server: Server) -> None:
    _workshop, ana, ben = room(workshop_server)
    moved = rejoin(workshop_server, ana.participant.rejoin_code.lower())
    assert (moved.id, moved.seat_version) == (ana.participant.id, 2)
    seat = seat_of(workshop_server, ana.participant.id)
    assert seat.participant.seat_version == 2 and seat.group.id == ana.group.id
    assert seat_of(workshop_server, ben.participant.id).participant.seat_version == 1


def test_two_laptops_that_rejoin_at_once_do_not_share_the_seat(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    with ThreadPoolExecutor(8) as pool:
        moved = pool.map(lambda _n: rejoin(workshop_server, ana.participant.rejoin_code), range(8))
    assert sorted(p.seat_version for p in moved) == list(range(2, 10))


def test_a_closed_workshop_can_still_be_looked_at(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    set_open(workshop_server, workshop.id, False)
    assert rejoin(workshop_server, ana.participant.rejoin_code).id == ana.participant.id
    assert not seat_of(workshop_server, ana.participant.id).workshop.is_open
