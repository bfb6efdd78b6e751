"""Tells which texts of a page somebody cannot translate: those outside the brackets of the pseudo-language."""

import re
from collections.abc import Iterable

from playwright.sync_api import Page, expect

from tests.browser.seen import Seen, seen

STREAMLIT = (
    r"Link to heading",  # the anchor beside a heading
    r"Open|Clear value|Close|Dismiss",  # a list that opens, a drawer
    r"Skip to main content|Sidebar|(Expand|Collapse) sidebar",  # the frame of the page
    r"(year|month|day),|Choose date|yyyy|mm|dd",  # a date
    r"progress",  # a bar, whose text stands above it
    r"Step up|Step down|Increment.*|Decrement.*",  # a number
    r"Help|Help for.*",  # the question mark beside a label
    r"Copy to clipboard",  # an address to copy
    r"Fullscreen.*|Close fullscreen",  # a picture
    r"file upload|\d+MB per file",  # a file to choose
    r"\d+/\d+|Press Enter to (apply|submit form)",  # a text box that counts
    r"\w+ icon",  # what a screen reader says for an icon
)
"""Streamlit's own words on its own parts; it has no way to translate them."""
_BUILT_IN = re.compile("|".join(f"(?:{words})" for words in STREAMLIT))
_BRACKETED = re.compile(r"⟦[^⟦⟧]*(?:⟧|$)|^[^⟦⟧]*⟧")  # a text of some paragraphs opens in one and closes in another
_NO_WORDS = re.compile(r"https?://\S+|[\w-]+\.(?:ya?ml|md)(?::\d+)?|\b[A-Z0-9]{6}\b|\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")
"""Addresses, files, and codes that are read from a board."""


def left_over(text: str, typed: Iterable[str]) -> str:
    """What of a text is in no brackets: without what people typed, addresses and codes."""
    shorter = text
    while (text := _BRACKETED.sub(" ", shorter)) != shorter:
        shorter = text
    for words in sorted(typed, key=len, reverse=True):
        text = text.replace(words, " ")
    text = _NO_WORDS.sub(" ", text)
    return text.strip() if any(c.isalpha() for c in text) else ""


def untranslated(page: Page, typed: Iterable[str]) -> list[Seen]:
    """Every text of the page that passes by the translation."""
    found = [line for line in seen(page) if left_over(line.text, typed)]
    return [line for line in found if not _BUILT_IN.fullmatch(left_over(line.text, typed))]


def unfold(page: Page) -> None:
    """Open everything that is folded away."""
    closed = page.locator("details:not([open]) > summary")
    for left in range(closed.count(), 0, -1):
        expect(closed).to_have_count(left)  # what was clicked has opened, and counts no more
        closed.first.click()


def drawn(page: Page) -> None:
    """Wait until Streamlit has a line to the server and has drawn the whole page."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator('[data-testid="stSkeleton"]')).to_have_count(0)


def read_hints(page: Page) -> list[str]:
    """Read what stands behind every question mark."""
    hints = []
    for mark in page.get_by_test_id("stTooltipIcon").all():
        mark.hover()
        shown = page.get_by_test_id("stTooltipContent")
        shown.first.wait_for()
        hints.append(shown.first.inner_text())
        page.mouse.move(0, 0)
        shown.first.wait_for(state="hidden")
    return hints
