"""Reads what there is to look up: pages, instruments, glossary, references, sources, quizzes."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from engine.content.base import Content, Fault
from engine.content.folders import Folders
from engine.content.library import Library
from engine.content.page import Glossary, IndicatorMap, Page, References, Sources
from engine.content.quiz import Quiz


def read_book(folders: Folders, library: Library) -> None:
    """Put everything that can be looked up into the library, and note links that lead nowhere."""
    library.terms = _items(folders, Glossary, "glossary")
    library.references = _items(folders, References, "references")
    library.sources = _items(folders, Sources, "sources")
    library.later_indicators = _items(folders, IndicatorMap, "indicator_map")
    read: list[tuple[Path, Page | Quiz]] = []
    pages = _folder(folders, "content/handbook", Page, read)
    order = [item.id for item in library.handbook.items] if library.handbook else []
    library.pages = {name: pages[name] for name in [*order, *pages] if name in pages}
    library.instruments = _folder(folders, "content/instruments", Page, read)
    library.quizzes = _folder(folders, "content/quizzes", Quiz, read)
    for path, found in read:
        folders.complain(path, _dead_links(found.links(), library))
    for name, term in library.terms.items():
        where = folders.root / "content" / "glossary.yaml"
        folders.complain(
            where, ((("items",), f"term '{name}': {what}") for _at, what in _dead_links(term.see, library))
        )


def _items(folders: Folders, model: type[Content], name: str) -> dict[str, Any]:
    """Read a file that is one list; give its items by id."""
    path = folders.root / "content" / f"{name}.yaml"
    if not path.exists():
        return {}
    found: dict[str, Any] = {}
    folders.keep(found, path, model, name)
    return {item.id: item for item in found[name].items} if name in found else {}


def _folder(folders: Folders, folder: str, model: type[Any], read: list[tuple[Path, Any]]) -> dict[str, Any]:
    """Read every file of a folder; note in `read` what has the right shape, for the links to be checked."""
    found: dict[str, Any] = {}
    for path in folders.files(folder, ".md" if model is Page else ".yaml"):
        if (kept := folders.keep(found, path, model, path.stem)) is not None:
            read.append((path, kept))
    return found


def _dead_links(refs: Iterable[str], library: Library) -> Iterator[Fault]:
    for ref in refs:
        if library.target(ref) is None:
            yield ("id",), f"the link '{ref}' leads nowhere. Mend it, or write what it points to"
