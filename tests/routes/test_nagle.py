"""A small reply leaves at once, also where uvloop is missing."""

import socket

from engine.routes.nagle import send_at_once


def test_what_a_listening_socket_accepts_waits_for_no_acknowledgement():
    with socket.socket() as listening:  # as Streamlit makes it: without the name of its protocol
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        send_at_once()
        with socket.create_connection(listening.getsockname()), listening.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_closed_sockets_are_left_alone():
    closed = socket.socket()
    closed.close()
    send_at_once()
    assert closed.fileno() == -1
