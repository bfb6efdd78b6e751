"""The password and the one-time link: once, never readable, and void for everybody when forgotten."""

import runpy
from concurrent.futures import ThreadPoolExecutor

import pytest
from argon2 import PasswordHasher, extract_parameters

from engine.access import keys
from engine.access.keys import (
    LONGEST,
    SHORTEST,
    cookie_key,
    forget_password,
    password_fits,
    password_is_set,
    password_mark,
    set_password,
    setup_word,
)
from engine.server import Server
from engine.store.settings import PASSWORD, setting
from engine.workshop import WorkshopProblem

GOOD = "correct horse battery"


def test_the_word_of_the_link_works_once(workshop_server: Server) -> None:
    word = setup_word(workshop_server)
    assert word == setup_word(workshop_server) and len(word) >= 20
    assert not password_is_set(workshop_server)
    set_password(workshop_server, word, GOOD)
    assert password_is_set(workshop_server) and password_fits(workshop_server, GOOD)
    with pytest.raises(WorkshopProblem, match="used already"):
        set_password(workshop_server, word, "another password")
    assert password_fits(workshop_server, GOOD)


def test_of_two_who_use_the_link_at_once_one_sets_the_password(workshop_server: Server) -> None:
    word = setup_word(workshop_server)

    def use(password: str) -> bool:
        try:
            set_password(workshop_server, word, password)
        except WorkshopProblem:
            return False
        return True

    passwords = [f"password number {n}" for n in range(4)]
    with ThreadPoolExecutor(4) as pool:
        worked = list(pool.map(use, passwords))
    assert worked.count(True) == 1
    assert password_fits(workshop_server, passwords[worked.index(True)])


def test_another_word_sets_nothing(workshop_server: Server) -> None:
    setup_word(workshop_server)
    for word in ("", "wrong", "é\ud800\x00", "x" * 10_000):
        with pytest.raises(WorkshopProblem):
            set_password(workshop_server, word, GOOD)
    assert not password_is_set(workshop_server)


def test_without_a_link_no_word_fits_not_even_an_empty_one(workshop_server: Server) -> None:
    with pytest.raises(WorkshopProblem):
        set_password(workshop_server, "", GOOD)


def test_a_password_of_the_wrong_length_is_refused_and_the_link_stays(workshop_server: Server) -> None:
    word = setup_word(workshop_server)
    for length in (0, SHORTEST - 1, LONGEST + 1, 100_000):
        with pytest.raises(WorkshopProblem, match=f"{SHORTEST} to {LONGEST}"):
            set_password(workshop_server, word, "x" * length)
    set_password(workshop_server, word, "x" * SHORTEST)
    assert password_fits(workshop_server, "x" * SHORTEST)


@pytest.mark.parametrize("password", ["x" * LONGEST, " كلمة السر 😀 ", "a\x00b\x00c\x00\ud800' --"])
def test_a_password_is_taken_as_it_is(workshop_server: Server, password: str) -> None:
    set_password(workshop_server, setup_word(workshop_server), password)
    assert password_fits(workshop_server, password)
    for other in (password[:-1], f"{password} ", ""):
        assert not password_fits(workshop_server, other)


def test_keyboards_that_put_accents_together_differently_type_one_password(workshop_server: Server) -> None:
    set_password(workshop_server, setup_word(workshop_server), "café société")
    assert password_fits(workshop_server, "cafe\u0301 socie\u0301te\u0301")


def test_the_database_holds_a_hash_and_not_the_password(workshop_server: Server) -> None:
    set_password(workshop_server, setup_word(workshop_server), GOOD)
    with workshop_server.database.read() as db:
        kept = setting(db, PASSWORD)
    assert kept and kept.startswith("$argon2id$") and GOOD not in kept


def test_a_hash_costs_what_argon2_recommends() -> None:
    program = runpy.run_path(keys.__file__)  # without the cheap hashes of the tests
    assert extract_parameters(program["_hasher"].hash(GOOD)) == extract_parameters(PasswordHasher().hash(GOOD))


def test_without_a_password_none_fits(workshop_server: Server) -> None:
    assert not password_fits(workshop_server, "") and not password_fits(workshop_server, GOOD)
    assert password_mark(workshop_server) == ""


def test_forgetting_the_password_voids_it_and_its_mark_and_older_links(workshop_server: Server) -> None:
    old_word = setup_word(workshop_server)
    assert forget_password(workshop_server) != old_word
    set_password(workshop_server, setup_word(workshop_server), GOOD)
    mark = password_mark(workshop_server)
    word = forget_password(workshop_server)
    assert not password_is_set(workshop_server) and not password_fits(workshop_server, GOOD)
    assert password_mark(workshop_server) == ""
    set_password(workshop_server, word, GOOD)
    assert mark and password_mark(workshop_server) not in ("", mark)


def test_the_key_of_the_cookies_is_made_once(workshop_server: Server) -> None:
    assert cookie_key(workshop_server) == cookie_key(workshop_server)
    assert len(cookie_key(workshop_server)) >= 40
