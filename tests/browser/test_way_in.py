"""How people come in: the address on the board is one that they can open."""

from engine.routes.addresses import local_address, room_addresses
from tests.browser.begun import Begun
from tests.browser.people import Facilitator


def board(facilitator: Facilitator) -> str:
    return facilitator.page.locator(".board").first.inner_text()


def test_the_room_is_shown_the_address_that_the_facilitator_opened(begun: Begun):
    port = begun.running.port
    hosted = begun.facilitator("workshop.test")
    hosted.go("/agenda")
    hosted.sees("How people join")
    assert board(hosted) == f"workshop.test:{port}"
    hosted.go("/plenary")
    hosted.page.get_by_text("Show it on the projector").click()
    hosted.sees(f"http://workshop.test:{port}/watch")
    hosted.go("/projector")
    hosted.sees("To join, open")
    assert board(hosted) == f"workshop.test:{port}"


def test_on_the_laptop_itself_it_is_the_address_of_the_room(begun: Begun):
    port = begun.running.port
    facilitator = begun.facilitator()
    facilitator.go("/agenda")
    facilitator.sees("How people join")
    assert f"http://{board(facilitator)}" == (room_addresses(port) or [local_address(port)])[0]
