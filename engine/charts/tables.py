"""The numbers of a chart as HTML tables, with the definition of what was counted."""

from html import escape

from engine.charts.series import Drawn, panels_of, unit_of
from engine.content import Library
from engine.language import _


def tables(library: Library, chart_id: str) -> str:
    """One table for each panel; where no source gives a number, the cell says so."""
    return "".join(_table(drawn) for drawn in panels_of(library, chart_id))


def _table(drawn: Drawn) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in drawn.series.values())
    body = "".join(_row(drawn, label, words) for label, words in drawn.labels.items())
    caption = f"{drawn.title} ({unit_of(drawn)})"
    about = [
        (_("What is counted"), drawn.dataset.definition),
        (_("Period"), drawn.dataset.covers),
        (_("Note"), drawn.dataset.note or ""),
        *((drawn.labels[label], figure.note) for (label, _series), figure in drawn.figures.items() if figure.note),
    ]
    terms = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in about if text)
    return (
        f'<table class="numbers"><caption>{escape(caption)}</caption><thead><tr><td></td>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table><dl>{terms}</dl>"
    )


def _row(drawn: Drawn, label: str, words: str) -> str:
    cells = "".join(f"<td>{escape(drawn.text(label, key) or _('not seen'))}</td>" for key in drawn.series)
    return f'<tr><th scope="row">{escape(words)}</th>{cells}</tr>'
