"""What a page says to messengers that show its address: which picture, and where it is."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote

from macros.vault import Found, Note, Reference, Vault

_KEYS = ("image", "cover")
"""Properties that name a picture for the note, the first before the others."""
_SHOWN = frozenset({".gif", ".jpeg", ".jpg", ".png", ".webp"})
"""Messengers show no drawings."""
_HOME = ("", ".", "./")
"""How the address of the home page is written, seen from the root."""
_LINK = re.compile(r"!?\[\[([^\[\]]+)\]\]")
_REMOTE = re.compile(r"https?://[^\s\"'<>\\]+")


def address_of(site: str, url: str) -> str:
    """The whole address of what is at `url`, seen from the root of `site`; the home page has that of the site."""
    return site if url in _HOME else site + url


def markdown_url(url: str) -> str:
    """Where the Markdown of the page at `url` is, both seen from the root: `docker/git.md` for `docker/git/`."""
    if url in (*_HOME, "index.html"):
        return "index.md"
    return url.removesuffix(".html").rstrip("/") + ".md"


def own_picture(note: Note, vault: Vault, whole: Callable[[str], str]) -> str:
    """The whole address of the picture that the properties of `note` name; empty where they name none.

    `whole` gives that of an attachment, empty where it is not on the site: only what a note shows or links to leaves,
    and a name that is no link is none of that.
    """
    for key in _KEYS:
        said = note.properties.get(key)
        if not isinstance(said, str):
            continue
        if _REMOTE.fullmatch(said):
            return said
        link = _LINK.fullmatch(said.strip())
        reference = Reference.wiki(link[1]) if link else Reference(unquote(said.strip()).removeprefix("./"))
        found = vault.resolve(reference, note.path)
        if isinstance(found, Found) and posixpath.splitext(found.path)[1].lower() in _SHOWN and whole(found.path):
            return whole(found.path)
    return ""
