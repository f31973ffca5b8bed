"""What is left of a picture: how it looks, and nothing of where it was taken or who made it."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from macros.publish.attachments import HEAD, AsItIs, Cleaned, Outcome, Refused, outcome
from macros.settings import Attachments
from tests.pictures import SECRET, photo, png

ENDINGS = {"JPEG": "jpg", "TIFF": "tif"}
KINDS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF")
CAN_LIE = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF")
WITH_PROFILE = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF")
EXACT: dict[str, dict[str, Any]] = {"WEBP": {"lossless": True}, "AVIF": {"quality": 100}}


def looked_at(data: bytes, name: str, allowed: Attachments = Attachments()) -> Outcome:  # noqa: B008 - it is frozen
    return outcome(name, data[:HEAD], len(data), lambda: data, allowed)


def cleaned(data: bytes, name: str) -> bytes:
    found = looked_at(data, name)
    assert isinstance(found, Cleaned), name
    return found.data


def opened(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def corner(picture: Image.Image) -> str:
    """Where the picture is white."""
    grey = picture.convert("L")
    right, bottom = grey.width - 1, grey.height - 1
    places = {"top left": (0, 0), "top right": (right, 0), "bottom left": (0, bottom), "bottom right": (right, bottom)}
    return next(name for name, place in places.items() if int(str(grey.getpixel(place))) > 128)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_left_but_the_picture(kind: str) -> None:
    data = photo(kind, **EXACT.get(kind, {}))
    made = cleaned(data + SECRET if kind != "AVIF" else data, f"a.{ENDINGS.get(kind, kind.lower())}")

    assert SECRET in data
    assert SECRET not in made and b"xmpmeta" not in made
    assert opened(made).convert("RGB").tobytes() == opened(data).convert("RGB").tobytes()
    assert bool(opened(made).info.get("icc_profile")) == (kind in WITH_PROFILE)
    assert cleaned(made, "a.png") == made, "whatever it is called, and what is clean stays as it is"


@pytest.mark.parametrize("kind", CAN_LIE)
@pytest.mark.parametrize(
    ("orientation", "white"),
    [(2, "top right"), (3, "bottom right"), (4, "bottom left"), (6, "top right"), (8, "bottom left")],
)
def test_a_picture_that_lies_is_turned(kind: str, orientation: int, white: str) -> None:
    made = cleaned(photo(kind, orientation), "a.jpg")

    assert SECRET not in made
    picture = opened(made)
    if kind != "AVIF":  # in an AVIF it is a property of the picture, which Pillow shows as EXIF
        assert not picture.getexif().get(0x0112)
        assert picture.size == ((4, 8) if orientation > 4 else (8, 4))
        assert corner(picture) == white
    assert kind != "JPEG" or b"Exif" not in made


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_one_that_moves_says_which_way_is_up_and_no_more(kind: str) -> None:
    picture = opened(made := cleaned(photo(kind, 6, frames=3), "a.png"))

    assert SECRET not in made
    assert dict(picture.getexif()) == {0x0112: 6}
    assert getattr(picture, "n_frames", 1) == 3


def test_a_picture_too_large_to_be_opened_says_which_way_is_up_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.publish.pictures.orientation.MOST_PIXELS", 31)
    made = cleaned(photo("JPEG", 6), "a.jpg")

    assert SECRET not in made
    assert dict(opened(made).getexif()) == {0x0112: 6}


def test_a_picture_in_an_icon_and_what_lies_behind_a_bitmap() -> None:
    inside = photo("PNG")
    icon = struct.pack("<HHHBBBBHHII", 0, 1, 1, 8, 4, 0, 0, 1, 24, len(inside), 30) + SECRET[:8] + inside
    bitmap = BytesIO()
    Image.new("RGB", (8, 4)).save(bitmap, "BMP")

    icon = icon[:18] + struct.pack("<I", 30) + icon[22:]
    assert SECRET in icon and SECRET[:8] not in cleaned(icon, "favicon.ico")
    assert cleaned(bitmap.getvalue() + SECRET, "a.bmp") == bitmap.getvalue()
    assert looked_at(b"BM: a text", "a.txt") == AsItIs()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + zlib.crc32(kind + body).to_bytes(4)


BROKEN = {
    "a.png": b"",
    "b.png": b"<script>alert(1)</script>",
    "c.png": png()[:40],
    "d.png": png()[:33] + chunk(b"ABCD", b"x") + png()[33:],
    "e.jpg": photo("JPEG")[:200],
    "f.jpg": b"\xff\xd8\xff\xe1\xff\xff",
    "g.jpg": photo("JPEG").replace(b"\xff\xda", b"\x00\x00"),
    "h.gif": b"GIF89a" + bytes(7) + b"\x21\xfe\xff",
    "i.webp": photo("WEBP")[:-9],
    "j.avif": photo("AVIF")[:150],
    "k.avif": photo("AVIF").replace(b"iloc", b"xxxx"),
    "l.tif": b"II*\0" + b"\xff" * 20,
    "m.ico": b"\0\0\1\0\xff\xff",
    "n.bmp": b"BM" + bytes(30),
    "o.jxl": b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(20),
    "p.cr2": photo("TIFF"),
    "q.PSD": b"8BPS",
    "r.dat": photo("JPEG")[:200],
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_not_understood_stays_at_home(name: str) -> None:
    assert looked_at(BROKEN[name], name) == Refused("picture")
    assert looked_at(BROKEN[name], name, Attachments(keep_metadata=True)) == AsItIs()


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_cut_or_changed_is_refused_or_clean_and_raises_nothing(kind: str) -> None:
    data = photo(kind, 6 if kind in CAN_LIE else 1)
    for at in range(HEAD, len(data), 7):
        for damaged in (data[:at], data[:at] + b"\xff" + data[at + 1 :], data[:at] + b"\0\0" + data[at:]):
            assert isinstance(looked_at(damaged, "a.png"), Cleaned | Refused)


def test_other_files_are_left_alone() -> None:
    for name, data in (("a.pdf", b"%PDF-1.7"), ("b.zip", b"PK\3\4"), ("c.mp4", b"\0\0\0\x18ftypisom"), ("d", b"text")):
        assert looked_at(data, name) == AsItIs()
