"""A facilitator who turns pages while others work: what stands on each page, and the line between page and server."""

from collections.abc import Callable

import httpx
from playwright.sync_api import Page, WebSocketRoute
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from engine.access.cookies import SEAT, sealed
from engine.workshop import groups_of, join, place
from tests.browser.begun import ACTIVITY, CASE, Begun
from tests.browser.waiting import until

MARKS = {
    "Activities": "Activities on the agenda",
    "Plenary": "Show it on the projector",
    "Agenda": "How people join",
    "Slides": "A deck for every input session",
    "People and groups": "Number of groups",
}
"""A page of the menu -> what stands on this one alone."""
QUIET = 0.15
"""Seconds without a message after which the server has nothing more to say."""


def wrong_on(page: Page, name: str) -> str:
    """What is wrong with the screen of somebody who turned to a page; nothing when it is as it should be."""
    seen = {other for other, mark in MARKS.items() if page.locator("main").get_by_text(mark).count()}
    if not page.get_by_test_id("stSidebar").get_by_role("link", name=name, exact=True).count():
        return "no menu"
    if seen != {name}:
        return f"{' and '.join(sorted(seen))} stands there" if seen else "nothing stands there"
    return ""


class Writer:
    """Somebody of a group who saves one sentence after another, without a browser."""

    def __init__(self, begun: Begun, name: str, group: int = 0) -> None:
        seat = join(begun.server, begun.workshop.join_code, name)
        self._group = groups_of(begun.server, begun.workshop.id)[group].id
        place(begun.server, seat.id, self._group)
        self._code = begun.workshop.join_code
        cookies = {SEAT: sealed(begun.server, SEAT, [seat.id, seat.seat_version])}
        origin = begun.running.origin
        self._client = httpx.Client(base_url=origin, headers={"Origin": origin}, cookies=cookies, timeout=60)
        self._saved = self._revision = 0

    def save(self) -> None:
        """Save the next sentence; whoever looks at progress or at the plenary hears of it."""
        self._saved += 1
        place = {"group": self._group, "activity": ACTIVITY, "sheet": CASE, "field": "reasons"}
        sent = {**place, "value": f"Reason {self._saved}", "base": self._revision}
        self._revision = self._client.post("/answers", json=sent).raise_for_status().json()["revision"]

    def bring_somebody(self) -> None:
        """Have somebody new join; whoever looks at the people hears of it."""
        self._saved += 1
        with httpx.Client(base_url=self._client.base_url, headers=self._client.headers) as new:
            new.post("/join", data={"code": self._code, "name": f"Newcomer {self._saved}"})

    def leave(self) -> None:
        self._client.close()


class Gate:
    """Stands between a page and Streamlit's server. Shut, it keeps what the server sends until it is opened."""

    def __init__(self, page: Page) -> None:
        self.asked: list[str] = []
        """The pages in whose name the browser asked for a drawing."""
        self._page, self._kept, self._heard = page, list[bytes | str](), 0
        self._shut_from, self._is_shut = "", False
        page.route_web_socket("**/_stcore/stream", self._stand_between)

    def _stand_between(self, browser: WebSocketRoute) -> None:
        self._browser, server = browser, browser.connect_to_server()

        def to_server(sent: bytes | str) -> None:
            asked = BackMsg.FromString(sent) if isinstance(sent, bytes) else BackMsg()
            if asked.HasField("rerun_script"):
                self.asked.append(asked.rerun_script.page_script_hash)
            server.send(sent)

        browser.on_message(to_server)
        server.on_message(self._to_browser)

    def _to_browser(self, sent: bytes | str) -> None:
        self._heard += 1
        kind = ForwardMsg.FromString(sent).WhichOneof("type") if isinstance(sent, bytes) else ""
        self._is_shut = self._is_shut or kind == self._shut_from
        self._kept.append(sent) if self._is_shut else self._browser.send(sent)

    def shut(self, kind: str) -> None:
        """Keep the next message of a kind, and all that come after it."""
        self._shut_from = kind

    def open(self) -> None:
        """Hand over what was kept, all at once."""
        self._shut_from, self._is_shut = "", False
        kept, self._kept = self._kept, []
        for sent in kept:
            self._browser.send(sent)

    def until_kept(self) -> None:
        """Wait until a message is kept."""
        until(self._page, lambda: bool(self._kept), lambda: "the server sends nothing")

    def until_asked(self, act: Callable[[], None]) -> None:
        """Do something, and wait until the browser asks for a drawing."""
        before = len(self.asked)
        act()
        until(self._page, lambda: len(self.asked) > before, lambda: "the page asks for nothing")

    def until_quiet(self) -> None:
        """Wait until the server has nothing more to say."""
        heard = -1
        while heard != self._heard:
            heard = self._heard
            self._page.wait_for_timeout(QUIET * 1000)
