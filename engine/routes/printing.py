"""The print view of any page to read."""

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from engine.book.article import article
from engine.book.links import title_of
from engine.routes.pages import page
from engine.server import running


async def show_print(request: Request) -> Response:
    """Show a page without anything around it, for the browser to print."""
    ref = request.query_params.get("page", "")
    library = running().library
    if not (title := title_of(library, ref)):
        raise HTTPException(404)
    body = await run_in_threadpool(article, library, ref)
    opened = body.replace("<details", "<details open")  # paper has nothing to click
    return page("print", title=title, body=Markup(opened))
