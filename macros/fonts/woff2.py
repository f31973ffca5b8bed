"""A font of TrueType outlines as WOFF2: https://www.w3.org/TR/WOFF2/.

fontTools writes it too, and takes three times as long: the build of a small vault would take half as long again.
Tests read with it what is written here.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from itertools import pairwise

import brotli

from macros.fonts.outlines import transformed

_QUALITY = 10
"""Of Brotli: 11 takes twice as long for the hundredth part."""
_HEADER, _ENTRY = struct.Struct(">4s4sLHHLLHHLLLLL"), struct.Struct(">4sLLL")
_ANY_TAG = 0x3F
"""Says that the name of a table follows."""


def woff2(font: bytes) -> bytes:
    """What a browser loads in the place of `font`."""
    flavor, count = struct.unpack_from(">4sH", font)
    entries = (_ENTRY.unpack_from(font, 12 + _ENTRY.size * index) for index in range(count))
    tables = {tag: font[start : start + length] for tag, _, start, length in entries}
    others = [tag for tag in tables if tag not in (b"glyf", b"loca")]
    outlines = _outlines(tables)
    directory = [bytes([_ANY_TAG]) + tag + _number(len(tables[tag])) for tag in others]
    directory.append(bytes([_ANY_TAG]) + b"glyf" + _number(len(tables[b"glyf"])) + _number(len(outlines)))
    directory.append(bytes([_ANY_TAG]) + b"loca" + _number(len(tables[b"loca"])) + _number(0))
    listed, body = b"".join(directory), b"".join(tables[tag] for tag in others) + outlines
    packed: bytes = brotli.compress(body, mode=brotli.MODE_FONT, quality=_QUALITY)
    size = _HEADER.size + len(listed) + len(packed)
    padding = -size % 4
    header = _HEADER.pack(
        b"wOF2", flavor, size + padding, count, 0, len(font), len(packed), *(1, 0), *(0, 0, 0), *(0, 0)
    )
    return header + listed + packed + bytes(padding)


def _outlines(tables: Mapping[bytes, bytes]) -> bytes:
    """The outlines as WOFF2 has them, which says where each begins without `loca`."""
    (are_long,) = struct.unpack_from(">h", tables[b"head"], 50)
    (count,) = struct.unpack_from(">H", tables[b"maxp"], 4)
    found = struct.unpack(f">{count + 1}{'L' if are_long else 'H'}", tables[b"loca"])
    starts = found if are_long else [2 * start for start in found]
    glyphs = [tables[b"glyf"][start:end] for start, end in pairwise(starts)]
    return transformed(glyphs, index_format=are_long)


def _number(value: int) -> bytes:
    """UIntBase128: seven bits to a byte, and the eighth where more follow."""
    digits = [value & 0x7F]
    while value := value >> 7:
        digits.append(value & 0x7F | 0x80)
    return bytes(reversed(digits))
