"""Finds in the models which keys may stand at a place of a content file."""

import types
import typing
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import BaseModel

FROM_A_LIST = ("options", "rows")
"""Keys that can also be given as `..._from: <list>`."""


def keys_at(model: type[BaseModel], loc: Iterable[int | str]) -> set[str]:
    """The keys that may stand beside the last step of `loc`, which is a key itself."""
    here: list[Any] = [model]
    for step in list(loc)[:-1]:
        here = [below for part in here for below in _below(part, step)]
    return {key for part in here if _is_model(part) for key in _keys_of(part)}


def _is_model(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, BaseModel)


def _keys_of(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield field.alias or name
        if name in FROM_A_LIST:
            yield f"{name}_from"


def _below(part: Any, step: int | str) -> Iterator[Any]:
    """What one step of pydantic's `loc` leads to: a field, an entry, or a member of a union."""
    if _is_model(part):
        for name, field in part.model_fields.items():
            if step in (name, field.alias):
                yield from _parts(field.annotation)
        kind = part.model_fields.get("type")
        if kind and step in typing.get_args(kind.annotation):
            yield part
    elif typing.get_origin(part) is tuple:
        yield from _parts(typing.get_args(part)[0])
    elif typing.get_origin(part) is dict:
        yield from _parts(typing.get_args(part)[1])


def _parts(annotation: Any) -> Iterator[Any]:
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        yield from _parts(typing.get_args(annotation)[0])
    elif origin is typing.Union or isinstance(annotation, types.UnionType):
        for member in typing.get_args(annotation):
            yield from _parts(member)
    else:
        yield annotation
