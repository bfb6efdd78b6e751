"""Reads what a page sends while somebody types or presses a key: JSON of a few texts and numbers, from anybody."""

import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import fields
from typing import Any, NewType, TypeVar

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from engine.fields import AnswerProblem
from engine.language import _
from engine.store.texts import can_be_kept
from engine.workshop import Outcome, WorkshopProblem

BODY_LIMIT = 2_000_000
"""In bytes. Longer than any field takes, so that a paste that is too long gets a clear message of its own."""
LARGEST = 2**53
"""The first whole number that a browser cannot tell from the next one."""
log = logging.getLogger(__name__)
T = TypeVar("T")
Prose = NewType("Prose", str)
"""A text that somebody wrote; whoever saves it cleans it. A bare `str` is an id."""


async def read_sent(request: Request, kind: type[T]) -> T:
    """Read a request into a dataclass whose fields are ids, prose, whole numbers, yes or no, or `Any`.

    Raises:
        WorkshopProblem: it is something else, or far too long.
    """
    return as_sent(await read_json(request), kind)


async def read_json(request: Request) -> Any:
    """Read the JSON of a request.

    Raises:
        WorkshopProblem: it is none, or far too long.
    """
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > BODY_LIMIT:
            raise WorkshopProblem(_("This text is far too long to save. Shorten it."))
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise unknown() from None


def as_sent(data: Any, kind: type[T]) -> T:
    """JSON as a dataclass, see `read_sent`.

    Raises:
        WorkshopProblem: it is something else.
    """
    if not isinstance(data, dict):
        raise unknown()
    try:
        sent = kind(**data)
    except TypeError:
        raise unknown() from None
    if not all(_fits(getattr(sent, field.name), field.type) for field in fields(kind)):  # type: ignore[arg-type]
        raise unknown()
    return sent


def unknown() -> WorkshopProblem:
    """For what no page of this version sends."""
    return WorkshopProblem(_("The page sent something that the server does not know. Reload the page."))


def _fits(value: Any, kind: Any) -> bool:
    if kind is int:
        return type(value) is int and -LARGEST < value < LARGEST  # to Python, True is an int too
    if kind is bool:
        return isinstance(value, bool)
    if kind is Any:
        return True
    return isinstance(value, str) and (kind is Prose or can_be_kept(value))


async def replied(act: Callable[[], Awaitable[Response]]) -> Response:
    """The response of an act. A problem is told to the person; after a fault of the server the page tries again."""
    try:
        return await act()
    except (WorkshopProblem, AnswerProblem) as problem:
        return JSONResponse({"problem": str(problem)}, status_code=409)
    except ClientDisconnect:
        return Response(status_code=400)  # half a text came; its page sends it again
    except Exception as fault:
        return JSONResponse(failed(fault), status_code=503)


def failed(fault: BaseException) -> dict[str, Any]:
    """The reply after a fault of the server, which is logged. The page tries again."""
    log.error("what was sent could not be saved", exc_info=fault)
    said = _("The server could not save this. Your text is still here; it will try again.")
    return {"problem": said, "retry": True}


def saved(outcome: Outcome) -> Response:
    """The reply to a text box: what the field holds, its revision, and when it was saved."""
    when = outcome.saved.saved_at
    return JSONResponse(
        {
            "value": outcome.saved.value,
            "revision": outcome.saved.revision,
            "mine": outcome.mine,
            "saved_at": when.isoformat() if when else "",
        }
    )
