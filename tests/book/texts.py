"""The content files as they are written, by ref, for tests that look for a number or a word in them."""

import re
from functools import cache

from engine.content import ROOT
from engine.content.page import LINK

FILES = {
    "handbook": "content/handbook/{}.md",
    "instrument": "content/instruments/{}.md",
    "case": "case_studies/{}.md",
    "activity": "activities/{}/activity.yaml",
    "module": "modules/{}/module.yaml",
    "list": "content/lists/{}.yaml",
}
ITEMS = {"reference": "content/references.yaml", "term": "content/glossary.yaml"}


@cache
def written(ref: str) -> str:
    """What a file, or an item of a list, says; front matter included, white space made single spaces."""
    kind, _colon, name = ref.partition(":")
    if kind in FILES:
        text = _read(FILES[kind].format(name))
    else:
        items = re.split(r"^  - (?=id: )", _read(ITEMS[kind]), flags=re.MULTILINE)
        text = next(item for item in items if item.startswith(f"id: {name}\n"))
    return " ".join(text.split())


def stands(pattern: str, ref: str) -> bool:
    """Tell whether a pattern stands in a text, as written or as read, and not as a piece of a longer number."""
    alone = rf"(?<![\d,.])(?:{pattern})(?!,?\d)"
    return any(re.search(alone, text) for text in (written(ref), LINK.sub(r"\1", written(ref))))


@cache
def _read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")
