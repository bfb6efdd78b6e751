"""The addresses under which this server can be reached."""

import ipaddress
import socket

import psutil


def local_address(port: int) -> str:
    """Give the address for the browser on this very computer."""
    return f"http://localhost:{port}"


def room_addresses(port: int) -> list[str]:
    """Give the addresses for the others in the room, the likeliest first; none without a network."""
    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    found = [
        entry.address
        for name, entries in psutil.net_if_addrs().items()
        for entry in entries
        if name in up and entry.family == socket.AF_INET and not ipaddress.ip_address(entry.address).is_loopback
    ]
    return [f"http://{address}:{port}" for address in sorted(found, key=_likelihood)]


def _likelihood(address: str) -> tuple[int, str]:
    """Put the networks of rooms and offices before those that programs make on a computer."""
    ip = ipaddress.ip_address(address)
    if ip.is_link_local:
        return 3, address
    if address.startswith("172."):
        return 2, address
    return (0 if ip.is_private else 1), address
