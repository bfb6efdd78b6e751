"""Sheets drawn in a browser from what the server tells of them, as if the line were dead from then on."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from engine.content import Library, flattened
from engine.server import Server
from engine.sheet.data import sheet_data
from engine.sheet.scripts import BROWSER
from engine.store import Database
from engine.workshop import begin, form_groups, groups_of, join, open_workshop, place, seat_of
from tests.real_content import LIBRARY

IN_SHORT = ("indicators-and-investigation", "operational-guidelines")
"""Activities whose sheets every run looks at: with and without cases. `pytest -m long` looks at all of them."""
ORIGIN = "http://sheet.test"
_PAGE = """<!doctype html>
<html lang="en"><title>Sheet</title><meta name="viewport" content="width=device-width">
<style>:root { color-scheme: light dark } body { margin: 0; padding: 0 1rem; background: light-dark(#fff, #12191f) }
</style><main></main><script type="module">
import { mount } from "/sheet.js";
window.moved = [];
window.open_it = (options) => mount(document.querySelector("main"), {
  address: "/data", styles: "/sheet.css", answers: "/answers", handIn: "/hand-in", live: "/live", ...options,
}, { moved: (room) => window.moved.push(room) });
window.open_it();
</script></html>"""
_TYPES = {".js": "text/javascript", ".css": "text/css"}


class Drawn:
    """A workshop with one group, whose sheets can be opened in a browser."""

    def __init__(self, browser: Browser, library: Library, folder: Path) -> None:
        self.server = Server(Database(f"sqlite:///{folder / 'workshop.db'}"), library)
        self.library, self._browser = library, browser
        today = date.today()
        workshop = open_workshop(
            self.server, title="Inspectors", country="Zambia", starts_on=today, ends_on=today, module_id="five-day"
        )
        form_groups(self.server, workshop.id, ["Kariba"])
        for name in ("Amina", "Bwalya"):
            sitter = join(self.server, workshop.join_code, name)
            place(self.server, sitter.id, groups_of(self.server, workshop.id)[0].id)
        for activity_id in library.activities:
            begin(self.server, workshop.id, activity_id)
        self._seat_id = sitter.id

    def data(self, activity_id: str) -> dict[str, Any]:
        seat = seat_of(self.server, self._seat_id)
        assert seat
        return sheet_data(self.server, seat, activity_id)

    def filled(self, activity_id: str) -> dict[str, Any]:
        """The same, where the group has answered as our reading does."""
        activity, reading = self.library.activities[activity_id], self.library.readings[activity_id]
        answers = {name: flattened(activity, sheet) for name, sheet in reading.sheets.items()}
        saved = {"saved_at": "2030-05-06T08:42:07+00:00", "author": "Amina"}
        told = {
            sheet: {path: {"value": value, "revision": 1 + n, **saved} for n, (path, value) in enumerate(on.items())}
            for sheet, on in answers.items()
        }
        return {**self.data(activity_id), "answers": told}

    def open(self, data: dict[str, Any], **context: Any) -> Page:
        """A page with the sheets of `data`; `context` is what Playwright takes, such as a `viewport`."""
        context.setdefault("viewport", {"width": 1280, "height": 800})
        page = self._browser.new_context(**context).new_page()
        page.route("**/*", lambda route: _give(route, data))
        page.goto(ORIGIN)
        page.locator("h1").wait_for()
        return page

    def close(self) -> None:
        for context in self._browser.contexts:
            context.close()
        self.server.database.close()


def _give(route: Route, data: dict[str, Any]) -> None:
    name = route.request.url.removeprefix(f"{ORIGIN}/")
    if not name:
        route.fulfill(body=_PAGE, content_type="text/html")
    elif name == "data":
        route.fulfill(body=json.dumps(data), content_type="application/json")
    elif name == "sheet.css":
        looks = "\n".join(path.read_text(encoding="utf-8") for path in sorted(BROWSER.glob("*.css")))
        route.fulfill(body=looks, content_type="text/css")
    elif (BROWSER / name).is_file():
        route.fulfill(path=BROWSER / name, content_type=_TYPES[Path(name).suffix])
    else:
        route.abort()


def open_all_rows(page: Page) -> None:
    """Open the rest of every row."""
    page.locator(".opener[aria-expanded=false]").evaluate_all("(all) => all.forEach((opener) => opener.click())")


def every_activity() -> pytest.MarkDecorator:
    """Do a test with the sheets of every activity; some of them in every run."""
    ids = [pytest.param(name, marks=() if name in IN_SHORT else pytest.mark.long) for name in LIBRARY.activities]
    return pytest.mark.parametrize("activity_id", ids)
