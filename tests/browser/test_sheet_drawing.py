"""How the sheets look and how they are worked with, by mouse, by keyboard and by those who do not see them."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.content import Library
from engine.fields import TYPES
from engine.sheet.scripts import BROWSER
from tests.browser.drawn import Drawn, every_activity, open_all_rows

CASES, FARM = "indicators-and-investigation", "farm-portugal"
GARMENTS = "garment-factory-viet-nam"


@pytest.fixture(scope="module")
def house(browser: Browser, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drawn]:
    found = Drawn(browser, library, tmp_path_factory.mktemp("drawn"))
    yield found
    found.close()


@pytest.fixture
def drawn(house: Drawn, browser: Browser) -> Iterator[Drawn]:
    yield house
    for context in browser.contexts:
        context.close()


def focused(page: Page, ask: str) -> Any:
    """What JavaScript says of the element that has the focus, called `it`."""
    return page.evaluate(f"(it => {ask})(document.querySelector('main').shadowRoot.activeElement)")


def indicator(page: Page, name: str) -> Any:
    return page.get_by_role("group", name=f"{name}: Is it there? *", exact=True)


def test_every_type_of_field_has_a_drawing() -> None:
    lines = (BROWSER / "drawings.js").read_text(encoding="utf-8").partition("DRAW = {")[2].splitlines()
    assert {line.split(":")[0].strip() for line in lines if ":" in line} == set(TYPES)


@every_activity()
def test_no_sheet_is_longer_than_three_screens(drawn: Drawn, activity_id: str) -> None:
    for data in (drawn.data(activity_id), drawn.filled(activity_id)):
        page = drawn.open(data)
        assert page.evaluate("document.documentElement.scrollHeight") <= 3 * 800


@every_activity()
def test_nothing_scrolls_sideways(drawn: Drawn, activity_id: str) -> None:
    page = drawn.open(drawn.filled(activity_id))
    open_all_rows(page)
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        for way in ("ltr", "rtl"):
            page.locator(".sheet").evaluate("(sheet, way) => sheet.dir = way", way)
            assert page.evaluate("document.documentElement.scrollWidth") == width, way
            assert page.locator(".sheet").evaluate("(sheet) => sheet.scrollWidth") <= width, way


@every_activity()
def test_everything_in_a_row_carries_its_name(drawn: Drawn, activity_id: str) -> None:
    page = drawn.open(drawn.filled(activity_id))
    nameless = """[...document.querySelector('main').shadowRoot.querySelectorAll('[data-row]')].flatMap((row) => {
      const name = (row.querySelector('.row_name, .name') ?? row).textContent;
      const told = [...row.querySelectorAll('legend, .field > label, button:not(.note button)')];
      return told.filter((each) => !each.textContent.includes(name)).map((each) => each.outerHTML);
    })"""
    assert page.evaluate(nameless) == []


def test_names_of_rows_are_headings_or_heads_of_lines(drawn: Drawn) -> None:
    page = drawn.open(drawn.filled(CASES))
    expect(page.get_by_role("rowheader", name="Threats", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Step 1", level=3)).to_be_visible()


def test_a_choice_is_taken_back_by_choosing_it_again_or_by_a_key(drawn: Drawn) -> None:
    page = drawn.open(drawn.data(CASES))
    unclear = indicator(page, "Threats").get_by_role("radio", name="Unclear")
    unclear.click()
    expect(unclear).to_be_checked()
    unclear.click()
    expect(unclear).not_to_be_checked()
    page.keyboard.press("Space")
    expect(unclear).to_be_checked()
    page.keyboard.press("Delete")
    expect(unclear).not_to_be_checked()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(indicator(page, "Threats").get_by_role("radio", name="Not present")).to_be_checked()


def test_a_double_click_is_one_choice(drawn: Drawn) -> None:
    page = drawn.open(drawn.data(CASES))
    present = indicator(page, "Threats").get_by_role("radio", name="Present", exact=True)
    present.dblclick()
    expect(present).to_be_checked()
    page.locator(".sentence").nth(5).dblclick()
    expect(page.locator(".sentence.chosen")).to_have_count(1)
    page.get_by_role("button", name="Add: Step").dblclick()
    expect(page.get_by_role("heading", name="Step 1", level=3)).to_be_visible()
    expect(page.locator(".card")).to_have_count(1)


def test_what_a_choice_wants_opens_and_its_sentences_are_clicked_in_the_case(drawn: Drawn) -> None:
    page = drawn.open(drawn.data(CASES))
    expect(page.locator(".marking")).to_have_text("Open a row, then click the sentences in the case that show it.")
    indicator(page, "Threats").get_by_role("radio", name="Present", exact=True).click()
    expect(page.locator(".marking")).to_have_text("Click sentences that show: Threats")
    page.locator(".sentence").nth(14).click()
    box = page.get_by_role("checkbox", name="Sentence 15: The overseer also put a lot of pressure on the workers.")
    threats = page.get_by_role("group", name="Threats: Sentences that show it *", exact=True)
    expect(threats.get_by_role("checkbox", checked=True)).to_have_count(1)
    expect(threats.get_by_role("checkbox", checked=True).and_(box)).to_be_visible()
    indicator(page, "Debt and other forms of bondage").get_by_role("radio", name="Present", exact=True).click()
    expect(page.locator(".sentence.used")).to_have_count(1)
    expect(page.locator(".sentence.chosen")).to_have_count(0)


def test_the_next_open_question_is_one_key_away(drawn: Drawn) -> None:
    data = drawn.filled(CASES)
    for path in ("indicators/debt/evidence", "verdict"):
        del data["answers"][GARMENTS][path]
    del data["answers"][FARM]["reasons"]
    page = drawn.open(data)
    expect(page.locator(".bar .how_far")).to_contain_text("3 of ")
    places = []
    for _press in range(4):
        page.keyboard.press("Alt+KeyN")
        places.append(focused(page, "it.closest('[data-path]').dataset.path"))
    assert places == ["indicators/debt/evidence", "verdict", "reasons", "indicators/debt/evidence"]
    expect(page.get_by_role("radio", name="1 · Viet Nam")).to_be_checked()


def test_the_case_the_rows_and_the_place_survive_a_reload(drawn: Drawn) -> None:
    page = drawn.open(drawn.filled(CASES))
    page.get_by_role("radio", name="4 · Portugal").click()
    page.get_by_role("button", name="More Threats").click()
    page.mouse.move(900, 500)
    page.mouse.wheel(0, 300)
    page.wait_for_function("scrollY === 300 && sessionStorage[Object.keys(sessionStorage)[0]].includes(':300')")
    page.reload()
    expect(page.get_by_role("radio", name="4 · Portugal")).to_be_checked()
    expect(page.get_by_role("button", name="More Threats")).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("scrollY") == 300


def test_a_phone_has_two_tabs_that_keep_their_place(drawn: Drawn) -> None:
    page = drawn.open(drawn.filled(CASES), viewport={"width": 390, "height": 700})
    expect(page.locator(".case")).to_be_hidden()
    page.evaluate("scrollTo(0, 900)")
    page.get_by_role("radio", name="Case", exact=True).click()
    expect(page.locator(".case")).to_be_visible()
    expect(page.locator(".questions")).to_be_hidden()
    page.get_by_role("radio", name="Questions", exact=True).click()
    assert page.evaluate("scrollY") == 900


def test_rows_are_added_removed_and_put_back_with_the_focus_where_work_goes_on(drawn: Drawn) -> None:
    page = drawn.open(drawn.data(CASES))
    add = page.get_by_role("button", name="Add: Step")
    add.press("Enter")
    page.keyboard.type("Hear her alone")
    add.press("Enter")
    assert focused(page, "it.labels[0].textContent") == "Step 2: What we do *"
    page.get_by_role("button", name="Remove Step 1").press("Enter")
    expect(page.get_by_role("heading", name="Step 1", level=3)).to_be_visible()
    assert "Step 1" in focused(page, "it.textContent")
    expect(page.get_by_label("Step 1: What we do *")).to_have_value("")
    page.get_by_role("button", name="Put back what was removed").press("Enter")
    expect(page.get_by_label("Step 1: What we do *")).to_have_value("Hear her alone")
    assert focused(page, "it.value") == "Hear her alone"


def test_an_order_is_made_by_keyboard(drawn: Drawn) -> None:
    page = drawn.open(drawn.data("national-response"))
    weight = page.locator("[data-path=weight]")
    weight.get_by_role("button", name="Prevention", exact=True).press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(weight.locator("li")).to_have_count(3)
    before = weight.locator("li .option").all_inner_texts()
    weight.get_by_role("button", name=f"Up {before[2]}").press("Enter")
    page.keyboard.press("Enter")
    assert weight.locator("li .option").all_inner_texts() == [before[2], before[0], before[1]]
    assert focused(page, "it.dataset.focus").endswith(" up")
    weight.get_by_role("button", name=f"Take out {before[0]}").press("Enter")
    expect(weight.locator("li")).to_have_count(2)


def test_a_translated_page_never_mixes_cases(drawn: Drawn) -> None:
    page = drawn.open(drawn.filled(CASES))
    translate = """() => {
      const root = document.querySelector('main').shadowRoot;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest("font"))
        texts.push(walker.currentNode);
      for (const text of texts) {
        const font = document.createElement('font');
        font.textContent = `${text.data}`;
        text.replaceWith(font);
      }
    }"""
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for name, sheet in (("2 · China", 1), ("1 · Viet Nam", 0), ("3 · Brazil", 2)):
        page.evaluate(translate)
        page.get_by_role("radio", name=name).click()
        case = drawn.data(CASES)["sheets"][sheet]["case"]
        expect(page.locator(".case h2")).to_have_text(case["title"])
        texts = [sentence["text"] for paragraph in case["paragraphs"] for sentence in paragraph]
        assert [line.partition("\u00a0")[2] for line in page.locator(".sentence").all_inner_texts()] == texts
    page.evaluate(translate)
    page.get_by_role("button", name="Add: Step").click()
    page.get_by_role("button", name="Remove Step 1").click()
    assert complaints == []


@pytest.mark.parametrize("state", ["handed_in", "ended", "closed"])
def test_a_locked_sheet_is_read_and_not_changed(drawn: Drawn, state: str) -> None:
    data = drawn.filled(CASES)
    data["state"] = {**data["state"], "is": state, "by": "Bwalya"}
    page = drawn.open(data)
    expect(page.locator(".state")).to_be_visible()
    expect(page.get_by_role("button", name="Take it back")).to_have_count(int(state == "handed_in"))
    open_all_rows(page)
    changing = "[...document.querySelector('main').shadowRoot.querySelectorAll('.changes')]"
    assert page.evaluate(f"{changing}.every((box) => box.disabled || box.readOnly)")
    page.locator(".sentence").first.click()
    expect(page.locator(".sentence.chosen")).to_have_count(0)


def test_handing_in_asks_first(drawn: Drawn) -> None:
    page = drawn.open(drawn.data(CASES))
    page.get_by_role("button", name="Hand in", exact=True).press("Enter")
    asking = page.get_by_role("group", name="Hand in", exact=True)
    expect(asking).to_contain_text("Hand in for the whole group?")
    assert focused(page, "it.textContent") == "Yes, hand in"
    page.keyboard.press("Escape")
    expect(asking).to_be_hidden()
    assert focused(page, "it.textContent") == "Hand in"


def test_those_who_type_are_asked_and_the_seconds_run_down(drawn: Drawn) -> None:
    data = drawn.data(CASES)
    times = {"now": "2030-05-06T08:00:00+00:00", "until": "2030-05-06T08:00:04+00:00"}
    data["state"] = {**data["state"], "is": "handed_in", "by": "Bwalya", **times}
    page = drawn.open(data)
    expect(page.locator(".state")).to_contain_text("Bwalya handed in. Finish your sentence: 2 seconds left.")
    expect(page.get_by_label("Your reasons *")).to_be_editable()
    expect(page.locator(".state")).to_contain_text("Bwalya handed in. Take it back")
    expect(page.get_by_label("Your reasons *")).not_to_be_editable()


def test_mounting_again_changes_nothing(drawn: Drawn) -> None:
    page = drawn.open(drawn.data(CASES))
    page.get_by_label("Your reasons *").type("Half a wo")
    page.evaluate("open_it()")
    page.keyboard.type("rd")
    expect(page.get_by_label("Your reasons *")).to_have_value("Half a word")


def test_paper_has_all_of_the_case_and_of_the_answers(drawn: Drawn) -> None:
    page = drawn.open(drawn.filled(CASES))
    page.emulate_media(media="print")
    data = drawn.filled(CASES)
    expect(page.locator(".sentence").last).to_be_visible()
    for path, saved in data["answers"][GARMENTS].items():
        if path.split("/")[-1] in ("note", "reasons", "step", "protection"):
            expect(page.get_by_text(saved["value"]).locator("visible=true").first).to_be_visible()
    moving = """[...document.querySelector('main').shadowRoot.querySelectorAll('*')].filter((box) => {
      const { position, overflowY } = getComputedStyle(box);
      return box.checkVisibility() && (position === 'sticky' || overflowY === 'auto');
    }).map((box) => box.outerHTML)"""
    assert page.evaluate(moving) == []
