"""The handbook and all that people look up beside it: pages as HTML, links in both directions, and the search."""

from engine.book.links import leads_to, title_of
from engine.book.rendering import rendered
from engine.book.search import Found, Index

__all__ = ["Found", "Index", "leads_to", "rendered", "title_of"]
