"""The figures of the workshop's own country, beside those of the content."""
