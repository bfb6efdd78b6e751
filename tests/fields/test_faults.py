"""What authors are told: what is there twice, and what they may have meant."""

import pytest

from engine.fields import suggestion, twice


@pytest.mark.parametrize(
    "word, known, words",
    [
        ("option_from", ["options", "options_from", "label"], ". Did you mean 'options_from'?"),
        ("lable", ["label"], ". Did you mean 'label'?"),
        ("label", ["label"], ""),
        ("xyz", ["label"], ""),
        ("", ["label"], ""),
        ("label", [], ""),
    ],
)
def test_only_what_is_much_alike_is_suggested(word: str, known: list[str], words: str):
    assert suggestion(word, known) == words


def test_what_stands_twice_is_found_where_it_stands_again():
    assert twice(["a", "b", "a", "a"]) == {2: "a", 3: "a"}
    assert twice([]) == {}
