"""What a link is called, what it leads to, and what leads to a page."""

from html import escape

from engine.book.rendering import ADDRESS
from engine.content import Library
from engine.language import _

CONTENTS = ("all:glossary", "all:references", "all:indicators", "all:offences", "all:sources")
"""Overviews, which list content and have no file of their own."""


def overview_title(ref: str) -> str:
    """Empty when the ref is no overview."""
    return {
        "all:glossary": _("Glossary"),
        "all:references": _("Further reading"),
        "all:indicators": _("Indicators: the six and the eleven"),
        "all:offences": _("Offences: what a case may be"),
        "all:sources": _("Sources of figures and later facts"),
    }.get(ref, "")


def title_of(library: Library, ref: str) -> str:
    """Empty when the link leads nowhere."""
    if ref.startswith("all:"):
        return overview_title(ref)
    found = library.target(ref)
    return next((getattr(found, name) for name in ("title", "label", "term") if hasattr(found, name)), "")


def link_to(library: Library, ref: str) -> str:
    """A link as HTML, with the title of what it leads to."""
    return f'<a href="{ADDRESS}{ref}" data-ref="{ref}">{escape(title_of(library, ref))}</a>'


def kind_of(ref: str) -> str:
    """What kind of thing a link leads to, in the reader's words."""
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
    """What leads to `ref`, as refs: pages in the handbook's order, then activities."""
    pages = [(f"handbook:{name}", page) for name, page in library.pages.items()]
    pages += [(f"instrument:{name}", page) for name, page in library.instruments.items()]
    found = [name for name, page in pages if ref in page.links() and name != ref]
    return found + [name for name in _activities_beside(library, ref) if name not in found]


def _activities_beside(library: Library, ref: str) -> list[str]:
    """The activities that share an agenda item with a handbook page, or that use a case study."""
    kind, _colon, name = ref.partition(":")
    items = [item for module in library.modules.values() for item in module.items() if item.activity]
    if kind == "handbook":
        names = [item.activity for item in items if name in item.handbook]
    elif kind == "case":
        names = [activity.id for activity in library.activities.values() if name in library.cases_of(activity)]
    else:
        names = []
    return [f"activity:{activity}" for activity in dict.fromkeys(names)]
