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


def place_of(page: Page, path: str) -> Locator:
    """Find the place of a field on the sheet. When it is in the rest of a row, that is opened."""
    field = page.locator(f'[data-path="{path}"]')
    field.wait_for(state="attached")
    if not field.is_visible():
        row = page.locator(f'[data-row="{path.rpartition("/")[0]}"]')
        row.locator('button[aria-expanded="false"]').click()
    return field


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
        self.page.get_by_test_id("stSidebar").get_by_role("link", name=name, exact=True).click()

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
        """Wait until the worksheet is there: it comes all at once."""
        expect(self.page.get_by_role("button", name="Hand in", exact=True)).to_be_visible()

    def hand_in(self) -> None:
        """Hand in for the whole group: it is asked once."""
        self.press("Hand in")
        self.press("Yes, hand in")
        expect(self.page.get_by_role("button", name="Take it back", exact=True)).to_be_visible()

    def field(self, path: str) -> Locator:
        """Find the place of a field on the sheet, and open its row."""
        return place_of(self.page, path)

    def box(self, path: str) -> Locator:
        """Find the box of a field that is typed in."""
        return self.field(path).locator("input, textarea")

    def status(self, path: str) -> Locator:
        """Find what the sheet says below a field: saved, not saved yet, or why not."""
        return self.field(path).locator(".note > span")

    def option(self, path: str, name: str) -> Locator:
        """Find one option of a single choice."""
        return self.field(path).get_by_role("radio", name=name, exact=True)

    def sentence(self, number: int, path: str) -> Locator:
        """Find the box of a sentence of the case in an evidence field."""
        return self.field(path).get_by_role("checkbox", name=re.compile(rf"^Sentence {number}\b"))
