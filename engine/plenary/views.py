"""All kinds of views, by the names that content files give them."""

from engine.content import Activity, View, Worksheet
from engine.plenary.counts import BarChart, Picks
from engine.plenary.grids import Heatmap, Ranking, Spread
from engine.plenary.plenary_view import PlenaryView
from engine.plenary.words import Rows, Texts

VIEWS: dict[str, type[PlenaryView]] = {
    "heatmap": Heatmap,
    "bars": BarChart,
    "evidence": Picks,
    "spread": Spread,
    "ranking": Ranking,
    "texts": Texts,
    "rows": Rows,
}
"""A test compares these names with those that content may use."""


def view_of(worksheet: Worksheet, view: View) -> PlenaryView:
    """Content with a view that shows nothing is refused when it is read, and never comes here."""
    head, dot, _column = view.show.partition(".")
    whole, field = worksheet.shown_by(head), worksheet.shown_by(view.show)
    assert whole and field, f"the worksheet has no '{view.show}'"
    return VIEWS[view.kind](view, whole, field if dot else None)


def views_of(activity: Activity) -> list[PlenaryView]:
    """In the order of the activity's file."""
    return [view_of(activity.worksheet, view) for view in activity.plenary]
