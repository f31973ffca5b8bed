"""Icons and bitmaps of Windows. Source: Microsoft, "ICO" and "BITMAPINFOHEADER"."""

from __future__ import annotations

import struct

from macros.publish.pictures import png
from macros.publish.pictures.fault import require

MAGIC = b"\0\0\1\0"
CURSOR = b"\0\0\2\0"
BITMAP = b"BM"
_HEADS = frozenset({12, 40, 52, 56, 64, 108, 124})
"""Lengths of heads that a bitmap may have."""
_LINKED = b"KNIL"
"""A profile that is named by its path on somebody's disk."""


def clean(data: bytes) -> bytes:
    """The icon `data`: each of its pictures, and nothing between or behind them."""
    (count,) = struct.unpack_from("<H", data, 4) if len(data) >= 6 else (0,)  # noqa: PLR2004 - its head
    require(count > 0 and 6 + count * 16 <= len(data))
    heads, bodies, at = [data[:6]], list[bytes](), 6 + count * 16
    for number in range(count):
        look, (size, start) = (
            data[6 + number * 16 : 14 + number * 16],
            struct.unpack_from("<II", data, 14 + number * 16),
        )
        body = data[start : start + size]
        require(len(body) == size > 4)  # noqa: PLR2004 - the length of the head of a bitmap
        if body.startswith(png.MAGIC):
            body = png.clean(body)
        else:
            require(int.from_bytes(body[:4], "little") in _HEADS)
        heads.append(look + struct.pack("<II", len(body), at))
        bodies.append(body)
        at += len(body)
    return b"".join([*heads, *bodies])


def clean_bitmap(data: bytes) -> bytes:
    """The bitmap `data` up to where it says that it ends."""
    require(len(data) > 26)  # noqa: PLR2004 - the shortest head
    size, _, start, head = struct.unpack_from("<IIII", data, 2)
    require(head in _HEADS and 14 + head <= start <= size <= len(data))
    require(head < 108 or data[70:74] != _LINKED)  # noqa: PLR2004 - the fourth version, which has a space of colours
    return data[:6] + bytes(4) + data[10:size]
