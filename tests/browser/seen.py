"""What somebody can read on a page: every text, with those that a screen reader says, and what must not be there."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from playwright.sync_api import Page, expect

from engine.content import Activity
from engine.fields import ChoiceField, OpenTable, Table
from tests.browser.waiting import until

_SCRIPT = r"""
() => {
  const found = [], unread = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE"]);
  const read = ["placeholder", "aria-label", "aria-description", "title", "alt"];
  let line = "";
  const flush = () => { if (line.trim()) found.push(["text", line.trim()]); line = ""; };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) { line += node.data; return; }
    if (node.nodeType !== Node.ELEMENT_NODE || unread.has(node.tagName)) return;
    const style = getComputedStyle(node); // what has no box of its own is not visible, but what it holds may be
    if (style.display !== "contents" && !node.checkVisibility({ visibilityProperty: true })) return;
    if (node.translate === false && (/Icon/.test(node.dataset.testid || "") || node.role === "img")) return; // an icon
    for (const name of read) {
      const said = node.getAttribute(name);
      if (said && said.trim()) found.push([name, said.trim()]);
    }
    const isInline = ["inline", "contents"].includes(style.display) && node.tagName !== "text";
    if (!isInline) flush();
    if (node.tagName === "BR" || node.tagName === "tspan") line += " ";
    for (const child of (node.shadowRoot || node).childNodes) walk(child);
    if (!isInline) flush();
  };
  walk(document.body);
  flush();
  return found;
}
"""


class Seen(NamedTuple):
    """A text, and where it stands: `text` on the page itself, or an attribute such as `aria-label`."""

    kind: str
    text: str


def seen(page: Page) -> list[Seen]:
    """All that can be read now; what stands in one line or paragraph comes together."""
    return [Seen(kind, " ".join(text.split())) for kind, text in page.evaluate(_SCRIPT)]


_UNSEEN = str.maketrans("", "", "\u2060\u2068\u2069")


def readable(page: Page) -> list[str]:
    """All texts as the eye sees them, without the signs that only part words or set them apart."""
    return [line.text.translate(_UNSEEN) for line in seen(page)]


def shows(page: Page, *texts: str) -> None:
    """Wait until all these texts can be read."""
    until(
        page,
        lambda: all(any(text in line for line in readable(page)) for text in texts),
        lambda: f"{texts} in {readable(page)}",
    )


def nothing_wrong(page: Page, ids: Iterable[str] = ()) -> None:
    """Hold that there is no error box, no traceback and none of these ids in what can be read."""
    expect(page.locator('[data-testid="stException"], [data-testid="stAlertContentError"]')).to_have_count(0)
    texts = seen(page)
    assert not [text for text in texts if "Traceback" in text.text or "Error:" in text.text]
    raw = set(ids)
    joined = re.compile("|".join(rf"\b{re.escape(i)}\b" for i in raw if "_" in i) or r"(?!)")
    assert not [text for text in texts if text.text in raw or joined.search(text.text)]


def ids_of(activity: Activity) -> set[str]:
    """Every id of an activity: they are permanent names, and nobody should see one."""
    fields = [*activity.worksheet.fields]
    for table in activity.worksheet.fields:
        fields += table.columns if isinstance(table, Table | OpenTable) else ()
    options = {o.id for field in fields if isinstance(field, ChoiceField) for o in field.options}
    rows = {row.id for field in fields if isinstance(field, Table) for row in field.rows}
    shown = {view.show for view in activity.plenary if "." in view.show}
    return {activity.id, *(field.id for field in fields), *options, *rows, *shown}
