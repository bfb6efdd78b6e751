"""How long the program takes to start: `python -m tests.load.bench_start [runs] [folder of another checkout]`.

The program is started again and again, each time as a new process. Two checkouts take turns, so read the
ratios: a machine that is busy for a while slows both. The first start of each is not counted, because Python
compiles then, and the disk reads everything for the first time.

A page counts from the first moment of the process until it is drawn in a browser that has never seen it. The
browser itself runs before.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, expect, sync_playwright

from engine.content import ROOT
from tests.browser.conftest import QUIET, chromium
from tests.browser.people import Facilitator, Person
from tests.browser.running import Running

READ = """
import time
from engine.content import load_library
began = time.perf_counter()
load_library()
print(time.perf_counter() - began)
"""


class Checkout:
    """One version of the program, and a rehearsal that is in a database already."""

    def __init__(self, root: Path, folder: Path, browser: Browser) -> None:
        self._root, self._folder, self._browser = root, folder, browser
        self._rehearsal = folder / "rehearsal.db"
        with self._started(self._rehearsal) as program:
            facilitator = Facilitator(browser, program.origin)
            facilitator.set_password(program.setup_link)
            self._cookies = facilitator.context.cookies()
            facilitator.leave()
        self._run("-m", "engine", "rehearse", database=self._rehearsal)

    def measured(self) -> dict[str, float]:
        """Measure everything once, in seconds."""
        return {
            "imports of app.py": self._taken_by("-c", "import app"),
            "reading the content": float(self._run("-c", READ)),
            "python -m engine check": self._taken_by("-m", "engine", "check"),
            "python -m engine rehearse": self._taken_by("-m", "engine", "rehearse"),
            "start to the join form": self._join_form(),
            "start to the facilitator's page": self._facilitators_page(),
        }

    def _run(self, *words: str, database: Path | None = None) -> str:
        """Run Python to its end, on an empty database unless told; give what it printed."""
        with self._database(database) as file:
            return subprocess.run(
                [sys.executable, *words],
                cwd=self._root,
                env=os.environ | {"DATABASE_URL": f"sqlite:///{file}"},
                check=True,
                stdout=subprocess.PIPE,
                text=True,
            ).stdout

    def _taken_by(self, *words: str) -> float:
        began = time.perf_counter()
        self._run(*words)
        return time.perf_counter() - began

    def _join_form(self) -> float:
        """Ask for what somebody sees first whom the program does not know: a plain page."""
        began = time.perf_counter()
        with self._started() as program, urlopen(f"{program.origin}/join"):
            return time.perf_counter() - began

    def _facilitators_page(self) -> float:
        """Open a page of Streamlit's, with the progress of the groups on it."""
        person = Person(self._browser, "")
        person.context.add_cookies(self._cookies)
        began = time.perf_counter()
        with self._started(self._rehearsal) as program:
            person.page.goto(program.origin)
            person.sees("End the group work")
            expect(person.page.locator('[data-test-script-state="notRunning"]')).to_be_visible()
            took = time.perf_counter() - began
            person.leave()
        return took

    @contextmanager
    def _started(self, database: Path | None = None) -> Iterator[Running]:
        with self._database(database) as file:
            program = Running(f"sqlite:///{file}", file.with_suffix(".log"), self._root)
            try:
                yield program
            finally:
                program.stop()

    @contextmanager
    def _database(self, known: Path | None) -> Iterator[Path]:
        with tempfile.TemporaryDirectory(dir=self._folder) as empty:
            yield known or Path(empty) / "workshop.db"


def main(runs: int = 5, other: Path | None = None, say: Callable[[str], None] = print) -> None:
    """Measure, and say the medians in a table."""
    with sync_playwright() as playwright, ExitStack() as stack:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(QUIET))
        roots = [ROOT, other] if other else [ROOT]
        folders = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _root in roots]
        checkouts = [Checkout(root, folder, browser) for root, folder in zip(roots, folders, strict=True)]
        measured = [[checkout.measured() for checkout in checkouts] for _run in range(runs)]
        browser.close()
    for name in measured[0][0]:
        medians = [statistics.median(times[name] for times in column) for column in zip(*measured, strict=True)]
        ratio = f"{medians[0] / medians[-1]:>8.2f}" if other else ""
        say(f"{name:<34}" + "".join(f"{seconds:>8.2f}" for seconds in medians) + ratio)


if __name__ == "__main__":
    main(*(read(word) for read, word in zip((int, Path), sys.argv[1:], strict=False)))
