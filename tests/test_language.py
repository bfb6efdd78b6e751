"""The words on the screen: translated by real catalogues, and ids never."""

import string
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from engine import language
from engine.content import load_library
from engine.content.reading import flattened
from engine.fields import AnswerProblem
from engine.language import PSEUDO, _, bracketed, plural, translated
from tests.content.tree import NOTES, PICKING, READING, SIGNS, write_tree
from tests.fields.samples import FIELDS

Speak = Callable[..., None]
TWO_FORMS = "nplurals=2; plural=(n > 1);"


@pytest.fixture
def speak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Speak]:
    """Compile a catalogue and switch to its language: `speak("fr", {"Join": "Entrer"}, {...})`."""

    def to(
        name: str,
        interface: dict[Any, Any] | None = None,
        content: dict[tuple, str] | None = None,
        plural_forms: str = TWO_FORMS,
    ) -> None:
        catalogue = Catalog(locale="fr")
        # A catalogue says in its header how it counts; what Babel would write there changes with its version.
        catalogue.mime_headers = [("Plural-Forms", plural_forms)]
        for message, said in (interface or {}).items():
            catalogue.add(message, said)
        for (file, message), said in (content or {}).items():
            catalogue.add(message, said, context=file)
        path = tmp_path / "locale" / name / "LC_MESSAGES" / "workshop.mo"
        path.parent.mkdir(parents=True)
        with path.open("wb") as file:
            write_mo(file, catalogue)
        monkeypatch.setattr(language, "CATALOGUES", tmp_path / "locale")
        monkeypatch.setenv("WORKSHOP_LANGUAGE", name)
        language._catalogue.cache_clear()

    language._catalogue.cache_clear()
    yield to
    language._catalogue.cache_clear()


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_LANGUAGE", PSEUDO)


def test_english_needs_no_catalogue(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("WORKSHOP_LANGUAGE", raising=False)
    assert _("Join") == "Join"
    assert plural("{count} group", "{count} groups", 1) == "1 group"
    assert plural("{count} group", "{count} groups", 0) == "0 groups"
    assert translated("Fruit", "case_studies/farm.md") == "Fruit"


def test_a_language_without_a_catalogue_speaks_english(speak: Speak, monkeypatch: pytest.MonkeyPatch):
    speak("fr", {"Join": "Entrer"})
    monkeypatch.setenv("WORKSHOP_LANGUAGE", "km")
    assert _("Join") == "Join"
    assert plural("{count} group", "{count} groups", 2) == "2 groups"


@pytest.mark.usefixtures("pseudo")
def test_the_pseudo_language_marks_every_text():
    assert _("Join") == bracketed("Join") == "⟦Join⟧"
    assert plural("{count} group", "{count} groups", 1) == "⟦1 group⟧"
    assert plural("{count} group", "{count} groups", 2) == "⟦2 groups⟧"
    assert translated("Fruit", "case_studies/farm.md") == "⟦Fruit⟧"


@pytest.mark.usefixtures("pseudo")
def test_placeholders_survive_the_pseudo_language():
    message = "Type a whole number from {low} to {high}."
    assert [name for _text, name, *_rest in string.Formatter().parse(_(message)) if name] == ["low", "high"]
    assert _(message).format(low=1, high=5) == "⟦Type a whole number from 1 to 5.⟧"
    with pytest.raises(AnswerProblem, match=r"⟦Type a whole number from -5 to 50,000\.⟧"):
        FIELDS["integer"].check(-6)


def test_an_interface_text_comes_from_the_catalogue(speak: Speak):
    speak("fr", {"Join": "Entrer", "Hello {name}": "Bonjour {name}"})
    assert _("Join") == "Entrer"
    assert _("Hello {name}").format(name="Ana") == "Bonjour Ana"
    assert _("Not in the catalogue") == "Not in the catalogue"


@pytest.mark.parametrize(
    ("plural_forms", "forms", "shown"),
    [
        ("nplurals=1; plural=0;", ["{count} groupe(s)"], ["0 groupe(s)", "1 groupe(s)", "7 groupe(s)"]),
        (TWO_FORMS, ["{count} groupe", "{count} groupes"], ["0 groupe", "1 groupe", "7 groupes"]),
        (
            "nplurals=3; plural=(n == 0 ? 0 : n == 1 ? 1 : 2);",
            ["aucun groupe", "un groupe", "{count} groupes"],
            ["aucun groupe", "un groupe", "7 groupes"],
        ),
    ],
    ids=["one form", "two forms", "three forms"],
)
def test_a_catalogue_counts_as_its_own_header_says(speak: Speak, plural_forms: str, forms: list[str], shown: list[str]):
    speak("fr", {("{count} group", "{count} groups"): tuple(forms)}, plural_forms=plural_forms)
    assert [plural("{count} group", "{count} groups", count) for count in (0, 1, 7)] == shown


def test_a_content_text_is_translated_for_its_own_file_only(speak: Speak):
    speak("fr", {"Fruit": "never for content"}, {("case_studies/farm.md", "Fruit"): "Les fruits"})
    assert translated("Fruit", "case_studies/farm.md") == "Les fruits"
    assert translated("Fruit", "case_studies/hotel.md") == "Fruit"
    assert _("Fruit") == "never for content"


def test_content_is_read_in_the_language_of_the_room(speak: Speak, tmp_path: Path):
    said = {
        (PICKING, "Picking"): "La cueillette",
        (PICKING, "There"): "Présent",
        (PICKING, "Read."): "Lire.",
        (SIGNS, "Debt"): "La dette",
        (NOTES, "Bring pens."): "Apportez des stylos.",
        (NOTES, "Read **both** cases."): "Lisez les **deux** cas.",
        (READING, "For the journey."): "Pour le voyage.",
        ("case_studies/farm.md", "She owed money for the journey."): "Elle devait de l’argent.",
    }
    speak("fr", content=said)
    library = load_library(write_tree(tmp_path / "tree"))
    assert library.problems == []
    activity = library.activities["picking"]
    signs, order = activity.worksheet.shown_by("signs"), activity.worksheet.shown_by("order")
    assert (activity.title, activity.steps[0].do) == ("La cueillette", "Lire.")
    assert signs.columns[0].labels() == {"yes": "Présent", "no": "Not there"}
    assert [row.label for row in signs.rows] == ["Violence", "La dette"]
    assert order.labels() == {"violence": "Violence", "debt": "La dette"}
    assert activity.facilitator == "## Before\n\nLisez les **deux** cas.\n\n- Apportez des stylos."
    assert library.case_studies["farm"].sentences[2].text == "Elle devait de l’argent."
    flat = flattened(activity, library.readings["picking"].sheets["farm"])
    assert flat["signs/debt/note"] == "Pour le voyage."
    assert (flat["signs/debt/words"], flat["verdict"]) == ([3], "forced")
