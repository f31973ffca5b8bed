"""The outlines of TrueType as WOFF2 packs them: https://www.w3.org/TR/WOFF2/#glyf_table_format."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from itertools import pairwise

_ON_CURVE, _REPEATED, _OVERLAPS = 0x01, 0x08, 0x40
_SHORT_X, _SHORT_Y, _SAME_X, _SAME_Y = 0x02, 0x04, 0x10, 0x20
"""Flags of a point: the distance to the one before is one byte, whose sign is the other flag; or it is none."""
_WIDE, _SCALE, _TWO_SCALES, _MATRIX, _MORE = 0x0001, 0x0008, 0x0040, 0x0080, 0x0020
"""Flags of a part of a glyph that is put together."""


def transformed(glyphs: Sequence[bytes], index_format: int) -> bytes:
    """The table of `glyphs`: of each kind of value all, one after another. They have no instructions."""
    contours, points, flags, places, parts, boxes = (bytearray() for _ in range(6))
    has_box, overlaps = bytearray(4 * ((len(glyphs) + 31) // 32)), bytearray((len(glyphs) + 7) // 8)
    for index, glyph in enumerate(glyphs):
        contours += glyph[:2] or bytes(2)
        if not glyph:
            continue
        if glyph[0] & 0x80:  # less than no contours: it is put together of others
            parts += _parts(glyph)
            boxes += glyph[2:10]
            has_box[index >> 3] |= 0x80 >> (index & 7)
            continue
        counts, found, distances = _contours(glyph)
        points += b"".join(map(_count, counts))
        for flag, x, y in zip(found, *distances, strict=True):
            packed, place = _packed(x, y)
            flags.append(packed if flag & _ON_CURVE else packed | 0x80)
            places += place
        places += b"\0"  # no instructions
        if found[0] & _OVERLAPS:
            overlaps[index >> 3] |= 0x80 >> (index & 7)
    streams = (contours, points, flags, places, parts, has_box + boxes, b"")
    header = struct.pack(">4H7L", 0, 1, len(glyphs), index_format, *map(len, streams))
    return b"".join((header, *streams, overlaps))


def _parts(glyph: bytes) -> bytes:
    """Which glyphs it is put together of, and where they stand."""
    end, flag = 10, _MORE
    while flag & _MORE:
        (flag,) = struct.unpack_from(">H", glyph, end)
        scale = 2 if flag & _SCALE else 4 if flag & _TWO_SCALES else 8 if flag & _MATRIX else 0
        end += (8 if flag & _WIDE else 6) + scale
    return glyph[10:end]


def _contours(glyph: bytes) -> tuple[list[int], bytes, tuple[list[int], list[int]]]:
    """How many points each contour has; of each point its flag, and the distances to the one before it."""
    (count,) = struct.unpack_from(">h", glyph)
    ends = struct.unpack_from(f">{count}H", glyph, 10)
    rest = iter(glyph[12 + 2 * count :])
    flags = _flags(rest, ends[-1] + 1)
    x = _distances(rest, flags, _SHORT_X, _SAME_X)
    y = _distances(rest, flags, _SHORT_Y, _SAME_Y)
    return [end - before for before, end in pairwise((-1, *ends))], flags, (x, y)


def _flags(data: Iterator[int], count: int) -> bytes:
    flags = bytearray()
    while len(flags) < count:
        flag = next(data)
        flags += bytes([flag]) * (1 + (next(data) if flag & _REPEATED else 0))
    return bytes(flags)


def _distances(data: Iterator[int], flags: bytes, short: int, same: int) -> list[int]:
    found = []
    for flag in flags:
        if flag & short:
            found.append(next(data) if flag & same else -next(data))
        elif flag & same:
            found.append(0)
        else:
            found.append(int.from_bytes((next(data), next(data)), "big", signed=True))
    return found


def _count(value: int) -> bytes:
    """255UInt16."""
    if value < 253:  # noqa: PLR2004 - the numbers of the specification, here and below
        return bytes([value])
    return bytes([255, value - 253]) if value < 506 else struct.pack(">BH", 253, value)  # noqa: PLR2004


def _packed(x: int, y: int) -> tuple[int, bytes]:
    """The distances to the point before as the specification's triplet: what they look like, and what is left."""
    wide, high = abs(x), abs(y)
    signs = (x >= 0) + 2 * (y >= 0)
    if not x and high < 1280:  # noqa: PLR2004
        return 2 * (high >> 8) + (y >= 0), bytes([high & 0xFF])
    if not y and wide < 1280:  # noqa: PLR2004
        return 10 + 2 * (wide >> 8) + (x >= 0), bytes([wide & 0xFF])
    wide_less, high_less = wide - 1, high - 1
    if 0 <= wide_less < 64 and 0 <= high_less < 64:  # noqa: PLR2004
        kind = 20 + (wide_less & 0x30) + ((high_less & 0x30) >> 2) + signs
        return kind, bytes([(wide_less & 0xF) << 4 | high_less & 0xF])
    if 0 <= wide_less < 768 and 0 <= high_less < 768:  # noqa: PLR2004
        kind = 84 + 12 * (wide_less >> 8) + 4 * (high_less >> 8) + signs
        return kind, bytes([wide_less & 0xFF, high_less & 0xFF])
    if wide < 4096 and high < 4096:  # noqa: PLR2004
        return 120 + signs, bytes([wide >> 4, (wide & 0xF) << 4 | high >> 8, high & 0xFF])
    return 124 + signs, struct.pack(">2H", wide, high)
