"""WebP: the chunks that draw, and the colours' profile. Source: RFC 9649."""

from __future__ import annotations

from collections.abc import Iterator

from macros.publish.pictures.fault import require
from macros.publish.pictures.orientation import exif_of, orientation_of, turned

MAGIC = b"RIFF"
KIND = b"WEBP"
"""What stands at the ninth byte."""
_EXTENDED, _FRAME, _EXIF = b"VP8X", b"ANMF", b"EXIF"
_BITMAPS = frozenset([b"VP8 ", b"VP8L", b"ALPH"])
_KEPT = _BITMAPS | frozenset([_EXTENDED, b"ANIM", _FRAME, b"ICCP"])
_HAS_EXIF, _HAS_XMP = 0x08, 0x04
_FRAME_HEAD = 16


def clean(data: bytes) -> bytes:
    """The WebP `data` without anything beside the picture; upright, where they say that it lies."""
    end = 8 + int.from_bytes(data[4:8], "little")
    require(data[8:12] == KIND and 12 < end <= len(data) + 1)  # noqa: PLR2004 - the head; some writers count a last odd byte
    kept, orientation = list[tuple[bytes, bytes]](), 1
    for kind, body in _chunks(data[12:end]):
        if kind == _EXIF and orientation == 1:
            orientation = orientation_of(body.removeprefix(b"Exif\0\0"))
        elif kind in _KEPT:
            kept.append((kind, _without_marks(kind, body)))
    require(any(kind in _BITMAPS or kind == _FRAME for kind, _ in kept))
    picture = _written(kept)
    if orientation == 1:
        return picture
    is_exact = any(kind == b"VP8L" for kind, _ in kept)
    upright = turned(picture, orientation, frozenset({"RGB", "RGBA"}), quality=95, lossless=is_exact)
    return upright or _written([*_saying_exif(kept), (_EXIF, exif_of(orientation))])


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        require(at + 8 + length <= len(data))
        yield kind, data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    require(at >= len(data))


def _without_marks(kind: bytes, body: bytes) -> bytes:
    """A chunk that neither says that there is metadata, nor has some inside."""
    if kind == _EXTENDED:
        require(len(body) >= 10)  # noqa: PLR2004 - its fields
        return bytes([body[0] & ~(_HAS_EXIF | _HAS_XMP)]) + body[1:]
    if kind == _FRAME:
        require(len(body) >= _FRAME_HEAD)
        inside = [chunk for chunk in _chunks(body[_FRAME_HEAD:]) if chunk[0] in _BITMAPS]
        return body[:_FRAME_HEAD] + _joined(inside)
    return body


def _saying_exif(chunks: list[tuple[bytes, bytes]]) -> Iterator[tuple[bytes, bytes]]:
    for kind, body in chunks:
        yield kind, bytes([body[0] | _HAS_EXIF]) + body[1:] if kind == _EXTENDED else body


def _joined(chunks: list[tuple[bytes, bytes]]) -> bytes:
    return b"".join(kind + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2) for kind, body in chunks)


def _written(chunks: list[tuple[bytes, bytes]]) -> bytes:
    whole = KIND + _joined(chunks)
    return MAGIC + len(whole).to_bytes(4, "little") + whole
