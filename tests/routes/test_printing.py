"""A page to read, on paper: whoever asks, and nothing that is not there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from engine.content import Library
from engine.server import Server, make_running
from engine.store import Database
from tests.routes.asking import Laptop, make_app


@pytest.fixture
def app(tmp_path: Path, library: Library) -> Iterator[Starlette]:
    server = make_running(Server(Database(f"sqlite:///{tmp_path / 'workshop.db'}"), library))
    yield make_app()
    server.stop()


def test_every_kind_of_page_is_printed_whole(app: Starlette, library: Library) -> None:
    laptop = Laptop(app)
    for ref, title in (
        (f"handbook:{next(iter(library.pages))}", next(iter(library.pages.values())).title),
        (f"case:{next(iter(library.case_studies))}", next(iter(library.case_studies.values())).title),
        ("all:glossary", "Glossary"),
    ):
        page = laptop.get("/print", page=ref)
        assert page.status_code == 200 and f"<title>{title}</title>" in page.text and "<h1>" in page.text
        assert page.text.count("<details") == page.text.count("<details open")


def test_what_is_not_there_is_not_printed(app: Starlette) -> None:
    laptop = Laptop(app)
    for ref in (
        "",
        "nope",
        "all:",
        "all:x",
        "case:",
        "case:../../app.py",
        "handbook:<script>",
        "x" * 5_000,
        "a:b:c",
        "\0",
    ):
        page = laptop.get("/print", page=ref)
        assert page.status_code == 404 and "There is no such page" in page.text and "<script>" not in page.text, ref
