"""The browser of one person: what stands on its sheet, what it saves and what it hears."""

import asyncio
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from secrets import token_hex
from typing import Any
from urllib.parse import quote

from tests.load.full_room.line import Line, Reply, events
from tests.load.full_room.room import ACTIVITY, Room, Seat


@dataclass(frozen=True)
class Held:
    """What a field holds, as far as this browser knows."""

    value: Any = None
    revision: int = 0


@dataclass(frozen=True)
class Save:
    """A change that was acknowledged; the moments are those of `time.perf_counter`."""

    group: str
    path: str
    value: Any
    mine: int
    """The revision of what was sent."""
    revision: int
    """The revision of what the field holds since then."""
    bytes: int
    """What its request and the reply took, with headers."""
    sent: float
    acknowledged: float

    @property
    def took(self) -> float:
        return self.acknowledged - self.sent


class Laptop:
    """One open sheet. It sends and hears what the script of the page does, and draws nothing."""

    def __init__(self, port: int, room: Room, seat: Seat) -> None:
        self.seat, self._case = seat, room.case
        self.line, self.news, self._asked = (Line(port, seat.cookie) for _line in range(3))
        self._tab, self._number, self._newest = token_hex(6), 0, 0
        self.held: dict[str, Held] = defaultdict(Held)
        self.saves: list[Save] = []
        self.failed: Counter[str] = Counter()
        """What went wrong, and how often."""
        self.heard: dict[str, list[tuple[int, float]]] = defaultdict(list)
        """Field path -> the revisions that stood there one after another, each with the moment."""
        self._is_up = asyncio.Event()
        self._listening: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Read the sheet and listen; on return, the sheet could be drawn and the live stream is up."""
        data = (await self.line.get(f"/sheet/data?activity={ACTIVITY}")).json()
        for path, answer in data["answers"].get(self._case, {}).items():
            self.held[path] = Held(answer["value"], answer["revision"])
        self._newest = data["revision"]
        self._listening = asyncio.create_task(self._listen([quote(t, safe="") for t in data["topics"]], data["since"]))
        await self._is_up.wait()

    async def close(self) -> None:
        """Leave the room."""
        if self._listening:
            self._listening.cancel()
            with suppress(asyncio.CancelledError):
                await self._listening
        for line in (self.line, self.news, self._asked):
            line.close()

    async def save(self, path: str, value: Any) -> None:
        """Send a change, and keep what became of it."""
        self._number += 1
        change = {"sheet": self._case, "field": path, "value": value, "base": self.held[path].revision}
        changes = [change | {"tab": self._tab, "number": self._number}]
        body = json.dumps({"group": self.seat.group, "activity": ACTIVITY, "changes": changes}, separators=(",", ":"))
        before, sent = self.line.bytes, time.perf_counter()
        try:
            reply = await self.line.post("/answers", body.encode())
        except (OSError, asyncio.IncompleteReadError) as error:
            self.failed[repr(error)] += 1
            return
        self._take(reply, path, value, self.line.bytes - before, sent, time.perf_counter())

    def _take(self, reply: Reply, path: str, value: Any, *measured: Any) -> None:
        said = reply.json()
        (done,) = said.get("changes", [said])
        if "problem" in done:
            self.failed[done["problem"]] += 1
            return
        self._hold(path, done)
        self.saves.append(Save(self.seat.group, path, value, done["mine"], done["revision"], *measured))

    async def _listen(self, topics: list[str], since: str) -> None:
        async for kind, data in events(self.news, topics, since):
            match kind:
                case "up":
                    self._is_up.set()
                case "changes":
                    self._hear(change for told in data.values() for change in told)
                case "message" if data:
                    await self._catch_up()

    async def _catch_up(self) -> None:
        """Ask for what changed: the stream only said that something did."""
        said = (await self._asked.get(f"/answers?activity={ACTIVITY}&since={self._newest}")).json()
        self._hear(said["changes"])

    def _hear(self, changes: Iterable[dict[str, Any]]) -> None:
        for change in changes:
            self._newest = max(self._newest, change["revision"])
            if change["sheet"] == self._case:
                self._hold(change["field"], change)

    def _hold(self, path: str, change: dict[str, Any]) -> None:
        """Take in what a field holds, unless something newer stands there."""
        if change["revision"] > self.held[path].revision:
            self.held[path] = Held(change["value"], change["revision"])
            self.heard[path].append((change["revision"], time.perf_counter()))
