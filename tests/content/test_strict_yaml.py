"""YAML without its traps: what is text stays text, and nothing stands for anything else."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.content import strict_yaml
from engine.content.strict_yaml import FAST, SURE, YamlProblem, load


@pytest.fixture(params=[FAST, SURE], ids=["libyaml", "without libyaml"], scope="module", autouse=True)
def parser(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_yaml, "FAST", request.param)
        yield


WORDS = """
yes no Yes NO on off y n True FALSE Null 10:30 13:30:00 2008-11-01
0o17 0x1F 007 1_000 1e3 .5 5. +1 .inf .nan 1.2.3 --1 =
"""


@pytest.mark.parametrize("text", WORDS.split())
def test_what_looks_like_a_word_is_a_text(text: str):
    assert load(f"{text}: {text}") == ({text: text}, {(): 1, (text,): 1})


@pytest.mark.parametrize(
    "text, value",
    [
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-3", -3),
        ("1000", 1000),
        ("1.50", 1.5),
        ("-0.25", -0.25),
        ("", None),
        ("~", None),
        ("null", None),
        ("'5'", "5"),
        ('"true"', "true"),
        ("''", ""),
        ("|-\n  5", "5"),
        (">-\n  two\n  lines", "two lines"),
        ("[1, no]", (1, "no")),
        ("{a: 1}", {"a": 1}),
        ('"\\u00e9 😀"', "é 😀"),
    ],
)
def test_plain_values_are_what_they_say(text: str, value: object):
    found, _lines = load(f"key: {text}\n")
    assert found == {"key": value}
    assert type(found["key"]) is type(value)


def test_everything_has_its_line():
    text = "# a comment\na: 1\nb:\n  - x\n  - c: |\n      long\n    d: 2\n1: e\n"
    _found, lines = load(text)
    assert lines == {
        (): 2,
        ("a",): 2,
        ("b",): 3,
        ("b", 0): 4,
        ("b", 1): 5,
        ("b", 1, "c"): 5,
        ("b", 1, "d"): 7,
        (1,): 8,
    }
    assert load(text, first_line=11)[1]["b", 1, "d"] == 17


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_an_empty_document_is_nothing(text: str):
    assert load(text)[0] is None


@pytest.mark.parametrize(
    "text, line, words",
    [
        ("a: 1\nb: 2\na: 3", 3, "twice"),
        ("a:\n  b: 1\n  b: 2", 3, "twice"),
        ("a: 1\n'a': 2", 2, "twice"),
        ("1: a\n1: b", 2, "twice"),
        ("a: 1\nb: &x [1]\n", 2, "'&x'"),
        ("a: 1\nb: *x\n", 2, "'*x'"),
        ("- 1\n- &a [*a]", 2, "'&a'"),
        ("a: 1\n&k key: 2", 2, "'&k'"),
        ("a: 1\nb: !!python/object/apply:os.system ['true']", 2, "tag"),
        ("a: !!str 5", 1, "tag"),
        ("a: 1\n!x b: 5", 2, "tag"),
        ("a: ! 5", 1, "tag"),
        ("a: 1\n1.5: 2", 2, "key"),
        ("a: 1\ntrue: 2", 2, "key"),
        ("a: 1\n? [a]\n: 2", 2, "key"),
        ("a: 1\n: 2", 2, "not YAML"),
        ("a: 1\n---\nb: 2", 2, "document"),
        ("a: 1\nb: [1, 2\nc: 3", 3, "not YAML"),
        ("a: 1\nb: c: d", 2, "quotes"),
        ("a: 1\n\tb: 2", 2, "not YAML"),
        ("a: 1\nb: 'open", 2, "not YAML"),
        ("a: 1\n\nb: \x00", 3, "U+0000"),
        ("a: 1\nb: \x07", 2, "U+0007"),
        ('a: 1\nb: "\\ud800"', 2, "U+D800"),
        ('a: 1\nb: "\\0"', 2, "U+0000"),
        ("a: 1\nb: " + "9" * 5_000, 2, "too long"),
        ("a: 1\nb: 0." + "9" * 400, 2, "too long"),
        ("[" * 2_000, 1, "brackets"),
        ("{a: " * 5_000, 1, "brackets"),
        ("- " * 5_000, 1, "brackets"),
        ("a:\n  " + "- " * 101 + "b", 2, "brackets"),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_a_trap_is_refused_with_its_line(text: str, line: int, words: str):
    for first in (1, 10):
        with pytest.raises(YamlProblem) as refused:
            load(text, first)
        assert words in str(refused.value)
        assert refused.value.line == line + first - 1
        assert len(str(refused.value)) < 250


def test_a_file_cannot_unfold_without_end():
    doubling = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefghijkl", "bcdefghijklm", strict=True)
    )
    with pytest.raises(YamlProblem):
        load(doubling)


def test_a_merge_key_is_only_a_key():
    assert load("a: 1\n<<: {a: 2}")[0] == {"a": 1, "<<": {"a": 2}}


@given(st.text(alphabet=st.characters(exclude_categories=())) | st.text("ab:-[]{}&*!|>'\"%@#,?\n\t 01\ufeff~"))
def test_any_text_is_read_or_refused(text: str):
    try:
        load(text)
    except YamlProblem as problem:
        assert 1 <= problem.line <= text.count("\n") + text.count("\r") + 3 or "\x85" in text or "\u2028" in text


@given(st.dictionaries(st.text("abc_", min_size=1), st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))))
def test_a_quoted_text_is_read_as_written(texts: dict[str, str]):
    written = "".join(f"{key}: '{text.replace(chr(39), chr(39) * 2)}'\n" for key, text in texts.items())
    unseen = any(c in written for c in "\ufffe\uffff\u2028\u2029")
    assert unseen or (load(written)[0] or {}) == texts
