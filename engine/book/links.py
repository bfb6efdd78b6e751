"""What a link is called, and what points to a page: links are followed both ways."""

from html import escape

from engine.book.rendering import ADDRESS
from engine.content import Library
from engine.language import _

CONTENTS = ("all:glossary", "all:references", "all:indicators", "all:offences", "all:sources")
"""Overviews that are not pages of their own."""


def overview_title(ref: str) -> str:
    """Give the title of an overview; an empty text for anything else."""
    return {
        "all:glossary": _("Glossary"),
        "all:references": _("Further reading"),
        "all:indicators": _("Indicators: the six and the eleven"),
        "all:offences": _("Offences: what a case may be"),
        "all:sources": _("Sources of figures and later facts"),
    }.get(ref, "")


def title_of(library: Library, ref: str) -> str:
    """Give what people call the target of a link; an empty text when it leads nowhere."""
    if ref.startswith("all:"):
        return overview_title(ref)
    found = library.target(ref)
    return next((getattr(found, name) for name in ("title", "label", "term") if hasattr(found, name)), "")


def link_to(library: Library, ref: str) -> str:
    """Give a link as HTML, under the name of what it leads to."""
    return f'<a href="{ADDRESS}{ref}" data-ref="{ref}">{escape(title_of(library, ref))}</a>'


def kind_of(ref: str) -> str:
    """Give what kind of thing a link leads to, in the reader's words."""
    return {
        "handbook": _("Handbook"),
        "instrument": _("Legal instrument"),
        "activity": _("Group activity"),
        "case": _("Case study"),
        "indicator": _("Indicator"),
        "reference": _("Further reading"),
        "term": _("Glossary"),
        "source": _("Source"),
        "chart": _("Chart"),
        "deck": _("Slides"),
        "film": _("Film"),
        "all": _("Overview"),
    }[ref.partition(":")[0]]


def leads_to(library: Library, ref: str) -> list[str]:
    """Give the pages, and the agenda's activities, that point to something, as refs in the handbook's order."""
    pages = [(f"handbook:{name}", page) for name, page in library.pages.items()]
    pages += [(f"instrument:{name}", page) for name, page in library.instruments.items()]
    found = [name for name, page in pages if ref in page.links() and name != ref]
    return found + [name for name in _activities_beside(library, ref) if name not in found]


def _activities_beside(library: Library, ref: str) -> list[str]:
    """Give the activities that stand on an agenda item together with a handbook page, or use a case."""
    kind, _colon, name = ref.partition(":")
    items = [item for module in library.modules.values() for item in module.items() if item.activity]
    if kind == "handbook":
        names = [item.activity for item in items if name in item.handbook]
    elif kind == "case":
        names = [activity.id for activity in library.activities.values() if name in library.cases_of(activity)]
    else:
        names = []
    return [f"activity:{activity}" for activity in dict.fromkeys(names)]
