"""A full room has more connections than a system allows at first."""

import pytest

from engine.routes.open_files import MANY, allow_many_open_files

resource = pytest.importorskip("resource", reason="Windows has no limit of open files")


@pytest.mark.parametrize("begin", [128, 256])
def test_the_limit_is_raised_as_far_as_the_system_allows(begin: int) -> None:
    before = _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (begin, hard))
    try:
        allow_many_open_files()
        wanted = MANY if hard == resource.RLIM_INFINITY else min(MANY, hard)
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == (wanted, hard)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


def test_a_limit_that_is_higher_already_stays() -> None:
    before = _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard <= MANY:
        pytest.skip("this system allows no more")
    resource.setrlimit(resource.RLIMIT_NOFILE, (MANY + 10, hard))
    try:
        allow_many_open_files()
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == MANY + 10
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
