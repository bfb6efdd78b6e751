"""The real program, started as people start it, and killed as a power cut kills it."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
STARTS_IN = 60.0
"""Seconds that the program may take to start on a busy machine."""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Running:
    """`streamlit run app.py` on a database of its own."""

    ready = "On this computer"
    """What it says when it has started."""

    def __init__(
        self, database_url: str, log: Path, root: Path = ROOT, app: Path | str = "app.py", **environment: str
    ) -> None:
        self.port = free_port()
        self.origin = f"http://localhost:{self.port}"
        self.log, self._root, self._app = log, root, app
        self._environment = {**os.environ, "DATABASE_URL": database_url, "PYTHONUNBUFFERED": "1", **environment}
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def command(self) -> list[str]:
        """What starts it, as words of a command line."""
        streamlit = shutil.which("streamlit", path=str(Path(sys.executable).parent)) or "streamlit"
        return [streamlit, "run", str(self._app), "--server.port", str(self.port)]

    def start(self) -> None:
        began = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self.command(), cwd=self._root, env=self._environment, stdout=log, stderr=subprocess.STDOUT
            )
        ends = time.monotonic() + STARTS_IN
        while self.ready not in self.log.read_text(encoding="utf-8")[began:] or not self._answers():
            assert self._process.poll() is None and time.monotonic() < ends, self.log.read_text(encoding="utf-8")
            time.sleep(0.05)

    def _answers(self) -> bool:
        with socket.socket() as line:
            return line.connect_ex(("127.0.0.1", self.port)) == 0

    @property
    def setup_link(self) -> str:
        found = re.search(r"(http://localhost:\S+/setup\S+)", self.log.read_text(encoding="utf-8"))
        assert found, "the terminal shows no one-time link"
        return found[1]

    @property
    def process_id(self) -> int:
        """The number that the system gave the program."""
        assert self._process
        return self._process.pid

    def kill(self) -> None:
        """End it as `kill -9` does: no goodbye, nothing flushed."""
        assert self._process
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def restart(self) -> None:
        """Start it again on the same port and database, as somebody does after a power cut."""
        self.kill()
        self.start()

    def stop(self) -> None:
        """End it as Ctrl-C does; a server that does not stop is a fault."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(timeout=20)
