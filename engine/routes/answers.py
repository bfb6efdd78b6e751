"""Where text boxes save while somebody types: no rerun, and no need of Streamlit's line."""

import json
import logging
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from engine.access import visitor_of
from engine.fields import AnswerProblem
from engine.language import _
from engine.server import running
from engine.workshop import Outcome, Seat, WorkshopProblem, save_answer

BODY_LIMIT = 2_000_000
"""Bytes. Longer than any field takes, so that a too long paste gets its own clear message."""
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sent:
    """What a text box sends."""

    group: str
    activity: str
    sheet: str
    field: str
    value: Any
    base: int


async def save(request: Request) -> Response:
    """Save one answer; the reply has the revision and the database's time, or says what to do."""
    try:
        sent = await _read(request)
        outcome = await run_in_threadpool(_save, request, sent)
    except (WorkshopProblem, AnswerProblem) as problem:
        return JSONResponse({"problem": str(problem)}, status_code=409)
    except ClientDisconnect:
        return Response(status_code=400)  # half a text came; its page sends it again
    except Exception:
        log.exception("an answer could not be saved")
        said = _("The server could not save this. Your text is still here; it will try again.")
        return JSONResponse({"problem": said, "retry": True}, status_code=503)
    return JSONResponse(
        {
            "value": outcome.saved.value,
            "revision": outcome.saved.revision,
            "mine": outcome.mine,
            "saved_at": outcome.saved.saved_at.isoformat() if outcome.saved.saved_at else "",
        }
    )


async def _read(request: Request) -> Sent:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > BODY_LIMIT:
            raise WorkshopProblem(_("This text is far too long to save. Shorten it."))
    try:
        data = json.loads(body)
        sent = Sent(**data)
        fits = all(isinstance(getattr(sent, key), str) for key in ("group", "activity", "sheet", "field"))
        fits = fits and type(sent.base) is int and -1 < sent.base < 2**53  # True is no revision
    except (ValueError, TypeError, RecursionError):
        fits = False
    if not fits:
        raise WorkshopProblem(_("The page sent something that the server does not know. Reload the page."))
    return sent


def _save(request: Request, sent: Sent) -> Outcome:
    server = running()
    seat = visitor_of(server, request.cookies).seat
    if seat is None:
        raise WorkshopProblem(_("This browser has no seat any more. Your text is kept here: rejoin, and it is saved."))
    _refuse_other_group(seat, sent.group)
    return save_answer(server, seat, sent.activity, sent.sheet, sent.field, sent.value, sent.base)


def _refuse_other_group(seat: Seat, group_id: str) -> None:
    """Refuse a page that still shows the sheet of another group, since its text would land in this one's."""
    if seat.group is None or seat.group.id != group_id:
        name = seat.group.name if seat.group else _("no group")
        raise WorkshopProblem(
            _("You are in {group} now, and this is the sheet of another group. Reload the page.").format(group=name)
        )
