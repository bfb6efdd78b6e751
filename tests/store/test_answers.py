"""Saved answers: appended, never changed, and nothing lost when many write at once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select

from engine.server import Server
from engine.store import Answer, CurrentAnswer, Database, Place, Saved
from engine.store.answers import (
    append,
    append_many,
    hold_group,
    last_of_tab,
    newer_than,
    newest,
    newest_of_all,
    version,
)
from tests.history import history
from tests.sample_content import CAMPAIGN, CASES, FARM, HOTEL, room


@pytest.fixture
def place(workshop_server: Server) -> Place:
    workshop, ana, _ben = room(workshop_server)
    return Place(workshop.id, CASES, ana.group.id, FARM)


@pytest.fixture
def database(workshop_server: Server) -> Iterator[Database]:
    return workshop_server.database


def save(database: Database, place: Place, field: str, value: object, **more: object) -> Saved:
    with database.write() as db:
        return append(db, place, field, value, **more)


def now(database: Database, place: Place, under: str = "") -> dict[str, object]:
    with database.read() as db:
        return {path: saved.value for path, saved in newest(db, place, under).items()}


def test_the_newest_counts_and_all_the_rest_is_history(database: Database, place: Place) -> None:
    for value in ("one", "two", "one"):
        save(database, place, "reasons", value)
    with database.read() as db:
        rows = history(db, place, "reasons")
        assert [row.value for row in rows] == ["one", "two", "one"]
        assert [row.revision for row in rows] == sorted({row.revision for row in rows})
        assert newest(db, place) == {"reasons": rows[-1]}
        assert newest(db, Place(place.workshop_id, CASES, place.group_id, HOTEL)) == {}
        assert history(db, place, "verdict") == []


def test_an_answer_knows_its_author_and_its_time(database: Database, workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    place = Place(workshop.id, CASES, ana.group.id, FARM)
    saved = save(database, place, "reasons", "x", author=ana.participant)
    assert saved.author == "Ana" and saved.revision > 0
    assert saved.saved_at.tzinfo is not None
    assert abs(saved.saved_at - datetime.now(UTC)) < timedelta(minutes=1)
    with database.read() as db:
        assert newest(db, place)["reasons"] == saved
    assert save(database, place, "reasons", "y").author == ""


def test_fields_come_in_the_order_in_which_they_were_first_filled_in(database: Database, place: Place) -> None:
    for field in ("steps/r2", "verdict", "steps/r1", "steps/r2", "verdict"):
        save(database, place, field, True)
    assert list(now(database, place)) == ["steps/r2", "verdict", "steps/r1"]


VALUES = [
    None, True, False, 0, "", " ", [], [3, 1], {"a": [None]}, "Ünïcode", "شهادة", "👩‍👩‍👧 and 🏳️‍🌈", "a\nb\tc",
    "'; DROP TABLE answer; --", "<script>alert(1)</script>", "\\u0041 \\ \"", "x" * 20_000, "🌍" * 20_000,
]  # fmt: skip


def test_values_come_back_as_they_were(database: Database, place: Place) -> None:
    for number, value in enumerate(VALUES):
        saved = save(database, place, f"steps/r{number}", value)
        assert saved.value == value and type(saved.value) is type(value)
    assert list(now(database, place).values()) == VALUES


def test_a_value_taken_back_is_an_answer_of_its_own(database: Database, place: Place) -> None:
    save(database, place, "verdict", "forced")
    save(database, place, "verdict", None)
    assert now(database, place) == {"verdict": None}
    with database.read() as db:
        assert db.scalar(select(func.count()).select_from(Answer).where(Answer.value.is_(None))) == 0


PATHS = ["steps", "steps/ab1", "steps/ab1/what", "steps/AB1", "steps/AB1/what", "steps/ab12/what",
         "steps_x/ab1", "stepsXx/a", "%/a", "s%/b", "\\/a", "steps/a_1/what", "steps/ax1/what"]  # fmt: skip


@pytest.mark.parametrize("under", ["steps", "steps/ab1", "steps/AB1", "steps_x", "%", "s%", "_", "\\", "steps/a_1"])
def test_reading_a_part_gives_that_part_and_no_other(database: Database, place: Place, under: str) -> None:
    for path in PATHS:
        save(database, place, path, path)
    expected = [path for path in PATHS if path == under or path.startswith(f"{under}/")]
    assert list(now(database, place, under)) == expected


def test_all_groups_are_read_at_once_and_kept_apart(database: Database, workshop_server: Server) -> None:
    (workshop, ana, ben), (_other, eve, _fay) = room(workshop_server), room(workshop_server)
    for seat, sheet, value in ((ana, FARM, "a"), (ana, HOTEL, "b"), (ben, FARM, "c"), (eve, FARM, "d")):
        for text in ("old", value):
            save(database, Place(seat.workshop.id, CASES, seat.group.id, sheet), "reasons", text)
    with database.read() as db:
        found = newest_of_all(db, workshop.id, CASES)
        only_farm = newest_of_all(db, workshop.id, CASES, FARM)
        assert newest_of_all(db, workshop.id, "no-such-activity") == {}
    values = {key: answers["reasons"].value for key, answers in found.items()}
    assert values == {(ana.group.id, FARM): "a", (ana.group.id, HOTEL): "b", (ben.group.id, FARM): "c"}
    assert only_farm == {key: found[key] for key in found if key[1] == FARM}


def test_many_answers_are_written_in_one_act(database: Database, place: Place) -> None:
    with database.write() as db:
        append_many(db, place, ((f"steps/r{n}", n) for n in range(500)))
    assert now(database, place) == {f"steps/r{n}": n for n in range(500)}


def test_many_writers_at_once_lose_nothing(database: Database, place: Place) -> None:
    barrier = Barrier(12)

    def write(author: int) -> list[int]:
        barrier.wait()
        own = [save(database, place, f"steps/r{author}", n).revision for n in range(15)]
        return own + [save(database, place, "reasons", f"{author}:{n}").revision for n in range(15)]

    with ThreadPoolExecutor(12) as pool:
        revisions = [revision for done in pool.map(write, range(12)) for revision in done]
    assert len(set(revisions)) == 12 * 30
    with database.read() as db:
        for author in range(12):
            assert [row.value for row in history(db, place, f"steps/r{author}")] == list(range(15))
        texts = [row.value for row in history(db, place, "reasons")]
    assert sorted(texts) == sorted(f"{author}:{n}" for author in range(12) for n in range(15))


def test_writers_of_one_group_come_one_after_another(database: Database, place: Place) -> None:
    def count_up(_author: int) -> None:
        for _time in range(10):
            with database.write() as db:
                hold_group(db, place.group_id)
                seen = newest(db, place).get("count", Saved(0))
                append(db, place, "count", seen.value + 1, base=seen.revision)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(count_up, range(8)))
    assert now(database, place) == {"count": 80}


def current_of_the_log(database: Database) -> dict[tuple, tuple]:
    """What fields hold now, worked out from all that was ever saved: place and field -> answer."""
    found: dict[tuple, tuple] = {}
    with database.read() as db:
        for row in db.scalars(select(Answer).order_by(Answer.id)):
            key = (row.workshop_id, row.activity_id, row.group_id, row.sheet, row.field)
            first = found[key][2] if key in found else row.id
            found[key] = (row.value, row.id, first, row.participant_id, row.saved_at)
    return found


def current_rows(database: Database) -> dict[tuple, tuple]:
    with database.read() as db:
        return {
            (row.workshop_id, row.activity_id, row.group_id, row.sheet, row.field): (
                row.value, row.revision, row.first, row.participant_id, row.saved_at
            )
            for row in db.scalars(select(CurrentAnswer))
        }  # fmt: skip


def test_what_a_field_holds_now_is_what_its_history_ends_with(database: Database, workshop_server: Server) -> None:
    workshop, ana, ben = room(workshop_server)
    for seat, sheet in ((ana, FARM), (ben, FARM), (ana, HOTEL)):
        where = Place(workshop.id, CASES, seat.group.id, sheet)
        for field, value in (("reasons", "a"), ("steps/r1", True), ("reasons", None), ("signs/debt/evidence", [1])):
            save(database, where, field, value, author=seat.participant)
        with database.write() as db:
            append_many(db, where, [("reasons", "b"), ("steps/r2", True), ("steps/r2/what", "c")])
    assert len(current_rows(database)) == 3 * 5
    assert current_rows(database) == current_of_the_log(database)


def test_who_writes_at_once_without_waiting_for_the_others_leaves_the_last_answer(
    database: Database, place: Place
) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: save(database, place, "reasons", n), range(60)))
    (now,), (last,) = current_rows(database).values(), current_of_the_log(database).values()
    assert now[:2] == last[:2]


def test_what_a_group_saved_since_a_revision(database: Database, workshop_server: Server) -> None:
    workshop, ana, ben = room(workshop_server)
    farm, hotel = (Place(workshop.id, CASES, ana.group.id, sheet) for sheet in (FARM, HOTEL))
    mark = save(database, farm, "reasons", "old").revision
    save(database, Place(workshop.id, CASES, ben.group.id, FARM), "reasons", "theirs")
    save(database, Place(workshop.id, CAMPAIGN, ana.group.id, "sheet"), "slogan", "another activity")
    save(database, hotel, "verdict", "poor", author=ana.participant, tab="abcdefgh", number=3)
    save(database, farm, "verdict", "poor")
    last = save(database, farm, "verdict", "forced")
    with database.read() as db:
        found = newer_than(db, mark, workshop.id, CASES, ana.group.id)
        assert newer_than(db, last.revision, workshop.id, CASES, ana.group.id) == []
    said = [(sheet, field, saved.value, saved.author, tab) for sheet, field, saved, tab in found]
    assert said == [(HOTEL, "verdict", "poor", "Ana", "abcdefgh"), (FARM, "verdict", "forced", "", "")]
    assert found[-1][2] == last


def test_the_last_answer_of_a_tab_in_a_field(database: Database, place: Place) -> None:
    def last(field: str, tab: str) -> tuple | None:
        with database.read() as db:
            return last_of_tab(db, place, field, tab)

    one, _two, three = (save(database, place, "reasons", n, tab=f"tab{n % 2}", number=10 + n) for n in (1, 2, 3))
    save(database, place, "reasons", "merged", tab="tab1", base=-three.revision)
    other = save(database, replace(place, sheet=HOTEL), "reasons", "there", tab="tab1", number=20)
    save(database, place, "reasons", "of no tab")
    assert last("reasons", "tab1") == (three.revision, 13)
    assert last("verdict", "tab1") is None and last("reasons", "tab9") is None
    with database.read() as db:
        assert [version(db, place, "reasons", n.revision) for n in (one, three, other)] == [1, 3, None]
        assert version(db, place, "verdict", one.revision) is None
