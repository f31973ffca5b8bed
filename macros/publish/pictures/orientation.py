"""Which way is up: the one thing of a picture's EXIF that readers see, taken out, applied, or kept alone."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from types import MappingProxyType
from typing import Any

from PIL import Image, JpegImagePlugin

_TAG = 0x0112
_SHORT = 3
_UPRIGHT = 1
_TURNS = MappingProxyType(
    {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
)
"""What makes a picture upright that says so. Source: Exif 2.32, "Orientation"."""
MOST_PIXELS = 80_000_000
"""Of a picture that is opened to be turned; those of a larger one say in one tag which way is up."""
FAULTS = (
    *(OSError, ValueError, SyntaxError, LookupError, TypeError, OverflowError, struct.error, Warning),
    Image.DecompressionBombError,
)
"""What Pillow may raise for a picture that is damaged; a warning is one of them inside of `strictly`."""


def orientation_of(exif: bytes) -> int:
    """What the EXIF data `exif` say, which begin with the byte order: 1 for upright, up to 8; 1 for nothing.

    Source: TIFF 6.0, "Image File Header" and "Image File Directory".
    """
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None or len(exif) < 8:  # noqa: PLR2004 - the header
        return _UPRIGHT
    (start,) = struct.unpack_from(f"{order}I", exif, 4)
    if start + 2 > len(exif):
        return _UPRIGHT
    (count,) = struct.unpack_from(f"{order}H", exif, start)
    for at in range(start + 2, min(start + 2 + count * 12, len(exif) - 11), 12):
        tag, kind = struct.unpack_from(f"{order}HH", exif, at)
        if tag == _TAG and kind == _SHORT:
            (value,) = struct.unpack_from(f"{order}H", exif, at + 8)
            return int(value) if value in _TURNS else _UPRIGHT
    return _UPRIGHT


def exif_of(orientation: int) -> bytes:
    """EXIF data that say which way is up, and nothing else."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _TAG, _SHORT, 1, orientation, 0, 0)


@contextmanager
def strictly() -> Iterator[None]:
    """Let what Pillow only warns of be an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def turned(data: bytes, orientation: int, modes: frozenset[str], **options: Any) -> bytes | None:
    """The picture `data`, which has no metadata, made anew so that it is upright without being told; its colours stay.

    None where it is too large for that, moves, cannot be opened, or has another mode than `modes`: then it has to say
    which way is up. `options` are those of Pillow's `save`.
    """
    try:
        with strictly(), Image.open(BytesIO(data)) as picture:
            if picture.width * picture.height > MOST_PIXELS or picture.mode not in modes:
                return None
            if getattr(picture, "is_animated", False):
                return None
            kept = {"icc_profile": picture.info.get("icc_profile"), "format": picture.format}
            if isinstance(picture, JpegImagePlugin.JpegImageFile):
                kept["subsampling"] = max(JpegImagePlugin.get_sampling(picture), 0)
            upright = picture.transpose(_TURNS[orientation])
        made = BytesIO()
        upright.save(made, **{key: value for key, value in kept.items() if value is not None}, **options)
    except FAULTS:
        return None
    return made.getvalue()
