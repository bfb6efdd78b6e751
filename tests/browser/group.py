"""A group at its sheet, and all that its screen has called saved."""

from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.people import SAVED, Participant

DEBT = "Debt and other forms of bondage"
STATUSES = {"present": "Present", "unclear": "Unclear", "absent": "Not present"}
VERDICTS = {"forced_labour": "Forced labour", "trafficking": "Trafficking", "cannot_say": "We cannot say yet"}
POLICE = "Police"


class Group(Participant):
    """A laptop whose clicks and texts are noted once the screen calls them saved: field path -> value."""

    saved: dict[str, Any]

    def sit_down(self, code: str, name: str, group: str) -> None:
        self.saved = {}
        self.join(code, name, group)

    def mark(self, row: str, status: str) -> None:
        self._choose(f"indicators/{row}/status", status, STATUSES)

    def pick(self, row: str, *numbers: int) -> None:
        """Pick sentences, by their numbers."""
        path = f"indicators/{row}/evidence"
        for number in numbers:
            self.sentence(number, path).check()
        self._note(path, sorted(numbers))

    def note(self, row: str, text: str) -> None:
        self._write(f"indicators/{row}/note", text)

    def decide(self, verdict: str, reasons: str) -> None:
        self._choose("verdict", verdict, VERDICTS)
        self._write("reasons", reasons)

    def add_step(self, step: str, protection: str) -> None:
        """Add the first step of the investigation; the police takes it."""
        self.press("Add: Step")
        self._write("investigation/step", step)
        self.field("investigation/who").locator("select").select_option(POLICE)
        self._note("investigation/who", "police")
        self._write("investigation/protection", protection)

    def begin_to_note(self, row: str, text: str) -> None:
        """Type into a note without waiting for anything."""
        self.box(f"indicators/{row}/note").press_sequentially(text)

    def note_was_kept(self, row: str, text: str) -> None:
        """Wait until a note that somebody began to type is called saved."""
        self._note(f"indicators/{row}/note", text)

    def field(self, path: str) -> Locator:
        return super().field(self._path(path))

    def _path(self, path: str) -> str:
        """The real path of a field; `investigation/step` is in the first row that was added."""
        table, _slash, column = path.partition("/")
        if table != "investigation":
            return path
        row = self.page.locator('[data-row^="investigation/"]').first.get_attribute("data-row")
        return f"{row}/{column}"

    def _choose(self, path: str, value: str, labels: dict[str, str]) -> None:
        self.option(path, labels[value]).check()
        self._note(path, value)

    def _write(self, path: str, text: str) -> None:
        self.box(path).fill(text)
        self._note(path, text)

    def _note(self, path: str, value: Any) -> None:
        """Note a value once the sheet calls it saved."""
        expect(self.status(path)).to_have_text(SAVED)
        self.saved[path] = value

    def sees_what_was_saved(self) -> None:
        """Hold the page against everything that it ever called saved."""
        self.is_at_sheet()
        for path, value in self.saved.items():
            if path.endswith("/evidence"):
                for number in value:
                    expect(self.sentence(number, path)).to_be_checked()
            elif path.endswith("/who"):
                expect(self.field(path).locator("select")).to_have_value(value)
            elif path.endswith("/status"):
                expect(self.option(path, STATUSES[value])).to_be_checked()
            elif path == "verdict":
                expect(self.option(path, VERDICTS[value])).to_be_checked()
            else:
                expect(self.box(path)).to_have_value(value)
