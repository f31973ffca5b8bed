"""A file of a drawing as it is published: what it draws, and nothing that runs, loads or tells of its author."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from macros.publish import svg_rules
from macros.publish.pictures import HEAD, NotUnderstoodError, cleaner_of

_SVG, _XLINK, _XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)
_SEPARATOR = " "
LARGEST = 50_000_000
"""Bytes up to which a drawing is read."""
_DEEPEST = 500
_PICTURE = re.compile(
    r"data:image/(?:png|jpe?g|gif|webp|avif)(?P<base64>;base64)?,(?P<data>.*)", re.DOTALL | re.IGNORECASE
)
_WEB = re.compile(r"https?://|mailto:", re.IGNORECASE)
_LOADING = frozenset({"image", "feImage"})
_MOVING = frozenset({"animate", "animateTransform", "set"})


@dataclass(frozen=True, slots=True)
class Drawing:
    """A cleaned drawing, and what of it a reader would miss: names of elements, in their order."""

    data: bytes
    lost: tuple[str, ...] = ()


def clean(data: bytes) -> Drawing:
    """The drawing in the SVG `data`; NotUnderstoodError for what is no XML, no SVG, or has entities of its own."""
    if len(data) > LARGEST:
        raise NotUnderstoodError
    writer = _Writer()
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    parser.EntityDeclHandler = _refuse
    parser.UnparsedEntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    parser.SkippedEntityHandler = _refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by its place
    except (expat.ExpatError, ValueError, LookupError, UnicodeError) as error:
        raise NotUnderstoodError from error
    return Drawing("".join(writer.parts).encode(), tuple(dict.fromkeys(writer.lost)))


def _refuse(*_: object) -> int:
    """Entities of its own: a short text that becomes a long one, or another file."""
    raise NotUnderstoodError


class _Writer:
    """Writes what may stay of the elements that are read, each in the same order."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lost: list[str] = []
        self._open: list[str] = []
        self._left_out = 0
        """Elements that are open inside of one that is left out, that one too."""
        self._is_empty = False
        """True while the last start tag has no end yet."""
        self._style: list[str] | None = None
        self._is_bare = False
        """True for a drawing that does not say that it is SVG, which browsers want to be told."""

    def start(self, tag: str, given: list[str]) -> None:
        name = tag.removeprefix(f"{_SVG}{_SEPARATOR}")
        if not self._open:
            self._is_bare = tag == "svg"
            if name != "svg":
                raise NotUnderstoodError
        if len(self._open) + self._left_out > _DEEPEST:
            raise NotUnderstoodError
        attributes = self._attributes(name, dict(zip(given[::2], given[1::2], strict=True)))
        is_shown = (
            (name != tag or self._is_bare) and name in svg_rules.ELEMENTS and not self._left_out and self._style is None
        )
        if attributes is None or not is_shown:
            bare = name.rpartition(_SEPARATOR)[2]
            if attributes is None or bare in svg_rules.FOREIGN:
                self.lost.append(bare)
            self._left_out += 1
            return
        self._close_tag()
        declared = {} if self._open else {"xmlns": _SVG}
        shown = "".join(f" {key}={quoteattr(value)}" for key, value in (declared | attributes).items())
        self.parts.append(f"<{name}{shown}")
        self._is_empty = True
        self._open.append(name)
        if name == "style":
            self._style = []

    def text(self, text: str) -> None:
        if self._left_out:
            return
        if self._style is not None:
            self._style.append(text)
        else:
            self._write(text)

    def end(self, _: str) -> None:
        if self._left_out:
            self._left_out -= 1
            return
        if self._style is not None:
            self._write(svg_rules.styled("".join(self._style)))
            self._style = None
        name = self._open.pop()
        self.parts.append("/>" if self._is_empty else f"</{name}>")
        self._is_empty = False

    def _write(self, text: str) -> None:
        if text:
            self._close_tag()
            self.parts.append(escape(text))

    def _close_tag(self) -> None:
        if self._is_empty:
            self.parts.append(">")
            self._is_empty = False

    def _attributes(self, name: str, given: dict[str, str]) -> dict[str, str] | None:
        """The attributes that stay; None for an element that is nothing without one that does not."""
        kept = dict[str, str]()
        for key, value in given.items():
            if key in svg_rules.ATTRIBUTES or key.startswith(("aria-", "data-name")):
                styled = svg_rules.styled(value) if key == "style" else value
                if styled and not svg_rules.loads(styled):
                    kept[key] = styled
            elif key in (f"{_XML}{_SEPARATOR}space", f"{_XML}{_SEPARATOR}lang"):
                kept[f"xml:{key.rpartition(_SEPARATOR)[2]}"] = value
        if name in _MOVING and given.get("attributeName", "transform") not in svg_rules.ANIMATED:
            return None
        address = given.get("href", given.get(f"{_XLINK}{_SEPARATOR}href"))
        if address is not None:
            shown = _address(name, address.strip())
            if shown is None:
                return None if name in _LOADING | {"use"} else kept
            kept["href"] = shown
        return kept


def _address(name: str, address: str) -> str | None:
    """An address that `name` may have: in the same drawing, for a link on the web, for a picture itself."""
    if address.startswith("#"):
        return address
    if name == "a":
        return address if _WEB.match(address) else None
    found = _PICTURE.match(address) if name in _LOADING else None
    return _picture(unquote_to_bytes(found["data"]), is_coded=bool(found["base64"])) if found else None


def _picture(data: bytes, *, is_coded: bool) -> str | None:
    """The address of a picture that lies in a drawing, without what it tells beside itself."""
    try:
        picture = base64.b64decode(data) if is_coded else data
        clean_picture = cleaner_of(picture[:HEAD])
        if clean_picture is None:
            return None
        return f"data:image/{_kind(picture)};base64,{base64.b64encode(clean_picture(picture)).decode()}"
    except (binascii.Error, ValueError, NotUnderstoodError):
        return None


def _kind(picture: bytes) -> str:
    beginnings = {b"\xff\xd8": "jpeg", b"\x89P": "png", b"GI": "gif", b"RI": "webp"}
    return beginnings.get(picture[:2], "avif")
