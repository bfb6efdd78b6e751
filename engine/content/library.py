"""All content that is sound, and every problem in the rest."""

from dataclasses import dataclass, field
from pathlib import Path

from engine.content.activity import Activity
from engine.content.base import ChoiceList
from engine.content.case_study import CaseStudy
from engine.content.module import TrainingModule
from engine.content.problem import Problem
from engine.content.reading import Reading

ROOT = Path(__file__).parent.parent.parent
"""The project's folder, where the content folders stand."""


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
