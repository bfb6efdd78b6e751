"""People at screens: what a facilitator and a participant do, by what they see."""

import re

from playwright.sync_api import Browser, BrowserContext, Page, expect

PASSWORD = "correct horse battery"
LAPTOP = {"width": 1280, "height": 800}
PROJECTOR = {"width": 1920, "height": 1080}
PHONE = {"width": 390, "height": 844}
expect.set_options(timeout=15_000)


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, browser: Browser, origin: str, viewport: dict[str, int] | None = None) -> None:
        self.origin = origin
        self.context: BrowserContext = browser.new_context(viewport=viewport or LAPTOP, locale="en-GB")
        self.context.set_default_timeout(15_000)
        self.asked: list[str] = []
        """Every address that this person's pages asked for."""
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.page: Page = self.context.new_page()
        self.page.on("websocket", lambda line: self.asked.append(line.url))

    def go(self, path: str) -> None:
        self.page.goto(self.origin + path)

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()

    def choose(self, name: str, *, exact: bool = True, nth: int = 0) -> None:
        """Click a pill of a single choice."""
        self.page.get_by_role("radio", name=name, exact=exact).nth(nth).click()

    def press(self, name: str, *, nth: int = 0, exact: bool = True) -> None:
        self.page.get_by_role("button", name=name, exact=exact).nth(nth).click()

    def outside(self) -> list[str]:
        """Give what was asked for outside the server's own origin."""
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
        self.sees("Choose your group")
        card = self.page.locator('[data-testid="stLayoutWrapper"]', has_text=group).last
        card.get_by_role("button", name="Join this group").click()
        expect(self.page.get_by_text("Choose your group")).to_have_count(0)
