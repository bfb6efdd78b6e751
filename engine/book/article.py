"""Everything that people can look up, as HTML for the screen and for the printer."""

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from engine.book.links import CONTENTS, kind_of, leads_to, link_to, title_of
from engine.book.overviews import overview
from engine.book.rendering import is_address, rendered
from engine.book.shown import chart_in_words, deck_in_words, film_in_words
from engine.content import (
    Activity,
    CaseStudy,
    Chart,
    Deck,
    Film,
    LaterIndicator,
    Library,
    Page,
    Reference,
    Source,
    Term,
)
from engine.fields import Choice
from engine.language import _, plural


def article(library: Library, ref: str) -> str:
    """The HTML of what a link leads to; where it leads nowhere, a sentence that says so."""
    if ref.startswith("all:"):
        return overview(library, ref)
    target = library.target(ref)
    if target is None:
        return f"<p>{escape(_('There is no such page. Choose one from the contents.'))}</p>"
    body = _BODIES[type(target)](library, ref, target)
    return f'<article dir="auto"><h1>{escape(title_of(library, ref))}</h1>{body}{_back(library, ref)}</article>'


def contents(library: Library, now: str) -> str:
    """The table of contents as HTML; `now` is the ref of the open page, which is marked."""
    groups = [
        *_chapters(library),
        (_("Legal instruments"), [f"instrument:{name}" for name in library.instruments]),
        (_("Case studies"), [f"case:{name}" for name in library.case_studies]),
        (_("To look up"), list(CONTENTS)),
    ]
    parts = []
    for heading, refs in groups:
        items = "".join(f'<li class="{"now" if ref == now else ""}">{link_to(library, ref)}</li>' for ref in refs)
        parts.append(f"<h2>{escape(heading)}</h2><ul>{items}</ul>")
    return f'<nav aria-label="{escape(_("Contents"))}">{"".join(parts)}</nav>'


def _chapters(library: Library) -> list[tuple[str, list[str]]]:
    """The refs of the handbook's pages, under the headings of its chapters."""
    begins = {item.id: item.chapter for item in library.handbook.items if item.chapter} if library.handbook else {}
    found: list[tuple[str, list[str]]] = []
    for name in library.pages:
        if name in begins or not found:
            found.append((begins.get(name, _("Handbook")), []))
        found[-1][1].append(f"handbook:{name}")
    return found


def folded(summary: str, html: str, *, is_open: bool) -> str:
    """Put HTML behind one line, which opens and closes it."""
    return f'<details class="folded"{" open" if is_open else ""}><summary>{escape(summary)}</summary>{html}</details>'


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
    """The notes on what is later than the handbook, each with its year and source, folded behind one line."""
    items = []
    for note in page.since:
        cite = _cite(library.sources[note.source]) if note.source in library.sources else ""
        items.append(f"<li><b>{note.year}</b> {rendered(note.text, library)}{cite}</li>")
    said = plural("Since the handbook: {count} note", "Since the handbook: {count} notes", len(items))
    years = sorted({note.year for note in page.since})
    span = years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
    summary = f"<summary>{escape(said)} ({span})</summary>"
    return f'<details class="since">{summary}<ul>{"".join(items)}</ul></details>'


def _cite(source: Source) -> str:
    """The publisher, title and year of a source, as a link where it has a web address."""
    said = escape(f"{source.publisher}: {source.title}, {source.year}")
    if is_address(source.address):
        said = f'<a href="{escape(source.address)}" rel="noreferrer" target="_blank">{said}</a>'
    return f"<cite>{said}</cite>"


def _list(library: Library, heading: str, refs: Iterable[str]) -> str:
    items = "".join(f"<li>{link_to(library, ref)} <small>{escape(kind_of(ref))}</small></li>" for ref in refs)
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
        f'<p class="meta">{escape(minutes)}</p>{_in_short(library, activity.aim)}<p>{escape(activity.instruction)}</p>'
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


_BODIES: dict[type, Callable[[Library, str, Any], str]] = {
    Page: _page,
    CaseStudy: _case,
    Activity: _activity,
    Choice: _indicator,
    Term: _term,
    Reference: _reference,
    Source: _source,
    Chart: lambda _library, _ref, chart: chart_in_words(chart),
    Deck: lambda library, _ref, deck: deck_in_words(library, deck),
    Film: lambda library, _ref, film: film_in_words(film),
}
