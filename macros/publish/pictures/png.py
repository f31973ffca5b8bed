"""PNG and APNG: the chunks that draw, and those of its colours. Source: W3C, PNG (third edition)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from macros.publish.pictures.fault import require
from macros.publish.pictures.orientation import exif_of, orientation_of, turned

MAGIC = b"\x89PNG\r\n\x1a\n"
_COLOURS = frozenset([b"cHRM", b"gAMA", b"iCCP", b"sRGB", b"cICP", b"mDCV", b"cLLI"])
_KEPT = _COLOURS | frozenset(
    [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sBIT", b"bKGD", b"hIST", b"pHYs", b"acTL", b"fcTL", b"fdAT"]
)
_CRITICAL = 0x20
"""The bit of a chunk's first letter that only one has that may be passed over."""
_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "I;16"})


def clean(data: bytes) -> bytes:
    """The PNG `data` without anything beside the picture; upright, where they say that it lies."""
    kept, orientation = list[tuple[bytes, bytes]](), 1
    for kind, body in _chunks(data):
        if kind in _KEPT:
            kept.append((kind, body))
        elif kind == b"eXIf" and orientation == 1:
            orientation = orientation_of(body)
        else:
            require(kind[0] & _CRITICAL)
    kinds = [kind for kind, _ in kept]
    require(kinds[:1] == [b"IHDR"] and b"IDAT" in kinds and kinds[-1] == b"IEND")
    if orientation == 1:
        return _written(kept)
    upright = turned(_written(kept), orientation, _MODES)
    if upright is None:
        return _written([kept[0], (b"eXIf", exif_of(orientation)), *kept[1:]])
    (head, *rest) = [(kind, body) for kind, body in _chunks(upright) if kind in _KEPT - _COLOURS]
    return _written([head, *((kind, body) for kind, body in kept if kind in _COLOURS), *rest])


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content up to the end of the picture."""
    at, kind = len(MAGIC), b""
    while kind != b"IEND":
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        require(len(kind) == 4 and kind.isalpha() and at + 12 + length <= len(data))  # noqa: PLR2004 - its frame
        yield kind, data[at + 8 : at + 8 + length]
        at += 12 + length


def _written(chunks: list[tuple[bytes, bytes]]) -> bytes:
    parts = [MAGIC]
    for kind, body in chunks:
        parts += [len(body).to_bytes(4), kind, body, zlib.crc32(body, zlib.crc32(kind)).to_bytes(4)]
    return b"".join(parts)
