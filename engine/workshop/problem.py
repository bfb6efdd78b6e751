"""What a person is told when an act cannot be done."""

from engine.language import _


class WorkshopProblem(Exception):
    """An act that cannot be done now; the message says in the reader's language what to do."""


def gone() -> WorkshopProblem:
    """For a workshop that is not there."""
    return WorkshopProblem(_("This workshop is no longer there. Choose another one."))
