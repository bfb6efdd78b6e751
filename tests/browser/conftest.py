"""A real browser against the real program."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from engine.content import Library
from tests.browser.begun import Begun
from tests.browser.running import Running

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP workshop.test 127.0.0.1",
)  # fmt: skip


LONG = ("test_language.py", "test_handbook.py", "test_quizzes.py", "test_typed_markup.py")
"""Walks through many screens; they have a command of their own: `pytest -m long`."""
FIRST = (
    "test_page_turns.py", "test_sheet_saving.py", "test_sheet_core.py", "test_readings.py", "test_activities.py",
    "test_main_job.py", "test_media.py", "test_bad_input.py", "test_live.py", "test_seats.py", "test_typed_text.py",
    "test_sheet_drawing.py", "test_predict.py", "test_slides.py",
)  # fmt: skip
"""What takes longest begins first, so that at the end no process waits for another."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if item.path.name in LONG:
                item.add_marker(pytest.mark.long)
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    """Let those without a browser come first: Playwright leaves an event loop running, which bears no other."""
    if not item.get_closest_marker("browser"):
        return 0
    return 1 + (FIRST.index(item.path.name) if item.path.name in FIRST else len(FIRST))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Say with a failure what stood on every screen."""
    report = yield
    if call.when == "call" and report.failed and "browser" in getattr(item, "funcargs", {}):
        for page in (page for context in item.funcargs["browser"].contexts for page in context.pages):
            report.sections.append((f"on the screen at {page.url}", _on_screen(page)))
    return report


def _on_screen(page: Page) -> str:
    try:
        app = page.get_by_test_id("stApp")
        state = [app.get_attribute(f"data-test-{name}-state", timeout=1000) for name in ("connection", "script")]
        return f"{state}\n{page.locator('body').inner_text(timeout=1000)[:4000]}"
    except Exception as error:  # a report must not stop the run
        return str(error)


def chromium() -> str | None:
    """Find the browser of this machine."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; where there is none these tests are skipped, and in CI they fail."""
    if not (found := chromium()):
        said = "no browser: install Chromium (Debian: apt-get install chromium) or name one in CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=found, args=list(QUIET), env={**os.environ, "TMPDIR": folder}
        )  # it leaves files there
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def open_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One server for all of a file who only read: they leave nothing behind in it."""
    folder = tmp_path_factory.mktemp("open_house")
    program = Running(f"sqlite:///{folder / 'workshop.db'}", folder / "server.log")
    yield program
    program.stop()
    assert "Traceback" not in program.log.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def begun_house(browser: Browser, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Begun]:
    house = Begun(browser, library, tmp_path_factory.mktemp("begun"))
    yield house
    house.close()


@pytest.fixture
def begun(begun_house: Begun) -> Iterator[Begun]:
    """A workshop in the middle of its work, one for all tests of a file; whoever came goes home after each."""
    yield begun_house
    begun_house.clear()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """The program on a fresh SQLite file."""
    program = Running(f"sqlite:///{tmp_path / 'workshop.db'}", tmp_path / "server.log")
    yield program
    program.stop()
    assert "Traceback" not in program.log.read_text(encoding="utf-8"), program.log.read_text(encoding="utf-8")
