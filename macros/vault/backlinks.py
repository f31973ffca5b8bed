"""Who links to whom: the links between notes, and each seen from the note that it leads to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from macros.vault.index import Missing, Resolution
from macros.vault.mention import Mention
from macros.vault.note import Note
from macros.vault.reference import Reference


@dataclass(frozen=True, slots=True)
class Backlink:
    """A note that links to another, with the sentences around its links in the order of its text."""

    path: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """The links of a vault."""

    out: Mapping[str, Mapping[str, int]] = field(default_factory=lambda: MappingProxyType({}))
    """What each note leads to, in the order of its text, and how often."""
    back: Mapping[str, tuple[Backlink, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """The notes that lead to each path, in the order of the vault."""


def links_of(notes: Mapping[str, Note], resolve: Callable[[Reference, str], Resolution]) -> Links:
    """The links of `notes` to other notes and files; what a note says of itself is none."""
    out: dict[str, Mapping[str, int]] = {}
    back: dict[str, list[Backlink]] = {}
    for source, note in notes.items():
        found: dict[str, list[Mention]] = {}
        for mention in note.mentions:
            resolution = resolve(mention.reference, source)
            if not isinstance(resolution, Missing) and resolution.path != source:
                found.setdefault(resolution.path, []).append(mention)
        out[source] = {path: len(mentions) for path, mentions in found.items()}
        for path, mentions in found.items():
            back.setdefault(path, []).append(Backlink(source, tuple(mentions)))
    return Links(MappingProxyType(out), MappingProxyType({path: tuple(links) for path, links in back.items()}))
