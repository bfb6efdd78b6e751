"""Choosing among options: one, several, or all of them in order."""

from collections.abc import Sequence
from random import Random
from typing import Any, ClassVar, Literal

from pydantic import ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from engine.fields.base import AnswerProblem, Choices, Json
from engine.fields.context import NO_CASE, CheckContext
from engine.fields.field import Field
from engine.language import _


def with_choices(data: Any, info: ValidationInfo, key: str) -> Any:
    """Write out what a content file says in short about its options or rows.

    `options: {present: Present}` and `options_from: indicators` both become a tuple of choices;
    the lists come from the loader, in `info.context["lists"]`.

    Raises:
        ValueError: both were given, or there is no list of that name.
    """
    if not isinstance(data, dict):
        return data
    data, source = dict(data), f"{key}_from"
    if source in data:
        if key in data:
            raise ValueError(f"give either '{key}' or '{source}', not both")
        data[key] = _listed(source, data.pop(source), (info.context or {}).get("lists", {}))
    elif isinstance(data.get(key), dict):
        data[key] = tuple({"id": k, "label": v} for k, v in data[key].items())
    return data


def _listed(source: str, name: Any, lists: dict[str, Any]) -> Any:
    if isinstance(name, str) and name in lists:
        return lists[name]
    known = ", ".join(sorted(lists)) or "none"
    what = f"there is no sound list '{name}' in content/lists. Sound lists: {known}"
    raise PydanticCustomError("value_error", "{error}", {"error": what, "key": source})


def picked_together(before: Json, now: Json, mine: Json) -> list[Any]:
    """What comes of two choices that were made at the same moment from the same start.

    What either of the two added is in, and what either took out is out.

    Args:
        before: what both saw.
        now: the choice that is stored.
        mine: the choice that came second.
    """
    before, now, mine = before or [], now or [], mine or []
    kept = [one for one in now if one in mine or one not in before]
    return kept + [one for one in mine if one not in before and one not in now]


class ChoiceField(Field):
    """What the fields with options have in common."""

    options: Choices

    @model_validator(mode="before")
    @classmethod
    def _choices(cls, data: Any, info: ValidationInfo) -> Any:
        return with_choices(data, info, "options")

    def labels(self) -> dict[str, str]:
        """Option id -> label, in the order of the sheet."""
        return {option.id: option.label for option in self.options}


class SelectOne(ChoiceField):
    """One of the options."""

    type: Literal["select_one"]

    views: ClassVar[tuple[str, ...]] = ("bars", "heatmap")

    def check(self, value: Json, context: CheckContext = NO_CASE) -> Json:
        """Take the id of an option; None takes the answer back."""
        if value is not None and (not isinstance(value, str) or value not in self.labels()):
            raise AnswerProblem(_("Choose one of the answers on the sheet."))
        return value

    def tally(self, values: Sequence[Json]) -> dict[str, float]:
        """Count the groups behind each option; options that nobody chose count 0."""
        return {option.id: sum(value == option.id for value in values) for option in self.options}

    def as_text(self, value: Json) -> str:
        """Print the label of the option."""
        return self.labels().get(value, "")

    def varied(self, value: Json, context: CheckContext, chance: Random) -> Json:
        """Choose any of the options."""
        return chance.choice(self.options).id


class SeveralChoices(ChoiceField):
    """What the fields whose answer holds several options have in common."""

    holds_several: ClassVar[bool] = True

    def as_text(self, value: Json) -> str:
        """Print the labels, in the order in which they are stored."""
        return "; ".join(self.labels()[key] for key in value or [] if key in self.labels())

    def _refuse_others(self, value: Json) -> None:
        labels = self.labels()
        if not isinstance(value, list) or any(not isinstance(v, str) or v not in labels for v in value):
            raise AnswerProblem(_("Choose among the answers on the sheet."))


class SelectMultiple(SeveralChoices):
    """Any number of the options."""

    type: Literal["select_multiple"]

    views: ClassVar[tuple[str, ...]] = ("bars",)

    def check(self, value: Json, context: CheckContext = NO_CASE) -> list[str]:
        """Take a list of option ids and keep it in the order of the sheet."""
        self._refuse_others(value)
        return [key for key in self.labels() if key in value]

    def together(self, before: Json, now: Json, mine: Json) -> Json:
        """Keep what either picked."""
        picked = picked_together(before, now, mine)
        return [key for key in self.labels() if key in picked]

    def tally(self, values: Sequence[Json]) -> dict[str, float]:
        """Count the groups behind each option; a group may stand behind several."""
        return {option.id: sum(option.id in (value or []) for value in values) for option in self.options}

    def stored(self, read: Any) -> Json:
        """Put the options in the order of the sheet."""
        if not isinstance(read, tuple):
            return read
        known = list(self.labels())
        return [option for option in known if option in read] + [other for other in read if other not in known]

    def varied(self, value: Json, context: CheckContext, chance: Random) -> Json:
        """Take one option in, or out."""
        turned = chance.choice(self.options).id
        return [v for v in value if v != turned] if turned in value else [*value, turned]


class Rank(SeveralChoices):
    """The options in an order, the first the best; an order may be left half done."""

    type: Literal["rank"]

    views: ClassVar[tuple[str, ...]] = ("ranking",)

    def check(self, value: Json, context: CheckContext = NO_CASE) -> list[str]:
        """Take a list of different option ids and keep its order."""
        self._refuse_others(value)
        if len(set(value)) != len(value):
            raise AnswerProblem(_("Each answer can stand only once in the order."))
        return list(value)

    def together(self, before: Json, now: Json, mine: Json) -> Json:
        """Keep what either placed; of two who moved the same options, the last one counts."""
        if set(mine or []) == set(before or []):
            return [key for key in mine or [] if key in now] + [key for key in now if key not in (mine or [])]
        return picked_together(before, now, mine)

    def tally(self, values: Sequence[Json]) -> dict[str, float]:
        """Each option's mean position, from 1; an option that no group placed is left out."""
        places: dict[str, list[int]] = {}
        for value in values:
            for place, key in enumerate(value or [], start=1):
                places.setdefault(key, []).append(place)
        return {key: sum(places[key]) / len(places[key]) for key in self.labels() if key in places}

    def varied(self, value: Json, context: CheckContext, chance: Random) -> Json:
        """Let two neighbours change places."""
        order = list(value)
        if len(order) > 1:
            place = chance.randrange(len(order) - 1)
            order[place], order[place + 1] = order[place + 1], order[place]
        return order
