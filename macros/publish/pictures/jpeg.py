"""JPEG: the segments that draw, and the colours' profile. Source: ITU-T T.81, annex B."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.publish.pictures.fault import require
from macros.publish.pictures.orientation import exif_of, orientation_of, turned

MAGIC = b"\xff\xd8\xff"
_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_DRAWING = _FRAMES | frozenset({0xC4, 0xCC, _SCAN, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF})
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a segment."""
_JFIF, _EXIF, _PROFILE, _ADOBE = b"JFIF\0", b"Exif\0\0", b"ICC_PROFILE\0", b"Adobe"
_NEXT = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
"""What ends the data of a scan."""


def clean(data: bytes) -> bytes:
    """The JPEG `data` without anything beside the picture; upright, where they say that it lies."""
    parts, orientation, has_frame, has_scan = [bytes([0xFF, _START])], 1, False, False
    for marker, body, scan in _segments(data):
        has_frame |= marker in _FRAMES
        has_scan |= marker == _SCAN
        require(has_frame or marker != _SCAN)
        if marker == 0xE1 and body.startswith(_EXIF) and orientation == 1:  # noqa: PLR2004 - APP1
            orientation = orientation_of(body[len(_EXIF) :])
        kept = _kept(marker, body)
        if kept is not None:
            parts += [bytes([0xFF, marker]), (len(kept) + 2).to_bytes(2), kept, scan]
    require(has_scan)
    picture = b"".join([*parts, bytes([0xFF, _END])])
    if orientation == 1:
        return picture
    upright = turned(picture, orientation, frozenset({"L", "RGB"}), quality=95)
    exif = _EXIF + exif_of(orientation)
    return upright or picture[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2) + exif + picture[2:]


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Marker, content, and for a scan its data; what lies behind the end of the picture is not looked at."""
    at = 2
    while at < len(data):
        require(data[at] == 0xFF)  # noqa: PLR2004 - what begins a marker
        while at < len(data) and data[at] == 0xFF:  # noqa: PLR2004 - as above, filled up
            at += 1
        require(at < len(data))
        marker, at = data[at], at + 1
        if marker == _END:
            return
        if marker in _ALONE:
            continue
        length = int.from_bytes(data[at : at + 2])
        require(length >= 2 and at + length <= len(data))  # noqa: PLR2004 - its own
        body, at = data[at + 2 : at + length], at + length
        scan = b""
        if marker == _SCAN:
            found = _NEXT.search(data, at)
            end = found.start() if found else len(data)
            scan, at = data[at:end], end
        yield marker, body, scan


def _kept(marker: int, body: bytes) -> bytes | None:
    """What stays of a segment; None where nothing does."""
    if marker in _DRAWING:
        return body
    if marker == 0xE0 and body.startswith(_JFIF) and len(body) >= 14:  # noqa: PLR2004 - APP0, whose thumbnail goes
        return body[:12] + b"\0\0"
    if (marker, body[: len(_PROFILE)]) == (0xE2, _PROFILE) or (marker, body[:5]) == (0xEE, _ADOBE):
        return body
    require(0xE0 <= marker <= 0xEF or marker == 0xFE)  # noqa: PLR2004 - APP0 to APP15, COM
    return None
