"""A chart of the statistics: which figures it draws, what they show, and what they do not say."""

from typing import Annotated, Literal

from pydantic import Field as PydanticField
from pydantic import StringConstraints

from engine.content.base import Content, FileId
from engine.content.dataset import Key
from engine.fields import Fault, Model, Words

PanelKind = Literal["bars", "stacked", "lines", "tens", "map"]
"""Rows of bars; bars whose parts make a whole; lines over years; squares filled out of ten; a world map."""
Topic = Literal["regions", "people", "justice", "profits", "inspection"]


class WorkedOut(Model):
    """What we work out from two series of a source; wherever it is shown, it says that it is ours."""

    what: Literal["share", "rest"]
    """`share`: how many per cent `part` is of `whole`. `rest`: what is left of `whole` without `part`."""
    part: Key
    whole: Key
    name: Words


class Panel(Model):
    """One drawing, with a scale of its own."""

    kind: PanelKind
    data: FileId
    title: Words | None = None
    series: tuple[Key, ...] = ()
    """Those that are drawn; empty means all."""
    labels: tuple[Key, ...] = ()
    """Those that are drawn; empty means all."""
    work_out: WorkedOut | None = None
    regions: FileId | None = None
    """Which countries the labels mean: of a map, and of bars beside it that have its numbers before their labels."""


class Chart(Content):
    """One or more panels under a sentence that states the finding."""

    id: FileId
    topic: Topic
    title: Words
    headline: Words
    panels: tuple[Panel, ...] = PydanticField(min_length=1)
    says_not: Words
    notes: tuple[Words, ...] = ()


Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""An ISO 3166-1 alpha-3 code."""


class Regions(Content):
    """The countries of each region in one edition of a source; a country that nobody can place for sure is in none."""

    id: FileId
    title: Words
    note: Words
    """Who placed the countries in regions, and how sure that is."""
    countries: dict[Key, tuple[Country, ...]]
    places: dict[Key, tuple[float | int, float | int]]
    """Where the number of a region stands on a map: longitude and latitude, in degrees."""

    def numbers(self) -> dict[str, int]:
        """Region -> its number on a map and beside it, from 1."""
        return {region: n for n, region in enumerate(self.countries, start=1)}

    def faults(self) -> list[Fault]:
        """Find countries that are in two regions, and regions without a place for their number."""
        all_ = [country for countries in self.countries.values() for country in countries]
        found: list[Fault] = [
            (("countries", region, n), f"the country '{country}' stands here twice. Leave it in one region")
            for region, countries in self.countries.items()
            for n, country in enumerate(countries)
            if all_.count(country) > 1
        ]
        missing = [region for region in self.countries if region not in self.places]
        return found + [(("places",), f"'{region}' has no place for its number. Add one") for region in missing]
