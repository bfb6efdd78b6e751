"""The facilitator's plenary, open on a screen while the room works."""

import asyncio
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from urllib.parse import quote

from tests.load.full_room.laptop import Save
from tests.load.full_room.line import Line, events
from tests.load.full_room.room import Room
from tests.load.full_room.streamlit_page import StreamlitPage, heard, listener_of

APART = 0.5
"""Seconds between two drawings: the script of the page lets it be drawn at most twice a second."""


class OpenPlenary:
    """The page as it stands on the facilitator's laptop: it hears news and is drawn again."""

    def __init__(self, port: int, room: Room) -> None:
        self._page = StreamlitPage(port, "plenary", room.facilitator)
        self._line = Line(port, room.facilitator)
        self._news = asyncio.Event()
        self._heard: set[str] = set()
        self._tasks: list[asyncio.Task[None]] = []
        self.drawn: list[tuple[float, float]] = []
        """When each drawing began and ended."""

    async def open(self) -> None:
        await self._page.open()
        self._tasks = [asyncio.create_task(self._listen()), asyncio.create_task(self._draw())]

    async def close(self) -> None:
        """Leave the page; what failed in it meanwhile is raised here."""
        for task in self._tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        self._line.close()
        await self._page.close()
        assert not self._page.problems, self._page.problems

    async def _listen(self) -> None:
        _widget, data = listener_of(self._page)
        async for kind, said in events(self._line, [quote(t, safe="") for t in data["topics"]], data["since"]):
            if kind == "message":
                self._heard.update(said)
                self._news.set()

    async def _draw(self) -> None:
        listener, _data = listener_of(self._page)
        while True:
            await self._news.wait()
            self._news.clear()
            topics, self._heard = sorted(self._heard), set()
            began, ended = await self._page.run(listener.fragment, [heard(listener, topics)])
            self.drawn += [(began, ended)] if self._page.drawn - {listener.fragment} else []
            await asyncio.sleep(max(began + APART - time.perf_counter(), 0))

    def shown(self, saves: Iterable[Save]) -> Iterator[float]:
        """Seconds from sending each change to the end of the first drawing that began after it was acknowledged."""
        waiting = sorted(saves, key=lambda save: save.acknowledged)
        drawn = iter([*self.drawn, (float("inf"), float("inf"))])
        began, ended = next(drawn)
        for save in waiting:
            while began < save.acknowledged:
                began, ended = next(drawn)
            yield ended - save.sent
