"""How charts look on a screen and on paper alike: colours that everybody can tell apart, and words in lines."""

from dataclasses import dataclass
from html import escape

from engine.charts.series import Drawn

COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7")
"""Okabe and Ito's set, as in `.streamlit/config.toml`; never the only difference between two series."""
PATTERNS = ("", "/", ".", "x")
"""The second difference: what a bar is filled with."""
SYMBOLS = ("circle", "square", "diamond", "cross")
INK = {False: "#1b2733", True: "#e9eef2"}
"""What words are written in, by whether the page is dark; as in the theme."""
BLANK = "rgba(0,0,0,0)"
GREY = "#9aa5ad"
"""What is not counted: the rest of ten, or a country that nobody can place."""
STEPS = ("#dcebf2", "#9ecadb", "#4d9ab9", "#2b7fa3", "#136487", "#06344b")
"""From few to many; it still reads in grey."""


@dataclass(frozen=True)
class ChartSize:
    """The measures of a drawing, in pixels."""

    font: int
    letters: int
    """How many letters of a label fit on one line."""
    words: float
    """How much of the width the labels beside a map's bars take: a map itself has no labels, and takes all."""
    heading: int
    """How many letters of a heading fit on one line."""
    bar: int
    """From one bar to the next."""
    upright: int
    """How high a drawing over years is."""
    world: int
    """How high a map is."""


LAPTOP = ChartSize(font=15, letters=22, words=0.44, heading=42, bar=34, upright=260, world=360)
ROOM = ChartSize(font=24, letters=40, words=0.26, heading=110, bar=46, upright=265, world=600)
"""Nothing that a room looks at is set smaller than 24 pixels."""


def steps_of(drawn: Drawn) -> dict[str, str]:
    """Give each label of a panel a shade by its place among the numbers: the highest is the darkest."""
    order = sorted({figure.value for figure in drawn.figures.values()})
    last = max(len(order) - 1, 1)
    shades = {value: STEPS[round(place * (len(STEPS) - 1) / last)] for place, value in enumerate(order)}
    return {label: shades[figure.value] for (label, _series), figure in drawn.figures.items()}


def wrapped(text: str, letters: int = 26) -> list[str]:
    """Break a text into lines of about so many letters."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= letters and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def in_lines(text: str, letters: int = 26) -> str:
    """Give a text as the lines of a Plotly label; what could be taken for markup is escaped."""
    return "<br>".join(escape(line) for line in wrapped(text, letters))
