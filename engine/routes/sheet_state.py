"""What a sheet does beside saving: it asks what changed meanwhile, and hands in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from engine.access import visitor_of
from engine.language import _
from engine.routes.typed import LARGEST, read_sent, replied, unknown
from engine.server import Server, running
from engine.workshop import Seat, WorkshopProblem, hand_in, take_back
from engine.workshop.sheet_state import changes_since, sheet_state
from engine.workshop.state import no_seat, of_another_group


@dataclass(frozen=True)
class PostedHandIn:
    """What the button sends that hands in, or takes back."""

    group: str
    activity: str
    handed_in: bool


async def changed(request: Request) -> Response:
    """What changed on the sheets of the own group since a revision, and whether they take answers."""
    asked = request.query_params
    activity, since = asked.get("activity", ""), asked.get("since", "0")

    def look(server: Server, seat: Seat) -> dict[str, Any]:
        if not since.isdecimal() or int(since) >= LARGEST:
            raise unknown()
        _refuse_other(seat, asked.get("group"))
        return changes_since(server, seat, activity, int(since))

    return await replied(lambda: _answered(request, look))


async def hand_in_or_take_back(request: Request) -> Response:
    """Hand in an activity for the whole group, or take it back; the reply has the state of its sheets."""

    async def act() -> Response:
        sent = await read_sent(request, PostedHandIn)

        def do(server: Server, seat: Seat) -> dict[str, Any]:
            _refuse_other(seat, sent.group)
            (hand_in if sent.handed_in else take_back)(server, seat, sent.activity)
            return {"state": sheet_state(server, seat, sent.activity)}

        return await _answered(request, do)

    return await replied(act)


def _refuse_other(seat: Seat, group_id: str | None) -> None:
    """Refuse a page that was drawn for another group: its sheet is not to be mixed with that of this one."""
    if seat.group and group_id not in (None, seat.group.id):
        raise of_another_group(seat.group.name)


async def _answered(request: Request, act: Callable[[Server, Seat], dict[str, Any]]) -> Response:
    """The reply to somebody with a seat in a group."""

    def do() -> dict[str, Any]:
        seat = visitor_of(running(), request.cookies).seat
        if seat is None:
            raise no_seat()
        if seat.group is None:
            raise WorkshopProblem(_("Choose your group first."))
        return act(running(), seat)

    return JSONResponse(await run_in_threadpool(do), headers={"Cache-Control": "no-store"})
