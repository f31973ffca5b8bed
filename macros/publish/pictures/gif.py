"""GIF: the blocks that draw, and how often they do. Source: CompuServe, GIF89a."""

from __future__ import annotations

from macros.publish.pictures.fault import require

MAGIC = b"GIF8"
_VERSIONS = (b"GIF87a", b"GIF89a")
_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_REPEATS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_PROFILE = b"ICCRGBG1012"


def clean(data: bytes) -> bytes:
    """The GIF `data` without comments and what other programs keep in it."""
    require(data[:6] in _VERSIONS and len(data) > 13)  # noqa: PLR2004 - its head
    at = 13 + _table(data[10])
    parts, has_image = [data[:at]], False
    while at < len(data) and data[at] != _END:
        start = at
        if data[at] == _IMAGE:
            require(at + 10 < len(data))
            at, kept, has_image = _blocks_end(data, at + 11 + _table(data[at + 9])), True, True
        else:
            require(data[at] == _EXTENSION and at + 2 < len(data))
            kind, name = data[at + 1], data[at + 3 : at + 14]
            kept = kind == _CONTROL or (kind == _APPLICATION and name in (*_REPEATS, _PROFILE))
            if kind == _APPLICATION and name in _REPEATS:
                require(data[at + 14 : at + 15] in (b"\3", b"\0"))
            at = _blocks_end(data, at + 2)
        if kept:
            parts.append(data[start:at])
    require(has_image)
    return b"".join([*parts, bytes([_END])])


def _table(flags: int) -> int:
    """The bytes of the colours that `flags` say follow."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks_end(data: bytes, at: int) -> int:
    """Where the row of blocks at `at` ends, each of which begins with its length."""
    while at < len(data) and data[at]:
        at += data[at] + 1
    require(at < len(data))
    return at + 1
