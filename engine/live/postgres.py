"""Carries news between processes that share one PostgreSQL, by LISTEN and NOTIFY."""

import json
import logging
import secrets
from threading import Event, Lock, Thread

import psycopg

from engine.live.bus import Bus

CHANNEL = "workshop"
PATIENCE = 5
"""Seconds in which PostgreSQL must answer a new line."""
log = logging.getLogger(__name__)


class PostgresRelay:
    """Hands this process's news to the others, and theirs to this one's bus."""

    def __init__(self, url: str, bus: Bus) -> None:
        self._url = url.replace("postgresql+psycopg://", "postgresql://")
        self._bus = bus
        self._me = secrets.token_hex(4)
        self._sender: psycopg.Connection | None = None
        self._lock = Lock()
        self._stopped = Event()
        self._thread = Thread(target=self._listen, name="postgres-relay", daemon=True)

    def start(self) -> None:
        """Begin to carry news."""
        self._bus.relay = self.send
        self._thread.start()

    def stop(self) -> None:
        """Carry no more."""
        self._bus.relay = None
        with self._lock:
            self._stopped.set()
            if self._sender:
                self._sender.close()
        self._thread.join(timeout=PATIENCE)

    def send(self, topics: list[str]) -> None:
        """Tell the other processes; when PostgreSQL is down they hear it once they have a line again."""
        with self._lock:
            for last_try in (False, True):  # a line that was idle may have died unnoticed
                if self._stopped.is_set():
                    return
                try:
                    self._notify(json.dumps([self._me, topics]))
                    return
                except psycopg.Error:
                    if last_try:
                        log.warning("could not tell the other processes", exc_info=True)

    def _notify(self, news: str) -> None:
        if self._sender is None or self._sender.closed:
            self._sender = self._line()
        self._sender.execute("SELECT pg_notify(%s, %s)", (CHANNEL, news))

    def _line(self) -> psycopg.Connection:
        return psycopg.connect(self._url, autocommit=True, connect_timeout=PATIENCE)

    def _listen(self) -> None:
        while not self._stopped.is_set():
            try:
                with self._line() as line:
                    line.execute(f"LISTEN {CHANNEL}")
                    self._bus.tell_all()  # what was said while there was no line is lost
                    while not self._stopped.is_set():
                        for notice in line.notifies(timeout=0.2):
                            self._hear(notice.payload)
            except psycopg.Error:
                if not self._stopped.is_set():
                    log.warning("lost the line to PostgreSQL, trying again", exc_info=True)
                    self._stopped.wait(1)

    def _hear(self, news: str) -> None:
        """Pass on what another process said; whatever else is said on the channel is not for us."""
        try:
            said = json.loads(news)
        except ValueError:
            return
        match said:
            case [str(sender), [*topics]] if sender != self._me and all(isinstance(t, str) for t in topics):
                self._bus.tell(*topics)
