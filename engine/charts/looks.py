"""How charts look on a screen and on paper: colours that everybody can tell apart, and words broken into lines."""

from dataclasses import dataclass
from html import escape

from engine.charts.series import Drawn

COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7")
"""The colours of Okabe and Ito, as in `.streamlit/config.toml`; two series never differ in colour alone."""
PATTERNS = ("", "/", ".", "x")
"""How bars are filled: the second difference between series."""
SYMBOLS = ("circle", "square", "diamond", "cross")
INK = {False: "#1b2733", True: "#e9eef2"}
"""The colour of words, by whether the page is dark; as in the theme."""
BLANK = "rgba(0,0,0,0)"
GREY = "#9aa5ad"
"""The empty squares of ten, and the lines of a grid."""
STEPS = ("#dcebf2", "#9ecadb", "#4d9ab9", "#2b7fa3", "#136487", "#06344b")
"""The shades of a map, from few to many; they differ in grey too."""


@dataclass(frozen=True)
class ChartSize:
    """The measures of a drawing, in pixels unless something else is said."""

    font: int
    letters: int
    """Letters of a label that fit on one line."""
    words: float
    """The part of the width, 0 to 1, for the labels of bars in a drawing with a map. The map itself takes it all."""
    heading: int
    """Letters of a heading that fit on one line."""
    bar: int
    """From one bar to the next."""
    upright: int
    """The height of a drawing over years."""
    world: int
    """The height of a map."""


LAPTOP = ChartSize(font=15, letters=22, words=0.44, heading=42, bar=34, upright=260, world=360)
ROOM = ChartSize(font=24, letters=40, words=0.26, heading=110, bar=46, upright=265, world=600)
"""Nothing that a room looks at is smaller than 24 pixels."""


def steps_of(drawn: Drawn) -> dict[str, str]:
    """The shade of each label of a map, by the rank of its number: the highest is the darkest."""
    order = sorted({figure.value for figure in drawn.figures.values()})
    last = max(len(order) - 1, 1)
    shades = {value: STEPS[round(place * (len(STEPS) - 1) / last)] for place, value in enumerate(order)}
    return {label: shades[figure.value] for (label, _series), figure in drawn.figures.items()}


def wrapped(text: str, letters: int = 26) -> list[str]:
    """Break a text between words into lines of at most `letters`; only a longer word makes a longer line."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= letters and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def in_lines(text: str, letters: int = 26) -> str:
    """A text as a Plotly label in lines; what could be taken for markup is escaped."""
    return "<br>".join(escape(line) for line in wrapped(text, letters))
