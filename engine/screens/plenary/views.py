"""One drawing for each kind of plenary view. A test compares `DRAWINGS` with the kinds that content may name."""

import html as escaping
from collections.abc import Callable, Sequence
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from engine.content import Activity, CaseStudy
from engine.language import _, plural
from engine.plenary import (
    Bar,
    Bars,
    Grid,
    GroupAnswers,
    GroupRows,
    GroupTexts,
    PickedSentence,
    PlenaryView,
    ShadedCase,
)
from engine.screens.frame.look import html
from engine.screens.plenary.grids import draw_grid

BAR = "#0072B2"


def draw_view(activity: Activity, view: PlenaryView, case: CaseStudy | None, groups: Sequence[GroupAnswers]) -> None:
    """Draw a view below the sentence that states its finding and the question to the room."""
    st.title(view.headline(groups))
    title = f"{case.title} · {case.country}" if case else activity.title
    st.markdown(f"{title} — *{view.ask}*")
    if any(group.answers for group in groups):
        DRAWINGS[view.kind](view, view.data(groups, case))
    else:
        st.info(_("The answers appear here while the groups work."), icon=":material/hourglass_empty:")


def _grid(view: PlenaryView, grid: Grid) -> None:
    draw_grid(view.show, grid)


def _bars(view: PlenaryView, bars: Bars) -> None:
    _draw_bars(bars)
    rows = [(bar.label, str(bar.count), ", ".join(bar.groups)) for bar in bars.bars]
    _table_beside([_("Answer"), _("Number"), _("Groups")], rows)


def _draw_bars(bars: Bars) -> None:
    """Draw bars with the groups' names in them; only with numbers where rows of tables were counted."""
    text = [_beside_bar(bar, bars.counts_rows) for bar in bars.bars]
    figure = go.Figure(
        go.Bar(
            x=[bar.count for bar in bars.bars],
            y=[_wrapped(bar.label) for bar in bars.bars],
            text=[_escaped(t) for t in text],
            orientation="h",
            marker_color=BAR,
            textposition="auto",
            insidetextanchor="start",
            hoverinfo="skip",
        )
    )
    largest = max((bar.count for bar in bars.bars), default=0)
    figure.update_layout(
        height=90 + 72 * len(bars.bars),
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        font_size=24,
        bargap=0.3,
        dragmode=False,
    )
    figure.update_xaxes(range=[0, max(largest * 1.05, 1)], visible=False, fixedrange=True)
    figure.update_yaxes(autorange="reversed", automargin=True, fixedrange=True, tickfont_size=24)
    said = "; ".join(f"{bar.label}: {bar.count}" for bar in bars.bars)
    key = f"bars:{bars.counts_rows}:{len(bars.bars)}"
    st.plotly_chart(figure, key=key, config={"displayModeBar": False}, alt=said)


def _beside_bar(bar: Bar, counts_rows: bool) -> str:
    return str(bar.count) if counts_rows or not bar.count else f"{bar.count} · {', '.join(bar.groups)}"


def _wrapped(label: str, width: int = 26) -> str:
    """A label, escaped and broken into lines of about `width` characters for an axis."""
    lines = [""]
    for word in _escaped(label).split():
        if len(lines[-1]) + len(word) > width and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


def _escaped(text: str) -> str:
    return escaping.escape(text, quote=True)


def _evidence(view: PlenaryView, shaded: ShadedCase) -> None:
    blocks = [f"<p>{''.join(map(_shaded, paragraph))}</p>" for paragraph in shaded.paragraphs]
    html(f'<div class="shaded" dir="auto">{"".join(blocks)}</div>', "shaded")


def _shaded(sentence: PickedSentence) -> str:
    count = sentence.groups
    badge = f"<b>{_escaped(plural('{count} group', '{count} groups', count))}</b>" if count else ""
    text = f"<sup>{sentence.number}</sup> {_escaped(sentence.text)} {badge}"
    return f'<span class="level{sentence.level}">{text}</span> '


def _texts(view: PlenaryView, found: GroupTexts) -> None:
    cards = "".join(
        f'<section><h3 dir="auto">{_escaped(name)}</h3><p dir="auto">{_escaped(text)}</p></section>'
        for name, text in found.texts
    )
    html(f'<div class="cards">{cards}</div>', "cards")


def _rows(view: PlenaryView, found: GroupRows) -> None:
    head = "".join(f"<th>{_escaped(column)}</th>" for column in found.columns)
    blocks = []
    for name, rows in found.groups:
        body = "".join("<tr>" + "".join(f'<td dir="auto">{_escaped(t)}</td>' for t in row) + "</tr>" for row in rows)
        blocks.append(
            f'<section><h3 dir="auto">{_escaped(name)}</h3>'
            f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></section>"
        )
    html(f'<div class="cards wide">{"".join(blocks)}</div>', "cards")


def _table_beside(columns: list[str], rows: Sequence[tuple[str, ...]]) -> None:
    """Add the numbers of a chart as a table that screen readers read and nobody sees."""
    head = "".join(f"<th>{_escaped(column)}</th>" for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{_escaped(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    html(f'<table class="unseen"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>', "cards")


DRAWINGS: dict[str, Callable[[PlenaryView, Any], None]] = {
    "heatmap": _grid,
    "bars": _bars,
    "evidence": _evidence,
    "spread": _grid,
    "ranking": _grid,
    "texts": _texts,
    "rows": _rows,
}
