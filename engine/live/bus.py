"""Tells listeners that something changed, so that nobody has to ask again and again."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress
from threading import Lock

from engine.store.news import News

QUIET = 15.0
"""Seconds without news after which a listener is told that the connection is still up."""
GATHER = 0.05
"""Seconds in which news is collected, to be told together."""
MOST = 500
"""Changes that are kept for a listener who has not fetched them. After that it looks for itself."""


class Subscription:
    """One listener. News that it has not fetched yet is kept once for each topic, so a slow screen costs little."""

    def __init__(self, topics: Iterable[str]) -> None:
        self.topics = frozenset(topics)
        self._loop = asyncio.get_running_loop()
        self._heard: dict[str, list[str] | None] = {}
        self._news = asyncio.Event()
        self._is_over = False

    def tell(self, news: News) -> None:
        """May be called from any thread."""
        with suppress(RuntimeError):  # its loop was closed: nobody listens any more
            self._loop.call_soon_threadsafe(self._note, news)

    def _note(self, news: News) -> None:
        for topic in news.keys() & self.topics:
            self._keep(topic, news[topic])
        self._news.set()

    def _keep(self, topic: str, changes: Iterable[str] | None) -> None:
        kept = self._heard.setdefault(topic, [])
        if changes is None or kept is None:
            self._heard[topic] = None
            return
        kept.extend(changes)
        if sum(len(waiting) for waiting in self._heard.values() if waiting) > MOST:
            self._heard = dict.fromkeys(self._heard)

    def end(self) -> None:
        """Make `news` end. Call it from the event loop."""
        self._is_over = True
        self._news.set()

    async def news(self) -> AsyncIterator[News]:
        """Yield what changed; nothing in it every `QUIET` seconds without any."""
        while not self._is_over:
            try:
                async with asyncio.timeout(QUIET):
                    await self._news.wait()
                await asyncio.sleep(GATHER)
            except TimeoutError:
                pass
            heard, self._heard = self._heard, {}
            self._news.clear()
            yield heard


class Bus:
    """All listeners of this process. Whoever changes something calls `engine.store.news.tell`, which leads here."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[Subscription]] = {}
        """Topic -> who listens to it."""
        self._lock = Lock()
        self._has_hung_up = False
        self._name = secrets.token_hex(4)
        self._count = self._all_changed = 0
        self._changed: dict[str, int] = {}

    def mark(self) -> str:
        """This moment, for `missed`. Take it before reading what is drawn."""
        return f"{self._name}.{self._count}"

    def missed(self, topics: Iterable[str], mark: str) -> set[str]:
        """The topics that changed after a mark; all of them when another process made it, or `tell_all` came since."""
        name, _dot, count = mark.partition(".")
        if name != self._name or not count.isdecimal() or int(count) < self._all_changed:
            return set(topics)
        return {topic for topic in topics if self._changed.get(topic, 0) > int(count)}

    def tell(self, *topics: str) -> None:
        """Tell the listeners of this process that something about these topics changed, and not what."""
        self.pass_on(dict.fromkeys(topics))

    def pass_on(self, news: News) -> None:
        """Tell the listeners of this process what changed."""
        with self._lock:
            self._count += 1
            self._changed.update(dict.fromkeys(news, self._count))
            concerned = {listener for topic in news for listener in self._listeners.get(topic, ())}
        for listener in concerned:
            listener.tell(news)

    def tell_all(self) -> None:
        """Tell the listeners of this process that anything may have changed."""
        with self._lock:
            self._count += 1
            self._all_changed = self._count
        for listener in self._all():
            listener.tell(dict.fromkeys(listener.topics))

    def hang_up(self) -> None:
        """End all connections for news, also later ones: a server that stops waits until they have ended."""
        self._has_hung_up = True
        for listener in self._all():
            listener.end()

    def _all(self) -> set[Subscription]:
        with self._lock:
            return {listener for listeners in self._listeners.values() for listener in listeners}

    def subscribe(self, topics: Iterable[str]) -> Subscription:
        """Call it from the event loop, and `unsubscribe` at the end."""
        listener = Subscription(topics)
        with self._lock:
            for topic in listener.topics:
                self._listeners.setdefault(topic, set()).add(listener)
        if self._has_hung_up:
            listener.end()
        return listener

    def unsubscribe(self, listener: Subscription) -> None:
        with self._lock:
            for topic in listener.topics:
                listeners = self._listeners.get(topic, set())
                listeners.discard(listener)
                if not listeners:
                    self._listeners.pop(topic, None)
