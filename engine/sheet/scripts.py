"""Puts the modules of `browser/` together: a browser gets them as one script, by an address that it may keep for ever.

So there is one request and no build step. Modules that can be joined like this keep to a few rules, and whoever
breaks one is told the file and the line.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from graphlib import CycleError, TopologicalSorter
from hashlib import sha256
from pathlib import Path

BROWSER = Path(__file__).parent / "browser"
ENTRY, LINE, STYLES = "sheet.js", "line.js", "sheet.css"
"""The script of the sheet and that of the line for news, called like the module whose exports each has; the looks."""
WORKER = "_worker.js"
"""How the name of a module ends that is a worker's script too, and so stands beside the script as it was written."""
_IMPORT = re.compile(r'^import \{\s*([\w$]+(?:,\s*[\w$]+)*),?\s*\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
_BEGINS_IMPORT = re.compile(r"^import\b(?!\s*[(.])", re.MULTILINE)
_DECLARES = re.compile(r"^(export )?(?:async )?(?:function\*?|class|const|let|var) ([\w$]+|[{\[])", re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


class ScriptProblem(Exception):
    """A module of the browser that cannot be joined with the others; the message begins with its file and line."""


@dataclass(frozen=True)
class Parts:
    """The files for browsers: name -> text. Their addresses have the hash of all texts: nothing there ever changes."""

    texts: Mapping[str, str]

    @cached_property
    def hash(self) -> str:
        return sha256("\0".join(f"{name}\0{text}" for name, text in self.texts.items()).encode()).hexdigest()[:16]

    @property
    def script(self) -> str:
        """The address of the script; it exports `mount`."""
        return f"/parts/{self.hash}/{ENTRY}"

    @property
    def line(self) -> str:
        """The address of the script with the line for news alone; it exports `Line`."""
        return f"/parts/{self.hash}/{LINE}"

    @property
    def styles(self) -> str:
        """The address of the looks."""
        return f"/parts/{self.hash}/{STYLES}"


@dataclass(frozen=True)
class Module:
    """One file with a module, as its author wrote it."""

    name: str
    text: str

    def imports(self) -> Iterator[tuple[str, str, int]]:
        """Each name that it imports, as (name, module, line)."""
        for found in _IMPORT.finditer(self.text):
            for name in filter(None, map(str.strip, found[1].split(","))):
                yield name, found[2], self.line(found.start())

    def declared(self) -> dict[str, int]:
        """The names at its top level, each with its line."""
        return {found[2]: self.line(found.start()) for found in _DECLARES.finditer(self.text)}

    def exported(self) -> set[str]:
        return {found[2] for found in _DECLARES.finditer(self.text) if found[1]}

    def line(self, place: int) -> int:
        return self.text.count("\n", 0, place) + 1

    def problem(self, line: int, what: str) -> ScriptProblem:
        return ScriptProblem(f"engine/sheet/browser/{self.name}:{line}: {what}")

    def refuse_what_cannot_be_joined(self) -> None:
        """Find a form of import, export or declaration that this file cannot have.

        Raises:
            ScriptProblem: the first one.
        """
        sound = {found.start() for found in _IMPORT.finditer(self.text)}
        for found in _BEGINS_IMPORT.finditer(self.text):
            if found.start() not in sound:
                raise self.problem(self.line(found.start()), "write 'import { a, b } from \"./x.js\";'")
        sound = {found.start() for found in _DECLARES.finditer(self.text)}
        for found in _EXPORT.finditer(self.text):
            if found.start() not in sound:
                raise self.problem(self.line(found.start()), "write 'export' before what has a name")
        if self.name.endswith(WORKER):
            for name, _source, line in self.imports():
                raise self.problem(line, f"a worker stands alone and cannot import '{name}'")
        for name, line in self.declared().items():
            if name in "{[":
                raise self.problem(line, "at the top of a module, declare one name at a time")

    def joined(self, entry: str) -> str:
        """Its text without imports; what it exports is known to the others without that word."""
        text = _IMPORT.sub("", self.text)
        return text if self.name == entry else _EXPORT.sub("", text)


def joined(modules: Mapping[str, str], entry: str = ENTRY) -> str:
    """The text of one script, made of modules: file name -> text. Those that `entry` has no use for are left out.

    Raises:
        ScriptProblem: a module breaks a rule.
    """
    found = {name: Module(name, text) for name, text in sorted(modules.items())}
    for module in found.values():
        module.refuse_what_cannot_be_joined()
    _refuse_same_names(found)
    _refuse_lost_imports(found)
    order = _in_order(found)
    wanted = _wanted(found, entry)
    return "\n".join(f"// {name}\n{found[name].joined(entry)}" for name in order if name in wanted)


def _wanted(modules: Mapping[str, Module], entry: str) -> set[str]:
    """The names of the modules that one of them needs, itself included."""
    needs = {source for _name, source, _line in modules[entry].imports()}
    return {entry}.union(*(_wanted(modules, name) for name in needs))


def _refuse_same_names(modules: Mapping[str, Module]) -> None:
    owners: dict[str, str] = {}
    for module in modules.values():
        for name, line in module.declared().items():
            if (owner := owners.setdefault(name, module.name)) != module.name:
                raise module.problem(line, f"'{name}' stands at the top of {owner} too. Give one of them another name")


def _refuse_lost_imports(modules: Mapping[str, Module]) -> None:
    for module in modules.values():
        for name, source, line in module.imports():
            if source not in modules:
                raise module.problem(line, f"there is no {source} beside it")
            if name not in modules[source].exported():
                raise module.problem(line, f"{source} does not export '{name}'")


def _in_order(modules: Mapping[str, Module]) -> list[str]:
    """The names of the modules, each after those that it imports."""
    order = TopologicalSorter(
        {module.name: {source for _n, source, _l in module.imports()} for module in modules.values()}
    )
    try:
        return list(order.static_order())
    except CycleError as fault:
        circle: list[str] = fault.args[1]
        raise modules[circle[0]].problem(1, f"modules import each other in a circle: {' <- '.join(circle)}") from None


@cache
def parts() -> Parts:
    """The script of the sheet, its looks, and the scripts of its workers.

    Raises:
        ScriptProblem: a module breaks a rule.
    """
    modules, looks = ({path.name: path.read_text(encoding="utf-8") for path in _files(end)} for end in ("js", "css"))
    workers = {name: text for name, text in modules.items() if name.endswith(WORKER)}
    scripts = {entry: joined(modules, entry) for entry in (ENTRY, LINE)}
    return Parts({**scripts, STYLES: "\n".join(looks.values()), **workers})


def _files(end: str) -> list[Path]:
    return sorted(BROWSER.glob(f"*.{end}"))
