"""A wrong address and a server that fails: a plain page that says what to do, and nothing of the inside."""

import asyncio

import httpx
import pytest
from sqlalchemy import text

from engine.routes.same_origin import ADDED
from tests.routes.asking import ORIGIN
from tests.routes.conftest import House


@pytest.mark.parametrize(
    "path", ["/nowhere", "/media-files/none.svg", "/media-files/", "/join/x", "/media-files/%2e%2e/app.py"]
)
def test_a_wrong_address_leads_back_to_the_start(house: House, path: str) -> None:
    page = house.laptop().get(path)
    assert page.status_code == 404 and page.headers["content-type"].startswith("text/html")
    assert "There is no such page" in page.text and 'href="/"' in page.text


def test_an_address_that_only_takes_a_form_says_so(house: House) -> None:
    laptop = house.laptop()
    for path, takes in (("/leave", "POST"), ("/sign-out", "POST"), ("/hand-in", "POST")):
        page = laptop.get(path)
        assert page.status_code == 405 and page.headers["allow"] == takes
        assert "only takes a form" in page.text and 'href="/"' in page.text


def test_a_program_that_asks_gets_a_bare_word(house: House) -> None:
    for path, status, said in (("/nowhere", 404, "Not Found"), ("/hand-in", 405, "Method Not Allowed")):
        response = house.laptop().ask("GET", path)
        assert (response.status_code, response.text) == (status, said)


def test_when_the_server_fails_the_person_sees_a_page_and_no_traceback(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    laptop = house.seated(house.ana)
    with house.server.database.write() as db:
        db.execute(text("ALTER TABLE participant RENAME TO participant_gone"))
    page = laptop.get("/join")
    assert page.status_code == 500 and "What was saved is safe" in page.text
    assert not any(word in page.text.lower() for word in ("participant", "traceback", "sql", ".py", "error"))
    assert {name: page.headers.get(name) for name in ADDED} == ADDED
    assert "GET /join failed" in caplog.text
    assert laptop.get("/rejoin").status_code == 200


def test_the_web_server_hears_of_a_failure_too_and_logs_it(house: House) -> None:
    with house.server.database.write() as db:
        db.execute(text("ALTER TABLE participant RENAME TO participant_gone"))
    laptop = house.seated(house.ana)

    async def ask() -> None:
        transport = httpx.ASGITransport(house.app)
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, cookies=laptop.cookies) as client:
            await client.get("/join")

    with pytest.raises(Exception, match="participant"):
        asyncio.run(ask())
