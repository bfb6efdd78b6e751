"""What earlier programs stored, a file or two for each format of a workshop's copy; today's program reads it all.

`python -m tests.stored` keeps the format of today.
"""

import json
import lzma
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.workshop import WorkshopContent

HERE = Path(__file__).parent
DATABASE = HERE / "format-1.db.xz"
"""A whole database of SQLite, from before copies had a format: two rehearsals, and a room in one of them."""


def copy_file(number: int) -> Path:
    """Where a copy of a format is kept, as the program of then stored it."""
    return HERE / f"format-{number}.json.xz"


def shape_file(number: int) -> Path:
    """Where the shape of a format is kept."""
    return HERE / f"format-{number}.shape.txt"


def kept_copy(number: int) -> str:
    """A copy of a format, as it was stored."""
    return lzma.decompress(copy_file(number).read_bytes()).decode()


def unpacked(folder: Path) -> Path:
    """Put the database of format 1 into a folder; give its file."""
    with lzma.open(DATABASE) as packed, (folder / "workshop.db").open("wb") as file:
        shutil.copyfileobj(packed, file)
    return folder / "workshop.db"


def shape() -> str:
    """The shape that a stored copy has today: a line for every place in it, and what may stand there.

    It is that of the JSON, so a class can be renamed or moved and its shape stays.
    """
    schema = WorkshopContent.model_json_schema()
    return "".join(f"{line}\n" for line in sorted(set(_places(schema, schema["$defs"], ""))))


def _places(node: dict[str, Any], classes: dict[str, Any], path: str) -> Iterator[str]:
    node = node | classes.get(node.get("$ref", "").rpartition("/")[2], {})
    needed, keys = node.get("required", ()), node.get("properties", {})
    kind = f"({keys['type']['const']})" if "const" in keys.get("type", {}) else ""
    below = [(f"/{key}" if key in needed else f"/{key}?", value) for key, value in keys.items()]
    below += [("", one) for one in (*node.get("anyOf", ()), *node.get("oneOf", ()))]
    below += [("/[]", node["items"])] if "items" in node else []
    below += [(f"/<{pattern}>", value) for pattern, value in node.get("patternProperties", {}).items()]
    below += [("/<any>", value) for value in [node.get("additionalProperties")] if isinstance(value, dict)]
    for step, value in below:
        yield from _places(value, classes, path + kind + step)
    said = {key: value for key, value in node.items() if key not in _TOLD_OTHERWISE}
    yield f"{path + kind or '/'} {json.dumps(said, sort_keys=True)}"


_TOLD_OTHERWISE = {
    "$defs", "$ref", "additionalProperties", "anyOf", "description", "discriminator", "items", "oneOf",
    "patternProperties", "properties", "required", "title",
}  # fmt: skip
"""What a line does not repeat: it stands in the paths, or it is for readers."""
