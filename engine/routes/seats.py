"""The plain pages by which participants come in: join, rejoin, leave."""

import re
import secrets
from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from engine.access import visitor_of
from engine.access.cookies import SEAT, SETTINGS, sealed
from engine.language import _
from engine.routes.pages import no_cookies, page
from engine.server import Server, running
from engine.store import Participant
from engine.workshop import WorkshopProblem, join, rejoin

FORM_LIMIT = 20_000
"""In bytes; no plain form of ours is longer."""
JOINING = "joining"
"""The cookie with the word of the forms. It stays until the reply has arrived, also if a form is opened again."""
WORD = re.compile(r"[\w-]{22,64}", re.ASCII)


async def form_of(request: Request) -> dict[str, str]:
    """Read a posted form: field -> text; empty when the body is too long or is no form."""
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
    """The code of a scanned link is already in the form."""
    visitor = await run_in_threadpool(visitor_of, running(), request.cookies)
    lost = _("This browser has no seat any more. Join again, or use your rejoin code.")
    word = _word(request.cookies.get(JOINING, ""))
    response = page(
        "join",
        code=request.query_params.get("code", "")[:20],
        name="",
        word=word,
        seat=visitor.seat,
        problem=lost if visitor.has_lost_seat else "",
    )
    return response if visitor.seat else _with_word(response, word)


def _with_word(response: Response, word: str) -> Response:
    response.set_cookie(JOINING, word, **SETTINGS | {"max_age": None})
    return response


def _refuse_without_cookies(request: Request, form: Mapping[str, str]) -> None:
    """Refuse a browser that does not send back the cookie of its form: it could not keep a seat either.

    Whoever has a seat shows that it can; what no form of ours sent is not asked.

    Raises:
        WorkshopProblem: it keeps no cookies.
    """
    if WORD.fullmatch(form.get("word", "")) and not request.cookies.keys() & {JOINING, SEAT}:
        raise WorkshopProblem(no_cookies())


async def do_join(request: Request) -> Response:
    """Take a seat, or get the one that this browser or this same form has taken already."""
    form = await form_of(request)
    code, name, word = form.get("code", ""), form.get("name", ""), _word(form.get("word", ""))
    try:
        _refuse_without_cookies(request, form)
        participant = await run_in_threadpool(_join, request.cookies, code, name, word)
    except WorkshopProblem as problem:
        values = {"code": code[:20], "name": name[:200], "word": word, "seat": None, "problem": str(problem)}
        return _with_word(page("join", 400, **values), word)
    return seated(running(), participant)


def _join(cookies: Mapping[str, str], code: str, name: str, word: str) -> Participant:
    return join(running(), code, name, word=word, seat=visitor_of(running(), cookies).seat)


def _word(kept: str) -> str:
    """The word of a form that was shown before, or a new word that nobody can guess."""
    return kept if WORD.fullmatch(kept) else secrets.token_urlsafe(16)


async def show_rejoin(request: Request) -> Response:
    word = _word(request.cookies.get(JOINING, ""))
    return _with_word(page("rejoin", code=request.query_params.get("code", "")[:20], word=word), word)


async def do_rejoin(request: Request) -> Response:
    """Move a seat to this browser."""
    form = await form_of(request)
    code, word = form.get("code", ""), _word(form.get("word", ""))
    try:
        _refuse_without_cookies(request, form)
        participant = await run_in_threadpool(rejoin, running(), code)
    except WorkshopProblem as problem:
        return _with_word(page("rejoin", 400, code=code[:20], word=word, problem=str(problem)), word)
    return seated(running(), participant)


async def do_leave(request: Request) -> Response:
    """Forget the seat in this browser; its rejoin code takes it again."""
    response = RedirectResponse("/join", status_code=303)
    response.delete_cookie(SEAT, path="/")
    return response


def seated(server: Server, participant: Participant) -> Response:
    """Send somebody to the workshop with the cookie of their seat."""
    response = RedirectResponse("/", status_code=303)
    response.set_cookie(SEAT, sealed(server, SEAT, [participant.id, participant.seat_version]), **SETTINGS)
    response.delete_cookie(JOINING, path="/")
    return response
