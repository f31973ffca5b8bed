"""The address on the site that a note asks for: `permalink: /docker/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from macros.language import message
from macros.vault.frontmatter import FrontMatter
from macros.vault.names import UNPORTABLE, is_utf_8, nfc, without_unseen
from macros.vault.problem import Problem
from macros.vault.properties import key_line

PERMALINK = "permalink"
_INDEX = "index.html"
_NOT_IN_NAME = re.compile(r"[#\x80-\x9f]")
"""What ends the path of an address, and signs that nobody sees."""
_LONGEST_NAME, _LONGEST = 200, 1_000
"""Bytes of one name of an address, and of all of it."""


@dataclass(frozen=True, slots=True)
class Permalink:
    """An address that a note asks for."""

    address: str
    """Seen from the root of the site, decoded, without slashes at its ends: `docker`, `docker.html`; empty for the
    root itself."""
    line: int
    """Where it stands in the file of the note, from 1."""


def read_permalink(path: str, matter: FrontMatter, text: str) -> tuple[Permalink | None, list[Problem]]:
    """What the note `path`, whose file is `text`, asks for; a value that is no address is a problem.

    An empty value asks for nothing: templates leave the property so.
    """
    value = matter.properties.get(PERMALINK, "")
    if isinstance(value, list) and len(value) in (0, 1):
        value = value[0] if value else ""
    if isinstance(value, str) and value.strip().casefold() in ("", "~", "null"):
        return None, []
    address, line = as_address(value) if isinstance(value, str) else None, key_line(matter, text, PERMALINK)
    if address is not None:
        return Permalink(address, line), []
    told = message("permalink.no-address", text=value.strip() if isinstance(value, str) else "…")
    return None, [Problem(path, line, PERMALINK, told, message("permalink.way-out"))]


def as_address(written: str) -> str | None:
    """The address of a page that is `written` with or without slashes around it; None for what cannot be one.

    It is a path on this site: `https://…`, `//host/`, `..`, a query, a fragment, a hidden name and what some system
    cannot have as the name of a file are none. Percent signs are decoded.
    """
    whole = nfc(unquote(written.strip(), errors="strict")) if _is_encoded_well(written) else ""
    address = whole.removeprefix("/").removesuffix(_INDEX) if whole.endswith(f"/{_INDEX}") else whole.removeprefix("/")
    address = address.removesuffix("/")
    if not address:
        return "" if whole in ("/", f"/{_INDEX}") else None
    is_right = all(map(_is_name, address.split("/"))) and len(address.encode()) <= _LONGEST
    return address if is_right else None


def _is_encoded_well(written: str) -> bool:
    try:
        return is_utf_8(unquote(written, errors="strict"))
    except UnicodeDecodeError:
        return False


def _is_name(name: str) -> bool:
    return not (
        name != name.strip()
        or name.startswith(".")
        or not name
        or name != without_unseen(name)
        or UNPORTABLE.search(name)
        or _NOT_IN_NAME.search(name)
        or len(name.encode()) > _LONGEST_NAME
    )
