"""Page turns while others work: `python -m tests.load.page_turns [turns]`.

A facilitator turns pages by the menu, in any order and before a page has come to rest, while eight people save
answers and four click on their worksheets. Counts the screens that stay wrong for `PATIENCE` seconds: white, empty, or
with what stood on the page before; and measures how long a turn takes.
"""

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from threading import Event, Thread

from playwright.sync_api import sync_playwright

from tests.browser.begun import GROUPS, Begun
from tests.browser.conftest import QUIET, chromium
from tests.browser.people import Facilitator
from tests.browser.turning import MARKS, Writer, wrong_on
from tests.real_content import LIBRARY

WRITERS, CLICKERS = 8, 4
PAUSE = 0.5
"""Seconds between two sentences of one writer, and between two clicks."""
PATIENCE = 30.0
"""Seconds after which a screen that is wrong counts as wrong."""
LOOK, REST = 10, 400
"""Milliseconds between two looks at the screen, and at most between two turns."""
CLICK = """pause => setInterval(() => {
  const pills = [...document.querySelectorAll('main [role="radio"]')];
  pills[Math.floor(Math.random() * pills.length)]?.click();
}, pause)"""


@contextmanager
def at_work(begun: Begun) -> Iterator[None]:
    """Let people write and click meanwhile."""
    is_over = Event()
    writers = [Writer(begun, f"Writer {n}", n % len(GROUPS)) for n in range(WRITERS)]

    def write(writer: Writer) -> None:
        while not is_over.wait(PAUSE):
            writer.save()
        writer.leave()

    threads = [Thread(target=write, args=[writer]) for writer in writers]
    for n in range(CLICKERS):
        begun.laptop(f"Clicker {n}", GROUPS[n % len(GROUPS)]).page.evaluate(CLICK, PAUSE * 1000)
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        is_over.set()
        for thread in threads:
            thread.join()


def turn(facilitator: Facilitator, name: str) -> tuple[str, float]:
    """Turn to a page; give what stays wrong with the screen, and the seconds until nothing is."""
    began = time.monotonic()
    facilitator.turn_to(name)
    while (wrong := wrong_on(facilitator.page, name)) and time.monotonic() - began < PATIENCE:
        facilitator.page.wait_for_timeout(LOOK)
    return wrong, time.monotonic() - began


def turned(begun: Begun, turns: int, say: Callable[[str], None]) -> tuple[Counter[str], list[float]]:
    """Turn pages, and look at each screen again after a moment; a page that went wrong is opened anew."""
    facilitator, chance = begun.facilitator(), random.Random(1)
    page, at, found, took = facilitator.page, "Activities", Counter[str](), []
    page.on("pageerror", lambda error: say(f"       {error}"))
    facilitator.go("/")
    for number in range(1, turns + 1):
        at = chance.choice([name for name in MARKS if name != at])
        wrong, seconds = turn(facilitator, at)
        page.wait_for_timeout(chance.uniform(0, REST))
        if wrong := wrong or wrong_on(page, at):
            say(f"{number:>5}  {at}: {wrong}")
            facilitator.go("/")
        else:
            took.append(seconds)
        found[wrong or "right"] += 1
        if number % 50 == 0:
            say(f"{number:>5}  {found['right']} right")
    return found, took


def main(turns: int = 500, say: Callable[[str], None] = print) -> None:
    """Turn pages, and say what became of them."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        begun = Begun(playwright.chromium.launch(executable_path=chromium(), args=list(QUIET)), LIBRARY, Path(folder))
        try:
            with at_work(begun):
                found, took = turned(begun, turns, say)
        finally:
            begun.close()
    p50, p95 = (1000 * quantiles(took, n=100)[n] for n in (49, 94))
    say(f"{turns} turns: {found.pop('right', 0)} right, {found.total()} wrong {dict(found)}")
    say(f"click to the whole page: p50 {p50:.0f} ms, p95 {p95:.0f} ms")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
