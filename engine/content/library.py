"""The library: all content without problems, and every problem in the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.content.activity import Activity
from engine.content.base import ChoiceList, Outline
from engine.content.case_study import CaseStudy
from engine.content.chart import Chart, Regions
from engine.content.dataset import Dataset
from engine.content.deck import Deck
from engine.content.film import Film
from engine.content.module import TrainingModule
from engine.content.page import KINDS, LaterIndicator, Page, Reference, Source, Term
from engine.content.prediction import Prediction
from engine.content.problem import Problem
from engine.content.quiz import Quiz
from engine.content.reading import Reading
from engine.content.synonyms import Synonym

ROOT = Path(__file__).parent.parent.parent
"""The project's folder, where the content folders stand."""


@dataclass
class Library:
    """All content without problems, by id, and every problem that was found."""

    modules: dict[str, TrainingModule] = field(default_factory=dict)
    activities: dict[str, Activity] = field(default_factory=dict)
    case_studies: dict[str, CaseStudy] = field(default_factory=dict)
    lists: dict[str, ChoiceList] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    handbook: Outline | None = None
    pages: dict[str, Page] = field(default_factory=dict)
    """The handbook's sections, in its order."""
    instruments: dict[str, Page] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    later_indicators: dict[str, LaterIndicator] = field(default_factory=dict)
    quizzes: dict[str, Quiz] = field(default_factory=dict)
    synonyms: dict[str, Synonym] = field(default_factory=dict)
    """Words that people type in a search, and what the content says for them."""
    predictions: dict[str, Prediction] = field(default_factory=dict)
    """The questions that a room guesses at before it sees the figure, in their order."""
    decks: dict[str, Deck] = field(default_factory=dict)
    """The slides of the input sessions."""
    films: dict[str, Film] = field(default_factory=dict)
    datasets: dict[str, Dataset] = field(default_factory=dict)
    regions: dict[str, Regions] = field(default_factory=dict)
    charts: dict[str, Chart] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def cases_of(self, activity: Activity) -> dict[str, CaseStudy]:
        """In the order that the activity names, or in that of their numbers where it uses all."""
        wanted = activity.worksheet.case_studies
        ids = [case.id for case in self.case_studies.values()] if wanted == "all" else wanted
        return {i: self.case_studies[i] for i in ids if i in self.case_studies}

    def charts_on(self, topic: str) -> list[str]:
        """The ids of the charts on a topic: first those with figures of the handbook, then by year of publication."""
        found = {chart.id: self.datasets.get(chart.panels[0].data) for chart in self.charts.values()}
        names = [chart.id for chart in self.charts.values() if chart.topic == topic]
        return sorted(names, key=lambda name: (data.later, data.published) if (data := found[name]) else (True, ""))

    def shelf(self, kind: str) -> Mapping[str, Any]:
        """What a link of a kind can point to, by id."""
        indicators = self.lists.get("indicators")
        shelves: dict[str, Mapping[str, Any]] = {
            "handbook": self.pages,
            "instrument": self.instruments,
            "activity": self.activities,
            "case": self.case_studies,
            "indicator": {item.id: item for item in indicators.items} if indicators else {},
            "reference": self.references,
            "term": self.terms,
            "source": self.sources,
            "chart": self.charts,
            "deck": self.decks,
            "film": self.films,
        }
        return shelves[kind]

    def target(self, ref: str) -> Any | None:
        """What a link such as `handbook:policies` points to; None if there is nothing."""
        kind, _colon, name = ref.partition(":")
        return self.shelf(kind).get(name) if kind in KINDS else None

    def counts(self) -> dict[str, int]:
        """How much there is of everything, by the words that are printed."""
        return {
            "modules": len(self.modules),
            "activities": len(self.activities),
            "case studies": len(self.case_studies),
            "lists": len(self.lists),
            "readings": len(self.readings),
            "handbook pages": len(self.pages),
            "instruments": len(self.instruments),
            "terms": len(self.terms),
            "references": len(self.references),
            "sources": len(self.sources),
            "notes since the handbook": sum(
                len(page.since) for page in [*self.pages.values(), *self.instruments.values()]
            ),
            "indicators": len(self.shelf("indicator")),
            "questions to ask": sum(len(item.questions) for item in self.shelf("indicator").values()),
            "later indicators": len(self.later_indicators),
            "datasets": len(self.datasets),
            "charts": len(self.charts),
            "questions to guess": len(self.predictions),
            "quizzes": len(self.quizzes),
            "questions": sum(len(quiz.questions) for quiz in self.quizzes.values()),
            "decks": len(self.decks),
            "slides": sum(len(deck.slides) for deck in self.decks.values()),
            "films": len(self.films),
        }
