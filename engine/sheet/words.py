"""The words that the scripts of the sheet show. Where one is filled in, its place is named in braces."""

from engine.language import _


def words() -> dict[str, str]:
    """Name -> words in the language of the room. A script asks for `words.<name>`."""
    return _saving() | _others() | _state() | _finding_the_way() | _answering() | _tables() | _evidence()


def _saving() -> dict[str, str]:
    return {
        "typing": _("Typing …"),
        "saving": _("Saving …"),
        "saved": _("Saved {time}"),
        "saved_by": _("Saved {time} by {name}"),
        "kept": _("Not saved yet, kept on this laptop."),
        "refused": _("Not saved: {problem}"),
        "copy": _("Copy what I wrote"),
        "copied": _("Copied."),
    }


def _others() -> dict[str, str]:
    return {
        "is_writing": _("{name} is writing …"),
        "in_your_group": _("In your group: {names}"),
        "you": _("{name} (you)"),
    }


def _state() -> dict[str, str]:
    return {
        "hand_in": _("Hand in"),
        "hand_in_now": _("Yes, hand in"),
        "writing_now": _("Writing now: {names}."),
        "really_hand_in": _("Hand in for the whole group? Everybody has {count} seconds to finish their sentence."),
        "can_hand_in": _("You can hand in anyway. The facilitator sees what is open."),
        "go_on_working": _("Go on working"),
        "handed_in": _("Handed in. Take it back if you want to change something."),
        "handed_in_by": _("{name} handed in. Take it back if you want to change something."),
        "seconds_left": _("{name} handed in. Finish your sentence: {count} seconds left."),
        "take_back": _("Take it back"),
        "taken_back": _("Taken back: you can go on working."),
        "ended": _("The facilitator has ended this activity. You can read your sheet; it can no longer be changed."),
        "closed": _("This workshop is closed. You can read your sheet; it can no longer be changed."),
        "not_begun": _("The facilitator has not begun this activity yet."),
        "plenary_shown": _("The facilitator shows the plenary."),
        "new_activity": _("The facilitator has begun another activity."),
        "go_there": _("Go there"),
        "go_on": _("Go on"),
    }


def _finding_the_way() -> dict[str, str]:
    return {
        "case": _("Case"),
        "cases": _("Cases"),
        "questions": _("Questions"),
        "how_to_work": _("How to work ({minutes} minutes)"),
        "minutes": _("{count} min"),
        "open_of": _("{count} of {all} answers are still open."),
        "open_count": _("{count} open"),
        "show_on_screen": _("Show"),
        "all_answered": _("Every question has an answer."),
        "next_open": _("Next open question"),
        "print": _("Print"),
        "marks": _("A star (*) marks what wants an answer, and a line beside it what is still open."),
    }


def _answering() -> dict[str, str]:
    return {
        "choose": _("Choose"),
        "ends": _("{start} = {low} · {end} = {high}"),
        "rank_first": _("Click what comes first, then second, and so on."),
        "still_to_place": _("Still to place:"),
        "up": _("Up"),
        "down": _("Down"),
        "take_out": _("Take out"),
    }


def _tables() -> dict[str, str]:
    return {
        "add": _("Add: {row}"),
        "remove": _("Remove"),
        "put_back": _("Put back what was removed"),
        "no_rows": _("Nothing here yet. Add the first row."),
        "row": _("Row"),
        "more": _("More"),
        "about": _("What this means"),
        "questions_to_ask": _("Questions to ask"),
    }


def _evidence() -> dict[str, str]:
    return {
        "sentence": _("Sentence {number}: {text}"),
        "sentences_chosen": _("Sentences: {count}"),
        "evidence_hint": _("Click the sentences in the case, or choose their numbers here."),
        "marking_for": _("Click sentences that show: {row}"),
        "open_to_mark": _("Open a row, then click the sentences in the case that show it."),
    }
