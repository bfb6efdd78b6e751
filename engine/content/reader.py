"""Reads all content, one kind after the other, and reports every problem at once."""

from collections.abc import Iterator
from pathlib import Path

from engine.content.activity import Activity
from engine.content.base import ChoiceList, Outline
from engine.content.book import DECKS, FILMS, read_book
from engine.content.case_study import CaseStudy
from engine.content.folders import Folders
from engine.content.library import ROOT, Library
from engine.content.module import TrainingModule
from engine.content.prediction_faults import read_predictions
from engine.content.reading import Reading, in_language
from engine.content.reading_faults import reading_faults
from engine.fields import Fault


def load_library(root: Path = ROOT) -> Library:
    """Read the content folders under `root`; what is wrong in a file is never raised, but noted in `problems`."""
    return _Reader(root).read()


class _Reader:
    """One reading of the folders; each method fills its part of the library.

    What has a problem is left out of the library. What refers to it is still checked against all of it that could be
    read: so all problems are found at once, and none is reported twice in other words.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folders = Folders(root)
        self.library = Library()
        self.case_names: set[str] = set()

    def read(self) -> Library:
        self.lists()
        self.case_studies()
        readable = self.activities()
        self.readings(readable)
        self.modules()
        read_book(self.folders, self.library)
        read_predictions(self.folders, self.library)
        self.library.problems = sorted(set(self.folders.problems))
        return self.library

    def lists(self) -> None:
        for path in self.folders.files("content/lists", ".yaml"):
            self.folders.keep(self.library.lists, path, ChoiceList, path.stem)
        self.folders.lists = {name: found.items for name, found in self.library.lists.items()}
        outline: dict[str, Outline] = {}
        self.folders.keep(outline, self.root / "content" / "handbook.yaml", Outline, "handbook")
        self.library.handbook = outline.get("handbook")

    def case_studies(self) -> None:
        found: dict[str, CaseStudy] = {}
        paths = {path.stem: path for path in self.folders.files("case_studies", ".md")}
        for name, path in paths.items():
            self.folders.keep(found, path, CaseStudy, name)
        self.folders.refuse_twins(found, "number", paths.__getitem__)
        self.library.case_studies = dict(sorted(found.items(), key=lambda pair: pair[1].number))
        self.case_names = set(paths)

    def activities(self) -> dict[str, Activity]:
        """Read the activities; the result has also those with faults, if they have the right shape."""
        found: dict[str, Activity] = {}
        readable: dict[str, Activity] = {}
        for folder in self.folders.folders("activities"):
            path = self.activity_file(folder.name)
            if activity := self.folders.keep(found, path, Activity, folder.name):
                readable[folder.name] = activity
                if self.folders.complain(path, self.case_faults(activity)):
                    found.pop(folder.name, None)
        self.folders.refuse_twins(found, "handbook_number", self.activity_file)
        order = sorted(found.values(), key=lambda a: (a.handbook_number or 1000, a.id))
        self.library.activities = {activity.id: activity for activity in order}
        return readable

    def activity_file(self, name: str) -> Path:
        return self.root / "activities" / name / "activity.yaml"

    def case_faults(self, activity: Activity) -> Iterator[Fault]:
        wanted, where = activity.worksheet.case_studies, ("worksheet", "case_studies")
        missing = [name for name in wanted if name not in self.case_names] if wanted != "all" else []
        for name in missing:
            yield where, f"there is no case study '{name}' in case_studies"
        if wanted and not missing and not self.library.cases_of(activity):
            yield where, "none of its case studies is sound"

    def readings(self, readable: dict[str, Activity]) -> None:
        unsound = self.case_names - set(self.library.case_studies)
        for folder in self.folders.folders("activities"):
            found: dict[str, Reading] = {}
            path, name = folder / "reading.yaml", folder.name
            reading = self.folders.keep(found, path, Reading, name, key="activity")
            if reading is None or name not in readable:
                continue
            cases = self.library.cases_of(readable[name])
            faults = reading_faults(readable[name], reading, cases, unsound)
            if not self.folders.complain(path, faults) and found and name in self.library.activities:
                self.library.readings[name] = in_language(readable[name], reading, self.folders.name(path))

    def modules(self) -> None:
        for folder in self.folders.folders("modules"):
            path = folder / "module.yaml"
            if module := self.folders.keep(self.library.modules, path, TrainingModule, folder.name):
                self.folders.complain(path, self.reference_faults(module))

    def reference_faults(self, module: TrainingModule) -> Iterator[Fault]:
        handbook = self.library.handbook
        sections = {item.id for item in handbook.items} if handbook else set()
        for where, item in module.placed():
            if item.activity and not self.activity_file(item.activity).exists():
                yield (*where, "activity"), f"item '{item.id}': there is no activity '{item.activity}'"
            if item.slides and not (self.root / DECKS / f"{item.slides}.md").exists():
                yield (*where, "slides"), f"item '{item.id}': there is no deck '{item.slides}' in {DECKS}"
            if item.film and not (self.root / FILMS / f"{item.film}.yaml").exists():
                yield (*where, "film"), f"item '{item.id}': there is no film '{item.film}' in {FILMS}"
            for name in item.handbook if handbook else ():
                if name not in sections:
                    yield (*where, "handbook"), f"item '{item.id}': content/handbook.yaml has no '{name}'"
