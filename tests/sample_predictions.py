"""A small set of questions of our own for tests of guessing."""

from engine.content import Counted, Largest, OfTen, Prediction

TEN, MANY, REGION = "children", "people", "highest"
_CELL = {"dataset": "sample", "label": "world", "series": "people"}
_ASKED = {
    "chart": "sample-chart",
    "uncertain": "Nobody knows exactly.",
    "surprise": "It is not what most people guess.",
}


def sample_predictions() -> dict[str, Prediction]:
    """One question of each type."""
    ten = {"id": TEN, "type": "of_ten", "ask": "How many of ten?", "answer": _CELL, "bound": "at_least", **_ASKED}
    many = {
        "id": MANY,
        "type": "number",
        "ask": "How many people?",
        "answer": _CELL,
        "unit": "million people",
        "max": 50,
        "step": 0.5,
        "divide_by": 1000000,
        **_ASKED,
    }
    region = {
        "id": REGION,
        "type": "largest",
        "ask": "Which region?",
        "among": {"dataset": "sample", "series": "rate"},
        "unit": "per 1,000 people",
        "labels": ("north", "south", "east"),
        **_ASKED,
    }
    found = OfTen.model_validate(ten), Counted.model_validate(many), Largest.model_validate(region)
    return {question.id: question for question in found}
