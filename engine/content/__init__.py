"""Content files, read into validated models."""

from engine.content.activity import Activity
from engine.content.base import ChoiceList
from engine.content.case_study import CaseStudy, Sentence
from engine.content.library import ROOT, Library
from engine.content.module import Day, Item, Session, TrainingModule
from engine.content.problem import Problem
from engine.content.reader import load_library
from engine.content.reading import Reading, ReadSheet, flattened
from engine.content.worksheet import SHEET, View, Worksheet

__all__ = [
    "ROOT", "SHEET", "Activity", "CaseStudy", "ChoiceList", "Day", "Item", "Library", "Problem", "ReadSheet",
    "Reading", "Sentence", "Session", "TrainingModule", "View", "Worksheet", "flattened", "load_library",
]  # fmt: skip
