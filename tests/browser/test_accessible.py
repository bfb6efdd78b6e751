"""Axe, which knows the rules for those who do not see, or not well, or use no mouse."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from engine.content import Library
from tests.browser.drawn import Drawn, every_activity, open_all_rows


@pytest.fixture(scope="module")
def drawn(browser: Browser, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drawn]:
    found = Drawn(browser, library, tmp_path_factory.mktemp("drawn"))
    yield found
    found.close()


@every_activity()
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_a_sheet_with_all_rows_open_has_no_serious_fault(
    drawn: Drawn, activity_id: str, scheme: str, width: int
) -> None:
    viewport = {"width": width, "height": 800}
    page = drawn.open(drawn.filled(activity_id), viewport=viewport, color_scheme=scheme)
    open_all_rows(page)
    found = Axe().run(page).response
    grave = [fault for fault in found["violations"] if fault["impact"] in ("serious", "critical")]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in grave] == []
    assert "label" in {passed["id"] for passed in found["passes"]}, "it saw no box of the sheet"
    page.context.close()
