"""The overviews: terms, further reading, sources, the indicators of both editions, and offences."""

from collections.abc import Iterable
from html import escape

from engine.book.links import kind_of, link_to, overview_title, title_of
from engine.book.rendering import ADDRESS, rendered, table
from engine.content import Library, Term
from engine.fields import Choice
from engine.language import _


def overview(library: Library, ref: str) -> str:
    """An overview as HTML; without entries when there is none of this name."""
    shelves: dict[str, Iterable[tuple[str, str, str]]] = {
        "all:glossary": ((f"term:{t.id}", t.term, t.meaning) for t in sorted(library.terms.values(), key=_term_order)),
        "all:references": ((f"reference:{r.id}", r.title, r.good_for) for r in library.references.values()),
        "all:sources": ((f"source:{s.id}", s.title, f"{s.publisher}, {s.year}") for s in library.sources.values()),
    }
    if ref in _OVERVIEWS:
        body = _OVERVIEWS[ref](library)
    else:
        rows = (
            f'<dt><a href="{ADDRESS}{name}" data-ref="{name}">{escape(title)}</a></dt><dd>{escape(said)}</dd>'
            for name, title, said in shelves.get(ref, ())
        )
        body = f"<dl>{''.join(rows)}</dl>"
    return f'<article dir="auto"><h1>{escape(overview_title(ref))}</h1>{body}</article>'


def _term_order(term: Term) -> str:
    return term.term.casefold()


def _all_indicators(library: Library) -> str:
    """The handbook's six indicators with their questions, then the eleven of 2012 and how they relate to the six."""
    six = "".join(_one_of_six(library, name, item) for name, item in library.shelf("indicator").items())
    rows = []
    for number, each in enumerate(library.later_indicators.values(), start=1):
        names = ", ".join(title_of(library, f"indicator:{name}") for name in each.indicators) or "–"
        rows.append((str(number), each.label, names, each.relation))
    heads = (_("Number"), _("ILO, 2012"), _("Handbook, 2008"), _("How they relate"))
    eleven = "".join(
        f"<dt>{escape(each.label)}</dt><dd>{rendered(each.explain or '', library)}</dd>"
        for each in library.later_indicators.values()
    )
    return (
        f"<ol>{six}</ol><h2>{escape(_('Since the handbook: the eleven of 2012'))}</h2>{table(heads, rows)}"
        f"<h2>{escape(_('The eleven in plain words'))}</h2><dl>{eleven}</dl>"
    )


def _one_of_six(library: Library, name: str, item: Choice) -> str:
    later = [each.label for each in library.later_indicators.values() if name in each.indicators]
    beside = escape(_("ILO, 2012: {names}").format(names=", ".join(later)))
    questions = "".join(f"<li>{escape(question)}</li>" for question in item.questions)
    return f"<li><b>{link_to(library, f'indicator:{name}')}</b> <small>{beside}</small><ul>{questions}</ul></li>"


def _all_offences(library: Library) -> str:
    """The offences that a case may be, each with links to read more."""
    offences = library.lists.get("offences")
    parts = []
    for item in offences.items if offences else ():
        see = "".join(f"<li>{link_to(library, ref)} <small>{escape(kind_of(ref))}</small></li>" for ref in item.see)
        parts.append(f"<h2>{escape(item.label)}</h2><p>{escape(item.explain or '')}</p><ul>{see}</ul>")
    return "".join(parts)


_OVERVIEWS = {"all:indicators": _all_indicators, "all:offences": _all_offences}
"""Overviews with a form of their own; the others are plain lists."""
