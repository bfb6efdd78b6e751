"""Which texts a database can hold, held against the databases themselves."""

import pytest

from engine.server import Server
from engine.store import Setting
from engine.store.texts import can_be_kept


@pytest.mark.parametrize(
    "text", ["", " ", "a", "é", "\u202e", "👩‍👩‍👧‍👦", "\x01", "\ufffe", "\U0010ffff", "x" * 100_000]
)
def test_what_can_be_kept_comes_back(server: Server, text: str) -> None:
    assert can_be_kept(text)
    with server.database.write() as db:
        db.add(Setting(name="x", value=text))
    with server.database.read() as db:
        assert (found := db.get(Setting, "x")) and found.value == text


@pytest.mark.parametrize("text", ["\0", "a\0b", "\ud800", "a\udfff", "\ud83d"])
def test_a_nul_and_half_a_letter_cannot(text: str) -> None:
    assert not can_be_kept(text)
