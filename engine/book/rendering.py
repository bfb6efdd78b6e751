"""Turns Markdown into HTML: without HTML and pictures of its own, with links resolved, terms and sources explained."""

from collections.abc import MutableMapping, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from engine.content import Library, Source, Term
from engine.content.page import KINDS

ADDRESS = "/handbook?open="
"""The address of the page that shows what a link leads to; the ref follows it."""
AWAY = {"rel": "noreferrer", "target": "_blank"}
"""Attributes of a link to the web: it opens in a tab of its own, and does not say where the reader came from."""


def rendered(text: str, library: Library) -> str:
    """Turn Markdown into HTML; HTML in it is shown as text.

    A term becomes `<dfn>` with its meaning, a citation names its source, and any other link of ours
    gets `data-ref`, so that a screen can follow it without leaving.
    """
    parser, env = _renderer(), {"library": library}
    tokens = parser.parse(text, env)
    _label_cells(tokens)
    return str(parser.renderer.render(tokens, parser.options, env))


WIDE = 4
"""From so many columns on, a small screen shows a table as a list of rows."""


def table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table as HTML; its texts are escaped."""
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(
        "<tr>"
        + "".join(f'<td data-label="{escape(name)}">{escape(cell)}</td>' for name, cell in zip(names, row, strict=True))
        + "</tr>"
        for row in rows
    )
    width = ' class="wide"' if len(names) >= WIDE else ""
    return f"<table{width}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _label_cells(tokens: Sequence[Token]) -> None:
    """Put the name of its column on each cell of a table, for small screens, which show a row as a list."""
    names: list[str] = []
    opened: Token | None = None
    column = 0
    for token, inside in zip(tokens, [*tokens[1:], None], strict=False):
        if token.type == "table_open":
            opened, names = token, []
        elif token.type == "th_open":
            names.append(_words_of(inside))
        elif token.type == "thead_close" and opened and len(names) >= WIDE:
            opened.attrSet("class", "wide")
        elif token.type == "tr_open":
            column = 0
        elif token.type == "td_open":
            token.attrSet("data-label", names[column])
            column += 1


def _words_of(token: Token | None) -> str:
    return "".join(part.content for part in (token.children or ()) if part.type == "text") if token else ""


def is_address(text: str) -> bool:
    """Whether a text is an address on the web, with https:// or http://."""
    return text.startswith(("https://", "http://"))


def _renderer() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    parser.add_render_rule("link_open", _link_open)
    parser.add_render_rule("link_close", _link_close)
    return parser


def _link_open(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    name, attributes = _seen(str(tokens[at].attrGet("href") or ""), env["library"])
    env.setdefault("open", []).append(name)
    return renderer.renderToken([Token("link_open", name, 1, attrs=dict(attributes))], 0, options, env)


def _seen(href: str, library: Library) -> tuple[str, dict[str, str]]:
    """The element that a link becomes, and its attributes; a link of an unknown kind becomes plain words."""
    (kind, colon, _name), target = href.partition(":"), library.target(href)
    if isinstance(target, Term):
        return "dfn", {"tabindex": "0", "aria-description": target.meaning}
    if isinstance(target, Source):
        said = {"class": "source", "title": f"{target.publisher}: {target.title}, {target.year}"}
        return ("a", {**said, "href": target.address, **AWAY}) if is_address(target.address) else ("span", said)
    if kind in KINDS and colon:
        return "a", {"href": f"{ADDRESS}{href}", "data-ref": href}
    return ("a", {"href": href, **AWAY}) if is_address(href) else ("span", {})


def _link_close(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    return f"</{env['open'].pop()}>"
