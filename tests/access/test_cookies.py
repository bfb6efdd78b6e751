"""Cookies: what the server sealed, and nothing else, can be opened."""

from pathlib import Path

from engine.access.cookies import FACILITATOR, NAMES, SEAT, SETTINGS, WATCH, opened, sealed
from engine.server import Server
from engine.store import Database
from tests.sample_content import sample_library

GARBAGE = [
    "", ".", "..", "a.b", "null", "[1, 2]", '["x", 1].', "\x00", "é.ü", "\ud800.x", "😀", "%00", "x" * 100_000,
    ".eJwrSS0uAQAEXQHB.sig", "a" * 27, "." * 50,
]  # fmt: skip


def test_what_was_sealed_comes_back(workshop_server: Server) -> None:
    for value in (["participant", 3], "workshop", "", [], {"a": 1}, "é😀", 0):
        assert opened(workshop_server, SEAT, {SEAT: sealed(workshop_server, SEAT, value)}) == value


def test_a_cookie_that_is_not_there_is_none(workshop_server: Server) -> None:
    assert opened(workshop_server, SEAT, {}) is None
    assert opened(workshop_server, SEAT, {WATCH: sealed(workshop_server, WATCH, "x")}) is None


def test_garbage_is_none(workshop_server: Server) -> None:
    for text in GARBAGE:
        assert [opened(workshop_server, name, {name: text}) for name in NAMES] == [None] * 3


def test_no_letter_can_be_changed(workshop_server: Server) -> None:
    text = sealed(workshop_server, SEAT, ["participant", 1])
    for place in range(len(text) - 1):  # of the very last letter some bits count for nothing
        changed = text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]
        assert opened(workshop_server, SEAT, {SEAT: changed}) is None
    assert opened(workshop_server, SEAT, {SEAT: text[:-2]}) is None


def test_a_cookie_of_one_kind_is_none_of_another(workshop_server: Server) -> None:
    text = sealed(workshop_server, WATCH, "workshop")
    assert opened(workshop_server, WATCH, {WATCH: text}) == "workshop"
    assert opened(workshop_server, SEAT, {SEAT: text}) is None
    assert opened(workshop_server, FACILITATOR, {FACILITATOR: text}) is None


def test_a_cookie_of_another_server_is_none(workshop_server: Server, tmp_path: Path) -> None:
    other = Server(Database(f"sqlite:///{tmp_path / 'other.db'}"), sample_library())
    assert opened(workshop_server, SEAT, {SEAT: sealed(other, SEAT, ["x", 1])}) is None
    other.stop()


def test_a_cookie_outlives_a_restart(workshop_server: Server, database_url: str) -> None:
    text = sealed(workshop_server, SEAT, ["x", 1])
    again = Server(Database(database_url), sample_library())
    assert opened(again, SEAT, {SEAT: text}) == ["x", 1]
    again.stop()


def test_no_script_reads_a_cookie_and_no_other_site_sends_it() -> None:
    assert SETTINGS["httponly"] is True and SETTINGS["samesite"] == "lax" and SETTINGS["path"] == "/"
