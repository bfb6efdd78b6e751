"""Anything that can be looked up, as HTML: what a screen shows, and what a printer prints."""

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from engine.book.links import kind_of, leads_to, title_of
from engine.book.rendering import ADDRESS, is_address, rendered
from engine.content import Activity, CaseStudy, Chart, LaterIndicator, Library, Page, Reference, Source, Term
from engine.fields import Choice
from engine.language import _, plural

CONTENTS = ("all:glossary", "all:references", "all:indicators", "all:sources")
"""Overviews that are not pages of their own."""


def article(library: Library, ref: str) -> str:
    """Give the target of a link as HTML; a sentence that says so when there is none."""
    if ref.startswith("all:"):
        return _overview(library, ref)
    target = library.target(ref)
    if target is None:
        return f"<p>{escape(_('There is no such page. Choose one from the contents.'))}</p>"
    body = _BODIES[type(target)](library, ref, target)
    return f'<article dir="auto"><h1>{escape(title_of(library, ref))}</h1>{body}{_back(library, ref)}</article>'


def contents(library: Library, now: str) -> str:
    """Give the table of contents, with the place where somebody is marked."""
    groups = [
        (_("Handbook"), [f"handbook:{name}" for name in library.pages]),
        (_("Legal instruments"), [f"instrument:{name}" for name in library.instruments]),
        (_("Case studies"), [f"case:{name}" for name in library.case_studies]),
        (_("To look up"), list(CONTENTS)),
    ]
    parts = []
    for heading, refs in groups:
        items = "".join(f'<li class="{"now" if ref == now else ""}">{_link(library, ref)}</li>' for ref in refs)
        parts.append(f"<h2>{escape(heading)}</h2><ul>{items}</ul>")
    return f'<nav aria-label="{escape(_("Contents"))}">{"".join(parts)}</nav>'


def folded(summary: str, html: str, *, is_open: bool) -> str:
    """Give HTML behind one line that opens it; a small screen begins with it closed."""
    return f'<details class="folded"{" open" if is_open else ""}><summary>{escape(summary)}</summary>{html}</details>'


def overview_title(ref: str) -> str:
    """Give the title of an overview."""
    return {
        "all:glossary": _("Glossary"),
        "all:references": _("Further reading"),
        "all:indicators": _("Indicators: the six and the eleven"),
        "all:sources": _("Sources of figures and later facts"),
    }.get(ref, "")


def _link(library: Library, ref: str) -> str:
    title = overview_title(ref) or title_of(library, ref)
    return f'<a href="{ADDRESS}{ref}" data-ref="{ref}">{escape(title)}</a>'


def _page(library: Library, ref: str, page: Page) -> str:
    read = plural("{count} minute to read", "{count} minutes to read", page.minutes)
    parts = [f'<p class="meta">{escape(page.source)} · {escape(read)}</p>', _in_short(library, page.in_short)]
    if page.since:
        parts.append(_since(library, page))
    parts.append(rendered(page.body, library))
    if page.discuss:
        items = "".join(f"<li>{escape(question)}</li>" for question in page.discuss)
        parts.append(f'<section class="discuss"><h2>{escape(_("To discuss"))}</h2><ol>{items}</ol></section>')
    return "".join(parts) + _list(library, _("See also"), page.see)


def _in_short(library: Library, text: str) -> str:
    return f'<div class="short"><b>{escape(_("In short"))}</b>{rendered(text, library)}</div>'


def _since(library: Library, page: Page) -> str:
    """Give what is later than the handbook, each with its year and source, behind a line that says so."""
    items = []
    for note in page.since:
        source = library.sources.get(note.source)
        cite = f"<cite>{escape(f'{source.publisher}: {source.title}, {source.year}')}</cite>" if source else ""
        items.append(f"<li><b>{note.year}</b> {rendered(note.text, library)}{cite}</li>")
    said = plural("Since the handbook: {count} note", "Since the handbook: {count} notes", len(items))
    years = sorted({note.year for note in page.since})
    span = years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
    summary = f"<summary>{escape(said)} ({span})</summary>"
    return f'<details class="since">{summary}<ul>{"".join(items)}</ul></details>'


def _list(library: Library, heading: str, refs: Iterable[str]) -> str:
    items = "".join(f"<li>{_link(library, ref)} <small>{escape(kind_of(ref))}</small></li>" for ref in refs)
    return f'<section class="see"><h2>{escape(heading)}</h2><ul>{items}</ul></section>' if items else ""


def _back(library: Library, ref: str) -> str:
    target = library.target(ref)
    shown = target.see if isinstance(target, Page | Term) else ()
    return _list(library, _("What leads here"), [other for other in leads_to(library, ref) if other not in shown])


def _case(library: Library, ref: str, case: CaseStudy) -> str:
    paragraphs = "".join(
        "<p>" + " ".join(f"<sup>{s.number}</sup>&nbsp;{escape(s.text)}" for s in paragraph) + "</p>"
        for paragraph in case.paragraphs
    )
    return f'<p class="meta">{escape(case.country)} · {escape(case.source)}</p>{paragraphs}'


def _activity(library: Library, ref: str, activity: Activity) -> str:
    minutes = _("{count} min").format(count=activity.minutes)
    steps = "".join(f"<li>{escape(step.do)}</li>" for step in activity.steps)
    cases = [f"case:{name}" for name in library.cases_of(activity)]
    return (
        f'<p class="meta">{escape(minutes)}</p>{_in_short(library, activity.aim)}<p>{escape(activity.task)}</p>'
        f"<ol>{steps}</ol>{_list(library, _('Case studies'), cases)}"
    )


def _indicator(library: Library, ref: str, indicator: Choice) -> str:
    questions = "".join(f"<li>{escape(question)}</li>" for question in indicator.questions)
    later = [each for each in library.later_indicators.values() if indicator.id in each.indicators]
    beside = "".join(_later(library, each) for each in later)
    heading = escape(_("Since the handbook: the ILO's eleven of 2012"))
    section = f'<section class="since"><h2>{heading}</h2><ul>{beside}</ul></section>' if later else ""
    return f"<p>{escape(indicator.explain or '')}</p><ul>{questions}</ul>{section}"


def _later(library: Library, each: LaterIndicator) -> str:
    return f"<li><b>{escape(each.label)}</b> {escape(each.relation)} {rendered(each.explain or '', library)}</li>"


def _term(library: Library, ref: str, term: Term) -> str:
    return f'{rendered(term.meaning, library)}<p class="meta">{escape(term.source)}</p>' + _list(
        library, _("See also"), term.see
    )


def _reference(library: Library, ref: str, reference: Reference) -> str:
    place = f"{reference.place}, {reference.year}" if reference.place else reference.year
    note = f"<p>{escape(reference.note)}</p>" if reference.note else ""
    return f'<p class="meta">{escape(reference.author)} · {escape(place)}</p><p>{escape(reference.good_for)}</p>{note}'


def _source(library: Library, ref: str, source: Source) -> str:
    address = escape(source.address)
    if is_address(source.address):
        address = f'<a href="{address}" rel="noreferrer" target="_blank">{address}</a>'
    return f'<p class="meta">{escape(source.publisher)}, {escape(source.year)}</p><p>{address}</p>'


def _chart(library: Library, ref: str, chart: Chart) -> str:
    """Give what a chart shows in words, and the way to it."""
    way = f'<a href="/statistics?chart={chart.id}" target="_self">{escape(_("See the chart"))}</a>'
    said_not = f"<p><b>{escape(_('What this does not say'))}</b> {escape(chart.says_not)}</p>"
    return f'<div class="short"><p>{escape(chart.headline)}</p></div>{said_not}<p>{way}</p>'


def _overview(library: Library, ref: str) -> str:
    shelves: dict[str, Iterable[tuple[str, str, str]]] = {
        "all:glossary": ((f"term:{t.id}", t.term, t.meaning) for t in sorted(library.terms.values(), key=_term_order)),
        "all:references": ((f"reference:{r.id}", r.title, r.good_for) for r in library.references.values()),
        "all:sources": ((f"source:{s.id}", s.title, f"{s.publisher}, {s.year}") for s in library.sources.values()),
    }
    if ref == "all:indicators":
        body = _all_indicators(library)
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
    """Give the six, then the eleven with what they were in the handbook."""
    six = "".join(f"<li>{_link(library, f'indicator:{name}')}</li>" for name in library.shelf("indicator"))
    rows = []
    for number, each in enumerate(library.later_indicators.values(), start=1):
        names = ", ".join(title_of(library, f"indicator:{name}") for name in each.indicators) or "–"
        cells = (str(number), each.label, names, each.relation)
        rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
    names = (_("Number"), _("ILO, 2012"), _("Handbook, 2008"), _("How they relate"))
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    return (
        f"<ol>{six}</ol><h2>{escape(_('Since the handbook: the eleven of 2012'))}</h2>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


_BODIES: dict[type, Callable[[Library, str, Any], str]] = {
    Page: _page,
    CaseStudy: _case,
    Activity: _activity,
    Choice: _indicator,
    Term: _term,
    Reference: _reference,
    Source: _source,
    Chart: _chart,
}
