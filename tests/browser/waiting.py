"""Waits for what no `expect` of Playwright can see."""

import time
from collections.abc import Callable

from playwright.sync_api import Page

PATIENCE = 15.0
"""Seconds; as long as an `expect` waits."""


def until(page: Page, is_so: Callable[[], bool], otherwise: Callable[[], str]) -> None:
    """Wait until something is so; when it never is, fail with what `otherwise` says."""
    ends = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < ends, otherwise()
        page.wait_for_timeout(50)
