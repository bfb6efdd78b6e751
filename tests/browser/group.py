"""A group at its sheet, and all that its screen has called saved."""

import re
from typing import Any

from playwright.sync_api import expect

from tests.browser.people import SAVED, Participant
from tests.browser.pseudo import drawn

NOTE = "Note for the plenary"
ROWS = {
    "violence": "Physical violence, including sexual violence",
    "movement": "Restriction of freedom of movement",
    "threats": "Threats",
    "debt": "Debt and other forms of bondage",
    "wages": "Withholding of wages or no payment of wages",
    "documents": "Retention of identity documents",
}
STATUSES = {"present": "Present", "unclear": "Unclear", "absent": "Not present"}
VERDICTS = {"forced_labour": "Forced labour", "trafficking": "Trafficking", "cannot_say": "We cannot say yet"}
VERDICT, REASONS = "What is this case? *", "Your reasons *"
STEP, WHO, PROTECTION = "What we do *", "Who does it *", "How the workers are protected from retaliation"
POLICE = "Police"


class Group(Participant):
    """A laptop whose clicks and texts are noted once the screen calls them saved: field path -> value."""

    saved: dict[str, Any]

    def sit_down(self, code: str, name: str, group: str) -> None:
        self.saved = {}
        self.join(code, name, group)

    def mark(self, row: str, status: str) -> None:
        self.row(ROWS[row]).get_by_role("radio", name=STATUSES[status], exact=True).click()
        self._sees_status(row, status)
        expect(self.row(ROWS[row]).get_by_text(SAVED).first).to_be_visible()
        self.saved[f"indicators/{row}/status"] = status

    def pick(self, row: str, *numbers: int) -> None:
        """Pick sentences; those that are saved are written out below."""
        for number in numbers:
            self.sentence(number, ROWS[row]).click()
        self._sees_evidence(row, numbers)
        self.saved[f"indicators/{row}/evidence"] = sorted(numbers)

    def note(self, row: str, text: str) -> None:
        self._write(f"indicators/{row}/note", text, NOTE, ROWS[row])

    def decide(self, verdict: str, reasons: str) -> None:
        pills = self.page.get_by_role("radiogroup", name=VERDICT, exact=True)
        pills.get_by_role("radio", name=VERDICTS[verdict], exact=True).click()
        expect(
            pills.locator('xpath=ancestor::div[@data-testid="stVerticalBlock"][1]').get_by_text(SAVED)
        ).to_be_visible()
        self.saved["verdict"] = verdict
        self._write("reasons", reasons, REASONS)

    def add_step(self, step: str, protection: str) -> None:
        """Add the first step of the investigation; the police takes it."""
        drawn(self.page)  # a click amid the return of a lost line is no click
        self.press("Add: Step")
        self._write("investigation/step", step, STEP, "Step 1")
        who = self.row("Step 1").get_by_role("combobox", name=WHO, exact=True)
        who.click()
        self.page.get_by_role("option", name=POLICE, exact=True).click()
        expect(self.row("Step 1").get_by_text(SAVED).first).to_be_visible()
        self.saved["investigation/who"] = "police"
        self._write("investigation/protection", protection, PROTECTION, "Step 1")

    def _write(self, path: str, text: str, label: str, row: str = "") -> None:
        self.box(label, row).fill(text)
        expect(self.status(label, row)).to_have_text(SAVED)
        self.saved[path] = text

    def begin_to_note(self, row: str, text: str) -> None:
        """Type into a note without waiting for anything."""
        self.box(NOTE, ROWS[row]).press_sequentially(text)

    def note_was_kept(self, row: str, text: str) -> None:
        """Wait until a note that somebody began to type is called saved."""
        expect(self.status(NOTE, ROWS[row])).to_have_text(SAVED)
        self.saved[f"indicators/{row}/note"] = text

    def sees_what_was_saved(self) -> None:
        """Hold the page against everything that it ever called saved."""
        self.is_at_sheet()
        for path, value in self.saved.items():
            part, _slash, rest = path.partition("/")
            if part == "indicators":
                self._sees_cell(*rest.split("/"), value)
            elif part == "investigation":
                self._sees_step(rest, value)
            elif path == "reasons":
                expect(self.box(REASONS)).to_have_value(value)
            else:
                pills = self.page.get_by_role("radiogroup", name=VERDICT, exact=True)
                expect(pills.get_by_role("radio", name=VERDICTS[value], exact=True)).to_be_checked()

    def _sees_cell(self, row: str, column: str, value: Any) -> None:
        if column == "status":
            self._sees_status(row, value)
        elif column == "evidence":
            self._sees_evidence(row, value)
        else:
            expect(self.box(NOTE, ROWS[row])).to_have_value(value)

    def _sees_status(self, row: str, status: str) -> None:
        expect(self.row(ROWS[row]).get_by_role("radio", name=STATUSES[status], exact=True)).to_be_checked()

    def _sees_evidence(self, row: str, numbers: Any) -> None:
        for number in numbers:
            expect(self.sentence(number, ROWS[row])).to_have_attribute("aria-pressed", "true")
            expect(self.row(ROWS[row]).get_by_text(re.compile(rf"^{number}\. "))).to_be_visible()

    def _sees_step(self, column: str, value: Any) -> None:
        if column == "who":
            expect(self.row("Step 1").get_by_role("combobox", name=WHO, exact=True)).to_have_value(POLICE)
        else:
            expect(self.box(STEP if column == "step" else PROTECTION, "Step 1")).to_have_value(value)
