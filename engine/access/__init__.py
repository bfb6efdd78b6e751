"""Who may see and do what: cookies, the password, the visitor."""

from engine.access.visitor import Visitor, visitor_of

__all__ = ["Visitor", "visitor_of"]
