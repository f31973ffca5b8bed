"""TIFF: pictures, made anew, for in a TIFF anything may lie anywhere."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageSequence

from macros.publish.pictures.fault import NotUnderstoodError, require
from macros.publish.pictures.orientation import FAULTS, MOST_PIXELS, strictly

MAGICS = (b"II*\0", b"MM\0*")
_COMPRESSED = "tiff_lzw"


def clean(data: bytes) -> bytes:
    """The pages of the TIFF `data`, each pixel as it was, with its colours' profile and nothing else."""
    try:
        with strictly(), Image.open(BytesIO(data), formats=["TIFF"]) as picture:
            pages = [*_pages(picture)]
        made = BytesIO()
        profile = pages[0].info.get("icc_profile")
        for page in pages:
            page.info = {"icc_profile": profile} if profile else {}
        pages[0].save(made, "TIFF", save_all=True, append_images=pages[1:], compression=_COMPRESSED)
    except FAULTS as error:
        raise NotUnderstoodError from error
    return made.getvalue()


def _pages(picture: Image.Image) -> list[Image.Image]:
    pixels, pages = 0, list[Image.Image]()
    for page in ImageSequence.Iterator(picture):
        pixels += page.width * page.height
        require(pixels <= MOST_PIXELS)
        pages.append(page.copy())  # a plain picture: that of a file brings its tags along
    return pages
