"""Reads what people can look up: pages, instruments, glossary, references, sources, quizzes, slides, films."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from engine.content.base import Content, Shelf
from engine.content.deck import Deck
from engine.content.film import Film
from engine.content.folders import Folders
from engine.content.library import Library
from engine.content.page import KINDS, Glossary, IndicatorMap, Page, References, Sources
from engine.content.quiz import Quiz, unlike
from engine.content.statistics import read_statistics
from engine.content.synonyms import Synonyms
from engine.fields import Fault, Where, suggestion

PLACES = {
    "handbook": "content/handbook",
    "instrument": "content/instruments",
    "case": "case_studies",
    "activity": "activities",
    "term": "content/glossary.yaml",
    "reference": "content/references.yaml",
    "source": "content/sources.yaml",
    "indicator": "content/lists/indicators.yaml",
    "chart": "content/statistics/charts",
    "deck": "media/slides",
    "film": "media/films",
}
"""Kind of link -> where its targets are written: a folder with a file or folder for each, or one file with all."""
DECKS = "media/slides"
FILMS = "media/films"
MADE = (".mp4", ".vtt", ".jpg")
"""The endings of the files that are made from a storyboard and lie beside it."""


def read_book(folders: Folders, library: Library) -> None:
    """Put everything that can be looked up into the library, and note links that lead nowhere."""
    read: list[tuple[Path, Page | Quiz | Deck | Film]] = []
    shelves = {name: _shelf(folders, model, name) for name, model in SHELVES.items()}
    library.terms = _by_id(shelves["glossary"])
    library.references = _by_id(shelves["references"])
    library.sources = _by_id(shelves["sources"])
    library.later_indicators = _by_id(shelves["indicator_map"])
    library.synonyms = _by_id(shelves["synonyms"])
    read_statistics(folders, library)
    pages = _folder(folders, "content/handbook", Page, read)
    order = [item.id for item in library.handbook.items] if library.handbook else []
    library.pages = {name: pages[name] for name in [*order, *pages] if name in pages}
    library.instruments = _folder(folders, "content/instruments", Page, read)
    library.quizzes = _folder(folders, "content/quizzes", Quiz, read)
    library.decks = _folder(folders, DECKS, Deck, read)
    library.films = _folder(folders, FILMS, Film, read)
    for path, found in read:
        folders.complain(path, _dead_links(found.placed_links(), folders, library))
        if isinstance(found, Deck):
            folders.complain(path, _unknown_sections(found, order))
    for name, choices in library.lists.items():
        path = folders.root / f"content/lists/{name}.yaml"
        folders.complain(path, _dead_links(choices.placed_links(), folders, library))
    for name in ("glossary", "indicator_map"):
        folders.complain(_file(folders, name), _dead_links(_inside(shelves[name]), folders, library))
    _compare_tests(folders, [(path, found) for path, found in read if isinstance(found, Quiz)])


SHELVES: dict[str, type[Shelf]] = {
    "glossary": Glossary,
    "references": References,
    "sources": Sources,
    "indicator_map": IndicatorMap,
    "synonyms": Synonyms,
}
"""The files that are one list: name -> model."""


def _file(folders: Folders, name: str) -> Path:
    return folders.root / "content" / f"{name}.yaml"


def _shelf(folders: Folders, model: type[Shelf], name: str) -> Any:
    """Read a file that is one list; None when it is missing or has not the right shape."""
    path = _file(folders, name)
    return folders.keep({}, path, model, name) if path.exists() else None


def _by_id(shelf: Any) -> dict[str, Any]:
    return {item.id: item for item in shelf.items} if shelf else {}


def _inside(shelf: Any) -> Iterator[tuple[Where, str]]:
    """The links in the entries of a list, with their places in its file."""
    for n, item in enumerate(shelf.items if shelf else ()):
        yield from ((("items", n, *where), ref) for where, ref in item.placed_links())


def _folder(folders: Folders, folder: str, model: type[Content], read: list[tuple[Path, Any]]) -> dict[str, Any]:
    """Read every file of a folder; note in `read` those with the right shape, so that their links can be checked."""
    found: dict[str, Any] = {}
    beside = MADE if model is Film else ()
    for path in folders.files(folder, ".md" if model in (Page, Deck) else ".yaml", also=beside):
        if (kept := folders.keep(found, path, model, path.stem)) is not None:
            read.append((path, kept))
    return found


def _dead_links(links: Iterable[tuple[Where, str]], folders: Folders, library: Library) -> Iterator[Fault]:
    """Find links that lead nowhere; what exists and has a problem of its own is not reported again."""
    for where, ref in links:
        kind, _colon, name = ref.partition(":")
        if kind not in KINDS:
            yield where, f"'{ref}' is no link of ours. Link to content, such as handbook:id, or cite a source:id"
        elif library.target(ref) is None and not _is_written(folders.root / PLACES[kind], name, library.shelf(kind)):
            like = suggestion(name, list(library.shelf(kind)))
            yield where, f"the link '{ref}' leads nowhere{like or '. Mend it, or write what it points to'}"


def _unknown_sections(deck: Deck, sections: Collection[str]) -> Iterator[Fault]:
    for n, name in enumerate(deck.handbook):
        if sections and name not in sections:
            yield ("handbook", n), f"content/handbook.yaml has no '{name}'{suggestion(name, list(sections))}"


def _is_written(place: Path, name: str, shelf: Any) -> bool:
    """Whether what a link points to is in the files, although it could not be read."""
    if place.suffix == ".yaml":
        return place.exists() and not shelf
    return any(path.stem == name for path in place.glob("*"))


def _compare_tests(folders: Folders, quizzes: list[tuple[Path, Quiz]]) -> None:
    """Note where the test after a seminar does not measure what the test before it measures."""
    before = [quiz for _path, quiz in quizzes if quiz.kind == "pre-test"]
    after = [(path, quiz) for path, quiz in quizzes if quiz.kind == "post-test"]
    for first, (path, second) in zip(before, after, strict=False):
        folders.complain(path, unlike(first, second))
