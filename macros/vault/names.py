"""How names are compared, and how headings become ids."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

UNPORTABLE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)', re.IGNORECASE)
"""What Windows refuses in the name of a file. Source: Microsoft, "Naming Files, Paths, and Namespaces"."""
_SPACES = re.compile(r"\s+")
_NOT_IN_SLUG = re.compile(r"[^\w\- ]+")
_NOT_IN_HEADING = re.compile(r"[^\w]+")
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OF_SCRIPTS = frozenset(
    """AsyncIterator Buffer Iterator OffscreenCanvas SharedArrayBuffer TouchEvent cytoscape define exports global
    importScripts katex mermaid module process require setImmediate""".split()
)
"""What scripts of a page look for and not every browser has: they would find the element of that id instead, for a
browser makes each id a name of `window`."""
_OF_PAGES = re.compile(r"__|(?:kb-backlinks-title|[di]__kb-diagram-\d+)$")
"""The ids of the theme's and of our own elements."""


def nfc(text: str) -> str:
    """The composed form of `text`: macOS writes file names decomposed (NFD), authors type NFC."""
    return unicodedata.normalize("NFC", text)


def without_turns(name: str) -> str:
    """`name` without the signs that turn the direction of what stands behind it on a page: `txt.exe` for `exe.txt`."""
    return _TURNS.sub("", name)


def without_unseen(text: str) -> str:
    """`text` without the letters that only change how others are shown."""
    return _UNSEEN.sub("", text)


def is_utf_8(name: str) -> bool:
    """False for a file's name that Python could only read byte by byte."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """The key under which two spellings of one name are equal.

    Composed, case-folded, and with every run of white space (the no-break spaces of macOS
    screenshots included) as one blank: `fold("도커 ") == fold("도커")` for NFC and NFD alike.
    """
    return nfc(_SPACES.sub(" ", nfc(name)).strip().casefold())


def fold_heading(text: str) -> str:
    """The key of a heading in `[[note#heading]]`: Obsidian drops punctuation there.

    `fold_heading("CI/CD (v2)") == fold_heading("CI CD v2")`. A heading of punctuation alone
    keeps it, so that it still can be reached.
    """
    folded = fold(text)
    return _NOT_IN_HEADING.sub(" ", folded).strip() or folded


def slugify(text: str) -> str:
    """The id of a heading: its letters and digits of any script, lower-case, dashes for blanks.

    It never starts with an underscore: the theme keeps ids such as `__search` for itself. What is reserved has one at
    its end: `exports_`.
    """
    kept = _NOT_IN_SLUG.sub("", nfc(text).lower()).strip()
    slug = _SPACES.sub("-", kept).lstrip("_") or "section"
    return f"{slug}_" if is_reserved_id(slug) else slug


def is_reserved_id(name: str) -> bool:
    """True for an id that belongs to the page around a note, or that would be taken for something else by scripts."""
    return name in _OF_SCRIPTS or bool(_OF_PAGES.match(name))


def github_slugs(headings: Iterable[str]) -> Iterator[str]:
    """The ids that GitHub gives headings, from their texts: only signs are dropped, the second of a name has `-1`.

    Source: github-slugger, which does as GitHub does.
    """
    repeats: dict[str, int] = {}
    for text in headings:
        kept = "".join(sign for sign in nfc(text).lower() if _is_in_github_slug(sign))
        slug = first = kept.replace(" ", "-")
        while slug in repeats:
            repeats[first] += 1
            slug = f"{first}-{repeats[first]}"
        repeats[slug] = 0
        yield slug


def unique(slugs: Iterable[str]) -> Iterator[str]:
    """The same slugs in order, a repeated one with `_1`, `_2`, … as Python-Markdown numbers them."""
    taken: set[str] = set()
    repeats: dict[str, int] = {}
    for slug in slugs:
        candidate = slug
        while candidate in taken:
            repeats[slug] = repeats.get(slug, 0) + 1
            candidate = f"{slug}_{repeats[slug]}"
        taken.add(candidate)
        yield candidate


def _is_in_github_slug(sign: str) -> bool:
    """Letters, marks (the one that makes a sign an emoji, too), digits, `_`, `-`, blanks."""
    category = unicodedata.category(sign)
    return sign in " -" or category[0] in "LM" or category in ("Nd", "Nl", "Pc") or "\u24b6" <= sign <= "\u24e9"
