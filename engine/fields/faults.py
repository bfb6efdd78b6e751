"""What authors are told about their files: where something is wrong, and what."""

import difflib
from collections.abc import Sequence

Where = tuple[int | str, ...]
"""A place in a content file: keys and numbers of entries; of a Markdown text also the line, from 0."""

Fault = tuple[Where, str]
"""Where in the file something is wrong, and what."""


def twice(ids: list[str]) -> dict[int, str]:
    """Find the ids that stand a second time, by their place in the list."""
    return {place: i for place, i in enumerate(ids) if i in ids[:place]}


def suggestion(word: str, known: Sequence[str]) -> str:
    """`. Did you mean '...'?` when a known word is much like this one, else an empty string."""
    close = difflib.get_close_matches(word, [k for k in known if k != word], n=1)
    return f". Did you mean '{close[0]}'?" if close else ""
