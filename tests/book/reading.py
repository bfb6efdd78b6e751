"""HTML as a reader sees it: its words, its links, its elements."""

import re
from html.parser import HTMLParser

from engine.content.page import KINDS

RAW = re.compile(rf"\]\(|\*\*|##|[{{}}]|\|--|<[a-z/]|&[a-z]+;|\b(?:{'|'.join(KINDS)}):[a-z]")
"""What must never be seen: marks of Markdown, HTML or our links."""
EMPTY = {"br", "hr", "img", "input", "link", "meta"}


class Seen(HTMLParser):
    """What stands in a piece of HTML; `is_whole` says whether every element that opens also closes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words, self.elements = "", list[tuple[str, dict[str, str]]]()
        self._open: list[str] = []
        self.is_whole = True
        self.feed(html)
        self.close()
        self.is_whole = self.is_whole and not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.is_whole = bool(self._open) and self._open.pop() == tag and self.is_whole

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element of a name."""
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def names(self) -> set[str]:
        return {name for name, _attributes in self.elements}
