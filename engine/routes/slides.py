"""Routes for slides: a key turns one, a text on one is saved, and a deck is downloaded as a file.

Keys do not go through Streamlit, so that every press counts, however fast they come.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from engine.access import visitor_of
from engine.language import _
from engine.routes.typed import Prose, read_sent, replied, saved
from engine.server import Server, running
from engine.slides.exporting import FORMATS, exported
from engine.slides.presenting import turn
from engine.slides.texts import SentSlideText, SlidePlace, save_slide_text
from engine.workshop import Outcome, WorkshopProblem, workshop_by_id

R = TypeVar("R")


@dataclass(frozen=True)
class Turned:
    """What a key sends: `step` says how many slides forward, or back when it is negative."""

    workshop: str
    deck: str
    step: int


@dataclass(frozen=True)
class Typed:
    """What a text box of a slide sends."""

    workshop: str
    deck: str
    slide: str
    field: str
    value: Prose
    base: int
    tab: str = ""
    number: int = 0


async def turn_slide(request: Request) -> Response:
    """Go forward or back; the reply has the place of the slide, counted from 0."""

    async def act() -> Response:
        sent = await read_sent(request, Turned)
        go = _as_facilitator(request, lambda server: turn(server, sent.workshop, sent.deck, sent.step))
        return JSONResponse({"place": await run_in_threadpool(go)})

    return await replied(act)


async def save_text(request: Request) -> Response:
    """Save a text of a slide. The reply has the revision and the database's time, or says what to do."""

    async def act() -> Response:
        sent = await read_sent(request, Typed)
        place = SlidePlace(sent.workshop, sent.deck, sent.slide, sent.field)

        def save(server: Server) -> Outcome:
            return save_slide_text(server, place, SentSlideText(sent.value, sent.base, sent.tab, sent.number))

        return saved(await run_in_threadpool(_as_facilitator(request, save)))

    return await replied(act)


def _as_facilitator(request: Request, act: Callable[[Server], R]) -> Callable[[], R]:
    """The same act, refused to everybody but the facilitator."""

    def do() -> R:
        server = running()
        if not visitor_of(server, request.cookies).is_facilitator:
            raise WorkshopProblem(_("Only the facilitator can do this. Sign in first; your text is still here."))
        return act(server)

    return do


async def give_file(request: Request) -> Response:
    """Send a deck as a file; `deck`, `workshop` and `format` say which. It has the notes: for the facilitator only."""
    asked = request.query_params
    file_format = FORMATS.get(asked.get("format", ""))
    if file_format is None:
        raise HTTPException(404)

    def make() -> tuple[bytes, str]:
        server = running()
        if not visitor_of(server, request.cookies).is_facilitator:
            raise HTTPException(403)
        workshop = workshop_by_id(server, asked.get("workshop", ""))
        if workshop is None:
            raise HTTPException(404)
        try:
            return exported(server, workshop, asked.get("deck", ""), file_format)
        except WorkshopProblem:
            raise HTTPException(404) from None

    content, name = await run_in_threadpool(make)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}", "Cache-Control": "no-store"}
    return Response(content, media_type=file_format.mime, headers=headers)
