"""The facilitator enters figures of the country from a file or by hand; the groups see them at once."""

from playwright.sync_api import expect

from engine.figures.country import figures_of
from tests.browser.begun import Begun
from tests.browser.people import Facilitator, Person
from tests.browser.seen import nothing_wrong

GOOD = "Province;Inspections;Cas trouvés\nKasaï;1.250;12,5\nÉquateur;2.300;7\n"
BAD = "Province;Inspections\nKasaï;beaucoup\nKivu;-4\nkivu;840\n"
TITLE = "Inspections by province"


def choose(person: Person, text: str) -> None:
    file = {"name": "figures.csv", "mimeType": "text/csv", "buffer": text.encode("latin-1")}
    person.page.locator('input[type="file"]').set_input_files(file)


def describe(facilitator: Facilitator, **fields: str) -> None:
    for label, text in fields.items():
        facilitator.page.get_by_label(label.replace("_", " "), exact=True).fill(text)
    facilitator.press("Save")


def test_a_file_joins_the_charts_and_a_bad_one_is_told_by_row_and_column(begun: Begun):
    facilitator, amina = begun.facilitator(), begun.laptop("Amina", "Kariba")
    amina.go("/country-figures")
    amina.sees("There are no figures yet.")
    facilitator.go("/country-figures")
    choose(facilitator, BAD)
    facilitator.sees("Row 2, column “Inspections”: “beaucoup” is no number.")
    facilitator.sees("Row 3, column “Inspections”: “-4” is below zero.")
    facilitator.sees("Row 4, column “Province”: “kivu” stands in row 3 already.")
    facilitator.page.reload()
    choose(facilitator, GOOD)
    facilitator.sees("2 rows understood.")
    describe(facilitator, Title=TITLE, What_is_counted="visits a year")
    facilitator.sees("Name the source, so that everybody can check it.")
    describe(facilitator, Source="Annual report", Year_of_the_figures="2024")
    for person in (facilitator, amina):
        person.sees("Entered by the facilitator")
        person.sees("Source: Annual report, 2024")
        expect(person.page.locator(".js-plotly-plot")).to_have_count(1)
        nothing_wrong(person.page)
    expect(amina.page.get_by_role("button", name="Change", exact=True)).to_have_count(0)
    (kept,) = figures_of(begun.server, begun.workshop.id)
    assert [row["values"] for row in kept.content["rows"]] == [[1250, 12.5], [2300, 7]]

    facilitator.press("Change")
    facilitator.page.get_by_label("Year of the figures", exact=True).first.fill("2019-2023")
    facilitator.press("Save")
    amina.sees("Source: Annual report, 2019-2023")
    facilitator.press("Remove")
    facilitator.sees("Remove this table for everybody?")
    facilitator.press("Remove it")
    for person in (facilitator, amina):
        person.sees("There are no figures yet.")
    assert figures_of(begun.server, begun.workshop.id) == []
