"""The house rules: where things stand, what they are called, and what may import what."""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from engine.content import ROOT
from engine.fields import Field

ENGINE = ROOT / "engine"
CODE = sorted([*ENGINE.rglob("*.py"), ROOT / "app.py"])
FRONT = sorted(path for path in ENGINE.rglob("*") if path.suffix in (".js", ".css", ".html"))
ORDER = (
    "language", "digits", "statistics_file", "fields", "content", "messages", "book", "charts", "film", "store", "live",
    "server", "workshop", "plenary", "slides", "predict", "figures", "access", "media", "sheet", "rehearsal", "routes",
    "screens", "__main__", "app",
)  # fmt: skip
"""From the ground up: what stands later may import what stands before it, and never the other way."""
SCREENS = ENGINE / "screens"
ROOMS = {"frame", "workshop", "seat", "plenary", "slides", "media", "statistics", "predict", "quizzes", "book"}
TOP_LEVEL = {
    "app.py", "modules", "activities", "case_studies", "media", "content", "engine", "tests", "docs",
    "requirements.txt", "requirements-dev.txt", "README.md", "CONTRIBUTING.md", "LICENSE", "pyproject.toml",
    ".streamlit", ".ci", ".gitignore",
}  # fmt: skip
every_file = pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
every_front_file = pytest.mark.parametrize("path", FRONT, ids=lambda path: path.relative_to(ROOT).as_posix())


def kinds_of(model: type[Field]) -> set[str]:
    """The names of a class and of all that are made from it."""
    return {model.__name__}.union(*(kinds_of(below) for below in model.__subclasses__()))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def level(name: str) -> int:
    """The place of a module such as `engine.store.answers` in the order; the package itself is the ground."""
    parts = name.split(".")
    part = parts[0] if parts[0] == "app" else parts[1] if len(parts) > 1 else ""
    return ORDER.index(part) if part else -1


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> set[str]:
    """Every module that a file imports, inside functions too; `from engine import x` gives `engine.x`."""
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("folder", ["modules", "activities", "case_studies", "content", "media"])
def test_content_folders_hold_no_python(folder: str):
    assert [path for path in (ROOT / folder).rglob("*") if path.suffix in (".py", ".pyc", ".ipynb")] == []


def test_the_engine_holds_code_and_what_code_needs_and_no_content():
    kinds = {path.suffix for path in ENGINE.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert kinds <= {".py", ".html", ".css", ".js", ".mako", ".typ"}


@every_file
def test_there_is_no_prose_in_the_code(path: Path):
    documented = {id(node.value) for node in ast.walk(parsed(path)) if isinstance(node, ast.Expr)}
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
            assert len(node.value) <= 300, (
                f"line {node.lineno}: put this text, SQL, CSS or script into a file of its own"
            )


def test_the_top_level_is_what_the_readme_says():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode or not listed.stdout:
        pytest.skip("not a git checkout")
    assert {name.split("/")[0] for name in listed.stdout.splitlines()} == TOP_LEVEL


def test_every_part_of_the_engine_has_its_place_in_the_order():
    parts = {path.stem if path.suffix else path.name for path in ENGINE.iterdir() if path.name[0] not in "_."}
    assert parts == set(ORDER) - {"__main__", "app"}


def test_the_readme_gives_the_order():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    (row,) = [line for line in lines if line.startswith("| `engine/`")]
    assert tuple(re.findall(r"`(\w+)`(?= →|;)", row)) == ORDER[:-2]


@every_file
def test_imports_go_one_way(path: Path):
    mine = level(module_of(path))
    for name in imports(path):
        assert not name.startswith("tests"), f"{module_of(path)} imports {name}"
        if name.split(".")[0] in ("engine", "app"):
            assert level(name) <= mine, f"{module_of(path)} imports {name}, which stands above it"


@every_file
def test_news_are_told_by_the_transaction_that_causes_them(path: Path):
    """Whoever writes calls `engine.store.news.tell`; what is handed to the bus by hand is told too early or never."""
    if not module_of(path).startswith(("engine.live.", "engine.server")):
        for node in ast.walk(parsed(path)):
            is_by_hand = isinstance(node, ast.Attribute) and node.attr in ("tell", "tell_all")
            assert not (is_by_hand and "bus" in ast.unparse(node.value)), f"line {node.lineno}: tell it by `tell(db)`"


@every_file
def test_only_screens_and_the_app_know_streamlit(path: Path):
    if module_of(path) != "app" and not module_of(path).startswith("engine.screens"):
        assert not {name for name in imports(path) if name.split(".")[0] == "streamlit"}


def test_the_screens_stand_in_rooms_by_subject():
    entries = {path.name for path in SCREENS.iterdir() if path.name != "__pycache__"}
    assert entries == ROOMS | {"main.py", "menu.py"}, "a screen stands in the folder of its subject"


def test_exactly_the_files_of_the_menu_are_pages():
    menu = ast.walk(parsed(SCREENS / "menu.py"))
    named = {node.value for node in menu if isinstance(node, ast.Constant) and str(node.value).endswith(".py")}
    assert named == {path.relative_to(SCREENS).as_posix() for path in SCREENS.rglob("*_page.py")}
    assert not [path for path in ENGINE.rglob("pages") if path.is_dir()], "Streamlit takes such a folder for its own"


def test_no_folder_of_screens_takes_the_place_of_a_module_of_python():
    """Streamlit puts the folder of main.py first on the path: `statistics` must stay Python's own."""
    assert [path.parent.name for path in SCREENS.rglob("__init__.py")] == ["components"]


@every_file
def test_modules_and_public_classes_say_what_they_are(path: Path):
    """A function needs no docstring where its name and its types say all."""
    tree = parsed(path)
    if "migrations" in path.parts or not tree.body:
        return
    assert ast.get_docstring(tree), "the file has no docstring"
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name[0] != "_"]
    assert [node.name for node in classes if not ast.get_docstring(node)] == []
    told = [
        ast.get_docstring(node) or "" for node in ast.walk(tree) if isinstance(node, ast.ClassDef | ast.FunctionDef)
    ]
    assert [text for text in told if text.startswith(("Give ", "Return"))] == [], "say what it is"


def test_a_class_name_means_one_thing():
    names = [node.name for path in CODE for node in parsed(path).body if isinstance(node, ast.ClassDef)]
    assert sorted({name for name in names if names.count(name) > 1}) == []


@every_file
def test_only_fields_know_which_class_a_field_is(path: Path):
    """Outside, a field is asked; a table of widgets by type, and the names of types in hints, are no such question."""
    if "fields" in path.relative_to(ROOT).parts:
        return
    for node in ast.walk(parsed(path)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("isinstance", "issubclass")
        ):
            asked = {name.id for name in ast.walk(node.args[1]) if isinstance(name, ast.Name)}
        elif isinstance(node, ast.MatchClass):
            asked = {name.id for name in ast.walk(node.cls) if isinstance(name, ast.Name)}
        else:
            continue
        assert not asked & kinds_of(Field), f"line {node.lineno}: ask the field, not for its class"


@every_file
def test_names_say_what_a_module_does(path: Path):
    assert not {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"} & set(
        path.relative_to(ROOT).with_suffix("").parts
    )


@every_front_file
def test_a_browser_gets_short_lines_and_nothing_from_outside(path: Path):
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        assert [number for number, line in enumerate(text.splitlines(), 1) if len(line) > 120] == []
    outside = r"""\b(?:https?|wss?):|@import|["'(`]//"""
    assert re.findall(outside, text) == []


@every_front_file
def test_styles_and_scripts_of_a_template_stand_in_files(path: Path):
    """Only there are they checked as JavaScript and CSS."""
    for _tag, inside in re.findall(r"<(style|script)[^>]*>(.*?)</\1>", path.read_text(encoding="utf-8"), re.DOTALL):
        assert re.fullmatch(r'{% include "[a-z_]+\.(css|js)" %}', inside)


@every_file
def test_the_agenda_of_a_workshop_is_asked_for_in_one_place(path: Path):
    if module_of(path) in ("engine.workshop.agenda", "engine.__main__"):  # a command has an option of this name
        return
    reads = [n.lineno for n in ast.walk(parsed(path)) if isinstance(n, ast.Attribute) and n.attr == "module"]
    assert not reads, f"line {reads[0]}: ask `agenda_of`, which knows what a workshop changed"
