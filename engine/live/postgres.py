"""Carries news between processes that share one PostgreSQL, by LISTEN and NOTIFY."""

import json
import logging
import secrets
import time
from threading import Lock, Thread

import psycopg

from engine.live.bus import Bus

CHANNEL = "workshop"
log = logging.getLogger(__name__)


class PostgresRelay:
    """Hands this process's news to the others, and theirs to this one's bus."""

    def __init__(self, url: str, bus: Bus) -> None:
        self._url = url.replace("postgresql+psycopg://", "postgresql://")
        self._bus = bus
        self._me = secrets.token_hex(4)
        self._sender: psycopg.Connection | None = None
        self._lock = Lock()
        self._stopped = False
        self._thread = Thread(target=self._listen, name="postgres-relay", daemon=True)

    def start(self) -> None:
        """Begin to carry news."""
        self._bus.relay = self.send
        self._thread.start()

    def stop(self) -> None:
        """Carry no more."""
        self._stopped = True
        self._bus.relay = None
        with self._lock:
            if self._sender:
                self._sender.close()
        self._thread.join(timeout=5)

    def send(self, topics: list[str]) -> None:
        """Tell the other processes; when the line is down they hear it by their slow refresh."""
        try:
            with self._lock:
                if self._sender is None or self._sender.closed:
                    self._sender = psycopg.connect(self._url, autocommit=True)
                self._sender.execute("SELECT pg_notify(%s, %s)", (CHANNEL, json.dumps([self._me, topics])))
        except psycopg.Error:
            log.warning("could not tell the other processes", exc_info=True)

    def _listen(self) -> None:
        while not self._stopped:
            try:
                with psycopg.connect(self._url, autocommit=True) as line:
                    line.execute(f"LISTEN {CHANNEL}")
                    while not self._stopped:
                        for notice in line.notifies(timeout=0.5):
                            sender, topics = json.loads(notice.payload)
                            if sender != self._me:
                                self._bus.tell(*topics)
            except psycopg.Error:
                if not self._stopped:
                    log.warning("lost the line to PostgreSQL, trying again", exc_info=True)
                    time.sleep(1)
