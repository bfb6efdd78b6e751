"""What a transaction tells: once, after its commit, and nothing when it is undone."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from engine.store import Database, Setting
from engine.store.news import News, tell
from engine.store.settings import setting
from engine.store.tables import WorkshopGroup


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    found = Database(database_url)
    yield found
    found.close()


@pytest.fixture
def news(database: Database) -> list[tuple[str, ...]]:
    """Fills with the topics of each transaction that told some."""
    found: list[tuple[str, ...]] = []
    database.on_news = lambda news: found.append(tuple(news))
    return found


def put(database: Database, name: str) -> None:
    with database.write() as db:
        tell(db, name)
        db.add(Setting(name=name, value=""))


def test_a_topic_is_told_once_however_often_it_changed(database: Database, news: list) -> None:
    with database.write() as db:
        tell(db, "room", "people")
        tell(db, "progress", "room")
        tell(db)
        assert news == []
    with database.write() as db:
        db.add(Setting(name="quiet", value=""))
    assert news == [("room", "people", "progress")]


def test_who_returns_in_the_middle_of_an_act_tells_too(database: Database, news: list) -> None:
    def act() -> str:
        with database.write() as db:
            tell(db, "room")
            return "done"

    assert act() == "done" and news == [("room",)]


def test_whoever_hears_can_read(database: Database) -> None:
    def read(news: News) -> None:
        with database.read() as db:
            seen.extend(setting(db, name) for name in news)

    seen: list[str | None] = []
    database.on_news = read
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: put(database, f"act {n}"), range(40)))
    assert seen == [""] * 40


def test_acts_that_share_a_commit_tell_each_their_own_and_those_that_fail_nothing(
    database: Database, news: list
) -> None:
    def half(database: Database, name: str) -> None:
        with pytest.raises(IntegrityError), database.write() as db:
            tell(db, name)
            db.add(Setting(name=name, value=""))
            db.flush()
            db.add(WorkshopGroup(id=name, workshop_id="none", number=1, name="Points to nothing"))

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(lambda n: (half if n % 3 == 0 else put)(database, str(n)), range(60)))
    assert sorted(news) == sorted((str(n),) for n in range(60) if n % 3)


def test_when_the_commit_fails_nobody_is_told(database: Database, news: list) -> None:
    def full(_connection) -> None:
        raise OSError("no space left on device")

    event.listen(database.engine, "commit", full)
    with pytest.raises(Exception, match=r"committed|space"):
        put(database, "lost")
    event.remove(database.engine, "commit", full)
    put(database, "kept")
    assert news == [("kept",)]


def test_what_changed_is_told_unless_somebody_only_says_that_something_did(database: Database) -> None:
    found: list[dict] = []
    database.on_news = lambda news: found.append(dict(news))
    with database.write() as db:
        tell(db, "sheet", "plenary", change='{"value": 1}')
        tell(db, "sheet", change='{"value": 2}')
        tell(db, "plenary")
        tell(db, "plenary", change='{"value": 2}')
    assert found == [{"sheet": ['{"value": 1}', '{"value": 2}'], "plenary": None}]
