"""How much memory a big file takes on its way in and out: `python -m tests.load.big_upload [megabytes]`.

Starts the real program on a database of its own, sends it one generated file (2,000 MB unless told), reads
it back, and says by how much the program grew meanwhile. The disk must have room for the file.
"""

import http.client
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import psutil

from engine.access.cookies import FACILITATOR, sealed
from engine.access.keys import password_mark, set_password, setup_word
from engine.content import Library
from engine.server import Server
from engine.store import Database
from tests.browser.running import Running
from tests.media.samples import CLIP

MEGABYTE = 1_000_000


def pieces(megabytes: int) -> Iterator[bytes]:
    """A file that begins like a film."""
    yield CLIP + bytes(MEGABYTE - len(CLIP))
    for _piece in range(megabytes - 1):
        yield bytes(MEGABYTE)


class Watch:
    """The most memory that a program had while this watched, in MB."""

    def __init__(self, process: int) -> None:
        self._process, self._is_over, self.most = psutil.Process(process), False, 0.0
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> "Watch":
        self.before = self._now()
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._is_over = True
        self._thread.join()

    @property
    def grown(self) -> float:
        """By how many MB it grew."""
        return self.most - self.before

    def _now(self) -> float:
        return self._process.memory_info().rss / MEGABYTE

    def _look(self) -> None:
        while not self._is_over:
            self.most = max(self.most, self._now())
            time.sleep(0.02)


def sent_and_read(folder: Path, megabytes: int, say: Callable[[str], None] = print) -> float:
    """Send a file to the real program and read it back; give by how many MB the program grew."""
    url = f"sqlite:///{folder / 'workshop.db'}"
    server = Server(Database(url), Library())
    set_password(server, setup_word(server), "a calm green field")
    cookie = f"{FACILITATOR}={sealed(server, FACILITATOR, password_mark(server))}"
    server.stop()
    running = Running(url, folder / "server.log")
    line = http.client.HTTPConnection("localhost", running.port, timeout=600)
    try:
        line.request("GET", "/join", headers={"Cookie": cookie})
        line.getresponse().read()
        with Watch(running.process_id) as watch:
            began = time.monotonic()
            headers = {"Cookie": cookie, "Content-Length": str(megabytes * MEGABYTE), "Origin": running.origin}
            about = urlencode({"name": "film.mp4", "title": "Film", "source": "Us", "licence": "CC0"})
            line.request("POST", f"/uploads?{about}", pieces(megabytes), headers)
            reply = line.getresponse()
            text = reply.read().decode()
            assert reply.status == 200, text
            say(f"{megabytes} MB in, {megabytes / (time.monotonic() - began):.0f} MB/s, {watch.grown:.0f} MB of memory")
            media_id = text.split('"')[3]
            line.request("GET", f"/uploads/{media_id}", headers={"Cookie": cookie})
            reply, count = line.getresponse(), 0
            while piece := reply.read(MEGABYTE):
                count += len(piece)
            assert count == megabytes * MEGABYTE
            say(f"{megabytes} MB out, {watch.grown:.0f} MB of memory")
        return watch.grown
    finally:
        line.close()
        running.stop()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        sent_and_read(Path(place), int((sys.argv[1:] or ["2000"])[0]))
