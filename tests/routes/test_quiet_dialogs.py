"""Streamlit's page is told to open no dialogs about errors, and all else that Streamlit tells it."""

import json

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from streamlit.web.server.starlette.starlette_routes import create_host_config_routes

from engine.routes import middleware
from engine.routes.quiet_dialogs import PATH, QuietDialogs
from tests.routes.asking import Laptop


def test_streamlits_own_settings_stay_and_dialogs_are_off() -> None:
    routes = create_host_config_routes("")
    own = Laptop(Starlette(routes=routes)).get(PATH).json()
    response = Laptop(Starlette(routes=routes, middleware=middleware())).get(PATH)
    assert own["blockErrorDialogs"] is False and response.json() == own | {"blockErrorDialogs": True}
    assert int(response.headers["content-length"]) == len(response.content)
    assert response.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", [PATH, "/_stcore/health"])
def test_what_are_no_settings_passes(path: str) -> None:
    async def say(_request: Request) -> Response:
        return PlainTextResponse("ok", status_code=503)

    app = Starlette(routes=[Route(path, say)], middleware=[Middleware(QuietDialogs)])
    response = Laptop(app).get(path)
    assert (response.status_code, response.text) == (503, "ok")


def test_nobody_else_is_asked_for_plain_bytes() -> None:
    async def told(request: Request) -> Response:
        return JSONResponse({"encoding": request.headers.get("accept-encoding", "")})

    app = Starlette(routes=[Route(PATH, told), Route("/other", told)], middleware=[Middleware(QuietDialogs)])
    assert json.loads(Laptop(app).get(PATH).text) == {"encoding": "", "blockErrorDialogs": True}
    assert Laptop(app).get("/other").json()["encoding"]
