"""Charts of the statistics: their numbers, and their drawings for a screen and for paper."""

from engine.charts.series import (
    Drawn,
    cited,
    panels_of,
    said,
    share_later,
    shown,
    sources_of,
    unit_of,
)

__all__ = ["Drawn", "cited", "panels_of", "said", "share_later", "shown", "sources_of", "unit_of"]
