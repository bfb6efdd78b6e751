"""The shapes of countries on a flat map. They are drawn as plain polygons, so that a map loads nothing from the web."""

import json
import math
from collections.abc import Iterable
from functools import cache

from engine.content import ROOT

SHAPES = ROOT / "media" / "map" / "countries.geojson"
"""Natural Earth's countries (public domain), exact to a tenth of a degree; `id` is an ISO 3166-1 alpha-3 code."""
Point = tuple[float, float]
Ring = list[Point]
_A = (1.340264, -0.081106, 0.000893, 0.003796)
EDGE = (-2.72, 2.72, -1.15, 1.33)
"""Left, right, bottom and top of the flat map, without the ice of the south."""


def laid_flat(longitude: float, latitude: float) -> Point:
    """Project a point of the globe, in degrees, on the flat map; areas keep their proportions.

    This is the Equal Earth projection (Šavrič, Patterson and Jenny, 2018).
    """
    slant = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    squared, sixth = slant**2, slant**6
    below = 9 * _A[3] * slant**8 + 7 * _A[2] * sixth + 3 * _A[1] * squared + _A[0]
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(slant) / (3 * below)
    return x, slant * (_A[0] + _A[1] * squared + sixth * (_A[2] + _A[3] * squared))


@cache
def _countries() -> tuple[tuple[str, list[Ring]], ...]:
    """The code of every country with the outlines of its parts, read from the file once."""
    found = []
    for each in json.loads(SHAPES.read_text(encoding="utf-8"))["features"]:
        shape = each["geometry"]
        parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        found.append((each["id"], [_ring(part[0]) for part in parts]))
    return tuple(found)


def _ring(points: list[list[float]]) -> Ring:
    """Project an outline; one that crosses the edge of the map goes on beyond it instead of coming back."""
    crosses = max(x for x, _y in points) - min(x for x, _y in points) > 180
    return [laid_flat(x + 360 if crosses and x < 0 else x, y) for x, y in points]


def outlines(countries: Iterable[str] | None = None) -> list[Ring]:
    """The outlines of some countries, by their codes, or of all."""
    wanted = None if countries is None else set(countries)
    return [ring for code, rings in _countries() if wanted is None or code in wanted for ring in rings]


def codes() -> set[str]:
    """The codes of the countries that have a shape."""
    return {code for code, _rings in _countries()}
