"""Reads the statistics: datasets with their figures, regions, and charts."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from engine.content.chart import Chart, Panel, Regions
from engine.content.dataset import Dataset, DatasetFile
from engine.content.folders import Folders
from engine.content.library import Library
from engine.fields import Fault, suggestion

PLACE = "content/statistics"


def read_statistics(folders: Folders, library: Library) -> None:
    """Put the statistics into the library, whose sources must be there already."""
    _Statistics(folders, library).read()


class _Statistics:
    """One reading of the statistics; what exists but has a problem of its own is not reported where it is used."""

    def __init__(self, folders: Folders, library: Library) -> None:
        self.folders, self.library = folders, library
        self.written: dict[str, Dataset] = {}
        """Every dataset with the right shape, also one with faults."""
        self.names: dict[str, set[str]] = {}

    def read(self) -> None:
        self.datasets()
        for path in self.files("regions"):
            self.folders.keep(self.library.regions, path, Regions, path.stem)
        for path in self.files("charts"):
            if chart := self.folders.keep(self.library.charts, path, Chart, path.stem):
                self.judge(self.library.charts, path, self.chart_faults(chart))

    def files(self, folder: str, *, also: Collection[str] = ()) -> list[Path]:
        found = self.folders.files(f"{PLACE}/{folder}", ".yaml", also=also)
        self.names[folder] = {path.stem for path in found}
        return found

    def judge(self, shelf: dict[str, Any], path: Path, faults: Iterable[Fault]) -> None:
        """Note what does not fit other files, and then take the file off its shelf."""
        if self.folders.complain(path, faults):
            shelf.pop(path.stem, None)

    def datasets(self) -> None:
        for path in self.files("data", also=(".csv",)):
            figures: dict[str, DatasetFile] = {}
            found = self.folders.keep(self.library.datasets, path, Dataset, path.stem)
            table = self.folders.keep(figures, path.with_suffix(".csv"), DatasetFile, path.stem)
            if found is None or table is None:
                self.library.datasets.pop(path.stem, None)
                continue
            self.written[path.stem] = whole = found.model_copy(update={"rows": table.rows})
            self.judge(self.library.datasets, path, self.source_faults(("source",), whole.source))
            self.judge(figures, path.with_suffix(".csv"), self.figure_faults(whole))
            if path.stem in figures and path.stem in self.library.datasets:
                self.library.datasets[path.stem] = whole
            else:
                self.library.datasets.pop(path.stem, None)

    def source_faults(self, where: tuple[int | str, ...], source: str) -> Iterator[Fault]:
        if self.library.sources and source not in self.library.sources:
            like = suggestion(source, list(self.library.sources)) or ". Add it, or name another"
            yield where, f"content/sources.yaml has no source '{source}'{like}"

    def figure_faults(self, dataset: Dataset) -> Iterator[Fault]:
        for n, row in enumerate(dataset.rows):
            yield from self.source_faults(("rows", n, "source"), row.source)
            for key, known in (("label", dataset.labels), ("series", dataset.series)):
                if (name := getattr(row, key)) not in known:
                    like = suggestion(name, list(known)) or f". It has: {', '.join(known)}"
                    yield ("rows", n, key), f"{dataset.id}.yaml has no {key} '{name}'{like}"

    def chart_faults(self, chart: Chart) -> Iterator[Fault]:
        for n, panel in enumerate(chart.panels):
            where = ("panels", n)
            if panel.data not in self.names["data"]:
                like = suggestion(panel.data, list(self.names["data"])) or ". Write it, or name another"
                yield (*where, "data"), f"there is no dataset '{panel.data}' in {PLACE}/data{like}"
            elif panel.data in self.written:
                yield from _panel_faults(where, panel, self.written[panel.data])
            yield from self.map_faults(where, panel)

    def map_faults(self, where: tuple[int | str, ...], panel: Panel) -> Iterator[Fault]:
        if panel.kind == "map" and panel.regions is None:
            yield (*where, "kind"), "a map needs 'regions', which say what countries its labels are. Add them"
        elif panel.regions is not None and panel.regions not in self.names["regions"]:
            yield (*where, "regions"), f"there is no '{panel.regions}' in {PLACE}/regions. Write it, or name another"


def _panel_faults(where: tuple[int | str, ...], panel: Panel, dataset: Dataset) -> Iterator[Fault]:
    """Find labels and series that the dataset does not have."""
    for key in ("labels", "series"):
        known = getattr(dataset, key)
        for n, name in enumerate(getattr(panel, key)):
            if name not in known:
                yield (*where, key, n), f"'{panel.data}' has no '{name}' among its {key}: {', '.join(known)}"
    if panel.work_out:
        for key in ("part", "whole"):
            if (name := getattr(panel.work_out, key)) not in dataset.series:
                known = ", ".join(dataset.series)
                yield (*where, "work_out", key), f"'{panel.data}' has no '{name}' among its series: {known}"
