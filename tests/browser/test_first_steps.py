"""From an empty machine to a worksheet on a participant's screen."""

from playwright.sync_api import Browser

from tests.browser.people import Facilitator, Participant
from tests.browser.running import Running


def test_a_facilitator_opens_and_a_participant_lands_where_the_room_is(browser: Browser, running: Running):
    facilitator = Facilitator(browser, running.origin)
    facilitator.set_password(running.setup_link)
    code = facilitator.open_workshop("Inspectors of the north")
    facilitator.make_groups()
    amina = Participant(browser, running.origin)
    amina.join(code, "Amina", "Group 2")
    amina.sees("Welcome, Amina")
    facilitator.begin("Indicators and investigation of cases")
    amina.sees("How to work (90 minutes)")
    assert facilitator.outside() == [] and amina.outside() == []
