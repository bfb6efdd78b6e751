"""Predict, then see: asking and guessing, the figure behind a question in words, the guesses drawn beside it."""

from engine.predict.answer import Answer, answer_to, closest, said
from engine.predict.drawing import drawn

__all__ = ["Answer", "answer_to", "closest", "drawn", "said"]
