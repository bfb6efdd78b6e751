"""What a person is told when an act cannot be done."""


class WorkshopProblem(Exception):
    """An act that cannot be done now; the message says in the reader's language what to do."""
