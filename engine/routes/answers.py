"""Saves what people enter on a sheet; neither a rerun nor a connection of Streamlit's is needed."""

import asyncio
import re
from collections.abc import Awaitable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from engine.access.cookies import seat_in
from engine.fields import AnswerProblem
from engine.routes.typed import LARGEST, as_sent, failed, read_json, replied, saved, unknown
from engine.server import running
from engine.store import Place
from engine.workshop import Outcome, WorkshopProblem
from engine.workshop.answering import change_of, save_change
from engine.workshop.people import workshop_id_of
from engine.workshop.state import SheetProblem, Writing, no_seat
from engine.workshop.writing import as_change

MOST = 200
"""Changes in one request."""
TAB = re.compile(r"[A-Za-z0-9]{8,16}")


@dataclass(frozen=True)
class PostedAnswer:
    """What a text box sends."""

    group: str
    activity: str
    sheet: str
    field: str
    value: Any
    base: int


@dataclass(frozen=True)
class PostedChanges:
    """What a sheet sends: all that is to be saved on the sheets of one activity."""

    group: str
    activity: str
    changes: Any


@dataclass(frozen=True)
class PostedChange:
    """One of them: the value of a field, with the tab that sends it and the change's number there."""

    sheet: str
    field: str
    value: Any
    base: int
    tab: str
    number: int


async def save(request: Request) -> Response:
    """Save one answer or several. The reply has their revisions and the database's time, or says what to do."""

    async def act() -> Response:
        sent = await read_json(request)
        if isinstance(sent, dict) and "changes" in sent:
            return await _save_changes(request, as_sent(sent, PostedChanges))
        return saved(await _save_answer(request, as_sent(sent, PostedAnswer)))

    return await replied(act)


async def _save_answer(request: Request, sent: PostedAnswer) -> Outcome:
    if sent.base < 0:
        raise unknown()
    writing, workshop_id = await _writing(request, sent.group, sent.activity)
    place = Place(workshop_id, sent.activity, sent.group, sent.sheet)
    change = change_of(running(), writing, place, sent.field, sent.value, sent.base)
    return await save_change(running(), change)


async def _save_changes(request: Request, sent: PostedChanges) -> Response:
    """Save each for itself: one that is refused holds up no other."""
    if not isinstance(sent.changes, list) or not 1 <= len(sent.changes) <= MOST:
        raise unknown()
    changes = [_sound(as_sent(change, PostedChange)) for change in sent.changes]
    writing, workshop_id = await _writing(request, sent.group, sent.activity)

    async def save_one(change: PostedChange) -> Outcome:
        place = Place(workshop_id, sent.activity, sent.group, change.sheet)
        ready = change_of(running(), writing, place, change.field, change.value, change.base, change.tab, change.number)
        return await save_change(running(), ready)

    found = await _all(save_one(change) for change in changes)
    _raise_common(found)
    said = [_as_reply(change, each) for change, each in zip(changes, found, strict=True)]
    return JSONResponse({"changes": said, "now": datetime.now(UTC).isoformat()})


async def _all(saving: Iterable[Awaitable[Outcome]]) -> list[Outcome | BaseException]:
    """What becomes of each. They are saved together; most often there is one, which needs no task of its own."""
    first, *others = saving
    if others:
        return await asyncio.gather(first, *others, return_exceptions=True)
    try:
        return [await first]
    except Exception as problem:
        return [problem]


def _sound(change: PostedChange) -> PostedChange:
    if change.base < 0 or not 0 < change.number < LARGEST or not TAB.fullmatch(change.tab):
        raise unknown()
    return change


async def _writing(request: Request, group: str, activity: str) -> tuple[Writing, str]:
    """Who writes, and the id of their workshop."""
    server = running()
    seat = seat_in(server, request.cookies)
    if seat is None:
        raise no_seat()
    workshop_id = server.workshop_ids.get(seat[0]) or await run_in_threadpool(workshop_id_of, server, seat[0])
    if workshop_id is None:
        raise no_seat()
    return Writing(*seat, group, activity), workshop_id


def _raise_common(found: list[Outcome | BaseException]) -> None:
    """Refuse the whole request when all its changes failed for one reason that is no matter of theirs."""
    first = found[0]
    if isinstance(first, BaseException) and (
        all(isinstance(each, SheetProblem) for each in found) or all(map(_is_fault, found))
    ):
        raise first


def _is_fault(found: Outcome | BaseException) -> bool:
    return isinstance(found, BaseException) and not isinstance(found, WorkshopProblem | AnswerProblem)


def _as_reply(change: PostedChange, found: Outcome | BaseException) -> dict[str, Any]:
    where = {"sheet": change.sheet, "field": change.field, "number": change.number}
    if isinstance(found, Outcome):
        return as_change(change.sheet, change.field, found.saved, change.tab) | where | {"mine": found.mine}
    if isinstance(found, WorkshopProblem | AnswerProblem):
        return where | {"problem": str(found), "retry": False}
    return where | failed(found)
