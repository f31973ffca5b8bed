"""Notes that others link to and nobody has written yet."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from macros.syntax.media import is_media
from macros.vault import Missing, Vault, fold


@dataclass(frozen=True, slots=True)
class Wanted:
    """A note that is not there."""

    name: str
    """As it is first written."""
    sources: Mapping[str, int]
    """The notes that link to it, and how often."""

    @property
    def count(self) -> int:
        """How many links lead to it."""
        return sum(self.sources.values())


def wanted_notes(vault: Vault) -> list[Wanted]:
    """What links of listed notes name and no file has, the most wanted first.

    The name of what stays at home is none of them: who links to a draft wants nothing.
    """
    names: dict[str, str] = {}
    sources: dict[str, Counter[str]] = {}
    for path, note in vault.listed.items():
        for mention in note.mentions:
            name = mention.reference.name.removesuffix(".md").strip("/")
            resolution = vault.resolve(mention.reference, path)
            if type(resolution) is Missing and not _is_file(name, is_embed=mention.reference.embed):
                names.setdefault(fold(name), name)
                sources.setdefault(fold(name), Counter())[path] += 1
    found = [Wanted(name, sources[key]) for key, name in names.items()]
    return sorted(found, key=lambda wanted: (-len(wanted.sources), -wanted.count, fold(wanted.name)))


def _is_file(name: str, *, is_embed: bool) -> bool:
    """True for the name of what is no note: a picture, or whatever else is embedded and has an ending."""
    return is_media(name) or (is_embed and bool(posixpath.splitext(name)[1]))
