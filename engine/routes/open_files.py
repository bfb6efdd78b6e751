"""How many connections the server may have open at once."""

MANY = 65_536
ALWAYS_ALLOWED = 10_240
"""What macOS gives a program that asks for more than it says."""


def allow_many_open_files() -> None:
    """Raise the limit of open files as far as the system lets a program do it by itself.

    A connection is an open file, and a page in a browser has several. Many systems begin with 256 or 1,024, which
    a full room uses up. Windows has no such limit.
    """
    try:
        import resource
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY:
        return
    for wanted in (MANY, ALWAYS_ALLOWED):
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        try:
            return resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))
        except (ValueError, OSError):
            continue
