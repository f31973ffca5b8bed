"""Values as they are kept between builds, and short names for what they say."""

from __future__ import annotations

import json
import zlib
from hashlib import blake2b
from typing import Any

import orjson

_SHORT = 8_000
"""Bytes of JSON from which on they are compressed."""
_COMPRESSED = b"x"
"""How zlib begins, and no JSON."""


def digest(*parts: str | bytes) -> str:
    """A short name for what `parts` say together."""
    made = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8) + data)
    return made.hexdigest()


def pack(value: object) -> bytes:
    """A value as it is kept; JSON, for nothing in a cache may be run. What is short is not worth compressing."""
    data = as_json(value)
    return data if len(data) < _SHORT else zlib.compress(data, 1)


def unpack(packed: bytes) -> Any:
    """The value that `pack` made `packed` of."""
    data = zlib.decompress(packed) if packed.startswith(_COMPRESSED) else packed
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError:  # half a letter, as below
        return json.loads(data.decode("utf-8", "surrogatepass"))


def as_json(value: object) -> bytes:
    """A value as JSON, quickly; half a letter, which a note may have, is no UTF-8, and kept nevertheless."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
