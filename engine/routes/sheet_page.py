"""The plain page with the sheet of a group: for phones and weak laptops, and when Streamlit's page takes too long."""

from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from engine.access import visitor_of
from engine.language import _
from engine.live import topics
from engine.predict.asking import asked_now
from engine.routes.pages import page, told
from engine.server import Server, running
from engine.sheet.data import sheet_data
from engine.sheet.paper import on_paper
from engine.sheet.scripts import parts
from engine.workshop import Seat, WorkshopProblem, begun_activities, content_of, screen_of


async def show_sheet(request: Request) -> Response:
    """The sheet of an activity, or a sentence with a way on; without a seat, the way to join."""

    def draw() -> Response:
        server = running()
        seat = visitor_of(server, request.cookies).seat
        if seat is None:
            return RedirectResponse("/join", status_code=303)
        activity_id = request.query_params.get("activity", "")
        if "print" in request.query_params:
            return _draw_paper(server, seat, activity_id)
        return page("sheet", **_values(server, seat, activity_id))

    return await run_in_threadpool(draw)


def _draw_paper(server: Server, seat: Seat, activity_id: str) -> Response:
    try:
        found, sheets = on_paper(server, seat, activity_id)
    except WorkshopProblem as problem:
        return told(409, _("There is no sheet to print"), str(problem))
    return page(
        "sheet_on_paper",
        title=found.activity.title,
        workshop=seat.workshop.title,
        group=found.group.name,
        sheets=sheets,
        back=_address(found.activity.id),
    )


def _address(activity_id: str) -> str:
    return f"/sheet?activity={quote(activity_id)}"


def _values(server: Server, seat: Seat, activity_id: str) -> dict[str, Any]:
    """What the page shows. Where there is no sheet, it waits for news of the room."""
    since, found = server.bus.mark(), seat.workshop
    values = {
        "seat": seat,
        "activity": activity_id or found.activity_id or "",
        "live": f"/live?since={since}&topic={topics.room(found.id)}",
        "title": "", "begun": {}, "shown": False, "asked": False, "options": None,
    }  # fmt: skip
    try:
        values |= _of_the_room(server, seat)
        data = sheet_data(server, seat, activity_id)
    except WorkshopProblem as problem:
        return values | {"problem": str(problem)}
    return values | {"title": data["title"], "options": _options(data)}


def _of_the_room(server: Server, seat: Seat) -> dict[str, Any]:
    activities = content_of(server, seat.workshop.id).activities
    begun = [each for each in begun_activities(server, seat.workshop.id) if each in activities]
    screen, asked = screen_of(server, seat.workshop), asked_now(server, seat.workshop.id)
    return {
        "begun": {each: activities[each].title for each in begun},
        "shown": screen is not None and screen.shown,
        "asked": asked is not None and asked.revealed_at is None,
    }


def _options(data: dict[str, Any]) -> dict[str, Any]:
    """What `mount` is given: the data is in the page, so that nothing more has to be asked for."""
    found = parts()
    return {
        "data": data,
        "script": found.script,
        "styles": found.styles,
        "answers": "/answers",
        "handIn": "/hand-in",
        "live": "/live",
        "print": f"{_address(data['place']['activity'])}&print",
    }
