"""What a person is told when an address is not there, or when the server fails: never a traceback."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from engine.language import _
from engine.routes.pages import told
from engine.routes.same_origin import ADDED

log = logging.getLogger(__name__)


def exception_handlers() -> Mapping[Any, Callable[[Request, Exception], Any]]:
    return {HTTPException: not_there, Exception: _failed}


async def only_a_form(request: Request) -> Response:
    """Refuse to open an address that only takes a form, such as `/leave`; Streamlit would draw a page there."""
    raise HTTPException(405, headers={"Allow": "POST"})


async def not_there(request: Request, fault: Exception) -> Response:
    """Answer a wrong address, or one that only takes a form: a browser gets a page, a program a few plain words."""
    assert isinstance(fault, HTTPException)
    if "text/html" not in request.headers.get("accept", ""):
        return PlainTextResponse(fault.detail, fault.status_code, headers=fault.headers)
    if fault.status_code == 405:
        title, problem = _("Nothing to see here"), _("This address only takes a form. Go to the start.")
    else:
        title, problem = _("There is no such page"), _("Check the address, or go to the start.")
    response = told(fault.status_code, title, problem)
    response.headers.update(fault.headers or {})
    return response


async def _failed(request: Request, fault: Exception) -> Response:
    """Answer when the server failed. The web server itself writes the traceback into the terminal."""
    log.error("%s %s failed: %s", request.method, request.url.path, type(fault).__name__)
    problem = _("Something went wrong on the server. What was saved is safe. Try again in a moment.")
    response = told(500, _("That did not work"), problem)
    response.headers.update(ADDED)
    return response
