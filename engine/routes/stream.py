"""The connection by which news reaches a screen: Server-Sent Events."""

import json
from collections import Counter
from collections.abc import AsyncIterator

from anyio import CancelScope
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from engine.access import Visitor, visitor_of
from engine.live.topics import room
from engine.server import running
from engine.store.news import News
from engine.workshop import note_presence

TOPICS_LIMIT = 400
lines: Counter[str] = Counter()
"""Participant id -> open connections to this process; a laptop with two tabs has two."""


async def live(request: Request) -> Response:
    """Tell a screen which of the topics that it asks for change, as they change; 403 when it may hear none.

    A plain message has the topics about which the screen looks for itself. A message of the type `changes` has what
    changed: topic -> changes, the oldest first. The line ends when the seat moves to another laptop or group.
    """
    visitor = await _visitor(request)
    asked = request.query_params.getlist("topic")[:TOPICS_LIMIT]
    topics = {topic for topic in asked if visitor.may_hear(topic)}
    if not topics:
        return PlainTextResponse("", status_code=403)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    since = request.query_params.get("since", "")[:40]
    events = _events(request, visitor, topics, since)
    return StreamingResponse(events, media_type="text/event-stream", headers=headers)


async def _visitor(request: Request) -> Visitor:
    return await run_in_threadpool(visitor_of, running(), request.cookies)


async def _events(request: Request, visitor: Visitor, topics: set[str], since: str) -> AsyncIterator[str]:
    """Say that the connection is up, what changed since the page was drawn, and then every change."""
    moves = {room(visitor.seat.workshop.id)} if visitor.seat else set()  # is told when somebody is moved
    listener = running().bus.subscribe({*topics, *moves})
    who = visitor.seat.participant.id if visitor.seat and not visitor.is_facilitator else ""
    try:
        await _note(who, +1)
        yield "retry: 1000\nevent: up\ndata: {}\n\n"
        if since and (missed := running().bus.missed(topics, since)):
            yield _as_event(dict.fromkeys(missed))
        async for heard in listener.news():
            if moves & heard.keys() and not all(map((await _visitor(request)).may_hear, topics)):
                return
            yield _as_event({topic: changes for topic, changes in heard.items() if topic in topics})
    finally:
        running().bus.unsubscribe(listener)
        await _note(who, -1)


def _as_event(news: News) -> str:
    """The news as it is sent. Where there is none it says so, since silence means that the line is dead."""
    plain = sorted(topic for topic, changes in news.items() if changes is None)
    told = [f"{json.dumps(topic)}: [{','.join(changes)}]" for topic, changes in news.items() if changes is not None]
    events = [f"data: {json.dumps(plain)}\n\n"] if plain or not told else []
    return "".join(events + ([f"event: changes\ndata: {{{', '.join(told)}}}\n\n"] if told else []))


async def _note(who: str, step: int) -> None:
    """Count the connections of a participant; record their presence when the first opens and the last closes."""
    if not who:
        return
    lines[who] += step
    if lines[who] == 0:
        del lines[who]
    if lines[who] == (1 if step > 0 else 0):
        with CancelScope(shield=True):  # a closed tab cancels everything else here
            await _note_as_it_is(who)


async def _note_as_it_is(who: str) -> None:
    """Record whether a participant is here, again if that changed meanwhile, as when a page is reloaded."""
    is_here = None
    while is_here != (who in lines):
        is_here = who in lines
        await run_in_threadpool(note_presence, running(), [who], is_here)
