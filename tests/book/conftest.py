"""One search over the real content, for all tests of it."""

from collections.abc import Iterator

import pytest

from engine.book import Index
from engine.content import Library


@pytest.fixture(scope="package")
def index(library: Library) -> Iterator[Index]:
    found = Index(library)
    yield found
    found.close()
