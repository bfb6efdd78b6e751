"""The address as it stands on the board."""

import pytest

from engine.screens.workshop.way_in import on_the_board


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("http://192.168.1.20:8501", "192.168.1.20<wbr>:8501"),
        ("http://laptop", "laptop"),
        ("https://workshop.example.org", "https://<wbr>workshop.example.org"),
        ("https://workshop.example.org:8443", "https://<wbr>workshop.example.org<wbr>:8443"),
        ("http://[2001:db8::7]:8501", "[2001:db8::7]<wbr>:8501"),
        ("http://<b>", "&lt;b&gt;"),
    ],
)
def test_an_address_breaks_where_one_would_write_it_on_two_lines(address: str, shown: str) -> None:
    assert on_the_board(address) == shown
