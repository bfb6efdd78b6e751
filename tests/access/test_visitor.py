"""Who is at a screen, by their cookies, and what they may hear."""

from engine.access import Visitor, visitor_of
from engine.access.cookies import FACILITATOR, SEAT, WATCH, sealed
from engine.access.keys import forget_password, password_mark, set_password, setup_word
from engine.live import topics
from engine.server import Server
from engine.workshop import Seat, form_groups, groups_of, place, rejoin, set_open
from tests.sample_content import CASES, open_sample, room, seated

MALFORMED = ["", ":", "::", "sheet", "sheet:", "sheet::", "sheet::x", "room", "room:", "people", "x", "\x00"]


def seat_cookie(server: Server, seat: Seat) -> dict[str, str]:
    kept = [seat.participant.id, seat.participant.seat_version]
    return {SEAT: sealed(server, SEAT, kept)}


def facilitator_cookie(server: Server) -> dict[str, str]:
    set_password(server, setup_word(server), "a calm green field")
    return {FACILITATOR: sealed(server, FACILITATOR, password_mark(server))}


def of_the_group(seat: Seat) -> list[str]:
    """What there is to hear of what one group does."""
    assert seat.group
    where = (seat.workshop.id, seat.group.id)
    return [topics.sheet(*where, CASES), topics.lock(*where), topics.guess(*where)]


def test_a_stranger_is_nobody(workshop_server: Server) -> None:
    assert visitor_of(workshop_server, {}) == Visitor()


def test_a_seat_is_the_database_s_of_now(workshop_server: Server) -> None:
    workshop, ana, ben = room(workshop_server)
    cookies = seat_cookie(workshop_server, ana)
    assert ben.group
    place(workshop_server, ana.participant.id, ben.group.id)
    set_open(workshop_server, workshop.id, False)
    visitor = visitor_of(workshop_server, cookies)
    assert visitor.seat and visitor.seat.group and visitor.seat.group.id == ben.group.id
    assert not visitor.seat.workshop.is_open
    assert (visitor.is_facilitator, visitor.has_lost_seat, visitor.watches) == (False, False, None)


def test_a_seat_that_moved_is_lost_on_the_old_laptop(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    cookies = seat_cookie(workshop_server, ana)
    moved = rejoin(workshop_server, ana.participant.rejoin_code)
    old = visitor_of(workshop_server, cookies)
    assert old.seat is None and old.has_lost_seat
    new = visitor_of(workshop_server, {SEAT: sealed(workshop_server, SEAT, [moved.id, moved.seat_version])})
    assert new.seat and new.seat.participant.name == "Ana" and not new.has_lost_seat


def test_a_cookie_without_a_seat_behind_it_is_a_lost_seat(workshop_server: Server) -> None:
    for kept in (["nobody", 1], ["nobody"], [], "nobody", None, 5, {"a": 1}, ["a", 2, 3], ["", ""]):
        visitor = visitor_of(workshop_server, {SEAT: sealed(workshop_server, SEAT, kept)})
        assert visitor == Visitor(has_lost_seat=True)


def test_tampered_cookies_make_nobody(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    cookies = seat_cookie(workshop_server, ana) | facilitator_cookie(workshop_server)
    cookies = {name: f"{text}x" for name, text in cookies.items()}
    assert visitor_of(workshop_server, cookies) == Visitor(has_lost_seat=True)


def test_a_facilitator_who_tries_a_seat_is_both(workshop_server: Server) -> None:
    _workshop, ana, ben = room(workshop_server)
    cookies = seat_cookie(workshop_server, ana) | facilitator_cookie(workshop_server)
    visitor = visitor_of(workshop_server, cookies)
    assert visitor.is_facilitator and visitor.seat and visitor.seat.participant.id == ana.participant.id
    assert all(map(visitor.may_hear, of_the_group(ben)))


def test_a_forgotten_password_signs_every_browser_out(workshop_server: Server) -> None:
    cookies = facilitator_cookie(workshop_server)
    assert visitor_of(workshop_server, cookies).is_facilitator
    forget_password(workshop_server)
    assert not visitor_of(workshop_server, cookies).is_facilitator
    set_password(workshop_server, setup_word(workshop_server), "a calm green field")
    assert not visitor_of(workshop_server, cookies).is_facilitator


def test_an_empty_mark_is_no_facilitator_while_no_password_is_set(workshop_server: Server) -> None:
    for mark in ("", None, [], True, 0):
        cookies = {FACILITATOR: sealed(workshop_server, FACILITATOR, mark)}
        assert not visitor_of(workshop_server, cookies).is_facilitator


def test_a_watcher_sees_one_workshop_and_no_seat(workshop_server: Server) -> None:
    visitor = visitor_of(workshop_server, {WATCH: sealed(workshop_server, WATCH, "some-workshop")})
    assert visitor == Visitor(watches="some-workshop")
    for wrong in ([], None, 5, ["some-workshop"]):
        assert visitor_of(workshop_server, {WATCH: sealed(workshop_server, WATCH, wrong)}).watches is None


def test_who_may_hear_what(workshop_server: Server) -> None:
    workshop, ana, ben = room(workshop_server)
    other = open_sample(workshop_server, "Another")
    form_groups(workshop_server, other.id, ["One"])
    cleo = seated(workshop_server, other, "Cleo", groups_of(workshop_server, other.id)[0])
    dan = seated(workshop_server, workshop, "Dan")
    of_the_room = [
        topics.room(workshop.id), topics.people(workshop.id), topics.guesses(workshop.id),
        topics.plenary(workshop.id, CASES), f"room:{workshop.id}:x:y",
    ]  # fmt: skip
    everything = [*of_the_room, topics.progress(workshop.id)]
    everything += [topic for seat in (ana, ben) for topic in of_the_group(seat)]
    heard = {
        "a member of the group": (Visitor(seat=ana), [*of_the_room, *of_the_group(ana)]),
        "a member of another group": (Visitor(seat=ben), [*of_the_room, *of_the_group(ben)]),
        "somebody without a group": (Visitor(seat=dan), of_the_room),
        "somebody of another workshop": (Visitor(seat=cleo), []),
        "the projector": (Visitor(watches=workshop.id), of_the_room),
        "the projector of another workshop": (Visitor(watches=other.id), []),
        "somebody who lost the seat": (Visitor(has_lost_seat=True), []),
        "a stranger": (Visitor(), []),
        "the facilitator": (Visitor(is_facilitator=True), everything),
    }
    found = {who: [t for t in everything if visitor.may_hear(t)] for who, (visitor, _) in heard.items()}
    assert found == {who: wanted for who, (_, wanted) in heard.items()}


def test_somebody_with_a_seat_here_and_a_projector_there_hears_both(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    visitor = Visitor(seat=ana, watches="other")
    assert visitor.may_hear(topics.room(workshop.id)) and visitor.may_hear(topics.room("other"))
    assert not visitor.may_hear("sheet:other:some-group:a:b:c")


def test_what_is_no_topic_is_heard_by_no_participant(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    for visitor in (Visitor(seat=ana), Visitor(watches=""), Visitor(watches="w"), Visitor()):
        assert [topic for topic in MALFORMED if visitor.may_hear(topic)] == []


def test_a_sheet_without_a_group_is_nobody_s(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    for topic in (f"sheet:{workshop.id}", f"sheet:{workshop.id}:", f"sheet:{workshop.id}::x"):
        assert not Visitor(seat=ana).may_hear(topic)
        assert not Visitor(watches=workshop.id).may_hear(topic)
