"""The figures since the handbook are those of their sources: typed here from the collection of facts."""

import pytest

from engine.content import Library

SINCE = {
    "estimate-2012-forms": [20900000, 14200000, 4500000, 2200000],
    "estimate-2017-forms": [24900000, 16000000, 4800000, 4000000],
    "estimate-2022-forms": [27600000, 17300000, 6300000, 3900000],
    "forced-labour-by-region-2012": [11700000, 3700000, 1800000, 1600000, 1500000, 600000],
    "forced-labour-by-region-2022": [15100000, 4100000, 3800000, 3600000, 900000],
    "forms-share-2022": [63, 23, 14],
    "rate-2012": [3.3, 4.0, 3.1, 4.2, 1.5, 3.4, 3],
    "rate-2017": [4.0, 3.6, 2.8, 1.3, 2.2, 3.4],
    "rate-2022": [3.5, 4.4, 2.9, 3.5, 5.3, 3.5],
    "rate-by-income-2022": [6.3, 4.4],
    "sex-2012": [11400000, 9500000],
    "sex-2017": [9200000, 6800000],
    "sex-2022": [11800000, 15800000],
    "age-2012": [5500000, 15400000],
    "age-share-2012": [26],
    "age-2017": [18, 7],
    "age-2022": [3300000],
    "sectors-2017": [24, 18, 15, 11],
    "profits-2014": [150.2, 99.0, 51.2],
    "profits-2024": [236, 173],
    "profits-by-region-2024": [84.2, 62.4, 52.1, 19.8, 18.0],
    "profits-by-sector-2024": [35.0, 20.8, 5.0, 2.6],
    "profits-per-person-2024": [9995, 27252, 3687],
    "detected-who-2022": [39, 23, 22, 16],
    "detected-change-2022": [25, 47, 31, 38],
    "detected-total": [22000, 63251, 50000, 47000, 202478],
    "detected-forms": [79, 58, 54, 59, 50, 18, 36, 38, 34, 38, 42],
    "victims-identified-since-2008": [
        30961, 49105, 33113, 42291, 46570, 44758, 44462, 66520,
        96960, 85613, 118932, 109216, 90354, 115324, 133943, 102027,
    ],
    "law-enforcement-since-2007": [
        5682, 5212, 5606, 6017, 7907, 7705, 9460, 10051, 18930, 14897, 17471, 11096, 11841, 9876, 10572, 15159, 18774,
        15791, 3427, 2983, 4166, 3619, 3969, 4746, 5776, 4443, 6609, 9071, 7135, 7481, 9548, 5011, 5260, 5577, 7115,
        7975,
    ],
    "labour-prosecutions-since-2007": [
        490, 312, 432, 607, 456, 1153, 1199, 418, 1038, 869, 457, 1024, 1115, 1379, 2670, 3684, 4024,
    ],
    "labour-convictions-since-2007": [
        326, 104, 335, 237, 278, 518, 470, 216, 332, 259, 498, 337, 374, 528, 1256, 1476,
    ],
    "labour-victims-since-2011": [
        15205, 17368, 10603, 11438, 23906, 11009, 13875, 14448, 21219, 24340, 42098, 27759,
    ],
    "new-legislation-since-2007": [28, 26, 33, 17, 15, 21, 58, 20, 5, 5, 7, 16, 15, 27, 14, 16],
    "law-enforcement-by-region-2024": [3541, 2933, 2960, 1743, 2754, 1860, 1115, 2357, 1674, 990, 1177, 662],
    "victims-identified-by-region-2024": [11383, 3611, 18865, 4447, 41304, 22417],
}  # fmt: skip
NOT_IN_THE_HANDBOOK = {"estimate-2005-forms"}
"""Published before the handbook, and not in it."""


def test_every_dataset_is_drawn_by_a_chart(library: Library):
    drawn = {panel.data for chart in library.charts.values() for panel in chart.panels}
    assert drawn == set(library.datasets)


def test_each_share_of_children_in_the_headline_has_its_source(library: Library):
    chart, at = library.charts["children-by-edition"], {key: each.at for key, each in library.datasets.items()}
    first, second = at["children-2005"]("children", "share"), at["age-share-2012"]("children", "share")
    assert first and second
    assert f"{first.qualifier} {first.value} per cent" in chart.headline
    assert f"{second.value} per cent" in chart.headline
    children, adults = (at["age-2012"](label, "persons") for label in ("children", "adults"))
    assert children and adults and round(100 * children.value / (children.value + adults.value)) == second.value
    last, all_ = at["age-2022"]("children", "persons"), at["estimate-2022-forms"]("total", "persons")
    assert last and all_ and 1 / 9 < last.value / all_.value < 1 / 8  # "almost one in eight"
    assert any("one in eight" in note and "HRM Asia" in note for note in chart.notes)


@pytest.mark.parametrize("name", SINCE)
def test_a_later_dataset_has_the_figures_of_its_source(library: Library, name: str):
    dataset = library.datasets[name]
    assert sorted(row.value for row in dataset.rows) == sorted(SINCE[name])
    assert dataset.later and all(row.is_later for row in dataset.rows)


def test_every_later_dataset_is_compared(library: Library):
    assert {name for name, each in library.datasets.items() if each.source != "handbook"} - NOT_IN_THE_HANDBOOK == set(
        SINCE
    )


@pytest.mark.parametrize(
    "names",
    [
        ("law-enforcement-by-region-2024", "law-enforcement-since-2007"),
        ("victims-identified-by-region-2024", "victims-identified-since-2008"),
    ],
)
def test_six_regions_of_2024_add_up_to_the_published_world(library: Library, names: tuple[str, str]):
    regions, world = (library.datasets[name] for name in names)
    for series in regions.series:
        published = world.at("2024", series)
        assert published and sum(row.value for row in regions.rows if row.series == series) == published.value


LABOUR_PARTS = {
    "labour-prosecutions-since-2007": ("law-enforcement-since-2007", "prosecutions"),
    "labour-convictions-since-2007": ("law-enforcement-since-2007", "convictions"),
    "labour-victims-since-2011": ("victims-identified-since-2008", "victims"),
}
"""Of which number each labour part is a part."""


@pytest.mark.parametrize("name", LABOUR_PARTS)
def test_a_labour_part_is_smaller_than_its_whole_and_of_the_same_report(library: Library, name: str):
    whole, series = LABOUR_PARTS[name]
    for part in library.datasets[name].rows:
        all_ = library.datasets[whole].at(part.label, series)
        assert all_ and part.value < all_.value and part.year == all_.year


@pytest.mark.parametrize("name", LABOUR_PARTS)
def test_the_headline_about_a_labour_part_of_2024_is_true(library: Library, name: str):
    whole, series = LABOUR_PARTS[name]
    part, all_ = library.datasets[name].at("2024", "labour"), library.datasets[whole].at("2024", series)
    headline = library.charts[name].headline
    assert part and all_ and f"{part.value:,}" in headline
    if "per cent" in headline:
        assert f"{all_.value:,}" in headline and f"({100 * part.value / all_.value:.0f} per cent)" in headline
    else:
        assert "about a quarter" in headline and part.value / all_.value == pytest.approx(0.25, abs=0.01)


def test_every_total_of_detected_victims_keeps_its_report_and_the_words_before_it(library: Library):
    rows = library.datasets["detected-total"].rows
    assert {row.label: (row.qualifier, row.source, row.year) for row in rows} == {
        "2006": ("at least", "glotip2009", "2009"),
        "2012-2014": (None, "glotip2016-port", "2016"),
        "2018": ("about", "glotip2020-ls", "2020"),
        "2020": ("just under", "glotip2022-csis", "2022"),
        "2020-2023": (None, "glotip2024-acrath", "2024"),
    }


def test_totals_of_one_year_and_of_several_have_scales_of_their_own_and_no_line(library: Library):
    one, several = library.charts["detected-total"].panels
    assert {one.kind, several.kind} == {"bars"}
    assert all(len(label) == 4 for label in one.labels) and all("-" in label for label in several.labels)
    assert {*one.labels, *several.labels} == set(library.datasets["detected-total"].labels)


def test_every_number_of_2016_names_the_page_where_it_stood(library: Library):
    names = ("law-enforcement-since-2007", "labour-prosecutions-since-2007", "victims-identified-since-2008")
    rows = [row for name in names for row in library.datasets[name].rows if row.label == "2016"]
    assert {row.value: row.source for row in rows} == {
        14897: "htlc2017",
        9071: "blog-tip2017",
        1038: "blog-tip2017",
        66520: "statista-ht",
    }


@pytest.mark.parametrize(
    "name, parts, published", [("2022-forms", 27500000, 27600000), ("2017-forms", 24800000, 24900000)]
)
def test_totals_that_do_not_add_up_are_shown_as_published_with_a_note(
    library: Library, name: str, parts: int, published: int
):
    dataset = library.datasets[f"estimate-{name}"]
    total = dataset.at("total", "persons")
    assert total and total.value == published
    assert sum(row.value for row in dataset.rows if row.label != "total") == parts
    assert dataset.note and "rounded" in dataset.note


def test_no_chart_joins_two_editions_of_an_estimate(library: Library):
    for chart in library.charts.values():
        for panel in chart.panels:
            if panel.kind == "lines":
                assert library.datasets[panel.data].publisher == "US Department of State"
    assert len({panel.data for panel in library.charts["estimates-by-edition"].panels}) == 4
