"""People at screens: what a facilitator and a participant do, by what they see."""

import re
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

PASSWORD = "correct horse battery"
LAPTOP = {"width": 1280, "height": 800}
PROJECTOR = {"width": 1920, "height": 1080}
PHONE = {"width": 390, "height": 844}
PATIENCE = 30_000
"""Milliseconds that a screen may take on a busy machine."""
SAVED = re.compile(r"Saved \d\d:\d\d:\d\d")
expect.set_options(timeout=PATIENCE)


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, browser: Browser, origin: str, viewport: dict[str, int] | None = None, **settings: Any) -> None:
        self.origin = origin
        self.context: BrowserContext = browser.new_context(viewport=viewport or LAPTOP, locale="en-GB", **settings)
        self.context.set_default_timeout(PATIENCE)
        self.asked: list[str] = []
        """Every address that this person's pages asked for."""
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.open_tab()

    def open_tab(self) -> Page:
        """Open a tab, which is the person's page from now on."""
        self.page: Page = self.context.new_page()
        self.page.on("websocket", lambda line: self.asked.append(line.url))
        return self.page

    def go(self, path: str) -> None:
        self.page.goto(self.origin + path)

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()

    def choose(self, name: str, *, exact: bool = True, nth: int = 0) -> None:
        """Click a pill of a single choice."""
        self.page.get_by_role("radio", name=name, exact=exact).nth(nth).click()

    def press(self, name: str, *, nth: int = 0, exact: bool = True) -> None:
        self.page.get_by_role("button", name=name, exact=exact).nth(nth).click()

    def row(self, label: str) -> Locator:
        """Find a row of a table, or whatever else stands under a heading of its own."""
        above = f'xpath=//strong[normalize-space(.)="{label}"]/ancestor::div[@data-testid="stVerticalBlock"][1]'
        return self.page.locator(above)

    def keep(self, cookie: str, value: str) -> None:
        """Have a cookie in the browser."""
        self.context.add_cookies([{"name": cookie, "value": value, "url": self.origin}])

    def leave(self) -> None:
        """Close the browser."""
        self.context.close()

    def outside(self) -> list[str]:
        """What was asked for outside the server's own origin."""
        host = self.origin.removeprefix("http://")
        own = (f"http://{host}/", f"ws://{host}/", "data:", "blob:")
        return [url for url in self.asked if not url.startswith(own)]


class Facilitator(Person):
    """The one who runs the seminar."""

    def set_password(self, link: str) -> None:
        self.page.goto(link)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.press("Save and begin")
        self.sees("Open your first workshop")

    def sign_in(self) -> None:
        self.go("/sign-in")
        self.page.get_by_label("Password").fill(PASSWORD)
        self.press("Sign in")

    def turn_to(self, name: str) -> None:
        """Go to a page by the menu."""
        self.page.get_by_role("link", name=name, exact=True).click()

    def open_workshop(self, title: str, country: str = "Zambia", module: str = "Five-day workshop") -> str:
        """Open a workshop; give its join code as the screen shows it."""
        self.go("/workshops")
        self.page.get_by_label("Title").fill(title)
        self.page.get_by_label("Country").fill(country)
        self.press("Open the workshop", exact=False)
        self.sees("How people join")
        return self.page.locator(".board.code").inner_text()

    def make_groups(self) -> None:
        """Make the groups that the page suggests: four."""
        self.go("/groups")
        self.press("Make the groups")
        self.sees("The groups are saved.")

    def begin(self, title: str) -> None:
        self.go("/")
        card = self.page.locator('[data-testid="stLayoutWrapper"]', has_text=title).last
        card.get_by_role("button", name=re.compile("Begin|Go back to it")).click()
        expect(self.page.get_by_role("heading", name=title, exact=True)).to_be_visible()
        self.sees("End the group work")


class Participant(Person):
    """A laptop of a group."""

    def join(self, code: str, name: str, group: str) -> None:
        self.go(f"/join?code={code}")
        self.page.get_by_label("Your name").fill(name)
        self.press("Join")
        self.choose_group(group)

    def choose_group(self, group: str) -> None:
        self.sees("Choose your group")
        card = self.page.locator('[data-testid="stLayoutWrapper"]', has_text=group).last
        card.get_by_role("button", name="Join this group").click()
        expect(self.page.get_by_text("Choose your group")).to_have_count(0)

    def rejoin(self, code: str) -> None:
        self.go("/rejoin")
        self.page.get_by_label("Rejoin code").fill(code)
        self.press("Take my seat")

    @property
    def rejoin_code(self) -> str:
        """Read the code from the screen, with its hyphen."""
        self.press("My seat")
        code = self.page.get_by_text(re.compile("^Rejoin code")).locator("code").inner_text()
        self.page.keyboard.press("Escape")
        return code

    def is_at_sheet(self) -> None:
        """Wait until the whole worksheet is there; its button comes last."""
        expect(self.page.get_by_role("button", name="Hand in", exact=True)).to_be_visible()

    def box(self, label: str, row: str = "") -> Locator:
        """Find a text box, on the sheet or in one of its rows."""
        around = self.row(row) if row else self.page.locator("main")
        return around.get_by_role("textbox", name=label, exact=True)

    def status(self, label: str, row: str = "") -> Locator:
        """Find what a text box says below itself."""
        return self.box(label, row).locator('xpath=following-sibling::*[@role="status"]')

    def sentence(self, number: int, row: str) -> Locator:
        """Find the pill of a sentence of the case; unlike a single choice it is a button that stays pressed."""
        return self.row(row).get_by_role("button", name=str(number), exact=True)
