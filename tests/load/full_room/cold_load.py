"""What a browser that has never seen the program loads until the sheet stands there."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import QUIET, chromium
from tests.load.full_room.figures import Figure
from tests.load.full_room.line import HOST
from tests.load.full_room.programs import BarePage, empty, started
from tests.load.full_room.room import make_room

SLOWER = 4
"""How many times slower than this machine a weak laptop is."""
SHEET = "fieldset"
"""Stands on every sheet; found in the shadow of its component, too."""


@dataclass(frozen=True)
class Load:
    """One page, loaded without anything in the cache."""

    kilobytes: float
    """As they travel, with headers."""
    requests: int
    seconds: float
    """Until it can be used."""


@contextmanager
def chromium_open() -> Iterator[Browser]:
    """A browser of this machine's."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(QUIET))
        yield browser
        browser.close()


def cold_load(browser: Browser, port: int, path: str, cookie: str, ready: str, slower: int = 1) -> Load:
    """Open a page in a new profile, and wait until what the selector `ready` names can be seen."""
    context = browser.new_context()
    if cookie:
        name, _sign, value = cookie.partition("=")
        context.add_cookies([{"name": name, "value": value, "url": f"http://{HOST}:{port}"}])
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    got: list[float] = []
    line.on("Network.loadingFinished", lambda said: got.append(said["encodedDataLength"]))
    began = time.perf_counter()
    page.goto(f"http://{HOST}:{port}{path}", wait_until="commit")
    page.locator(ready).first.wait_for(timeout=120_000)
    took = time.perf_counter() - began
    page.wait_for_timeout(1000)  # what it loads besides
    context.close()
    return Load(sum(got) / 1e3, len(got), took)


def loads(folder: Path) -> list[Figure]:
    """The page with the sheet, Streamlit's own empty page beside it, and the plain page, also on a weak laptop."""
    url = f"sqlite:///{folder / 'workshop.db'}"
    room = make_room(url, 1, 1)
    with chromium_open() as browser:
        with started(url, folder, BarePage, empty(folder)) as bare:
            streamlit = cold_load(browser, bare.port, "/", "", "[data-testid=stMarkdown]")
        with started(url, folder) as program:
            ours, plain, weak = (
                cold_load(browser, program.port, path, room.seats[0].cookie, SHEET, slower)
                for path, slower in (("/", 1), ("/sheet", 1), ("/sheet", SLOWER))
            )
    return [
        *_figures("page", "the page with the sheet", ours),
        *_figures("empty_page", "Streamlit's page with one word on it", streamlit),
        *_figures("plain", "/sheet", plain, kilobytes=150, requests=10),
        Figure("plain_weak_s", f"/sheet, a processor {SLOWER} times slower: ready", weak.seconds, 2, unit="s"),
    ]


def _figures(
    key: str, what: str, load: Load, kilobytes: float | None = None, requests: float | None = None
) -> list[Figure]:
    return [
        Figure(f"{key}_kb", f"{what}, nothing in the cache", load.kilobytes, kilobytes, unit="kB"),
        Figure(f"{key}_requests", f"{what}: requests", load.requests, requests, unit=""),
        Figure(f"{key}_s", f"{what}: ready", load.seconds, unit="s"),
    ]
