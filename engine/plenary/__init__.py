"""What the plenary looks at: all groups' answers side by side, what they say in a sentence, and the data to draw."""

from engine.plenary.data import (
    LEVELS,
    Bar,
    Bars,
    Grid,
    GridCell,
    GridRow,
    GroupRows,
    GroupTexts,
    PickedSentence,
    ShadedCase,
    ViewData,
)
from engine.plenary.plenary_view import PlenaryView
from engine.plenary.side_by_side import GroupAnswers, agreement, side_by_side
from engine.plenary.views import VIEWS, view_of, views_of

__all__ = [
    "LEVELS", "VIEWS", "Bar", "Bars", "Grid", "GridCell", "GridRow", "GroupAnswers", "GroupRows", "GroupTexts",
    "PickedSentence", "PlenaryView", "ShadedCase", "ViewData", "agreement", "side_by_side", "view_of", "views_of",
]  # fmt: skip
