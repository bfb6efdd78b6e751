"""Turns off Nagle's algorithm, by which a small reply waits until the one before it was acknowledged: up to 40 ms.

uvloop turns it off. Where there is none, as on Windows, asyncio does so only for sockets that name their protocol,
and the one on which Streamlit listens does not.
"""

import gc
import socket
from contextlib import suppress

FAMILIES = (socket.AF_INET, socket.AF_INET6)


def send_at_once() -> None:
    """Have what is written to connections leave at once, on all that the sockets of this process will accept.

    Nobody hands out the socket on which the web server listens, so it is looked for among all objects. What was
    frozen by `gc.freeze` is not found.
    """
    for found in gc.get_objects():
        if type(found) is socket.socket and found.family in FAMILIES and found.type == socket.SOCK_STREAM:
            with suppress(OSError):  # it was closed
                found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
