"""What each plenary view must show for what the groups filled in, and what the screen shows instead."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from engine.content import Activity, View
from engine.fields import ChoiceField, Evidence, Field, Json, OpenTable, Rank, SelectMultiple, SelectOne, Table

Filled = list[tuple[str, dict[str, Json]]]
"""Each group's name, and what it filled in: field path -> value; rows of open tables are r1, r2 ..."""

_SCREENS = {
    "grid": """(grid) => [...grid.querySelectorAll('tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent))""",
    "table": """(table) => [...table.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent))""",
    "cards": """(cards) => [...cards.querySelectorAll('section')].map((card) =>
        [card.querySelector('h3').textContent, card.querySelector('p').textContent])""",
    "rows": """(cards) => [...cards.querySelectorAll('section')].map((card) =>
        [card.querySelector('h3').textContent, [...card.querySelectorAll('tr')].map((row) =>
            [...row.children].map((cell) => cell.textContent))])""",
    "shaded": """(shaded) => [...shaded.querySelectorAll('span')].map((sentence) =>
        [sentence.querySelector('sup').textContent, sentence.querySelector('b')?.textContent || ''])""",
}
_PLACES = {
    "heatmap": (".grid", "grid"),
    "spread": (".grid", "grid"),
    "ranking": (".grid", "grid"),
    "bars": ("table.unseen", "table"),
    "texts": (".cards", "cards"),
    "rows": (".cards", "rows"),
    "evidence": (".shaded", "shaded"),
}


def on_screen(page: Page, view: View) -> Any:
    """Read the view that the page shows now; None when it is not there."""
    place, script = _PLACES[view.kind]
    found = page.locator("main").locator(place).evaluate_all(f"(all) => all.map({_SCREENS[script]})")
    return found[0] if len(found) == 1 else None


def expected(activity: Activity, view: View, filled: Filled, sentences: int = 0) -> Any:
    """The same, computed from what was filled in."""
    field = activity.worksheet.shown_by(view.show)
    assert field
    if view.kind == "evidence":
        return _evidence(view, filled, sentences)
    return _EXPECTED[view.kind](activity, view, field, filled)


def in_headline(view: View, wanted: Any) -> str:
    """What the headline of a view must name: what comes first, or how many do."""
    if view.kind not in ("bars", "evidence"):
        return ""
    numbers = {line[0]: int(line[1].partition(" ")[0] or 0) for line in wanted}
    first = [label for label, number in numbers.items() if number == max(numbers.values())]
    what = "answers" if view.kind == "bars" else "sentences"
    if len(first) > 1:
        return f"{len(first)} {what}"
    return first[0] if view.kind == "bars" else f"Sentence {first[0]} "


def _cells(view: View, answers: dict[str, Json]) -> list[Json]:
    """A group's values behind a view: one, or one a row that has any."""
    head, _dot, column = view.show.partition(".")
    if not column:
        return [answers[head]] if head in answers else []
    return [v for p, v in answers.items() if p.startswith(f"{head}/") and p.endswith(f"/{column}")]


def _shown(field: Field, value: Json) -> str:
    if value is None:
        return "–"
    if isinstance(field, SelectOne):
        return field.labels()[value]
    unit = getattr(field, "unit", None)
    return f"{value:,} {unit}" if unit else f"{value:,}"


def _grid(activity: Activity, view: View, field: Field, filled: Filled) -> list[list[str]]:
    head, _dot, column = view.show.partition(".")
    table = activity.worksheet.shown_by(head)
    lines = (
        [(row.label, f"{head}/{row.id}/{column}") for row in table.rows]
        if isinstance(table, Table)
        else [(field.label, head)]
    )
    top = ["", *(name for name, _answers in filled)]
    return [top] + [[label, *(_shown(field, a.get(path)) for _n, a in filled)] for label, path in lines]


def _ranking(_activity: Activity, view: View, field: Field, filled: Filled) -> list[list[str]]:
    assert isinstance(field, Rank)
    lines = []
    for option, label in field.labels().items():
        orders = [answers.get(view.show, []) for _name, answers in filled]
        places = [order.index(option) + 1 if option in order else None for order in orders]
        known = [place for place in places if place]
        mean = sum(known) / len(known) if known else None
        texts = [label, f"{mean:.1f}" if mean else "–", *(str(place or "–") for place in places)]
        lines.append((mean or 99, texts))
    lines.sort(key=lambda line: line[0])
    return [["", "Mean place", *(name for name, _a in filled)], *(texts for _mean, texts in lines)]


def _bars(_activity: Activity, view: View, field: Field, filled: Filled) -> list[list[str]]:
    assert isinstance(field, ChoiceField)
    chosen = {
        name: [o for v in _cells(view, answers) for o in (v if isinstance(field, SelectMultiple) else [v])]
        for name, answers in filled
    }
    return [
        [
            label,
            str(sum(options.count(option) for options in chosen.values())),
            ", ".join(name for name, options in chosen.items() if option in options),
        ]
        for option, label in field.labels().items()
    ]


def _texts(activity: Activity, view: View, _field: Field, filled: Filled) -> list[list[str]]:
    head, _dot, column = view.show.partition(".")
    table = activity.worksheet.shown_by(head)
    found = []
    for name, answers in filled:
        if column:
            assert isinstance(table, Table)
            cells = [(row.label, answers.get(f"{head}/{row.id}/{column}")) for row in table.rows]
            text = "\n".join(f"{label}: {cell}" for label, cell in cells if cell)
        else:
            text = answers.get(head, "").strip()
        found += [[name, text]] if text else []
    return found


def _rows(_activity: Activity, view: View, table: Field, filled: Filled) -> list[list[Any]]:
    assert isinstance(table, OpenTable)
    top = [column.label for column in table.columns]
    found = []
    for name, answers in filled:
        rows = [path.split("/")[1] for path in answers if path.count("/") == 1 and path.startswith(f"{table.id}/")]
        lines = [[_printed(c, answers.get(f"{table.id}/{row}/{c.id}")) for c in table.columns] for row in rows]
        found += [[name, [top, *lines]]] if lines else []
    return found


def _printed(field: Field, value: Json) -> str:
    if value is None:
        return ""
    if isinstance(field, SelectMultiple):
        return "; ".join(field.labels()[option] for option in value)
    if isinstance(field, Evidence):
        return ", ".join(map(str, value))
    return str(value) if isinstance(value, str) and not isinstance(field, SelectOne) else _shown(field, value)


def _evidence(view: View, filled: Filled, sentences: int) -> list[list[str]]:
    picks = [{number for value in _cells(view, answers) for number in value} for _name, answers in filled]
    counts = {number: sum(number in picked for picked in picks) for number in range(1, sentences + 1)}
    words = {0: "", 1: "1 group"}
    return [[str(number), words.get(count, f"{count} groups")] for number, count in counts.items()]


_EXPECTED: dict[str, Callable[[Activity, View, Field, Filled], Any]] = {
    "heatmap": _grid,
    "spread": _grid,
    "ranking": _ranking,
    "bars": _bars,
    "texts": _texts,
    "rows": _rows,
}
