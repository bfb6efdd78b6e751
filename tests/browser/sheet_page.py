"""A page with a few boxes of the live sheet, and a server for it that keeps everything in memory."""

import json
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import BrowserContext, Page, Route

from engine.content import ROOT
from engine.fields.merging import merged

BROWSER = ROOT / "engine" / "sheet" / "browser"
ORIGIN = "http://sheet.test"
PLACE = {"group": "kariba", "activity": "signs"}
SAVED_AT = "2030-05-06T08:42:07+00:00"
STATE = {"is": "open", "by": "", "at": "", "until": "", "now": SAVED_AT, "room": {"activity": "signs"}}
WORDS = {
    "typing": "Typing", "saving": "Saving", "saved": "Saved {time}", "saved_by": "Saved {time} by {name}",
    "kept": "Kept", "refused": "Not saved: {problem}",
}  # fmt: skip
PAGE = """<!doctype html><meta charset="utf-8"><body><div id="host"></div></body>"""
START = """async (data) => {
  const { SheetDocument } = await import("/parts/document.js");
  const { bindText, bindTyped } = await import("/parts/written.js");
  const root = document.querySelector("#host").attachShadow({ mode: "open" });
  root.innerHTML = `<style>textarea, input { display: block; width: 300px; font: 16px/20px monospace }
    textarea { field-sizing: content }</style><input id="above"><div id="rows"></div><textarea id="note"></textarea>
    <input id="line"><input id="fee"><div style="height: 3000px"></div>`;
  window.doc = new SheetDocument(data, { answers: "/answers", handIn: "/hand-in", live: "/live" });
  window.box = (id) => root.querySelector(`#${id}`);
  bindText(box("note"), doc, "sheet", "note");
  bindText(box("line"), doc, "sheet", "line");
  const read = (text) => (text === "" ? null : Number(text));
  bindTyped(box("fee"), doc, ["sheet", "fee"], { read, show: (value) => String(value ?? "") });
}"""


@dataclass
class Answers:
    """Answers as the server keeps them: a revision for each, and what each tab sent last."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    """All that was ever saved; the revision is the place in the list, from 1."""
    last: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    """Tab and field -> number and revision of the last change."""
    problem: str = ""
    """Why nothing can be saved."""

    def now(self, path: str) -> dict[str, Any] | None:
        return next((row for row in reversed(self.rows) if row["field"] == path), None)

    def value(self, path: str) -> Any:
        return (self.now(path) or {"value": None})["value"]

    def save(self, change: dict[str, Any], author: str) -> dict[str, Any]:
        """Save a change; others' words are merged with it."""
        path, key = change["field"], (change["tab"], change["field"])
        where = {name: change[name] for name in ("sheet", "field", "number")}
        if self.problem:
            return where | {"problem": self.problem, "retry": False}
        number, mine = self.last.get(key, (0, 0))
        if change["number"] > number:
            held, base = self.now(path), max(change["base"], mine)
            mine = self._add(path, change["value"], author, change["tab"])
            if held and held["revision"] > base and isinstance(change["value"], str):
                was = self.rows[base - 1]["value"] if base else ""
                self._add(path, merged(was, held["value"], change["value"]), author, change["tab"])
            self.last[key] = (change["number"], mine)
        return {**(self.now(path) or {}), **where, "mine": mine}

    def _add(self, path: str, value: Any, author: str, tab: str) -> int:
        revision = len(self.rows) + 1
        saved = {"sheet": "sheet", "field": path, "value": value, "revision": revision, "saved_at": SAVED_AT}
        self.rows.append({**saved, "author": author, "tab": tab})
        return revision


class Laptop:
    """Somebody's browser; its line to the server can be cut, or go silent."""

    def __init__(self, context: BrowserContext, answers: Answers, name: str) -> None:
        self.context, self.answers, self.name = context, answers, name
        self.line = "up"
        self.posted: list[dict[str, Any]] = []
        context.add_init_script("delete globalThis.SharedWorker;")
        context.route(f"{ORIGIN}/**", self._answer)
        self.page = self.open()

    def open(self) -> Page:
        """Open the sheet in another window."""
        page = self.context.new_page()
        page.goto(ORIGIN)
        current = {row["field"]: row for row in self.answers.rows}
        data = {
            "place": PLACE, "me": self.name, "seat": f"seat-{self.name}", "people": [], "sheets": [{"id": "sheet"}],
            "answers": {"sheet": current}, "revision": len(self.answers.rows), "state": STATE, "since": "",
            "topics": ["sheet"], "words": WORDS,
        }  # fmt: skip
        page.evaluate(START, data)
        return page

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN).partition("?")[0]
        if path == "/":
            route.fulfill(body=PAGE, content_type="text/html")
        elif path.startswith("/parts/"):
            route.fulfill(path=BROWSER / path.removeprefix("/parts/"))
        elif path == "/answers" and self.line != "silent":
            self._tell(route) if route.request.method == "GET" else self._save(route)
        elif path == "/live":
            route.fulfill(status=403)

    def _tell(self, route: Route) -> None:
        """Tell a page that catches up that nothing has changed: what others save comes by `hear`."""
        if self.line == "down":
            return route.abort()
        return route.fulfill(json={"changes": [], "revision": len(self.answers.rows), "state": STATE, "people": []})

    def _save(self, route: Route) -> None:
        """With the line "lost" the changes arrive, and nobody hears of it."""
        if self.line == "down":
            return route.abort()
        sent = json.loads(route.request.post_data or "")
        self.posted.append(sent)
        changes = [self.answers.save(change, self.name) for change in sent["changes"]]
        if self.line == "lost":
            return route.abort()
        return route.fulfill(json={"changes": changes, "now": SAVED_AT})

    def hear(self, *paths: str) -> None:
        """Hear by the line of news what fields hold now."""
        self.page.evaluate("changes => doc.hear(changes)", [self.answers.now(path) for path in paths])

    def box(self, name: str, page: Page | None = None) -> Any:
        return (page or self.page).locator(f"#{name}")

    def kind(self, path: str) -> str:
        """How a field stands: typing, saving, saved, kept, refused."""
        return self.page.evaluate("path => doc.note('sheet', path).kind", path)

    def caret(self, name: str) -> Any:
        """Where the caret of a box stands."""
        return self.page.evaluate("name => box(name).selectionEnd", name)


def others_save(answers: Answers, path: str, value: Any, base: int | None = None) -> None:
    """Let a colleague save something, who has seen everything or the revision `base`."""
    number = len(answers.rows) + 1
    seen = base if base is not None else (answers.now(path) or {"revision": 0})["revision"]
    change = {"sheet": "sheet", "field": path, "value": value, "base": seen, "tab": "bwalya00", "number": number}
    answers.save(change, "Bwalya")
