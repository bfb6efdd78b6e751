"""Reads the questions to guess, and checks each against the datasets and charts that it refers to."""

from collections.abc import Iterator
from functools import partial

from engine.content.folders import Folders
from engine.content.library import Library
from engine.content.prediction import Cell, Largest, Measured, Prediction, Predictions
from engine.fields import Fault, Where, suggestion

FILE = "content/statistics/questions.yaml"


def read_predictions(folders: Folders, library: Library) -> None:
    """Put the sound questions into the library, whose datasets and charts must be there already."""
    path = folders.root / FILE
    if not path.exists():
        return
    found = folders.keep({}, path, Predictions, "questions")
    for n, question in enumerate(found.items if found else ()):
        faults = [((*("items", n), *where), what) for where, what in _faults(library, question)]
        if not folders.complain(path, faults):
            library.predictions[question.id] = question


def _faults(library: Library, question: Prediction) -> Iterator[Fault]:
    if question.chart not in library.charts:
        like = suggestion(question.chart, list(library.charts)) or ". Write it, or name another"
        yield ("chart",), f"there is no chart '{question.chart}'{like}"
    missing = [
        fault for key, cell in question.cells().items() for fault in _dead_cell(library, _where(question, key), cell)
    ]
    yield from missing
    if not missing:
        yield from _beside_the_scale(library, question)


def _where(question: Prediction, key: str) -> Where:
    """The place in the file that names a cell."""
    return ("labels", question.labels.index(key)) if isinstance(question, Largest) else (key,)


def _dead_cell(library: Library, where: Where, cell: Cell) -> Iterator[Fault]:
    """Find a figure that is not there."""
    dataset = library.datasets.get(cell.dataset)
    if dataset is None:
        like = suggestion(cell.dataset, list(library.datasets)) or ". Write it, or name another"
        yield where, f"there is no dataset '{cell.dataset}'{like}"
    elif dataset.at(cell.label, cell.series) is None:
        known = ", ".join(f"{row.label}/{row.series}" for row in dataset.rows)
        yield where, f"'{cell.dataset}' has no figure '{cell.label}/{cell.series}'. It has: {known}"


def _beside_the_scale(library: Library, question: Prediction) -> Iterator[Fault]:
    """Find a figure that nobody can guess: outside the scale, or not the only highest one."""
    value_of = partial(_value, library)
    if isinstance(question, Measured):
        (low, high), (least, most) = question.amount(value_of).ends(), question.limits()
        if not least <= low <= high <= most:
            where = "answer" if question.answer else "low"
            scale = f"people can guess from {least:g} to {most:g}. Widen the scale"
            yield (where,), f"the figure is {low:g} to {high:g}, and {scale}"
        return
    values = sorted((value_of(cell) for cell in question.cells().values()), reverse=True)
    if values[0] == values[1]:
        yield ("labels",), f"two of them have the highest figure, {values[0]:g}. Ask for something else"


def _value(library: Library, cell: Cell) -> float:
    figure = library.datasets[cell.dataset].at(cell.label, cell.series)
    return figure.value if figure else 0.0
