"""Predict, then see: asking and guessing, the figure behind a question in words, and the guesses drawn beside it."""

from engine.predict.drawing import drawn
from engine.predict.revealed import Revealed, closest, revealed, said

__all__ = ["Revealed", "closest", "drawn", "revealed", "said"]
