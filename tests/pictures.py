"""Pictures of one pixel, and what cameras and programs write into pictures."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo


def png(grey: int = 0) -> bytes:
    """One grey pixel, without anything beside it."""
    made = BytesIO()
    Image.new("L", (1, 1), grey).save(made, "PNG")
    return made.getvalue()


SECRET = b"37.566N-KIM"
"""What no published picture has."""
_PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
_XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + SECRET + b"</x:xmpmeta>"


def photo(kind: str, orientation: int = 1, frames: int = 1, **options: Any) -> bytes:
    """A picture of `kind`, 8 by 4, black but for a white corner, with a profile of colours and with all that tells."""
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = SECRET.decode(), orientation
    shown = Image.new("RGB", (8, 4))
    shown.paste((255, 255, 255), (0, 0, 4, 2))
    others = [Image.new("RGB", (8, 4), (0, number * 80, 0)) for number in range(1, frames)]
    if kind == "PNG":
        options["pnginfo"] = text = PngInfo()
        text.add_text("Author", SECRET.decode())
        text.add_itxt("XML:com.adobe.xmp", _XMP.decode(), zip=True)
    elif kind == "GIF":
        options["comment"] = SECRET
    elif kind == "TIFF":
        options["tiffinfo"] = {0x010E: SECRET.decode(), 0x0112: orientation, 700: _XMP, 33723: SECRET}
    if kind in ("JPEG", "PNG", "WEBP", "AVIF"):
        options |= {"exif": exif, "xmp": _XMP} if kind != "PNG" else {"exif": exif}
    if kind in ("JPEG", "PNG", "WEBP", "AVIF", "TIFF"):
        options["icc_profile"] = _PROFILE
    made = BytesIO()
    moving = {"save_all": True, "append_images": others} if frames > 1 else {}
    shown.save(made, kind, **options, **moving)
    return made.getvalue()
