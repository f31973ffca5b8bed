"""An attachment as it leaves: as it is, cleaned, or not at all."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass

from macros.publish import inert_xml
from macros.publish.active import is_active, is_xml
from macros.publish.pictures import NotUnderstoodError, cleaner_of
from macros.publish.svg import clean
from macros.settings import Attachments

HEAD = 64
"""Bytes by which the kind of a file is known, where its name says none."""
LARGEST = 250_000_000
"""Bytes up to which a picture is read."""
_SVG = ".svg"
_ICONS = frozenset([".bmp", ".cur", ".dib", ".ico"])
"""Pictures whose beginning may be that of many files: the name has to say that they are some."""
_PICTURES = _ICONS | frozenset(
    """.apng .avif .avifs .gif .heic .heics .heif .heifs .hif .jfif .jpe .jpeg .jpg .jxl .pjp .pjpeg .png .tif .tiff
    .webp""".split()
)
_CLOSED = frozenset(
    """.3fr .arw .cr2 .cr3 .crw .dcr .dng .emf .erf .exr .fff .iiq .j2c .j2k .jp2 .jpf .jpm .jpx .jxr .k25 .kdc .mef
    .mos .mrw .nef .nrw .orf .pcx .pef .psb .psd .raf .raw .rw2 .rwl .sr2 .srf .srw .tga .wdp .wmf .x3f .xcf""".split()
)
"""Pictures of cameras and programs, which tell much and which no browser shows."""


@dataclass(frozen=True, slots=True)
class AsItIs:
    """Nothing in the file has to be taken out."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What leaves in the place of the file, and names of elements that it lost."""

    data: bytes
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """The file does not leave, by `rule`: `active`, `drawing` or `picture`."""

    rule: str


Outcome = AsItIs | Cleaned | Refused


def outcome(path: str, head: bytes, size: int, read: Callable[[], bytes], allowed: Attachments) -> Outcome:
    """What becomes of the attachment `path` of `size` bytes, of which the first are `head` and `read` gives all."""
    ending = posixpath.splitext(path.rstrip(". "))[1].lower()
    if is_active(path, head):
        is_harmless = is_xml(path) and size <= inert_xml.LARGEST and inert_xml.is_inert(read())
        return AsItIs() if allowed.trust or is_harmless else Refused("active")
    if ending == _SVG:
        return AsItIs() if allowed.trust else _drawing(size, read)
    clean_picture = cleaner_of(head, is_icon=ending in _ICONS)
    if allowed.keep_metadata or not (clean_picture or ending in _PICTURES | _CLOSED):
        return AsItIs()
    if clean_picture is None or ending in _CLOSED or size > LARGEST:
        return Refused("picture")
    try:
        return Cleaned(clean_picture(read()))
    except NotUnderstoodError:
        return Refused("picture")


def _drawing(size: int, read: Callable[[], bytes]) -> Outcome:
    if size > LARGEST:
        return Refused("drawing")
    try:
        drawing = clean(read())
    except NotUnderstoodError:
        return Refused("drawing")
    return Cleaned(drawing.data, drawing.lost)
