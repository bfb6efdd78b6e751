"""The figure behind a question: in words, with how sure it is and where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from engine.charts.series import cited
from engine.content import Counted, Dataset, Figure, Largest, Library, Measured, OfTen, Prediction
from engine.content.prediction import TEN, Amount, Cell
from engine.fields import Json
from engine.language import _


@dataclass(frozen=True)
class Revealed:
    """What is shown after the guesses."""

    text: str
    """The figure in words: `At least 4 of every ten (40 per cent)`."""
    sources: tuple[str, ...]
    """`Publisher, year`, each once."""
    later: bool
    """Whether it is later than the handbook."""
    is_ours: bool
    """Whether we worked it out from two figures of the source."""
    amount: Amount | None = None
    """The figure in the unit of the guesses, where they are numbers."""
    right: str = ""
    """The id of the label that is right, where one is chosen."""


def revealed(library: Library, question: Prediction) -> Revealed:
    """Work out the figure behind a question; it is there, because that was checked when the content was read."""
    value_of = partial(_value, library)
    figures = [_figure(library, cell) for cell in question.cells().values()]
    sources = tuple(dict.fromkeys(cited(library, dataset, figure) for dataset, figure in figures))
    later = any(dataset.later for dataset, _figure in figures)
    if isinstance(question, Largest):
        right = question.right(value_of)
        name = library.datasets[question.among.dataset].labels[right]
        figure = f"{_number(value_of(question.cells()[right]))} {question.unit}"
        text = _("{name}: {figure}").format(name=name, figure=figure)
        return Revealed(text, sources, later, is_ours=False, right=right)
    amount = question.amount(value_of)
    is_ours = isinstance(question, OfTen) and question.whole is not None
    return Revealed(_in_words(question, amount), sources, later, is_ours, amount)


def _figure(library: Library, cell: Cell) -> tuple[Dataset, Figure]:
    dataset = library.datasets[cell.dataset]
    figure = dataset.at(cell.label, cell.series)
    assert figure is not None  # a question without its figures is not kept
    return dataset, figure


def _value(library: Library, cell: Cell) -> float:
    return _figure(library, cell)[1].value


def _in_words(question: Measured, amount: Amount) -> str:
    if amount.value is None:
        low, high = map(_number, amount.ends())
        return _("Between {figure}").format(
            figure=_with_unit(question, _("{low} and {high}").format(low=low, high=high))
        )
    if isinstance(question, OfTen):
        per_cent = _("{number} per cent").format(number=_number(round(amount.value * TEN)))
        figure = f"{_('{number} of every ten').format(number=round(amount.value))} ({per_cent})"
    else:
        figure = _with_unit(question, _number(amount.value))
    if amount.low is not None and amount.high is not None:
        ends = {"low": _number(amount.low), "high": _number(amount.high)}
        figure = f"{figure} {_('(the source says {low} to {high})').format(**ends)}"
    return _BOUNDS[question.bound]().format(figure=figure)


_BOUNDS = {
    "about": lambda: _("About {figure}"),
    "at_least": lambda: _("At least {figure}"),
    "at_most": lambda: _("Up to {figure}"),
    "reported": lambda: _("{figure}, as reported"),
}


def _with_unit(question: Measured, number: str) -> str:
    return f"{number} {question.unit}" if isinstance(question, Counted) else number


def _number(value: float) -> str:
    return f"{round(value, 2):,.10g}"


def said(library: Library, question: Prediction, guess: Json) -> str:
    """A guess in words."""
    if isinstance(question, Largest):
        return library.datasets[question.among.dataset].labels.get(guess, "")
    return _number(guess)


def closest(question: Prediction, shown: Revealed, guesses: Mapping[str, Json]) -> list[str]:
    """Who guessed best: those that chose right, or those that are nearest to the figure."""
    if isinstance(question, Largest):
        return [who for who, guess in guesses.items() if guess == shown.right]
    if shown.amount is None or not guesses:
        return []
    far = {who: shown.amount.distance(guess) for who, guess in guesses.items()}
    return [who for who, distance in far.items() if distance == min(far.values())]
