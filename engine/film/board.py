"""What a picture of a film is drawn on, with flat shapes and text, in the colours of the project."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1280, 720
FINE = 2
"""Shapes are drawn so many times larger and then reduced, so that their edges are smooth."""
PAPER, INK, QUIET, NIGHT = "#f7f9fa", "#1b2733", "#55646f", "#0a3044"
TEAL, BLUE, PALE, ORANGE, RED, GREEN = "#0b5d7a", "#0072b2", "#c9dde6", "#e69f00", "#d55e00", "#009e73"
Point = tuple[float, float]
Colour = tuple[int, int, int]


def colour(name: str) -> Colour:
    """Red, green and blue of a colour that is written as `#rrggbb`."""
    return int(name[1:3], 16), int(name[3:5], 16), int(name[5:7], 16)


def mixed(over: str, under: str, much: float) -> Colour:
    """One colour laid over another; `much` from 0.0, not seen, to 1.0, covering it."""
    pairs = zip(colour(over), colour(under), strict=True)
    red, green, blue = (round(b + (a - b) * max(0.0, min(much, 1.0))) for a, b in pairs)
    return red, green, blue


@cache
def _font_file() -> str:
    """The font of the screens, which comes in the package of Streamlit, under the Open Font License."""
    found = find_spec("streamlit")
    assert found and found.origin
    return str(next((Path(found.origin).parent / "static").rglob("SourceSansVF-Upright*.woff2")))


@cache
def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """`size` is in pixels of the finished picture, `weight` from 200 to 900."""
    found = ImageFont.truetype(_font_file(), size * FINE)
    found.set_variation_by_axes([weight])
    return found


class Board:
    """One picture of 1280 by 720; lengths are its pixels, and `much` is how far something is seen, 0.0 to 1.0."""

    def __init__(self, ground: str = PAPER) -> None:
        self.ground = ground
        self._image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), ground)
        self._draw = ImageDraw.Draw(self._image)

    def finished(self) -> Image.Image:
        return self._image.reduce(FINE)

    def box(self, x: float, y: float, w: float, h: float, fill: str, *, much: float = 1, r: float = 0) -> None:
        """Draw a box; `r` is the radius of its corners."""
        if min(w, h) * FINE > 1:  # what has only begun to grow is not seen yet
            corners = [x * FINE, y * FINE, (x + w) * FINE - 1, (y + h) * FINE - 1]
            self._draw.rounded_rectangle(corners, r * FINE, mixed(fill, self.ground, much))

    def frame(self, x: float, y: float, w: float, h: float, line: str, thick: float, *, r: float = 0) -> None:
        """Draw the outline of a box."""
        corners = [x * FINE, y * FINE, (x + w) * FINE, (y + h) * FINE]
        self._draw.rounded_rectangle(corners, r * FINE, outline=line, width=round(thick * FINE))

    def disc(self, x: float, y: float, r: float, fill: str, *, much: float = 1) -> None:
        """Draw a filled circle around (`x`, `y`)."""
        corners = [(x - r) * FINE, (y - r) * FINE, (x + r) * FINE, (y + r) * FINE]
        self._draw.ellipse(corners, mixed(fill, self.ground, much))

    def ring(self, x: float, y: float, r: float, line: str, thick: float) -> None:
        """Draw the outline of a circle around (`x`, `y`)."""
        corners = [(x - r) * FINE, (y - r) * FINE, (x + r) * FINE, (y + r) * FINE]
        self._draw.ellipse(corners, outline=line, width=round(thick * FINE))

    def shape(self, points: list[Point], fill: str, *, much: float = 1) -> None:
        """Draw a polygon."""
        self._draw.polygon([(x * FINE, y * FINE) for x, y in points], mixed(fill, self.ground, much))

    def stroke(self, points: list[Point], line: str, thick: float, *, much: float = 1) -> None:
        """Draw a line with round ends through points."""
        shade = mixed(line, self.ground, much)
        scaled = [(x * FINE, y * FINE) for x, y in points]
        self._draw.line(scaled, shade, round(thick * FINE), joint="curve")
        for x, y in (scaled[0], scaled[-1]):
            r = thick * FINE / 2
            self._draw.ellipse([x - r, y - r, x + r, y + r], shade)

    def text(
        self, x: float, y: float, words: str, size: int, fill: str = INK, *,
        weight: int = 400, much: float = 1, wide: float = WIDTH, middle: bool = False, above: bool = False,
    ) -> float:  # fmt: skip
        """Write a text in lines no wider than `wide`.

        Args:
            x: its left edge, or its middle where `middle` is set.
            y: its top; with `above`, its bottom.
            words: the text.
            size: of the font, in pixels.
            fill: its colour.
            weight: 200 to 900.
            much: how far it is seen.
            wide: the longest line.
            middle: whether lines are centred on `x`.
            above: whether the text ends at `y`.

        Returns:
            The `y` at which the text ends.
        """
        letters, step = font(size, weight), size * 1.22
        lines = self._lines(words, letters, wide)
        top = y - step * len(lines) if above else y
        for n, line in enumerate(lines):
            at = (x * FINE, (top + n * step) * FINE)
            self._draw.text(at, line, mixed(fill, self.ground, much), letters, anchor="ma" if middle else "la")
        return top + step * len(lines)

    def _lines(self, words: str, letters: ImageFont.FreeTypeFont, wide: float) -> list[str]:
        lines = [""]
        for word in words.split(" "):
            longer = f"{lines[-1]} {word}".strip() if lines[-1] else word
            if lines[-1] and letters.getlength(longer) > wide * FINE:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def width_of(self, words: str, size: int, weight: int = 400) -> float:
        return font(size, weight).getlength(words) / FINE


def eased(t: float, begins: float, lasts: float) -> float:
    """How far a movement is at second `t`, from 0.0 to 1.0; it begins and ends gently."""
    at = max(0.0, min((t - begins) / lasts, 1.0))
    return at * at * (3 - 2 * at)
