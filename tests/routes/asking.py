"""The plain routes, asked in this process without Streamlit: by a laptop, or on a line of news."""

import asyncio
import json
from typing import Any
from urllib.parse import urlencode

import httpx
from starlette.applications import Starlette

from engine.access.cookies import sealed
from engine.routes import middleware, routes
from engine.routes.faults import exception_handlers
from engine.server import Server

HOST = "workshop.test:8501"
ORIGIN = f"http://{HOST}"
FORM = {"content-type": "application/x-www-form-urlencoded", "accept": "text/html", "origin": ORIGIN}


def make_app() -> Starlette:
    """The app as `app.py` makes it, without Streamlit's own routes."""
    return Starlette(routes=routes(), middleware=middleware(), exception_handlers=exception_handlers())


class Laptop:
    """A browser with cookies of its own; it follows no redirect by itself."""

    def __init__(self, app: Starlette) -> None:
        self.app = app
        self.cookies = httpx.Cookies()

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        return asyncio.run(self._ask(method, path, **more))

    async def _ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, cookies=self.cookies) as client:
            response = await client.request(method, path, **more)
            self.cookies = client.cookies
        return response

    def get(self, path: str, **query: str) -> httpx.Response:
        return self.ask("GET", path, params=query or None, headers={"accept": "text/html"})

    def post(self, path: str, **form: str) -> httpx.Response:
        return self.ask("POST", path, content=urlencode(form), headers=FORM)

    def send(self, body: Any, path: str = "/answers") -> httpx.Response:
        """Send what a text box sends, or anything else."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.ask("POST", path, content=content, headers={"origin": ORIGIN})

    def keep(self, server: Server, name: str, value: Any) -> "Laptop":
        """It a cookie that the server signed."""
        self.cookies.set(name, sealed(server, name, value), domain="workshop.test", path="/")
        return self


class Line:
    """An open line of news, as a browser's EventSource holds it; `async with` closes it like a closed tab."""

    def __init__(self, laptop: Laptop, *topics: str) -> None:
        self._app = laptop.app
        query = urlencode([("topic", topic) for topic in topics])
        cookie = "; ".join(f"{name}={value}" for name, value in laptop.cookies.items())
        self._scope = {
            "type": "http", "method": "GET", "path": "/live", "raw_path": b"/live", "root_path": "",
            "query_string": query.encode(), "scheme": "http", "http_version": "1.1",
            "headers": [(b"host", HOST.encode()), (b"cookie", cookie.encode())],
            "asgi": {"version": "3.0", "spec_version": "2.3"},
        }  # fmt: skip
        self._sent: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._closed = asyncio.Event()
        self._asked = False

    async def _receive(self) -> dict[str, Any]:
        if not self._asked:
            self._asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await self._closed.wait()
        return {"type": "http.disconnect"}

    async def __aenter__(self) -> "Line":
        self._task = asyncio.create_task(self._app(self._scope, self._receive, self._sent.put))
        start = await self._next()
        self.status = start["status"]
        self.headers = {name.decode(): value.decode() for name, value in start["headers"]}
        return self

    async def __aexit__(self, *_error: object) -> None:
        self._closed.set()
        await asyncio.wait_for(self._task, 10)

    async def _next(self) -> dict[str, Any]:
        return await asyncio.wait_for(self._sent.get(), 10)

    async def text(self) -> str:
        """The next piece; empty once the server has ended the line."""
        return (await self._next())["body"].decode()

    async def heard(self) -> list[str]:
        """The topics of the next news that are not empty."""
        while piece := await self.text():
            if found := json.loads(piece.removeprefix("data: ")):
                return found
        return []
