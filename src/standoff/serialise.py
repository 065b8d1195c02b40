"""Documents and annotations ↔ bytes, as the record keeps them.

One JSON object for each dataclass, its defaults left out, so that a field added later reads back
from older bytes as its default. The codec of a class is made once from its type hints.
"""

from __future__ import annotations

import functools
import json
import types
import typing
import zlib
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from typing import Any, TypeVar, cast

T = TypeVar("T")
Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]
"""To JSON-ready values, and back."""

VERSION = 1
"""Of the bytes; raised when a field changes its meaning or goes."""
_LEVEL = 3
"""Compression: beyond it the gain is small and the time is not."""


def dump(value: Any) -> bytes:
    """``value`` (a dataclass of :mod:`standoff.types`) as bytes: equal values, equal bytes.

    Raises UnicodeEncodeError if a text holds half a surrogate pair: that is no text.
    """
    encode, _ = _codec(type(value))
    held = {"v": VERSION, "value": encode(value)}
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return zlib.compress(text.encode("utf-8"), _LEVEL)


def load(kind: type[T], data: bytes) -> T:
    """The ``kind`` that :func:`dump` made ``data`` from. Raises ValueError if it did not."""
    try:
        held = json.loads(zlib.decompress(data))
    except (zlib.error, UnicodeDecodeError, json.JSONDecodeError) as e:
        raise ValueError(f"the stored {kind.__name__.lower()} is damaged: {e}") from e
    if not isinstance(held, dict) or held.get("v") != VERSION:
        raise ValueError(f"the stored {kind.__name__.lower()} is of another version of Standoff")
    try:
        return cast(T, _codec(kind)[1](held["value"]))
    except (KeyError, TypeError, AttributeError) as e:
        raise ValueError(f"the stored {kind.__name__.lower()} is damaged: {e!r}") from e


def _same(value: Any) -> Any:
    return value


def _codec(hint: Any) -> Codec:
    return _codec_of(hint)


@functools.cache
def _codec_of(hint: Any) -> Codec:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal or hint in (str, int, float, bool):
        return _same, _same
    if hint is date:
        return date.isoformat, date.fromisoformat
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _sequence(_codec(arguments[0]))
    if origin in (typing.Union, types.UnionType):
        some = [a for a in arguments if a is not type(None)]
        if len(some) == 1 and len(arguments) == 2:
            return _optional(_codec(some[0]))
    if isinstance(hint, type) and is_dataclass(hint):
        return _record(hint)
    raise TypeError(f"no way to store a {hint}")


def _sequence(of: Codec) -> Codec:
    encode, decode = of
    if encode is _same:
        return list, tuple
    return (lambda value: [encode(x) for x in value]), (lambda held: tuple(map(decode, held)))


def _optional(of: Codec) -> Codec:
    encode, decode = of
    if encode is _same:
        return of
    return (
        (lambda value: None if value is None else encode(value)),
        (lambda held: None if held is None else decode(held)),
    )


def _record(kind: type[Any]) -> Codec:
    hints = typing.get_type_hints(kind)
    parts = [(f.name, _default(f), *_codec(hints[f.name])) for f in fields(kind)]
    decoders = {name: decode for name, _, _, decode in parts}

    def encode(value: Any) -> dict[str, Any]:
        out = {}
        for name, default, to_json, _ in parts:
            held = getattr(value, name)
            if held != default:
                out[name] = to_json(held)
        return out

    def decode(held: dict[str, Any]) -> Any:
        return kind(**{name: decoders[name](value) for name, value in held.items()})

    return encode, decode


def _default(f: Field[Any]) -> Any:
    if f.default is not MISSING:
        return f.default
    if f.default_factory is not MISSING:
        return f.default_factory()
    return MISSING
