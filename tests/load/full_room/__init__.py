"""How a full room fares: `python -m tests.load.full_room` starts the program and fills it as a workshop does."""
