"""Reads all content, and reports every problem at once."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from engine.content.activity import Activity
from engine.content.base import ChoiceList
from engine.content.case_study import CaseStudy, read_paragraphs
from engine.content.module import TrainingModule
from engine.content.problem import Problem, problems_of
from engine.content.reading import Reading, faults
from engine.content.strict_yaml import Lines, YamlProblem, load

ROOT = Path(__file__).parent.parent.parent
"""The project's folder, where the content folders stand."""

M = TypeVar("M", bound=BaseModel)


@dataclass
class Library:
    """Everything that was sound, by id, and every problem that was found."""

    modules: dict[str, TrainingModule] = field(default_factory=dict)
    activities: dict[str, Activity] = field(default_factory=dict)
    case_studies: dict[str, CaseStudy] = field(default_factory=dict)
    lists: dict[str, ChoiceList] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    handbook: ChoiceList | None = None
    problems: list[Problem] = field(default_factory=list)

    def cases_of(self, activity: Activity) -> dict[str, CaseStudy]:
        """Give the case studies that an activity works on, in order."""
        wanted = activity.worksheet.case_studies
        ids = [case.id for case in self.case_studies.values()] if wanted == "all" else wanted
        return {i: self.case_studies[i] for i in ids if i in self.case_studies}


def load_library(root: Path = ROOT) -> Library:
    """Read the content folders under `root`; never raises for what stands in a file."""
    reader = _Reader(root)
    library = reader.library
    reader.lists()
    reader.case_studies()
    reader.activities()
    reader.readings()
    reader.modules()
    library.problems.sort()
    return library


class _Reader:
    """One reading of the folders; each method fills its part of the library."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.library = Library()

    def lists(self) -> None:
        for path in sorted((self.root / "content" / "lists").glob("*.yaml")):
            self._keep(self.library.lists, path, ChoiceList, path.stem)
        outline: dict[str, ChoiceList] = {}
        self._keep(outline, self.root / "content" / "handbook.yaml", ChoiceList, "handbook")
        self.library.handbook = outline.get("handbook")

    def case_studies(self) -> None:
        found: dict[str, CaseStudy] = {}
        for path in sorted((self.root / "case_studies").glob("*.md")):
            self._keep(found, path, CaseStudy, path.stem)
        self.library.case_studies = dict(sorted(found.items(), key=lambda pair: pair[1].number))

    def activities(self) -> None:
        found: dict[str, Activity] = {}
        for path in sorted((self.root / "activities").glob("*/activity.yaml")):
            self._keep(found, path, Activity, path.parent.name)
        order = sorted(found.values(), key=lambda a: (a.handbook_number or 1000, a.id))
        self.library.activities = {activity.id: activity for activity in order}
        for activity in order:
            wanted = activity.worksheet.case_studies
            for name in wanted if wanted != "all" else ():
                if name not in self.library.case_studies:
                    self._complain(
                        self.root / "activities" / activity.id / "activity.yaml",
                        ("worksheet", "case_studies"),
                        f"there is no sound case study '{name}' in case_studies",
                    )

    def readings(self) -> None:
        for activity in self.library.activities.values():
            path = self.root / "activities" / activity.id / "reading.yaml"
            self._keep(self.library.readings, path, Reading, activity.id, key="activity")
            if reading := self.library.readings.get(activity.id):
                found = faults(activity, reading, self.library.cases_of(activity))
                for where, what in found:
                    self._complain(path, where, what)
                if found:
                    del self.library.readings[activity.id]

    def modules(self) -> None:
        for path in sorted((self.root / "modules").glob("*/module.yaml"), key=lambda p: p.parent.name):
            self._keep(self.library.modules, path, TrainingModule, path.parent.name)
            if module := self.library.modules.get(path.parent.name):
                self._check_references(path, module)

    def _check_references(self, path: Path, module: TrainingModule) -> None:
        sections = {item.id for item in self.library.handbook.items} if self.library.handbook else set()
        for item in module.items():
            if item.activity and item.activity not in self.library.activities:
                self._complain(
                    path, (), f"item '{item.id}': there is no sound activity '{item.activity}'", item.id
                )
            for name in (name for name in item.handbook if name not in sections):
                self._complain(path, (), f"item '{item.id}': content/handbook.yaml has no '{name}'", item.id)

    def _keep(self, shelf: dict[str, M], path: Path, model: type[M], name: str, key: str = "id") -> None:
        """Read a file into `shelf`, or say what is wrong with it."""
        try:
            data, lines = _READERS.get(model, _read_yaml)(path)
        except (OSError, UnicodeDecodeError) as error:
            self.library.problems.append(
                Problem(self._name(path), 1, f"cannot be read: {error}. Is it UTF-8?")
            )
            return
        except (YamlProblem, ValueError) as error:
            self.library.problems.append(Problem(self._name(path), getattr(error, "line", 1), f"{error}."))
            return
        if isinstance(data, dict) and key != "id":
            data = {key: name, **data}
        try:
            context = {"file": self._name(path), "lists": {k: v.items for k, v in self.library.lists.items()}}
            kept = model.model_validate(data, context=context)
        except ValidationError as error:
            self.library.problems += problems_of(error, self._name(path), lines, model)
            return
        if getattr(kept, key) != name:
            self._complain(
                path, (key,), f"the id is '{getattr(kept, key)}' and the name '{name}'. Make them agree"
            )
            return
        shelf[name] = kept

    def _complain(self, path: Path, where: Iterable[int | str], what: str, words: str = "") -> None:
        """Note a problem at a place of a file, or at the first line that has `words`."""
        text = path.read_text(encoding="utf-8")
        if words:
            line = next(
                (n for n, row in enumerate(text.splitlines(), 1) if re.search(rf"\b{words}\b", row)), 1
            )
        else:
            _, lines = _READERS.get(CaseStudy if path.suffix == ".md" else BaseModel, _read_yaml)(path)
            line, place = 1, ()
            for step in where:
                place = (*place, step)
                line = lines.get(place, line)
        self.library.problems.append(Problem(self._name(path), line, f"{what}."))

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


def _read_yaml(path: Path) -> tuple[Any, Lines]:
    return load(path.read_text(encoding="utf-8"))


def _read_activity(path: Path) -> tuple[Any, Lines]:
    data, lines = _read_yaml(path)
    notes = path.with_name("facilitator.md")
    if isinstance(data, dict):
        data["facilitator"] = notes.read_text(encoding="utf-8") if notes.exists() else ""
    return data, lines


def _read_case_study(path: Path) -> tuple[Any, Lines]:
    parts = re.match(r"---\n(.*?\n)---\n(.*)", path.read_text(encoding="utf-8"), re.DOTALL)
    if not parts:
        raise YamlProblem(1, "the file must begin with '---', its front matter, and '---'")
    data, lines = load(parts[1], first_line=2)
    if not isinstance(data, dict):
        raise YamlProblem(2, "the front matter has no keys. Give id, number, title, country and source")
    return data | {"paragraphs": read_paragraphs(parts[2])}, lines


_READERS: dict[type[BaseModel], Callable[[Path], tuple[Any, Lines]]] = {
    Activity: _read_activity,
    CaseStudy: _read_case_study,
}
