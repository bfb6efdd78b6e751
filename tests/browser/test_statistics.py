"""The statistics in a real browser without a network: every chart and every map draws."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, expect

from engine.charts import panels_of
from engine.content import load_library
from tests.browser.people import LAPTOP, PHONE, Person
from tests.browser.running import Running

LIBRARY = load_library()
SHORT = ("map-2005", "law-enforcement-since-2007", "children-of-ten", "forced-labour-by-region-2005")
"""One chart of each kind of drawing; all of them with `pytest -m long`."""
NOT_OURS = re.compile(r"/_stcore/(health|host-config)$")
"""What Streamlit asks for once under the page's own path before it finds its root."""


class Reader(Person):
    """Somebody without a seat who looks at charts."""

    def __init__(self, browser: Browser, origin: str) -> None:
        super().__init__(browser, origin)
        self.faults: list[str] = []
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _note(self, said: ConsoleMessage) -> None:
        if said.type == "error" and not NOT_OURS.search(said.location.get("url", "")):
            self.faults.append(said.text)

    def open_chart(self, chart_id: str) -> Locator:
        self.go(f"/statistics?chart={chart_id}")
        expect(self.page.locator(".finding")).to_have_text(LIBRARY.charts[chart_id].headline)
        chart = self.page.locator(".js-plotly-plot")
        expect(chart).to_have_count(1)
        return chart

    def sees_it_drawn(self, chart_id: str) -> None:
        """See the marks of every panel, words of at least the headings, and a page no wider than the screen."""
        chart = self.open_chart(chart_id)
        wanted = sum(len(drawn.figures) for drawn in panels_of(LIBRARY, chart_id))
        expect(chart.locator(".main-svg").first).to_be_visible()
        marks = ".bars .point path, .scatterlayer .point, .scatterlayer .js-fill, .shapelayer path"
        expect(chart.locator(marks).first).to_be_attached()
        assert chart.locator(marks).count() >= wanted, chart_id
        width = (self.page.viewport_size or LAPTOP)["width"]
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width, chart_id


@pytest.fixture
def reader(browser: Browser, open_house: Running) -> Iterator[Reader]:
    """Somebody whose pages ask for nothing outside, and whose browser complains of nothing."""
    person = Reader(browser, open_house.origin)
    yield person
    assert person.outside() == []
    assert person.faults == []
    person.leave()


def test_charts_of_each_kind_draw_and_bring_what_belongs_to_them(reader: Reader, tmp_path: Path):
    for chart_id in SHORT:
        reader.sees_it_drawn(chart_id)
    reader.sees("Source: ILO, 2005, in the handbook (2008)")
    reader.sees("What this does not say:")
    reader.page.get_by_text("The numbers as a table").click()
    row = reader.page.get_by_role("row", name=re.compile("^Asia and the Pacific"))
    expect(row.get_by_role("cell")).to_have_text(["1,360,000", "8,130,000"])
    with reader.page.expect_download() as found:
        reader.press("Download the data (CSV)", exact=False)
    found.value.save_as(tmp_path / "data.csv")
    with (tmp_path / "data.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 12
    assert {(row["published"], row["source"]) for row in rows} == {("2005", "ILO, 2005, in the handbook (2008)")}


def test_charts_are_chosen_by_topic(reader: Reader):
    reader.open_chart("map-2005")
    reader.page.get_by_role("radio", name="Profits", exact=True).click()
    headlines = [chart.headline for chart in LIBRARY.charts.values() if chart.topic == "profits"]
    expect(reader.page.locator(".finding")).to_have_text(headlines[0])


@pytest.mark.long
@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_every_chart_draws_on_a_laptop_and_on_a_phone(reader: Reader, size: dict[str, int]):
    reader.page.set_viewport_size(size)  # type: ignore[arg-type]
    for chart_id in LIBRARY.charts:
        reader.sees_it_drawn(chart_id)
