"""Draws the plain pages: the few that must set a cookie, which a page of Streamlit cannot do."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from engine.language import _, direction, language

TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    """The templates, which escape whatever people typed."""
    loader = FileSystemLoader(TEMPLATES)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined)


def page(name: str, status: int = 200, /, **values: Any) -> Response:
    """Draw a page from `templates/<name>.html`. The value `problem` is what to tell the person, if anything."""
    shared = {"problem": "", "language": language(), "direction": direction(), "no_cookies": no_cookies(), "_": _}
    values = shared | values
    text = _environment().get_template(f"{name}.html").render(values)
    return HTMLResponse(text, status_code=status, headers={"Cache-Control": "no-store"})


def no_cookies() -> str:
    """What to do in a browser that keeps no cookies."""
    return _(
        "This browser keeps no cookies, and without one the workshop does not know you again. "
        "Allow cookies for this address, then try again."
    )


def told(status: int, title: str, problem: str) -> Response:
    """Draw a page with a message only, and a way back to the start."""
    return page("told", status, title=title, problem=problem)
