"""Hears the news of other processes that share one PostgreSQL, by LISTEN."""

import json
import logging
from selectors import EVENT_READ, DefaultSelector
from socket import socketpair
from threading import Event, Thread

import psycopg

from engine.live.bus import Bus
from engine.store import Database
from engine.store.news import CHANNEL

PATIENCE = 5
"""Seconds in which PostgreSQL must answer a new connection."""
log = logging.getLogger(__name__)


class PostgresRelay:
    """Hands the news of other processes to the bus of this one, in a thread of its own."""

    def __init__(self, database: Database, bus: Bus) -> None:
        self._url = database.url.replace("postgresql+psycopg://", "postgresql://")
        self._me = database.name
        self._bus = bus
        self._listens, self._stopped = Event(), Event()
        self._thread = Thread(target=self._listen, name="postgres-relay", daemon=True)

    def start(self) -> None:
        """Begin to listen; return once there is a line, or after `PATIENCE` without one.

        Nobody hears yet that the line came up, so whatever is heard from now on is a change.
        """
        self._waking, self._woken = socketpair()
        self._thread.start()
        self._listens.wait(PATIENCE)

    def stop(self) -> None:
        self._stopped.set()
        self._waking.close()  # the thread sees this at once
        self._thread.join(timeout=PATIENCE)
        self._woken.close()

    def _line(self) -> psycopg.Connection:
        return psycopg.connect(self._url, autocommit=True, connect_timeout=PATIENCE)

    def _listen(self) -> None:
        while not self._stopped.is_set():
            try:
                with self._line() as line, DefaultSelector() as waiting:
                    line.execute(f"LISTEN {CHANNEL}")
                    self._bus.tell_all()  # news of the time without a connection is lost
                    self._listens.set()
                    waiting.register(line, EVENT_READ)
                    waiting.register(self._woken, EVENT_READ)
                    while not self._stopped.is_set():
                        for notice in line.notifies(timeout=0):
                            self._hear(notice.payload)
                        waiting.select()
            except psycopg.Error:
                if not self._stopped.is_set():
                    log.warning("lost the line to PostgreSQL, trying again", exc_info=True)
                    self._stopped.wait(1)

    def _hear(self, news: str) -> None:
        """Pass on what another process said; anything else on the channel is ignored."""
        try:
            said = json.loads(news)
        except ValueError:
            return
        match said:
            case [str(sender), str(topic)] if sender != self._me:
                self._bus.tell(topic)
            case [str(sender), str(topic), dict(change)] if sender != self._me:
                self._bus.pass_on({topic: [json.dumps(change, ensure_ascii=False)]})
