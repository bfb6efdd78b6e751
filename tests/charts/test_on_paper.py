"""Charts on paper have the same numbers as on a screen."""

import re

import pytest

from engine.charts import panels_of
from engine.charts.on_paper import still
from tests.real_content import LIBRARY


@pytest.mark.parametrize("chart_id", LIBRARY.charts)
def test_a_picture_of_shapes_has_every_label_and_number(chart_id: str):
    import matplotlib

    with matplotlib.rc_context({"svg.fonttype": "none"}):
        page = still(LIBRARY, chart_id, width=12, height=8, kind="svg").decode()
    written = " ".join(re.findall(r">([^<]+)</text>", page)).replace("&#x27;", "'").replace("&amp;", "&")
    for drawn in panels_of(LIBRARY, chart_id):
        if drawn.panel.kind in ("bars", "tens"):
            for at in drawn.figures:
                assert drawn.text(*at) in written
        if drawn.panel.kind in ("bars", "stacked"):
            assert all(word in written for words in drawn.labels.values() for word in words.split())


def test_dots_are_a_png_of_the_size_that_was_asked_for():
    page = still(LIBRARY, "profits-2005", width=5, height=3, kind="png")
    assert page[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(page[16:20]), int.from_bytes(page[20:24])) == (800, 480)
