"""The line by which news reach a screen: Server-Sent Events."""

import json
from collections import Counter
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from engine.access import Visitor, visitor_of
from engine.server import running
from engine.workshop import note_presence

TOPICS_LIMIT = 400
lines: Counter[str] = Counter()
"""Participant id -> open lines of this process; a laptop with two tabs has two."""


async def live(request: Request) -> Response:
    """Tell a screen which of the topics that it asks for have changed, as they change."""
    visitor = await run_in_threadpool(visitor_of, running(), request.cookies)
    asked = request.query_params.getlist("topic")[:TOPICS_LIMIT]
    topics = [topic for topic in asked if visitor.may_hear(topic)]
    if not topics:
        return PlainTextResponse("", status_code=403)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_events(visitor, topics), media_type="text/event-stream", headers=headers)


async def _events(visitor: Visitor, topics: list[str]) -> AsyncIterator[str]:
    listener = running().bus.subscribe(topics)
    who = visitor.seat.participant.id if visitor.seat and not visitor.is_facilitator else ""
    try:
        await _note(who, +1)
        yield "retry: 1000\nevent: up\ndata: {}\n\n"
        async for heard in listener.news():
            yield f"data: {json.dumps(sorted(heard))}\n\n"
    finally:
        running().bus.unsubscribe(listener)
        await _note(who, -1)


async def _note(who: str, step: int) -> None:
    """Count the lines of a participant, and note when the first opens and the last closes."""
    if not who:
        return
    lines[who] += step
    if lines[who] <= 0:
        del lines[who]
    if (step > 0 and lines[who] == 1) or (step < 0 and who not in lines):
        await run_in_threadpool(note_presence, running(), [who], step > 0)
