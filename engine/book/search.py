"""Full-text search over everything there is to read, in memory and without a network.

FTS5, the text search of SQLite, finds the passages that have a word. Their weights are added up here, so that a
page with every word comes first, above all when they stand in one passage. A word that stands nowhere is taken
for a typing mistake, and the nearest word that the content has is searched instead.
"""

import difflib
import re
import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import islice, takewhile
from threading import Lock

from engine.book.links import kind_of, title_of
from engine.book.pieces import pieces
from engine.content import Library
from engine.digits import with_plain_digits

BEFORE, AFTER = "\x02", "\x03"
"""Signs around the found words, until the snippet is escaped."""
WEIGHTS = "10.0, 6.0, 5.0, 1.0"
"""How much a word counts in the title, the heading, the search words and the text."""
_SMALL = (
    "a an and are as at be by can could do does for from has have he her his how i if in is it its may me must my",
    "no not of on or our she should so than that the their them there they this to us was we were what when where",
    "which who whom whose why will with would you your",
)
SMALL = frozenset(" ".join(_SMALL).split())
"""Words that stand nearly everywhere, so that a search for them finds nothing in particular."""
BRITISH = (("labor", "labour"), ("iz", "is"), ("ense", "ence"), ("center", "centre"))
"""American spellings, and how the content writes them."""
SHOWN = {"deck": {"slide", "slides", "deck"}, "film": {"film", "films", "video", "videos"}}
"""Kinds that are shown in the room, and the words that ask for them. Without such a word, pages come first."""
ASKED, UNASKED = 4.0, 0.15
"""The weight of a slide or a scene beside a page: when the query asks for slides or films, and when it does not."""
MOST_WORDS = 12
"""Of a long query, only so many different words are searched."""
ENDINGS = 20
"""The most words that a half-typed word may stand for."""


Hit = tuple[int, str, float]
"""A passage that has a word: its row, its ref, and the weight of the word there."""


@dataclass(frozen=True)
class Found:
    """One result of a search."""

    ref: str
    kind: str
    title: str
    snippet: str
    """HTML: the text is escaped, and the found words are in `<mark>`."""


class Index:
    """The search index, built once from the library and shared by all threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = Lock()
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.execute(
            "CREATE VIRTUAL TABLE piece USING fts5(ref UNINDEXED, title, heading, find, text, "
            "tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        passages = [tuple(with_plain_digits(_unmarked(part)) for part in piece) for piece in pieces(library)]
        self._db.executemany("INSERT INTO piece VALUES (?, ?, ?, ?, ?)", passages)
        self._words = sorted({word for passage in passages for word in _words(" ".join(passage[1:]))})
        self._means = {word: each.means for each in library.synonyms.values() for word in each.words}

    def close(self) -> None:
        self._db.close()

    def find(self, query: str, limit: int = 12) -> list[Found]:
        """Find the best pages for a query, each with its best passage."""
        query = with_plain_digits(query)
        wanted, ranking = [], _Ranking({*_words(query)})
        with self._lock:
            for word, is_last in _wanted(query):
                terms, hits = self._passages(word, is_last=is_last)
                wanted.append(terms)
                ranking.add(hits)
            best = sorted(ranking.best(limit), key=lambda found: not self._is_named(found[0], query))
            return [self._found(ref, passage, " OR ".join(wanted)) for ref, passage in best]

    def _is_named(self, ref: str, query: str) -> bool:
        """Whether the query is the title of a page, with its words in any order."""
        return {*_words(query)} == {*_words(title_of(self._library, ref))}

    def _passages(self, word: str, *, is_last: bool) -> tuple[str, list[Hit]]:
        """What was searched for a word, as an FTS5 query, and its passages; a word without any becomes a near one."""
        if self._endings(_in_british(word)):
            word = _in_british(word)
        terms = self._terms(word, self._endings(word) if is_last else [])
        if not (hits := self._hits(terms)) and (near := self._near(word)):
            terms = self._terms(near)
            hits = self._hits(terms)
        return terms, hits

    def _terms(self, word: str, endings: Sequence[str] = ()) -> str:
        """A word as an FTS5 query: itself, words that begin like it, its endings, and what it means."""
        longer = [] if word.isdigit() else [f'"{word}"*']
        others = [f'"{other}"' for other in (*endings, *self._means.get(word, ()))]
        return " OR ".join([f'"{word}"', *longer, *others])

    def _hits(self, terms: str) -> list[Hit]:
        found = f"SELECT rowid, ref, -bm25(piece, 0.0, {WEIGHTS}) FROM piece WHERE piece MATCH ?"
        return self._db.execute(found, (terms,)).fetchall()

    def _endings(self, word: str) -> list[str]:
        """The words that a half-typed one may become: stemming would miss `compensation` for `compensat`."""
        at = bisect_left(self._words, word)
        longer = takewhile(lambda known: known.startswith(word), islice(self._words, at, None))
        return list(islice(longer, ENDINGS)) if len(word) > 1 else []

    def _near(self, word: str) -> str:
        """The nearest word that the content has; empty when none is near, and for a number."""
        if word.isdigit():
            return ""
        similar = [known for known in (*self._words, *self._means) if -2 <= len(known) - len(word) <= 4]
        return next(iter(difflib.get_close_matches(word, similar, n=1, cutoff=0.72)), "")

    def _found(self, ref: str, passage: int, terms: str) -> Found:
        snippet = self._db.execute(
            f"SELECT snippet(piece, 4, '{BEFORE}', '{AFTER}', ' … ', 28) FROM piece WHERE piece MATCH ? AND rowid = ?",
            (terms, passage),
        ).fetchone()[0]
        return Found(ref, kind_of(ref), title_of(self._library, ref), _marked(snippet))


class _Ranking:
    """Adds up, word by word, how well pages and their passages fit."""

    def __init__(self, typed: set[str]) -> None:
        self._typed = typed
        self._passages: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self._pages: dict[str, list[float]] = defaultdict(list)

    def add(self, hits: list[Hit]) -> None:
        """Add the passages of one word; for a page, only its best passage counts."""
        best: dict[str, float] = defaultdict(float)
        for number, ref, weight in hits:
            self._passages[ref][number] += weight
            best[ref] = max(best[ref], weight)
        for ref, weight in best.items():
            self._pages[ref].append(weight)

    def best(self, limit: int) -> list[tuple[str, int]]:
        """The best pages as (ref, row of the best passage); pages with more of the words come first."""
        passages = {ref: max(found, key=found.__getitem__) for ref, found in self._passages.items()}
        found = {
            ref: self._share(ref) * len(words) ** 2 * (sum(words) + self._passages[ref][passages[ref]])
            for ref, words in self._pages.items()
        }
        return [(ref, passages[ref]) for ref in sorted(found, key=found.__getitem__, reverse=True)[:limit]]

    def _share(self, ref: str) -> float:
        names = SHOWN.get(ref.partition(":")[0])
        if names is None:
            return 1.0
        return ASKED if names & self._typed else UNASKED


def _wanted(query: str) -> list[tuple[str, bool]]:
    """The words to search, each once; True stands beside the last one, which may be half typed."""
    typed = list(dict.fromkeys(_words(query)))
    words = [word for word in typed if word not in SMALL and not _asks_for(word)] or typed
    return [(word, word == typed[-1]) for word in words[:MOST_WORDS]]


def _asks_for(word: str) -> bool:
    """Whether a word asks for a kind of thing, such as slides, and says nothing of the subject."""
    return any(word in names for names in SHOWN.values())


def _in_british(word: str) -> str:
    """Change American spellings to those of the content."""
    for american, british in BRITISH:
        word = word.replace(american, british)
    return word


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def _unmarked(text: str) -> str:
    """Remove the signs that mark found words, in case a text has them."""
    return text.replace(BEFORE, " ").replace(AFTER, " ")


def _marked(snippet: str) -> str:
    return escape(snippet).replace(BEFORE, "<mark>").replace(AFTER, "</mark>")
