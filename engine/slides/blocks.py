"""Takes the Markdown of a slide apart, so that PowerPoint and paper can make text of their own of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from engine.book.rendering import is_address
from engine.content import Library, Source

Kind = Literal["text", "point", "quote", "heading", "table"]
DEEPEST = 2
"""The deepest level of a point, from 0."""


@dataclass(frozen=True)
class Run:
    """Words in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    """An address on the web. Links to our own pages are plain words: outside the program they lead nowhere."""


@dataclass(frozen=True)
class Block:
    """A paragraph, a point of a list, a quotation, or a table."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    """Of a point, from 0."""
    number: int = 0
    """Of a point in a numbered list, from 1; 0 for a bullet."""
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = field(default=())
    """Of a table: its rows of cells, the head first."""

    @property
    def text(self) -> str:
        """The words without their style."""
        return "".join(run.text for run in self.runs)


def blocks_of(text: str, library: Library) -> list[Block]:
    """Take Markdown apart; HTML in it is text, and pictures are not drawn."""
    tokens = _parser().parse(text)
    return list(_blocks(tokens, library))


def plain_text(text: str, library: Library) -> str:
    """Markdown as plain paragraphs, for the notes of a PowerPoint slide."""
    lines = []
    for block in blocks_of(text, library):
        if block.kind == "table":
            lines += [" | ".join("".join(run.text for run in cell) for cell in row) for row in block.rows]
        else:
            mark = f"{block.number}. " if block.number else "– " if block.kind == "point" else ""
            lines.append("  " * block.level + mark + block.text)
    return "\n".join(lines)


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def _blocks(tokens: Sequence[Token], library: Library) -> Iterator[Block]:
    """Make blocks of tokens; a list item that has several paragraphs becomes several points."""
    lists: list[int] = []  # of each open list the next number, 0 for bullets
    kind: Kind = "text"
    rows: list[list[tuple[Run, ...]]] | None = None
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(int(token.attrGet("start") or 1) if token.type == "ordered_list_open" else 0)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type in ("blockquote_open", "heading_open"):
            kind = "quote" if token.type == "blockquote_open" else "heading"
        elif token.type in ("blockquote_close", "heading_close"):
            kind = "text"
        elif token.type == "table_open":
            rows = []
        elif token.type == "table_close" and rows is not None:
            yield Block("table", rows=tuple(map(tuple, rows)))
            rows = None
        elif token.type == "tr_open" and rows is not None:
            rows.append([])
        elif token.type == "inline" and rows is not None:
            rows[-1].append(_runs(token, library))
        elif token.type == "inline":
            yield _paragraph(_runs(token, library), kind, lists)
        elif token.type in ("fence", "code_block"):
            yield Block("text", (Run(token.content.rstrip()),))


def _paragraph(runs: tuple[Run, ...], kind: Kind, lists: list[int]) -> Block:
    if not lists:
        return Block(kind, runs)
    number = lists[-1]
    if number:
        lists[-1] += 1
    return Block("point", runs, level=min(len(lists) - 1, DEEPEST), number=number)


def _runs(token: Token, library: Library) -> tuple[Run, ...]:
    bold = italic = 0
    links: list[str] = []
    found = []
    for child in token.children or ():
        if child.type in ("strong_open", "strong_close"):
            bold += child.nesting
        elif child.type in ("em_open", "em_close"):
            italic += child.nesting
        elif child.type == "link_open":
            links.append(_address(str(child.attrGet("href") or ""), library))
        elif child.type == "link_close":
            links.pop()
        elif text := "\n" if child.type == "hardbreak" else " " if child.type == "softbreak" else child.content:
            found.append(Run(text, bold > 0, italic > 0, links[-1] if links else ""))
    return tuple(found)


def _address(href: str, library: Library) -> str:
    """Where a link leads outside the program; empty when nowhere."""
    target = library.target(href)
    address = target.address if isinstance(target, Source) else href
    return address if is_address(address) else ""
