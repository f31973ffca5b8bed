"""What a page shows of the notes that link to its own: the nearest first, no more of them than anybody reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from macros.publish.long_list import Lists
from macros.vault import Backlink, Mention, Vault

MOST = 50
"""Notes that stand on the page itself; where there are more, a page of their own lists all."""
_AT_ONCE = 5
"""Those of them that are seen before anything is unfolded."""
_SENTENCES = 3
"""Sentences of one note."""


@dataclass(frozen=True, slots=True)
class Linking:
    """The notes that link to one."""

    seen: tuple[Backlink, ...]
    folded: tuple[Backlink, ...]
    count: int

    @classmethod
    def to(cls, path: str, vault: Vault, lists: Lists) -> Linking:
        """Those that link to the note `path`: those of its folder, then those that do most often, then as listed."""
        folder = path.rpartition("/")[0]

        def rank(link: Backlink) -> tuple[bool, int, int, str]:
            place = lists.places.get(link.path, 0)
            return link.path.rpartition("/")[0] != folder, -len(link.mentions), place, link.path

        found = sorted(vault.backlinks.get(path, ()), key=rank)
        return cls(tuple(found[:_AT_ONCE]), tuple(found[_AT_ONCE:MOST]), len(found))


def sentences(link: Backlink) -> list[Mention]:
    """The first sentences of a note around its links, each once; a link that stands alone has none."""
    said = {(mention.before, mention.label, mention.after): mention for mention in link.mentions}
    return [mention for (before, _, after), mention in said.items() if before or after][:_SENTENCES]


def hubs(vault: Vault) -> Iterable[str]:
    """The notes to which more lead than their own pages show."""
    return (path for path in vault.notes if len(vault.backlinks.get(path, ())) > MOST)


def sentence(mention: Mention) -> Mapping[str, Any]:
    """A sentence as plain data: in each part words and code take turns."""
    return {
        "before": mention.before,
        "label": mention.label or (mention.reference.text,),
        "after": mention.after,
    }
