"""The modules of the sheet as one script: in order, and with a clear word about what cannot be joined."""

from pathlib import Path

import pytest

from engine.sheet import scripts
from engine.sheet.scripts import Parts, ScriptProblem, joined

WORDS = "const SIGN = 1;\nexport const filled = (text) => text + SIGN;\n"
BOX = 'import {\n  filled,\n} from "./words.js";\n\nexport class Box {\n  text = filled("a");\n}\n'
SHEET = """import { Box } from "./box.js";
import { filled } from "./words.js";

export function mount() {
  return [new Box(), filled];
}
"""
LINE = 'import { alone } from "./line_worker.js";\nexport const Line = alone;\n'
WORKER = "export const alone = () => null;\n"
MODULES = {"sheet.js": SHEET, "box.js": BOX, "words.js": WORDS}


def test_each_module_stands_after_those_that_it_imports_and_only_the_entry_exports() -> None:
    text = joined(MODULES)
    assert "import" not in text
    assert [line for line in text.splitlines() if "export" in line] == ["export function mount() {"]
    assert text.index("filled = ") < text.index("class Box") < text.index("function mount")
    assert joined(dict(reversed(MODULES.items()))) == text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"box.js": BOX.replace("  filled,", "  filled as other,")}, r"box\.js:1: write 'import"),
        ({"box.js": 'import "./words.js";\n'}, r"box\.js:1: write 'import"),
        ({"box.js": '// a\nimport filled from "./words.js";\n'}, r"box\.js:2: write 'import"),
        ({"box.js": 'import * as words from "./words.js";\n'}, r"box\.js:1: write 'import"),
        ({"box.js": 'import { filled } from "./words.js"; // more\n'}, r"box\.js:1: write 'import"),
        ({"words.js": WORDS + "export default filled;\n"}, r"words\.js:3: write 'export' before"),
        ({"words.js": WORDS + "export { SIGN };\n"}, r"words\.js:3: write 'export' before"),
        ({"words.js": WORDS + 'export * from "./box.js";\n'}, r"words\.js:3: write 'export' before"),
        ({"words.js": WORDS + "const { a } = SIGN;\n"}, r"words\.js:3: .* one name at a time"),
        ({"box.js": BOX + "\nconst SIGN = 2;\n"}, r"words\.js:1: 'SIGN' stands at the top of box\.js too"),
        ({"box.js": BOX.replace("words.js", "letters.js")}, r"box\.js:1: there is no letters\.js"),
        ({"words.js": WORDS.replace("export ", "")}, r"box\.js:1: words\.js does not export 'filled'"),
        ({"a_worker.js": 'import { filled } from "./words.js";\n'}, r"a_worker\.js:1: a worker stands alone"),
        ({"words.js": 'import { Box } from "./box.js";\n' + WORDS}, r"\w+\.js:1: modules import each other"),
    ],
)  # fmt: skip
def test_what_cannot_be_joined_is_told_with_its_file_and_line(changed: dict[str, str], said: str) -> None:
    with pytest.raises(ScriptProblem, match=rf"^engine/sheet/browser/{said}"):
        joined(MODULES | changed)


def test_what_only_looks_like_an_import_stays() -> None:
    text = "export const load = () =>\n  import(somewhere);\n// import nothing\nconst important = import.meta.url;\n"
    assert joined({"sheet.js": text}) == f"// sheet.js\n{text}"


def test_another_text_has_another_address() -> None:
    one, other, third = (Parts({"sheet.js": text, "sheet.css": look}) for text, look in ("1a", "1b", "2a"))
    assert len({one.script, other.script, third.script}) == len({one.styles, other.styles, third.styles}) == 3
    assert one.script == Parts(one.texts).script == f"/parts/{one.hash}/sheet.js"


def test_the_script_is_made_of_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scripts, "BROWSER", tmp_path)
    modules = MODULES | {"line.js": LINE, "line_worker.js": WORKER}
    for name, text in modules.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name in ("tables.css", "base.css"):
        (tmp_path / name).write_text(f".{name[0]} {{}}\n", encoding="utf-8")
    found = scripts.parts.__wrapped__()
    assert found.texts == {
        "sheet.js": joined(modules),
        "line.js": joined(modules, "line.js"),
        "sheet.css": ".b {}\n\n.t {}\n",
        "line_worker.js": WORKER,
    }
    assert (
        found.texts["line.js"]
        == f"// line_worker.js\n{WORKER[len('export ') :]}\n// line.js\nexport const Line = alone;\n"
    )
    assert "alone" not in found.texts["sheet.js"]
