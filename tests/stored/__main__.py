"""Keep the format of today, so that every later program is tested with it."""

import lzma
import sys

from engine.workshop.copy_format import FORMAT
from engine.workshop.own_content import copy_of
from tests.real_content import LIBRARY
from tests.stored import copy_file, shape, shape_file

if shape_file(FORMAT).exists() or copy_file(FORMAT).exists():
    sys.exit(f"Format {FORMAT} is kept already. Raise FORMAT in engine/workshop/copy_format.py first.")
shape_file(FORMAT).write_text(shape(), encoding="utf-8")
copy_file(FORMAT).write_bytes(lzma.compress(copy_of(LIBRARY, "five-day").as_stored().encode()))
print(f"Format {FORMAT} is kept in {shape_file(FORMAT).name} and {copy_file(FORMAT).name}.")
