"""Content files, read into validated models."""

from engine.content.activity import Activity
from engine.content.base import ChoiceList
from engine.content.case_study import CaseStudy, Sentence, context_of
from engine.content.chart import Chart, Panel, Regions
from engine.content.dataset import Dataset, Figure
from engine.content.deck import Deck, Slide
from engine.content.film import Film, Scene
from engine.content.library import ROOT, Library
from engine.content.module import Day, Item, Session, TrainingModule
from engine.content.page import LaterIndicator, Page, Reference, Since, Source, Term
from engine.content.prediction import Counted, Largest, Measured, OfTen, Prediction
from engine.content.problem import Problem
from engine.content.quiz import Matching, OneRight, Ordering, Question, Quiz, SeveralRight
from engine.content.reader import load_library
from engine.content.reading import Reading, ReadSheet, flattened
from engine.content.worksheet import SHEET, View, Worksheet

__all__ = [
    "ROOT", "SHEET", "Activity", "CaseStudy", "Chart", "ChoiceList", "Counted", "Dataset", "Day", "Deck", "Figure",
    "Film", "Item", "Largest", "LaterIndicator", "Library", "Matching", "Measured", "OfTen", "OneRight",
    "Ordering", "Page", "Panel", "Prediction", "Problem", "Question", "Quiz", "ReadSheet", "Reading", "Reference",
    "Regions", "Scene", "Sentence", "Session", "SeveralRight", "Since", "Slide", "Source", "Term",
    "TrainingModule", "View", "Worksheet", "context_of", "flattened", "load_library",
]  # fmt: skip
