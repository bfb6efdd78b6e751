"""Waits for what no `expect` of Playwright can see."""

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

PATIENCE = 15.0
"""Seconds; as long as an `expect` waits."""


def until(page: Page, is_so: Callable[[], bool], otherwise: Callable[[], str]) -> None:
    """Wait until something is so; when it never is, fail with what `otherwise` says."""
    ends = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < ends, otherwise()
        page.wait_for_timeout(50)


def until_equal(page: Page, read: Callable[[], Any], wanted: Any) -> None:
    """Wait until what is read is as wanted."""
    until(page, lambda: read() == wanted, lambda: f"there is:\n{read()}\nwanted:\n{wanted}")
