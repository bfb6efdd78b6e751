"""Saves text boxes while somebody types; neither a rerun nor a connection of Streamlit's is needed."""

from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from engine.access import visitor_of
from engine.language import _
from engine.routes.typed import read_sent, replied, saved
from engine.server import running
from engine.store import Place
from engine.workshop import Outcome, WorkshopProblem, save_answer


@dataclass(frozen=True)
class PostedAnswer:
    """What a text box sends."""

    group: str
    activity: str
    sheet: str
    field: str
    value: Any
    base: int


async def save(request: Request) -> Response:
    """Save one answer. The reply has the revision and the database's time, or says what to do."""

    async def act() -> Response:
        sent = await read_sent(request, PostedAnswer)
        if sent.base < 0:
            raise WorkshopProblem(_("The page sent something that the server does not know. Reload the page."))
        return saved(await run_in_threadpool(_save, request, sent))

    return await replied(act)


def _save(request: Request, sent: PostedAnswer) -> Outcome:
    server = running()
    seat = visitor_of(server, request.cookies).seat
    if seat is None:
        raise WorkshopProblem(_("This browser has no seat any more. Your text is kept here: rejoin, and it is saved."))
    place = Place(seat.workshop.id, sent.activity, sent.group, sent.sheet)
    return save_answer(server, seat, place, sent.field, sent.value, sent.base)
