"""Pictures without what they tell beside the picture: where they were taken, by whom, with what."""

from __future__ import annotations

from collections.abc import Callable

from macros.publish.pictures import boxes, gif, icon, jpeg, png, tiff, webp
from macros.publish.pictures.fault import NotUnderstoodError

__all__ = ["HEAD", "NotUnderstoodError", "cleaner_of"]

HEAD = 16
"""Bytes by which the kind of a picture is known."""
_BEGINNINGS: tuple[tuple[tuple[bytes, ...], Callable[[bytes], bytes]], ...] = (
    ((jpeg.MAGIC,), jpeg.clean),
    ((png.MAGIC,), png.clean),
    ((gif.MAGIC,), gif.clean),
    ((boxes.JPEG_XL,), boxes.clean_jpeg_xl),
    (tiff.MAGICS, tiff.clean),
)
_OF_ICONS = ((icon.MAGIC, icon.clean), (icon.CURSOR, icon.clean), (icon.BITMAP, icon.clean_bitmap))


def cleaner_of(head: bytes, *, is_icon: bool = False) -> Callable[[bytes], bytes] | None:
    """What makes the picture that begins with `head` one that tells nothing; None where no such picture begins so.

    It raises NotUnderstoodError for one that is none. The two letters that a bitmap begins with are nothing rare: only
    the name of a file says that it `is_icon`.
    """
    if head.startswith(webp.MAGIC) and head[8:12] == webp.KIND:
        return webp.clean
    if head[4:8] == b"ftyp" and head[8:12] in boxes.BRANDS:
        return boxes.clean
    found = (clean for magic, clean in _OF_ICONS if is_icon and head.startswith(magic))
    return next(found, None) or next((clean for magics, clean in _BEGINNINGS if head.startswith(magics)), None)
