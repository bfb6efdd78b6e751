"""The numbers of a chart as a file to download."""

import csv
import io

from engine.charts.series import cited, panels_of, unit_of
from engine.content import Library
from engine.language import _


def as_csv(library: Library, chart_id: str) -> bytes:
    """CSV with one line for each number: UTF-8 with a byte order mark, so that spreadsheets read it."""
    file = io.StringIO()
    writer = csv.writer(file)
    head = (
        _("dataset"), _("what"), _("series"), _("before the number"), _("value"), _("unit"), _("published"),
        _("covers"), _("source"), _("address"), _("definition"), _("note"),
    )  # fmt: skip
    writer.writerow(head)
    for drawn in panels_of(library, chart_id):
        dataset = drawn.dataset
        for (label, series), figure in drawn.figures.items():
            source = library.sources.get(figure.source)
            writer.writerow(
                [
                    dataset.title, drawn.labels[label], drawn.series[series], figure.qualifier or "", figure.value,
                    unit_of(drawn), figure.year, dataset.covers, cited(library, dataset, figure),
                    source.address if source else "", dataset.definition, figure.note or dataset.note or "",
                ]
            )  # fmt: skip
    return file.getvalue().encode("utf-8-sig")
