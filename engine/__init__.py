"""Inspectors' Workshop: everything but the content and `app.py`."""
