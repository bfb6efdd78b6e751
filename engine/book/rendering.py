"""Markdown to HTML: HTML in it off, links to other content resolved, terms and sources explained in place."""

from collections.abc import MutableMapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from engine.content import Library
from engine.content.page import KINDS

ADDRESS = "/handbook?open="
"""Where the screens show the target of a link."""


def rendered(text: str, library: Library) -> str:
    """Render a text of the content; what a person typed in it stays text.

    A term becomes `<dfn>` with its meaning, a citation names its source, and any other link of ours
    gets `data-ref`, so that a screen can follow it without leaving.
    """
    return _renderer().render(text, {"library": library})


def _renderer() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.add_render_rule("link_open", _link_open)
    parser.add_render_rule("link_close", _link_close)
    return parser


def _link_open(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    ref = str(tokens[at].attrGet("href") or "")
    kind, _colon, _name = ref.partition(":")
    target = env["library"].target(ref)
    env.setdefault("open", []).append("dfn" if kind == "term" and target else "a")
    if target is not None and kind == "term":
        return renderer.renderToken([_tag("dfn", {"tabindex": "0", "data-meaning": target.meaning})], 0, options, env)
    if target is not None and kind == "source":
        said = f"{target.publisher}: {target.title}, {target.year}"
        attributes = {"class": "source", "href": target.address, "title": said, "rel": "noreferrer", "target": "_blank"}
        return renderer.renderToken([_tag("a", attributes)], 0, options, env)
    if kind in KINDS:
        return renderer.renderToken([_tag("a", {"href": f"{ADDRESS}{ref}", "data-ref": ref})], 0, options, env)
    return renderer.renderToken([_tag("a", {"href": ref, "rel": "noreferrer", "target": "_blank"})], 0, options, env)


def _link_close(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    return f"</{env['open'].pop()}>"


def _tag(name: str, attributes: dict[str, str]) -> Token:
    return Token("link_open", name, 1, attrs=dict(attributes))
