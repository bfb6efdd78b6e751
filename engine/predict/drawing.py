"""Draws guesses as a table: one row for each group, with a dot on a scale; the figure is a band behind the dots."""

from collections.abc import Sequence
from html import escape

from engine.content import Counted, Largest, Library, Measured, OfTen, Prediction
from engine.fields import Json
from engine.language import _, plural
from engine.predict.revealed import Revealed, said

Guesses = Sequence[tuple[str, Json]]
"""(name of the group, its guess), in the order of the groups; None for a group that has not guessed yet."""
_TICKS = 5
_THIN = 0.8
"""The least width of a figure, in per cent of the scale, so that it can be seen."""


def drawn(library: Library, question: Prediction, guesses: Guesses, shown: Revealed | None) -> str:
    """The guesses as HTML, with the figure among them once it is `shown`; names are escaped."""
    if isinstance(question, Largest):
        return _choices(library, question, guesses, shown)
    return _scale(library, question, guesses, shown)


def _scale(library: Library, question: OfTen | Counted, guesses: Guesses, shown: Revealed | None) -> str:
    band = _band(question, shown) if shown and shown.amount else ""
    rows = [_row(library, question, name, guess, band) for name, guess in guesses]
    if shown:
        figure = f'<th scope="row">{escape(_("The figure"))}</th><td class="line">{band}</td>'
        rows.append(f'<tr class="figure">{figure}<td></td></tr>')
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in (_("Group"), _("On the scale"), _("Guess")))
    ticks = f'<tr class="ticks" aria-hidden="true"><th></th><td class="line">{_ticks(question)}</td><td></td></tr>'
    body = "".join(rows)
    head = f'<thead class="unseen"><tr>{heads}</tr></thead>'
    return f'<table class="guesses" style="--rows:{len(rows)}">{head}<tbody>{body}{ticks}</tbody></table>'


def _row(library: Library, question: OfTen | Counted, name: str, guess: Json, band: str) -> str:
    if guess is None:
        dot, text = "", f'<span class="waiting">{escape(_("not yet"))}</span>'
    else:
        dot, text = f'<i class="dot" style="{_at(question, guess)}"></i>', escape(said(library, question, guess))
    return f'<tr><th scope="row" dir="auto">{escape(name)}</th><td class="line">{band}{dot}</td><td>{text}</td></tr>'


def _place(question: Measured, value: float) -> float:
    """Where a number stands on the scale, in per cent of its length."""
    low, high = question.limits()
    return min(100.0, max(0.0, 100 * (value - low) / (high - low)))


def _at(question: Measured, value: float) -> str:
    return f"inset-inline-start:{_place(question, value):.2f}%"


def _band(question: Measured, shown: Revealed) -> str:
    """Draw the figure: a line, or a band over its range, which fades where the source gives only one end."""
    assert shown.amount is not None
    low, high = (_place(question, end) for end in shown.amount.ends())
    marks = "" if shown.amount.value is None else f'<i class="exact" style="{_at(question, shown.amount.value)}"></i>'
    if question.bound == "at_least":
        high, kind = 100.0, "band up"
    elif question.bound == "at_most":
        low, kind = 0.0, "band down"
    else:
        kind = "band"
    wide = max(high - low, _THIN)
    return f'<i class="{kind}" style="inset-inline-start:{low:.2f}%;inline-size:{wide:.2f}%"></i>{marks}'


def _ticks(question: Measured) -> str:
    low, high = question.limits()
    values = [low + (high - low) * n / _TICKS for n in range(_TICKS + 1)]
    return "".join(f'<span style="{_at(question, value)}">{value:,.10g}</span>' for value in values)


def _choices(library: Library, question: Largest, guesses: Guesses, shown: Revealed | None) -> str:
    labels = library.datasets[question.among.dataset].labels
    rows = "".join(_choice(library, question, label, labels[label], guesses, shown) for label in question.labels)
    waiting = [name for name, guess in guesses if guess is None]
    left = plural("{count} group has not guessed yet", "{count} groups have not guessed yet", len(waiting))
    foot = f'<p class="waiting">{escape(left)}</p>' if waiting and not shown else ""
    return f'<table class="guesses chosen"><tbody>{rows}</tbody></table>{foot}'


def _choice(
    library: Library, question: Largest, label: str, words: str, guesses: Guesses, shown: Revealed | None
) -> str:
    names = [name for name, guess in guesses if guess == label]
    who = " ".join(f'<b class="who" dir="auto">{escape(name)}</b>' for name in names)
    figure, kind = "", ""
    if shown:
        value = library.datasets[question.among.dataset].at(label, question.among.series)
        figure = escape(f"{value.value:,.10g} {question.unit}") if value else ""
        kind = ' class="right"' if label == shown.right else ""
        figure = f"✓ {figure}" if kind else figure
    return f'<tr{kind}><th scope="row">{escape(words)}</th><td>{who}</td><td>{figure}</td></tr>'
