"""Reads files of the content folders, and notes every problem."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from engine.content.base import Content
from engine.content.files import UnreadableError, read_file
from engine.content.problem import Problem, place_of, problems_of, sentence
from engine.content.strict_yaml import Lines
from engine.fields import Choice, Fault

M = TypeVar("M", bound=Content)


class Folders:
    """The content folders under `root`, and the problems found there so far."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.lists: dict[str, tuple[Choice, ...]] = {}
        """The lists without problems, by id, for `options_from` and `rows_from`."""
        self._lines: dict[Path, Lines] = {}

    def files(self, folder: str, suffix: str, *, also: Collection[str] = ()) -> list[Path]:
        """The files of a folder, sorted; what is not read is noted as a problem.

        Beside each, there may be files of the same name whose endings are in `also`.
        """
        found = [path for path in self._inside(folder) if not path.is_dir()]
        for path in found:
            is_beside = path.suffix in also and path.with_suffix(suffix) in found
            if path.suffix != suffix and not is_beside:
                self.note(path, 1, f"this file is not read. Name it '{path.stem}{suffix}', or remove it")
        return [path for path in found if path.suffix == suffix]

    def folders(self, folder: str) -> list[Path]:
        """The folders in a folder, sorted; an empty one does not count."""
        return [path for path in self._inside(folder) if path.is_dir() and any(path.iterdir())]

    def _inside(self, folder: str) -> list[Path]:
        inside = self.root / folder
        return sorted(p for p in inside.iterdir() if p.name[0] not in "._") if inside.is_dir() else []

    def name(self, path: Path) -> str:
        """The path of a file within the project, as messages and translations name it."""
        return path.relative_to(self.root).as_posix()

    def note(self, path: Path, line: int, what: str) -> None:
        self.problems.append(Problem(self.name(path), line, sentence(what)))

    def complain(self, path: Path, faults: Iterable[Fault]) -> bool:
        """Note faults with the lines on which they stand in a file that was read; False when there were none."""
        before, lines = len(self.problems), self._lines.get(path, {})
        for where, what in faults:
            self.note(path, lines.get(place_of(where, lines), 1), what)
        return len(self.problems) > before

    def keep(self, shelf: dict[str, M], path: Path, model: type[M], name: str, key: str = "id") -> M | None:
        """Read a file, and put it on a shelf when nothing is wrong with it.

        What only has faults is returned all the same; None stands for what could not be read.
        """
        before = len(self.problems)
        try:
            data, self._lines[path] = read_file(path, model)
        except UnreadableError as problem:
            self.note(problem.path, problem.line, str(problem))
            return None
        found = self._validated(path, model, data)
        if found is None:
            return None
        if getattr(found, key) != name:
            what = f"the {key} is '{getattr(found, key)}' and the name '{name}'. Make them agree"
            self.complain(path, [((key,), what)])
        self.complain(path, found.faults())
        if len(self.problems) == before:
            shelf[name] = found
        return found

    def _validated(self, path: Path, model: type[M], data: Any) -> M | None:
        """Make the model; unknown keys are noted and left out, so that the rest is checked too."""
        lines = self._lines[path]
        try:
            return model.model_validate(data, context={"file": self.name(path), "lists": self.lists})
        except ValidationError as error:
            self.problems += problems_of(error, self.name(path), lines, model)
            unknown = [detail["loc"] for detail in error.errors() if detail["type"] == "extra_forbidden"]
            if len(unknown) < error.error_count() or not all(_remove(data, loc, lines) for loc in unknown):
                return None
        return self._validated(path, model, data)

    def refuse_twins(self, shelf: dict[str, M], key: str, path_of: Callable[[str], Path]) -> None:
        """Take off a shelf what has the same number, its `key`, as another."""
        taken: dict[int, str] = {}
        for name, found in sorted(shelf.items()):
            number = getattr(found, key)
            if number is not None and taken.setdefault(number, name) != name:
                what = f"'{taken[number]}' has the {key} {number} too. Give one of the two another"
                self.complain(path_of(name), [((key,), what)])
                del shelf[name]


def _remove(data: Any, loc: tuple[int | str, ...], lines: Lines) -> bool:
    """Remove the key at which `loc` ends; False when it was not there."""
    place = place_of(loc, lines)
    for step in place[:-1]:
        data = data[step]
    return bool(place) and place[-1] == loc[-1] and data.pop(place[-1], data) is not data
