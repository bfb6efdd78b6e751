"""The numbers of a chart, exactly as they are drawn, and where they come from."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.content import Dataset, Figure, Library, Panel, Regions
from engine.content.chart import WorkedOut
from engine.language import _

DECIMALS = 1
"""Of a share that we work out ourselves."""


@dataclass(frozen=True)
class Drawn:
    """One panel with its numbers: `figures` is by (label id, series id), and lacks what no source gives."""

    panel: Panel
    dataset: Dataset
    labels: dict[str, str]
    series: dict[str, str]
    figures: dict[tuple[str, str], Figure]
    regions: Regions | None = None
    """Which countries each label means, on a map and in the bars beside it."""

    @property
    def title(self) -> str:
        """Its own heading, or else that of the dataset."""
        return self.panel.title or self.dataset.title

    def value(self, label: str, series: str) -> float | None:
        found = self.figures.get((label, series))
        return found.value if found else None

    def text(self, label: str, series: str) -> str:
        """The number as people read it, with what the source puts before it; empty where there is none."""
        found = self.figures.get((label, series))
        return shown(found.value, found.qualifier) if found else ""

    def largest(self) -> float:
        """0 where there are no numbers."""
        return max((figure.value for figure in self.figures.values()), default=0)


def panels_of(library: Library, chart_id: str) -> list[Drawn]:
    """A panel whose dataset is not sound is left out."""
    chart = library.charts[chart_id]
    return [
        _drawn(panel, library.datasets[panel.data], library.regions.get(panel.regions or ""))
        for panel in chart.panels
        if panel.data in library.datasets
    ]


def _drawn(panel: Panel, dataset: Dataset, regions: Regions | None) -> Drawn:
    labels = {key: words for key, words in dataset.labels.items() if key in (panel.labels or dataset.labels)}
    if panel.work_out:
        series, figures = _worked_out(panel.work_out, dataset, list(labels))
    else:
        series = {key: words for key, words in dataset.series.items() if key in (panel.series or dataset.series)}
        cells = ((label, key, dataset.at(label, key)) for label in labels for key in series)
        figures = {(label, key): figure for label, key, figure in cells if figure}
    if len(labels) == 1 and len(series) > 1:  # each number has a row to itself, with its own name before it
        labels, series, figures = series, labels, {(key, label): found for (label, key), found in figures.items()}
    return Drawn(panel, dataset, labels, series, figures, regions)


def _worked_out(
    work: WorkedOut, dataset: Dataset, labels: list[str]
) -> tuple[dict[str, str], dict[tuple[str, str], Figure]]:
    """Work out the series and figures of a share or of a rest; a rest is drawn beside the part that was taken away."""
    pairs = {label: (dataset.at(label, work.part), dataset.at(label, work.whole)) for label in labels}
    whole = {label: (part, all_) for label, (part, all_) in pairs.items() if part and all_}
    if work.what == "share":
        shares = {label: round(100 * part.value / all_.value, DECIMALS) for label, (part, all_) in whole.items()}
        return {"share": work.name}, {
            (label, "share"): _ours(whole[label][1], "share", value) for label, value in shares.items()
        }
    parts = {(label, work.part): part for label, (part, _all) in whole.items()}
    rests = {(label, "rest"): _ours(all_, "rest", all_.value - part.value) for label, (part, all_) in whole.items()}
    return {work.part: dataset.series[work.part], "rest": work.name}, parts | rests


def _ours(figure: Figure, series: str, value: float) -> Figure:
    """A figure of the source, copied with a number that we worked out."""
    return figure.model_copy(update={"series": series, "value": value, "qualifier": None, "note": None})


def shown(value: float, qualifier: str | None = None) -> str:
    """A number as people read it: `at least 1,400,000`, `3.5`."""
    number = f"{value:,}"
    return f"{qualifier} {number}" if qualifier else number


def said(drawn: Drawn) -> str:
    """The numbers of a panel in one line, for those who cannot see the drawing."""
    rows = []
    for label, words in drawn.labels.items():
        cells = {name: drawn.text(label, key) for key, name in drawn.series.items() if (label, key) in drawn.figures}
        if cells:
            texts = [f"{name} {text}" if len(drawn.series) > 1 else text for name, text in cells.items()]
            rows.append(f"{words}: {', '.join(texts)}")
    return f"{drawn.title}. {'; '.join(rows)}"


def unit_of(drawn: Drawn) -> str:
    """The unit of the drawn numbers; a share that we worked out is in per cent."""
    is_share = drawn.panel.work_out and drawn.panel.work_out.what == "share"
    return _("per cent") if is_share else drawn.dataset.unit


def sources_of(library: Library, chart_id: str) -> str:
    """Who published the numbers of a chart and when, and where we read them: one line each."""
    lines = [line for drawn in panels_of(library, chart_id) for line in _sources(library, drawn)]
    return "\n".join(dict.fromkeys(lines))


def _sources(library: Library, drawn: Drawn) -> Iterator[str]:
    for figure in drawn.figures.values():
        yield cited(library, drawn.dataset, figure)


def cited(library: Library, dataset: Dataset, figure: Figure) -> str:
    """`Publisher, year` of one figure, and who quotes it where we did not read the publisher's own page."""
    source, said = library.sources.get(figure.source), f"{dataset.publisher}, {figure.year}"
    if figure.source == "handbook":
        return _("{publisher_and_year}, in the handbook (2008)").format(publisher_and_year=said)
    if source is None or source.seen == "primary":
        return said
    quoting = source.publisher
    if quoting.startswith("(") and quoting.endswith(")"):
        quoting = quoting[1:-1]
    return _("{publisher_and_year}, as quoted by {quoting} ({year})").format(
        publisher_and_year=said, quoting=quoting, year=source.year
    )


def share_later(library: Library, chart_id: str) -> float:
    """The part of a chart that is later than the handbook: from 0.0, nothing, to 1.0, everything."""
    later = [figure.is_later for drawn in panels_of(library, chart_id) for figure in drawn.figures.values()]
    return sum(later) / max(len(later), 1)
