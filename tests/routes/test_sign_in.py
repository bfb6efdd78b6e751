"""Coming in as the facilitator, and the link for the projector's computer."""

import asyncio
import time

import pytest

from engine.access import visitor_of
from engine.access.cookies import SEAT, sealed
from engine.access.keys import forget_password, password_is_set, set_password, setup_word
from engine.routes import sign_in
from engine.routes.sign_in import watch_path
from tests.routes.asking import Laptop
from tests.routes.conftest import PASSWORD, House


@pytest.fixture(autouse=True)
def short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in, "PAUSE", 0.01)


def is_facilitator(house: House, laptop: Laptop) -> bool:
    return visitor_of(house.server, dict(laptop.cookies)).is_facilitator


def test_the_one_time_link_leads_to_the_password_and_in(house: House) -> None:
    laptop, word = house.laptop(), setup_word(house.server)
    assert f'value="{word}"' in laptop.get("/setup", word=word).text
    done = laptop.post("/setup", word=word, password=PASSWORD)
    assert (done.status_code, done.headers["location"]) == (303, "/")
    cookie = done.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Path=/;" in cookie
    assert PASSWORD not in cookie and is_facilitator(house, laptop)


def test_the_link_is_void_once_it_was_used(house: House) -> None:
    word = setup_word(house.server)
    house.laptop().post("/setup", word=word, password=PASSWORD)
    thief = house.laptop()
    shown = thief.get("/setup", word=word)
    assert (shown.status_code, shown.headers["location"]) == (303, "/sign-in")
    again = thief.post("/setup", word=word, password="something else")
    assert again.status_code == 400 and "used already" in again.text
    assert not thief.cookies


def test_a_password_that_is_too_short_keeps_the_link(house: House) -> None:
    laptop, word = house.laptop(), setup_word(house.server)
    page = laptop.post("/setup", word=word, password="short")
    assert page.status_code == 400 and "8 to 200" in page.text and f'value="{word}"' in page.text
    assert "short" not in page.text.replace("A short sentence", "")
    assert laptop.post("/setup", word=word, password=PASSWORD).status_code == 303


def test_no_link_no_password(house: House) -> None:
    setup_word(house.server)
    for form in ({}, {"word": ""}, {"password": PASSWORD}, {"word": "x" * 500, "password": PASSWORD}):
        page = house.laptop().post("/setup", **form)
        assert page.status_code == 400 and len(page.text) < 20_000
    assert not password_is_set(house.server)


def test_before_there_is_a_password_the_sign_in_page_says_where_to_set_one(house: House) -> None:
    page = house.laptop().get("/sign-in")
    assert "one-time link" in page.text and "<form" not in page.text
    assert house.laptop().post("/sign-in", password="").status_code == 400


def test_signing_in_and_out(house: House) -> None:
    set_password(house.server, setup_word(house.server), PASSWORD)
    laptop = house.laptop()
    assert "<form" in laptop.get("/sign-in").text
    done = laptop.post("/sign-in", password=PASSWORD)
    assert (done.status_code, done.headers["location"]) == (303, "/")
    assert "HttpOnly" in done.headers["set-cookie"] and is_facilitator(house, laptop)
    out = laptop.post("/sign-out")
    assert (out.status_code, out.headers["location"]) == (303, "/sign-in")
    assert not laptop.cookies and not is_facilitator(house, laptop)


def test_signing_out_keeps_a_seat_in_the_same_browser(house: House) -> None:
    laptop = house.facilitator()
    laptop.cookies.update(house.seated(house.ana).cookies)
    laptop.post("/sign-out")
    assert list(laptop.cookies) == [SEAT]


def test_a_wrong_password_says_so_and_is_not_shown(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    set_password(house.server, setup_word(house.server), PASSWORD)
    monkeypatch.setattr(sign_in, "PAUSE", 0.5)
    laptop, began = house.laptop(), time.monotonic()
    page = laptop.post("/sign-in", password="not the right one")
    assert time.monotonic() - began >= 0.5
    assert page.status_code == 400 and "not the password" in page.text and "not the right one" not in page.text
    assert not laptop.cookies


def test_a_flood_of_wrong_passwords_locks_nobody_out(house: House) -> None:
    set_password(house.server, setup_word(house.server), PASSWORD)
    flood = [house.laptop() for _one in range(6)]

    async def run() -> list[int]:
        tries = [laptop._ask("POST", "/sign-in", content="password=guess") for laptop in flood]
        right = house.laptop()._ask("POST", "/sign-in", content=f"password={PASSWORD.replace(' ', '+')}")
        return [response.status_code for response in await asyncio.gather(*tries, right)]

    assert asyncio.run(run()) == [400] * 6 + [303]


def test_a_forgotten_password_signs_out_and_opens_a_new_link(house: House) -> None:
    laptop = house.facilitator()
    word = forget_password(house.server)
    assert not is_facilitator(house, laptop)
    assert laptop.post("/sign-in", password=PASSWORD).status_code == 400
    assert laptop.post("/setup", word=word, password="another good one").status_code == 303
    assert is_facilitator(house, laptop)


def test_the_projector_link_shows_one_workshop_and_makes_nobody_a_facilitator(house: House) -> None:
    laptop = house.laptop()
    opened = laptop.ask("GET", watch_path(house.server, house.workshop.id))
    assert (opened.status_code, opened.headers["location"]) == (303, "/")
    visitor = visitor_of(house.server, dict(laptop.cookies))
    assert visitor.watches == house.workshop.id and not visitor.is_facilitator and not visitor.seat


def test_a_projector_link_that_was_changed_opens_nothing(house: House) -> None:
    good = watch_path(house.server, house.workshop.id)
    seat_key = sealed(house.server, SEAT, house.workshop.id)
    gone = watch_path(house.server, "no-such-workshop")
    for path in (good[:-3], f"{good}x", good.replace("key=", "key=%01"), "/watch", f"/watch?key={seat_key}", gone):
        laptop = house.laptop()
        page = laptop.ask("GET", path)
        assert page.status_code == 404 and "Copy the whole link" in page.text
        assert not laptop.cookies
