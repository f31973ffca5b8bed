"""What stands in a file, also where it is packed: as it is, and as a reader's program would unpack it."""

from __future__ import annotations

import gzip
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

MOST = 100_000_000
"""Bytes that are unpacked of one file."""
_STREAM = re.compile(rb"stream\r?\n")
_ESCAPES = re.compile(r"\\u[0-9a-fA-F]{4}(?:\\u[0-9a-fA-F]{4})*")  # it begins with a text, which is found fast
_AROUND = 200
"""Letters before and behind an escape that may belong to the same text."""
_TEXTS = (".txt", ".csv", ".json", ".js", ".html", ".xml", ".svg", ".css", ".tsv", ".log", ".yml", ".yaml")


def unpacked(name: str, data: bytes) -> Iterator[bytes]:
    """`data` of the file `name`, then all that is packed in it."""
    yield data
    if data.startswith(b"\x1f\x8b"):
        yield from _gunzipped(data)
    elif data.startswith(b"PK\3\4"):
        yield from _unzipped(data)
    elif data.startswith(b"%PDF"):
        yield from _inflated(data)
    elif data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield data.decode("utf-16", "replace").encode("utf-8", "replace")
    elif name.lower().endswith(_TEXTS):
        yield from _read_otherwise(data)


def _read_otherwise(data: bytes) -> Iterator[bytes]:
    """A text in Windows' Korean; and what stands around letters that are escaped as JSON may have them."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp949", "replace")
        yield text.encode("utf-8", "replace")
    if "\\u" in text:
        yield "\n".join(_ESCAPES.sub(_letters, around) for around in _around_escapes(text)).encode("utf-8", "replace")


def _around_escapes(text: str) -> Iterator[str]:
    start = end = 0
    for found in _ESCAPES.finditer(text):
        if found.start() - _AROUND > end:
            yield text[start:end]
            start = found.start() - _AROUND
        end = found.end() + _AROUND
    yield text[start:end]


def _letters(found: re.Match[str]) -> str:
    codes = found[0].split("\\u")[1:]
    return b"".join(int(code, 16).to_bytes(2) for code in codes).decode("utf-16-be", "replace")


def _gunzipped(data: bytes) -> Iterator[bytes]:
    try:
        with gzip.open(BytesIO(data)) as file:
            yield file.read(MOST)
    except (OSError, EOFError, zlib.error):
        return


def _unzipped(data: bytes) -> Iterator[bytes]:
    """The files in an archive, which documents of offices and books are too."""
    left = MOST
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for info in archive.infolist():
                yield info.filename.encode("utf-8", "replace")
                with archive.open(info) as file:
                    inside = file.read(left)
                left -= len(inside)
                yield inside
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError):
        return


def _inflated(data: bytes) -> Iterator[bytes]:
    """The streams of a PDF."""
    left = MOST
    for found in _STREAM.finditer(data):
        try:
            inside = zlib.decompressobj().decompress(data[found.end() :], left)
        except zlib.error:
            continue
        left -= len(inside)
        yield inside
        if left <= 0:
            return
