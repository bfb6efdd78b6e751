"""The plain pages by which participants come in: join, rejoin, leave."""

from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from engine.access import visitor_of
from engine.access.cookies import SEAT, SETTINGS, sealed
from engine.language import _
from engine.routes.pages import page
from engine.server import Server, running
from engine.store import Participant
from engine.workshop import WorkshopProblem, join, rejoin

FORM_LIMIT = 20_000
"""Bytes; no plain form of ours is longer."""


async def form_of(request: Request) -> dict[str, str]:
    """Read a posted form: field -> text. A body that is too long or no form gives an empty one."""
    body = b""
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > FORM_LIMIT:
                return {}
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
    except (ClientDisconnect, ValueError):  # only half of it came, or too many fields
        return {}
    return {name: values[0] for name, values in fields.items()}


async def show_join(request: Request) -> Response:
    """Show the join form; the code of a scanned link is already in it."""
    visitor = await run_in_threadpool(visitor_of, running(), request.cookies)
    lost = _("This browser has no seat any more. Join again, or use your rejoin code.")
    return page(
        "join",
        code=request.query_params.get("code", "")[:20],
        name="",
        seat=visitor.seat,
        problem=lost if visitor.has_lost_seat else "",
    )


async def do_join(request: Request) -> Response:
    """Take a seat."""
    form = await form_of(request)
    code, name = form.get("code", ""), form.get("name", "")
    try:
        participant = await run_in_threadpool(join, running(), code, name)
    except WorkshopProblem as problem:
        return page("join", 400, code=code[:20], name=name[:200], seat=None, problem=str(problem))
    return seated(running(), participant)


async def show_rejoin(request: Request) -> Response:
    """Show the form for a rejoin code."""
    return page("rejoin", code=request.query_params.get("code", "")[:20])


async def do_rejoin(request: Request) -> Response:
    """Move a seat to this browser."""
    code = (await form_of(request)).get("code", "")
    try:
        participant = await run_in_threadpool(rejoin, running(), code)
    except WorkshopProblem as problem:
        return page("rejoin", 400, code=code[:20], problem=str(problem))
    return seated(running(), participant)


async def do_leave(request: Request) -> Response:
    """Forget the seat in this browser; it can be taken again with its rejoin code."""
    response = RedirectResponse("/join", status_code=303)
    response.delete_cookie(SEAT, path="/")
    return response


def seated(server: Server, participant: Participant) -> Response:
    """Send somebody to the workshop with the cookie of their seat."""
    response = RedirectResponse("/", status_code=303)
    response.set_cookie(SEAT, sealed(server, SEAT, [participant.id, participant.seat_version]), **SETTINGS)
    return response
