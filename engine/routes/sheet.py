"""The live sheet: what a browser must know of it, and the script and the looks that draw it."""

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from engine.access import visitor_of
from engine.language import _
from engine.routes.typed import replied
from engine.server import running
from engine.sheet.data import sheet_data
from engine.sheet.scripts import parts
from engine.workshop import Seat, WorkshopProblem

FOR_EVER = "public, max-age=31536000, immutable"
_TYPES = {"js": "text/javascript", "css": "text/css"}


async def give_data(request: Request) -> Response:
    """All that a browser needs to draw the sheets of its group; `activity` says of which activity."""

    def read() -> Response:
        data = sheet_data(running(), _seat(request), request.query_params.get("activity", ""))
        return JSONResponse(data, headers={"Cache-Control": "no-store"})

    async def act() -> Response:
        return await run_in_threadpool(read)

    return await replied(act)


def _seat(request: Request) -> Seat:
    seat = visitor_of(running(), request.cookies).seat
    if seat is None:
        raise WorkshopProblem(_("This browser has no seat any more. Join again, or use your rejoin code."))
    return seat


async def give_part(request: Request) -> Response:
    """The script of the sheet or its looks, which a browser keeps for ever: another text has another address."""
    found, name = parts(), request.path_params["name"]
    if request.path_params["hash"] != found.hash or name not in found.texts:
        raise HTTPException(404)
    media_type = _TYPES[name.rpartition(".")[2]]
    return Response(found.texts[name], media_type=media_type, headers={"Cache-Control": FOR_EVER})
