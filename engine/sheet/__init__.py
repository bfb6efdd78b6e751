"""The live sheet of a group: what a browser must know to draw it, and the scripts that do so."""
