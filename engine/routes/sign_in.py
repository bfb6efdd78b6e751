"""The plain pages by which the facilitator comes in, and the link for the projector's computer."""

import asyncio

from anyio import CapacityLimiter, to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from engine.access.cookies import FACILITATOR, SEAT, SETTINGS, WATCH, opened, sealed
from engine.access.keys import password_fits, password_is_set, password_mark, set_password
from engine.language import _
from engine.routes.pages import page, told
from engine.routes.seats import form_of
from engine.server import Server, running
from engine.workshop import WorkshopProblem, workshop_by_id

PAUSE = 1.0
"""Seconds to wait after a wrong password. Not counted by address: a whole room may share one."""
_one_at_a_time = CapacityLimiter(1)
"""To check a password takes 64 MB and a processor for a moment: many at once would stop the room."""


async def show_setup(request: Request) -> Response:
    """Show the form that the one-time link leads to."""
    if await run_in_threadpool(password_is_set, running()):
        return RedirectResponse("/sign-in", status_code=303)
    return page("setup", word=request.query_params.get("word", "")[:100])


async def do_setup(request: Request) -> Response:
    """Set the password and sign in."""
    form = await form_of(request)
    word, password = form.get("word", ""), form.get("password", "")
    try:
        await to_thread.run_sync(set_password, running(), word, password, limiter=_one_at_a_time)
    except WorkshopProblem as problem:
        return page("setup", 400, word=word[:100], problem=str(problem))
    return await run_in_threadpool(_signed_in, running())


async def show_sign_in(request: Request) -> Response:
    return page("sign_in", is_set_up=await run_in_threadpool(password_is_set, running()))


async def do_sign_in(request: Request) -> Response:
    password = (await form_of(request)).get("password", "")
    if await to_thread.run_sync(password_fits, running(), password, limiter=_one_at_a_time):
        return await run_in_threadpool(_signed_in, running())
    await asyncio.sleep(PAUSE)
    is_set_up = await run_in_threadpool(password_is_set, running())
    return page("sign_in", 400, is_set_up=is_set_up, problem=_("This is not the password. Try again."))


async def do_sign_out(request: Request) -> Response:
    """Only in this browser."""
    response = RedirectResponse("/sign-in", status_code=303)
    response.delete_cookie(FACILITATOR, path="/")
    return response


async def watch(request: Request) -> Response:
    """Let a browser that is not the facilitator's open the projector page, by a signed link."""
    key = request.query_params.get("key", "")
    workshop_id = opened(running(), WATCH, {WATCH: key})
    if not isinstance(workshop_id, str) or not await run_in_threadpool(workshop_by_id, running(), workshop_id):
        problem = _("Copy the whole link from the facilitator's plenary page and open it again.")
        return told(404, _("This link does not fit"), problem)
    has_pages = any(name in request.cookies for name in (FACILITATOR, SEAT))
    response = RedirectResponse("/projector" if has_pages else "/", status_code=303)
    response.set_cookie(WATCH, key, **SETTINGS)
    return response


def watch_path(server: Server, workshop_id: str) -> str:
    """The signed path that opens the projector page of a workshop."""
    return f"/watch?key={sealed(server, WATCH, workshop_id)}"


def _signed_in(server: Server) -> Response:
    response = RedirectResponse("/", status_code=303)
    response.set_cookie(FACILITATOR, sealed(server, FACILITATOR, password_mark(server)), **SETTINGS)
    return response
