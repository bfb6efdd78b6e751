"""The addresses that people type: those of the room first."""

import ipaddress
import socket
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest

from engine.routes import addresses
from engine.routes.addresses import local_address, opened_first, room_addresses


def a_network(
    monkeypatch: pytest.MonkeyPatch, up: dict[str, bool], found: dict[str, list[str]], way_out: str = ""
) -> None:
    """Pretend that the computer has these networks."""
    states = {name: SimpleNamespace(isup=is_up) for name, is_up in up.items()}
    kinds = {True: socket.AF_INET6, False: socket.AF_INET}
    entries = {
        name: [SimpleNamespace(family=kinds[":" in each], address=each) for each in addresses_there]
        for name, addresses_there in found.items()
    }
    monkeypatch.setattr(addresses.psutil, "net_if_stats", lambda: states)
    monkeypatch.setattr(addresses.psutil, "net_if_addrs", lambda: entries)
    monkeypatch.setattr(addresses, "_way_out", lambda: way_out)


def test_this_computer_is_localhost() -> None:
    assert local_address(8501) == "http://localhost:8501"


def test_the_real_addresses_can_be_opened() -> None:
    for address in room_addresses(8601):
        parts = urlsplit(address)
        assert parts.scheme == "http" and parts.port == 8601
        assert not ipaddress.ip_address(parts.hostname or "").is_loopback


def test_the_room_comes_before_what_programs_made(monkeypatch: pytest.MonkeyPatch) -> None:
    a_network(
        monkeypatch,
        {"lo": True, "wifi": True, "docker0": True, "usb": True, "vpn": True, "old": False},
        {
            "lo": ["127.0.0.1", "::1"],
            "usb": ["169.254.7.7"],
            "docker0": ["172.17.0.1"],
            "vpn": ["8.8.4.4"],
            "wifi": ["192.168.1.20", "fe80::1", "10.0.0.3"],
            "old": ["192.168.9.9"],
            "unknown": ["192.168.8.8"],
        },
    )
    assert room_addresses(8501) == [
        "http://10.0.0.3:8501",
        "http://192.168.1.20:8501",
        "http://8.8.4.4:8501",
        "http://172.17.0.1:8501",
        "http://169.254.7.7:8501",
    ]


def test_the_network_that_leads_on_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {"hotspot": ["172.20.10.2"], "virtual": ["192.168.56.1"], "docker0": ["172.17.0.1"]}
    a_network(monkeypatch, dict.fromkeys(found, True), found, way_out="172.20.10.2")
    hosts = [urlsplit(address).hostname for address in room_addresses(8501)]
    assert hosts == ["172.20.10.2", "192.168.56.1", "172.17.0.1"]


def test_without_a_network_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    a_network(monkeypatch, {"lo": True, "wifi": False}, {"lo": ["127.0.0.1"], "wifi": ["192.168.1.20"]})
    assert room_addresses(8501) == []


CARDS = ["http://10.0.0.3:8501", "http://192.168.1.20:8501"]


@pytest.mark.parametrize(
    "url",
    [
        None, "", "http://localhost:8501/agenda", "http://LOCALHOST:8501", "https://localhost/", "http://localhost.:8501",
        "http://app.localhost:8501", "http://127.0.0.1:8501", "http://127.8.8.8:8501", "http://[::1]:8501/agenda",
        "http://[::ffff:127.0.0.1]:8501", "http://0.0.0.0:8501", "http://[::]:8501", "http://[", "http://room:port/",
        "file:///index.html", "http:///agenda",
    ],
)  # fmt: skip
def test_a_browser_on_this_computer_says_nothing_about_the_room(url: str | None) -> None:
    assert opened_first(url, CARDS) == CARDS
    assert opened_first(url, []) == []


@pytest.mark.parametrize(
    ("url", "seen"),
    [
        ("https://workshop.example.org/agenda", "https://workshop.example.org"),
        ("https://workshop.example.org:8443/", "https://workshop.example.org:8443"),
        ("https://user:secret@workshop.example.org/plenary_page?x=1#y", "https://workshop.example.org"),
        ("https://198.51.100.7/agenda", "https://198.51.100.7"),
        ("https://[2001:db8::7]:8443/agenda", "https://[2001:db8::7]:8443"),
    ],
)
def test_behind_https_the_address_is_the_browsers_and_none_from_inside(url: str, seen: str) -> None:
    assert opened_first(url, CARDS) == [seen] == opened_first(url, [])


def test_of_several_networks_the_one_that_a_browser_came_by_is_first() -> None:
    assert opened_first("http://192.168.1.20:8501/agenda", CARDS) == [*reversed(CARDS)]
    assert opened_first("http://10.0.0.3:8501/agenda", CARDS) == CARDS
    assert opened_first("http://laptop.local:8501", CARDS) == ["http://laptop.local:8501", *CARDS]
