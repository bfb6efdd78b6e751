"""What the server remembers about itself."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest

from engine.store import Database
from engine.store.settings import put_setting, setting, setting_or_new


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    found = Database(database_url)
    yield found
    found.close()


def test_a_setting_is_written_changed_and_forgotten(database: Database) -> None:
    seen = []
    for value in ("one", "two", None, None, "Ünïcode 🌍\n" * 1000):
        with database.write() as db:
            put_setting(db, "x", value)
        with database.read() as db:
            seen.append(setting(db, "x"))
    assert seen == ["one", "two", None, None, "Ünïcode 🌍\n" * 1000]


def test_settings_do_not_touch_each_other(database: Database) -> None:
    with database.write() as db:
        put_setting(db, "x", "1")
        put_setting(db, "X", "2")
    with database.read() as db:
        assert (setting(db, "x"), setting(db, "X"), setting(db, "y")) == ("1", "2", None)


def test_what_is_made_on_first_use_is_kept(database: Database) -> None:
    numbers = count()
    made = [setting_or_new(database, "key", lambda: f"key {next(numbers)}") for _time in range(3)]
    assert made == ["key 0"] * 3


def test_everybody_who_asks_first_gets_the_same_key(database_url: str) -> None:
    databases = [Database(database_url) for _process in range(3)]
    numbers = count()
    with ThreadPoolExecutor(12) as pool:
        found = pool.map(lambda n: setting_or_new(databases[n % 3], "key", lambda: f"key {next(numbers)}"), range(24))
        assert len(set(found)) == 1
    for database in databases:
        database.close()
