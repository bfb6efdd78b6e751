"""All groups' answers side by side, how far they agree, and what that says in a sentence."""

from engine.plenary.headlines import headline
from engine.plenary.side_by_side import (
    GroupAnswers,
    Line,
    agreement,
    lines_of,
    sentence_picks,
    side_by_side,
    table_and_column,
    values_of,
)
from engine.plenary.wording import notes_beside, rows_side_by_side, texts_of

__all__ = [
    "GroupAnswers", "Line", "agreement", "headline", "lines_of", "notes_beside", "rows_side_by_side",
    "sentence_picks", "side_by_side", "table_and_column", "texts_of", "values_of",
]  # fmt: skip
