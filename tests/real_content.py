"""The content of this repository, read once for all tests; they look at it and change nothing."""

from engine.content import load_library

LIBRARY = load_library()
