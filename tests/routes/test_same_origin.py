"""Nothing comes in that another site sends, and every response says what a page may load."""

import asyncio
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from engine.routes.same_origin import ADDED, SameOrigin
from engine.workshop import participants_of
from tests.routes.asking import FORM, HOST, ORIGIN
from tests.routes.conftest import House

OTHERS = [
    "http://evil.test",
    "http://evil.test:8501",
    "http://workshop.test",
    "http://workshop.test:8502",
    "http://workshop.test:8501.evil.test",
    "http://evil.test/workshop.test:8501",
    "http://workshop.test:8501@evil.test",
    "https://sub.workshop.test:8501",
    "null",
    "",
    "file://",
    "http://[",
    "http://[::1",
    "workshop.test:8501",
    "\xff",
]


def test_a_post_of_another_site_is_refused_and_does_nothing(house: House) -> None:
    laptop = house.seated(house.ana)
    form = f"code={house.workshop.join_code}&name=Eve"
    for origin in OTHERS:
        for path in ("/join", "/rejoin", "/leave", "/setup", "/sign-in", "/sign-out", "/answers", "/", "/nowhere"):
            headers = FORM | {"origin": origin.encode("latin-1")}
            response = laptop.ask("POST", path, content=form, headers=headers)
            assert response.status_code == 403 and "set-cookie" not in response.headers, (origin, path)
            assert "by its own address" in response.text
    assert len(participants_of(house.server, house.workshop.id)) == 2


def test_other_methods_of_another_site_are_refused_too(house: House) -> None:
    for method in ("PUT", "DELETE", "PATCH", "post", "ODD"):
        response = house.laptop().ask(method, "/answers", headers={"origin": "http://evil.test"})
        assert response.status_code == 403


def test_our_own_pages_and_programs_without_a_page_may_post(house: House) -> None:
    for number, origin in enumerate([ORIGIN, f"https://{HOST}", None]):
        headers = {"origin": origin} if origin else {}
        form = f"code={house.workshop.join_code}&name=Person+{number}"
        assert house.laptop().ask("POST", "/join", content=form, headers=headers).status_code == 303


@pytest.mark.parametrize("host", ["localhost:8501", "192.168.1.7:8501", "[fe80::1]:8501", "seminar.example"])
def test_every_address_of_the_server_is_its_own(house: House, host: str) -> None:
    form = f"code={house.workshop.join_code}&name=Cleo"
    good = house.laptop().ask("POST", "/join", content=form, headers={"host": host, "origin": f"http://{host}"})
    bad = house.laptop().ask("POST", "/join", content=form, headers={"host": host, "origin": ORIGIN})
    assert (good.status_code, bad.status_code) == (303, 403)


def test_a_page_of_no_site_does_not_fit_a_server_of_no_name(house: House) -> None:
    for origin in ("null", "file://"):
        response = house.laptop().ask("POST", "/leave", headers={"host": "", "origin": origin})
        assert response.status_code == 403


def test_every_response_says_what_a_page_may_load(house: House) -> None:
    laptop = house.laptop()
    responses = [
        laptop.get("/"),
        laptop.get("/join"),
        laptop.post("/join", code="no"),
        laptop.post("/join", code=house.workshop.join_code, name="Cleo"),
        laptop.get("/media-files/logo.svg"),
        laptop.get("/nowhere"),
        laptop.get("/leave"),
        laptop.get("/live"),
        laptop.ask("POST", "/leave", headers={"origin": "null"}),
        laptop.ask("OPTIONS", "/join"),
    ]
    for response in responses:
        assert {name: response.headers.get(name) for name in ADDED} == ADDED, response.url
        assert "access-control-allow-origin" not in response.headers
    for rule in ("default-src 'self'", "frame-ancestors 'self'", "form-action 'self'", "object-src 'none'"):
        assert rule in ADDED["Content-Security-Policy"]


def test_data_for_our_scripts_is_never_taken_for_a_page(house: House) -> None:
    for response in (house.laptop().send(b"nothing"), house.laptop().ask("GET", "/answers")):
        assert response.headers["x-content-type-options"] == "nosniff"
        assert "content-security-policy" not in response.headers


def test_a_header_of_the_app_s_own_stays() -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"referrer-policy", b"no-referrer")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    sent = asyncio.run(passed(app, {"type": "http", "method": "GET", "path": "/x", "headers": []}))
    found = dict(sent[0]["headers"])
    assert found[b"referrer-policy"] == b"no-referrer" and b"content-security-policy" in found


def test_a_stranger_at_the_door_is_led_to_the_join_page(house: House) -> None:
    response = house.laptop().get("/")
    assert (response.status_code, response.headers["location"]) == (303, "/join")
    for laptop in (house.seated(house.ana), house.facilitator(), house.watcher()):
        assert laptop.get("/").status_code == 404  # passed on; the page itself is Streamlit's
    strange = house.laptop()
    strange.cookies.set("other", "seat", domain="workshop.test")
    assert strange.get("/").status_code == 303


def test_the_line_of_another_site_is_refused() -> None:
    asked: list[Scope] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        asked.append(scope)

    def line(origin: bytes | None) -> list[dict[str, Any]]:
        headers = [(b"host", HOST.encode()), *([(b"origin", origin)] if origin is not None else [])]
        return asyncio.run(passed(app, {"type": "websocket", "path": "/_stcore/stream", "headers": headers}))

    for origin in OTHERS:
        assert line(origin.encode("latin-1")) == [{"type": "websocket.close", "code": 1008}], origin
    assert asked == []
    assert line(ORIGIN.encode()) == line(None) == []
    assert len(asked) == 2


async def passed(app: Any, scope: Scope) -> list[dict[str, Any]]:
    """What is sent when the guard stands before an app."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        sent.append(message)

    await SameOrigin(app)(scope, receive, send)
    return sent
