"""The addresses under which this server can be reached."""

import ipaddress
import socket
from urllib.parse import urlsplit

import psutil


def local_address(port: int) -> str:
    """For the browser on this computer itself."""
    return f"http://localhost:{port}"


def room_addresses(port: int) -> list[str]:
    """For the other computers in the room, the likeliest first; none without a network."""
    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    found = [
        entry.address
        for name, entries in psutil.net_if_addrs().items()
        for entry in entries
        if name in up and entry.family == socket.AF_INET and not ipaddress.ip_address(entry.address).is_loopback
    ]
    way_out = _way_out()
    likeliest = sorted(found, key=lambda address: (address != way_out, *_likelihood(address)))
    return [f"http://{address}:{port}" for address in likeliest]


def opened_first(url: str | None, found: list[str]) -> list[str]:
    """The addresses for the others in the room; first the one under which a browser is here already.

    Args:
        url: the address in that browser. On this computer itself it says `localhost`, which helps nobody else.
        found: the addresses that the server knows of itself. Behind HTTPS they are of an inner network, and nobody
            in the room reaches them.
    """
    seen = _origin(url or "")
    if not seen:
        return found
    return [seen] if seen.startswith("https:") else [seen, *(address for address in found if address != seen)]


def _origin(url: str) -> str:
    """The beginning of an address, up to the port; empty when no other computer can open it."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or _is_this_computer(host):
        return ""
    host = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{host}:{port}" if port else f"{parts.scheme}://{host}"


def _is_this_computer(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return False  # a name, not a number
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return ip.is_loopback or ip.is_unspecified


def _way_out() -> str:
    """This computer's address in the network that leads to other networks; empty without one. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        try:
            line.connect(("192.0.2.1", 9))  # kept free for documentation, so nobody has it
            return str(line.getsockname()[0])
        except OSError:
            return ""


def _likelihood(address: str) -> tuple[int, int]:
    """A sort key: the networks of rooms and offices come before those that programs make on a computer."""
    ip = ipaddress.ip_address(address)
    if ip.is_link_local:
        return 3, int(ip)
    if address.startswith("172."):
        return 2, int(ip)
    return (0 if ip.is_private else 1), int(ip)
