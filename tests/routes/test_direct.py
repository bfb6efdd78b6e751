"""Some requests go straight to their route; all others, and what else is done around each, stay as they are."""

import asyncio

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from engine.routes.direct import Direct
from engine.routes.same_origin import ADDED
from tests.routes.asking import Laptop
from tests.routes.conftest import House


async def inside(_request: Request) -> Response:
    return PlainTextResponse("direct")


async def outside(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        await PlainTextResponse("passed on")(scope, receive, send)
    else:
        await send({"type": f"{scope['type']} passed on"})


def test_only_these_addresses_and_methods_are_direct() -> None:
    laptop = Laptop(Direct(outside, [Route("/a", inside, methods=["POST"])]))
    asked = {
        (method, path): laptop.ask(method, path).text for method in ("GET", "POST") for path in ("/a", "/a/", "/b")
    }
    assert {key for key, text in asked.items() if text == "direct"} == {("POST", "/a")}


def test_what_is_no_request_is_passed_on() -> None:
    sent: list[dict] = []

    async def run() -> None:
        async def send(message) -> None:
            sent.append(message)

        for kind in ("lifespan", "websocket"):
            await Direct(outside, [Route("/a", inside)])({"type": kind, "path": "/a"}, None, send)

    asyncio.run(run())
    assert [message["type"] for message in sent] == ["lifespan passed on", "websocket passed on"]


def test_a_direct_response_passes_by_our_own_middleware(house: House) -> None:
    for path in ("/answers", "/live"):
        assert house.laptop().ask("GET", path).headers["x-content-type-options"] == ADDED["X-Content-Type-Options"]
