"""AVIF, HEIC and JPEG XL: boxes in boxes. Source: ISO/IEC 14496-12 (boxes), 23008-12 (items), 18181-2 (JPEG XL)."""

from __future__ import annotations

from collections.abc import Iterator

from macros.publish.pictures.fault import require

BRANDS = frozenset(
    [
        b"avif",
        b"avis",
        b"heic",
        b"heix",
        b"heim",
        b"heis",
        b"hevc",
        b"hevx",
        b"hevm",
        b"hevs",
        b"mif1",
        b"mif2",
        b"msf1",
    ]
)
"""What stands at the ninth byte of a picture, behind `ftyp`."""
JPEG_XL = b"\0\0\0\x0cJXL \r\n\x87\n"
_TOP = frozenset([b"ftyp", b"meta", b"mdat", b"moov"])
_TRACKS = frozenset([b"moov", b"trak", b"mdia"])
_TOLD = frozenset([b"udta", b"meta", b"uuid"])
"""Boxes of a film that say things of it."""
_OF_JPEG_XL = frozenset([b"JXL ", b"ftyp", b"jxll", b"jxlc", b"jxlp", b"jxli"])
_DRAWN = frozenset([b"av01", b"hvc1", b"lhv1", b"grid", b"iovl", b"iden", b"tmap", b"jpeg", b"j2k1", b"avc1"])
"""Kinds of items that are pictures, or put some together."""
_NO_KIND = b"free"
Box = tuple[bytes, int, int, int]
"""Kind, where it starts, where its content does, and its end."""


def clean(data: bytes) -> bytes:
    """The AVIF or HEIC `data` with zeros in the place of all that is no picture: nothing moves, for places are numbers.

    Which way is up is a property of the picture there, and stays.
    """
    left = bytearray(data)
    boxes = [*_boxes(data, 0, len(data))]
    require(any(kind in (b"meta", b"moov") for kind, *_ in boxes))
    for kind, start, inside, end in boxes:
        if kind not in _TOP:
            _blank(left, start, inside, end)
        elif kind == b"moov":
            _blank_told(data, left, inside, end)
        elif kind == b"meta":
            for first, last, shown in _told_items(data, inside + 4, end):
                left[first:last] = shown.ljust(last - first, b"\0")
    return bytes(left)


def clean_jpeg_xl(data: bytes) -> bytes:
    """The boxes of a JPEG XL that draw."""
    boxes = [*_boxes(data, 0, len(data))]
    kept = [(start, end) for kind, start, _, end in boxes if kind in _OF_JPEG_XL]
    require(any(kind in (b"jxlc", b"jxlp") for kind, *_ in boxes))
    return b"".join(data[start:end] for start, end in kept)


def _boxes(data: bytes, at: int, end: int) -> Iterator[Box]:
    while at < end:
        require(at + 8 <= end)
        length, kind, inside = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8], at + 8
        if length == 1:
            length, inside = int.from_bytes(data[at + 8 : at + 16]), at + 16
        length = length or end - at
        require(at + length <= end and inside <= at + length)
        yield kind, at, inside, at + length
        at += length


def _blank(left: bytearray, start: int, inside: int, end: int) -> None:
    """Leave of a box its size alone."""
    left[start + 4 : start + 8] = b"free"
    left[inside:end] = bytes(end - inside)


def _blank_told(data: bytes, left: bytearray, at: int, end: int) -> None:
    for kind, start, inside, last in _boxes(data, at, end):
        if kind in _TRACKS:
            _blank_told(data, left, inside, last)
        elif kind in _TOLD:
            _blank(left, start, inside, last)


def _told_items(data: bytes, at: int, end: int) -> Iterator[tuple[int, int, bytes]]:
    """From where to where the items lie that are no pictures (EXIF, XMP, what nobody knows), and what stands there now.

    Their kinds are changed too, for a reader of pictures stops at EXIF that is none.
    """
    boxes = {kind: (inside, last) for kind, _, inside, last in _boxes(data, at, end)}
    require(b"iinf" in boxes and b"iloc" in boxes)
    told = set[int]()
    for number, named, last in _items(data, *boxes[b"iinf"]):
        if data[named : named + 4] not in _DRAWN:
            told.add(number)
            yield named, last, _NO_KIND
    for number, method, first, length in _places(data, *boxes[b"iloc"]):
        if number in told:
            require(method in (0, 1))
            start, stop = (0, len(data)) if method == 0 else boxes.get(b"idat", (0, 0))
            require(start + first + length <= stop)
            yield start + first, (start + first + length) if length else stop, b""
    for kind in (b"uuid", b"udta", b"xml ", b"bxml"):
        if kind in boxes:
            yield *boxes[kind], b""


def _items(data: bytes, at: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The number of each item, where its kind stands, and where what is said of it ends."""
    for kind, _, inside, last in _boxes(data, at + (6 if data[at] == 0 else 8), end):
        version = data[inside]
        require(kind == b"infe" and version in (2, 3))
        wide = 2 if version == 2 else 4  # noqa: PLR2004 - numbers of two or four bytes
        require(inside + 10 + wide <= last)
        yield int.from_bytes(data[inside + 4 : inside + 4 + wide]), inside + 6 + wide, last


def _places(data: bytes, at: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Number, method, start and length of each part of each item."""
    read = _Reader(data, at, end)
    version = read(1)
    read(3)
    require(version <= 2)  # noqa: PLR2004 - the versions that there are
    sizes, more = read(1), read(1)
    offset_size, length_size, base_size, index_size = sizes >> 4, sizes & 15, more >> 4, more & 15
    wide = 4 if version == 2 else 2  # noqa: PLR2004 - as above
    for _ in range(read(wide)):
        number = read(wide)
        method = read(2) & 15 if version else 0
        read(2)
        base = read(base_size)
        for _ in range(read(2)):
            read(index_size if version else 0)
            yield number, method, base + read(offset_size), read(length_size)


class _Reader:
    """Reads numbers of some bytes, one after another."""

    def __init__(self, data: bytes, at: int, end: int) -> None:
        self._data, self._at, self._end = data, at, end

    def __call__(self, size: int) -> int:
        require(self._at + size <= self._end)
        self._at += size
        return int.from_bytes(self._data[self._at - size : self._at])
