"""One drawing a plenary view. `VIEWS` is tested against the views that content may name."""

import html as escaping
from collections.abc import Callable, Sequence

import plotly.graph_objects as go
import streamlit as st

from engine.content import Activity, CaseStudy, View
from engine.fields import ChoiceField, OpenTable
from engine.language import _, plural
from engine.plenary import (
    GroupAnswers,
    headline,
    rows_side_by_side,
    sentence_picks,
    texts_of,
    values_of,
)
from engine.screens.frame.look import html
from engine.screens.plenary.grids import LEVELS, draw_heatmap, draw_ranking, draw_spread

BAR = "#0072B2"


def draw_view(activity: Activity, view: View, case: CaseStudy | None, groups: Sequence[GroupAnswers]) -> None:
    """Draw a view under the sentence that states its finding, and above the question to the room."""
    st.title(headline(activity, view, groups))
    title = f"{case.title} · {case.country}" if case else activity.title
    st.markdown(f"{title} — *{view.ask}*")
    if any(group.answers for group in groups):
        VIEWS[view.kind](activity, view, case, groups)
    else:
        st.info(_("The answers appear here while the groups work."), icon=":material/hourglass_empty:")


def _bars(activity: Activity, view: View, case: CaseStudy | None, groups: Sequence[GroupAnswers]) -> None:
    field = activity.worksheet.shown_by(view.show)
    assert isinstance(field, ChoiceField)
    tally, behind = field.tally(values_of(activity, view, groups)), _behind(activity, view, field, groups)
    labels = field.labels()
    rows = [(labels[option], int(tally[option]), behind[option]) for option in labels]
    _draw_bars(rows, "." in view.show)
    _table_beside([_("Answer"), _("Number"), _("Groups")], [(a, str(n), ", ".join(g)) for a, n, g in rows])


def _behind(activity: Activity, view: View, field: ChoiceField, groups: Sequence[GroupAnswers]) -> dict[str, list[str]]:
    """Give the names of the groups behind each option."""
    return {
        option.id: [
            group.group.name
            for group in groups
            for chosen in [values_of(activity, view, [group])]
            if any(option.id in (v if isinstance(v, list) else [v]) for v in chosen)
        ]
        for option in field.options
    }


def _draw_bars(rows: list[tuple[str, int, list[str]]], is_column: bool) -> None:
    """Draw bars with the groups' names in them, or numbers only where rows were counted."""
    text = [str(n) if is_column or not n else f"{n} · {', '.join(names)}" for _label, n, names in rows]
    figure = go.Figure(
        go.Bar(
            x=[n for _label, n, _names in rows],
            y=[_wrapped(label) for label, _n, _names in rows],
            text=[_escaped(t) for t in text],
            orientation="h",
            marker_color=BAR,
            textposition="auto",
            insidetextanchor="start",
            hoverinfo="skip",
        )
    )
    largest = max((n for _label, n, _names in rows), default=0)
    figure.update_layout(
        height=90 + 72 * len(rows),
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        font_size=24,
        bargap=0.3,
        dragmode=False,
    )
    figure.update_xaxes(range=[0, max(largest * 1.05, 1)], visible=False, fixedrange=True)
    figure.update_yaxes(autorange="reversed", automargin=True, fixedrange=True, tickfont_size=24)
    said = "; ".join(f"{label}: {n}" for label, n, _names in rows)
    st.plotly_chart(figure, key=f"bars:{is_column}:{len(rows)}", config={"displayModeBar": False}, alt=said)


def _wrapped(label: str, width: int = 26) -> str:
    """Break a label into lines for an axis."""
    lines = [""]
    for word in _escaped(label).split():
        if len(lines[-1]) + len(word) > width and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


def _escaped(text: str) -> str:
    return escaping.escape(text, quote=True)


def _evidence(activity: Activity, view: View, case: CaseStudy | None, groups: Sequence[GroupAnswers]) -> None:
    picks, total = sentence_picks(activity, view, groups), sum(1 for group in groups if group.answers)
    blocks = []
    for paragraph in case.paragraphs if case else ():
        sentences = "".join(_shaded(s.number, s.text, picks.get(s.number, 0), total) for s in paragraph)
        blocks.append(f"<p>{sentences}</p>")
    html(f'<div class="shaded" dir="auto">{"".join(blocks)}</div>', "shaded")


def _shaded(number: int, text: str, count: int, total: int) -> str:
    level = 0 if not count else max(1, round(count / max(total, 1) * LEVELS))
    badge = f"<b>{_escaped(plural('{count} group', '{count} groups', count))}</b>" if count else ""
    return f'<span class="level{level}"><sup>{number}</sup> {_escaped(text)} {badge}</span> '


def _texts(activity: Activity, view: View, case: CaseStudy | None, groups: Sequence[GroupAnswers]) -> None:
    cards = "".join(
        f'<section><h3 dir="auto">{_escaped(name)}</h3><p dir="auto">{_escaped(text)}</p></section>'
        for name, text in texts_of(activity, view, groups)
    )
    html(f'<div class="cards">{cards}</div>', "cards")


def _rows(activity: Activity, view: View, case: CaseStudy | None, groups: Sequence[GroupAnswers]) -> None:
    table = activity.worksheet.shown_by(view.show)
    assert isinstance(table, OpenTable)
    head = "".join(f"<th>{_escaped(column.label)}</th>" for column in table.columns)
    blocks = []
    for group in groups:
        rows = "".join(
            "<tr>" + "".join(f'<td dir="auto">{_escaped(text)}</td>' for text in row.values()) + "</tr>"
            for row in rows_side_by_side(table, group)
        )
        if rows:
            blocks.append(
                f'<section><h3 dir="auto">{_escaped(group.group.name)}</h3>'
                f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></section>"
            )
    html(f'<div class="cards wide">{"".join(blocks)}</div>', "cards")


def _table_beside(columns: list[str], rows: list[tuple[str, ...]]) -> None:
    """Put the numbers of a chart beside it, for those who cannot see it."""
    head = "".join(f"<th>{_escaped(column)}</th>" for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{_escaped(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    html(f'<table class="unseen"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>', "cards")


Drawing = Callable[[Activity, View, CaseStudy | None, Sequence[GroupAnswers]], None]
VIEWS: dict[str, Drawing] = {
    "heatmap": draw_heatmap,
    "bars": _bars,
    "evidence": _evidence,
    "spread": draw_spread,
    "ranking": draw_ranking,
    "texts": _texts,
    "rows": _rows,
}
