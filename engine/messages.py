"""Collects every text that can be translated: the interface's and the content's, in one gettext template."""

import ast
from collections.abc import Iterator
from pathlib import Path

from engine import language
from engine.content import ROOT, load_library

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
Message = tuple[str, str, str | None]
"""Context (a content file, or empty for the interface), text, and its plural if it has one."""


def interface_messages(folder: Path = ROOT / "engine") -> Iterator[Message]:
    """The texts of `_()` and `plural()` in the code, and of `_()` in the HTML pages."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
                if node.func.id == "_" and texts:
                    yield "", texts[0], None
                if node.func.id == "plural" and len(texts) == 2:
                    yield "", texts[0], texts[1]
    for path in sorted(folder.rglob("*.html")):
        yield from (("", text, None) for text in _template_texts(path.read_text(encoding="utf-8")))


def _template_texts(source: str) -> Iterator[str]:
    for piece in source.split('_("')[1:]:
        yield piece.partition('")')[0]


def content_messages() -> list[Message]:
    found: list[Message] = []
    with language.noting(lambda text, context: found.append((context, text, None))):
        load_library()
    return found


def write_messages(file: Path) -> int:
    """Write the template; the result is the number of its texts."""
    messages = list(dict.fromkeys([*interface_messages(), *content_messages()]))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(HEADER + "".join(map(_entry, messages)), encoding="utf-8")
    return len(messages)


def _entry(message: Message) -> str:
    context, text, many = message
    lines = [f"msgctxt {_quoted(context)}"] if context else []
    lines.append(f"msgid {_quoted(text)}")
    lines += [f"msgid_plural {_quoted(many)}", 'msgstr[0] ""', 'msgstr[1] ""'] if many else ['msgstr ""']
    return "\n" + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
