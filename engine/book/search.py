"""Full-text search over everything there is to read, in memory and without a network.

SQLite's FTS5 does the work; a word that stands nowhere is taken for a slip, and the nearest word that
does is searched instead.
"""

import difflib
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from threading import Lock

from engine.book.links import kind_of, title_of
from engine.content import Library, Page
from engine.content.page import LINK

BEFORE, AFTER = "\x02", "\x03"
"""Around the words that were found, until the snippet is escaped."""
WEIGHTS = "10.0, 6.0, 5.0, 1.0"
"""How much a word counts in the title, the heading, the search words and the text."""
_SMALL = (
    "a an and are as at be by can do does for from has have he her how i if in is it its my not of on or our she",
    "should that the their them there they this to was we were what when where which who whose will with you",
)
SMALL = frozenset(" ".join(_SMALL).split())
"""Words that stand everywhere and find nothing."""
MARKUP = re.compile(r"[#*_>`|]+|-{3,}")


@dataclass(frozen=True)
class Found:
    """One result."""

    ref: str
    kind: str
    title: str
    snippet: str
    """HTML: escaped, the found words in `<mark>`."""


class Index:
    """The search; built once from the library, then shared."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = Lock()
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.execute(
            "CREATE VIRTUAL TABLE piece USING fts5(ref UNINDEXED, title, heading, find, text, "
            "tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        pieces = list(_pieces(library))
        self._db.executemany("INSERT INTO piece VALUES (?, ?, ?, ?, ?)", pieces)
        self._words = sorted({word for piece in pieces for word in _words(" ".join(piece[1:]))})

    def close(self) -> None:
        """Let go of the memory."""
        self._db.close()

    def find(self, query: str, limit: int = 12) -> list[Found]:
        """Find the best pieces for what somebody typed, at most one of each page; the last word may be half typed."""
        words = [word for word in _words(query) if word not in SMALL] or _words(query)
        if not words:
            return []
        wanted = [f'"{self._known(word, is_last=word is words[-1])}"*' for word in words]
        found: dict[str, Found] = {}
        for joined in (" AND ".join(wanted), " OR ".join(wanted)):
            for result in self._match(joined):
                found.setdefault(result.ref, result)
        return list(found.values())[:limit]

    def _known(self, word: str, *, is_last: bool) -> str:
        """Give the word, or the nearest one that stands somewhere; a half-typed last word is left alone."""
        stem = word[: max(4, len(word) - 3)] if len(word) > 5 else word
        if any(known.startswith(word if is_last else stem) for known in self._words):
            return word
        near = difflib.get_close_matches(word, self._words, n=1, cutoff=0.72)
        return near[0] if near else word

    def _match(self, query: str) -> list[Found]:
        with self._lock:
            rows = self._db.execute(
                f"SELECT ref, snippet(piece, 4, '{BEFORE}', '{AFTER}', ' … ', 28) FROM piece "
                f"WHERE piece MATCH ? ORDER BY bm25(piece, 0.0, {WEIGHTS}) LIMIT 60",
                (query,),
            ).fetchall()
        return [Found(ref, kind_of(ref), title_of(self._library, ref), _marked(snippet)) for ref, snippet in rows]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _marked(snippet: str) -> str:
    return escape(snippet).replace(BEFORE, "<mark>").replace(AFTER, "</mark>")


def _plain(text: str) -> str:
    """Give Markdown as the words that people read."""
    return " ".join(MARKUP.sub(" ", LINK.sub(r"\1", text)).split())


Piece = tuple[str, str, str, str, str]


def _pieces(library: Library) -> Iterator[Piece]:
    """Give everything that can be found, as (ref, title, heading, search words, text)."""
    for kind, shelf in (("handbook", library.pages), ("instrument", library.instruments)):
        for name, page in shelf.items():
            yield from _page_pieces(f"{kind}:{name}", page)
    for name, term in library.terms.items():
        yield f"term:{name}", term.term, "", "", _plain(term.meaning)
    for name, item in library.shelf("indicator").items():
        yield f"indicator:{name}", item.label, "", "", " ".join([item.explain or "", *item.questions])
    for name, reference in library.references.items():
        yield f"reference:{name}", reference.title, reference.author, "", _plain(reference.good_for)
    for name, case in library.case_studies.items():
        yield f"case:{name}", case.title, case.country, "", " ".join(s.text for s in case.sentences)
    for name, activity in library.activities.items():
        yield f"activity:{name}", activity.title, "", "", f"{activity.aim} {activity.task}"


def _page_pieces(ref: str, page: Page) -> Iterator[Piece]:
    """Give a page heading by heading, so that a result shows the passage."""
    parts = re.split(r"^##+ +(.*)$", page.body, flags=re.MULTILINE)
    first = f"{page.in_short} {parts[0]}"
    yield ref, page.title, "", " ".join(page.find), _plain(first)
    for heading, text in zip(parts[1::2], parts[2::2], strict=True):
        yield ref, page.title, heading, "", _plain(text)
    for note in page.since:
        yield ref, page.title, note.year, "", _plain(note.text)
