"""Where a name leads: the names of a vault and Obsidian's rules to choose among them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from macros.vault.names import fold, nfc
from macros.vault.nearest import KnownNames
from macros.vault.note import Note


@dataclass(frozen=True, slots=True)
class Found:
    """The name leads to one file."""

    path: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several files have the name; Obsidian's tie-break chose `path`."""

    path: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """No file has the name."""

    name: str


@dataclass(frozen=True, slots=True)
class Withheld(Missing):
    """A file has the name, and stays at home: no page says what it is called."""


@dataclass(frozen=True, slots=True)
class OnlyInObsidian(Missing):
    """A file has the name, and nothing outside Obsidian can show it: the site does not have it."""

    path: str
    plugin: str
    """What shows it there."""


Resolution = Found | Ambiguous | Missing


class Index:
    """The names of all files: paths, file names and aliases, compared only through `fold`."""

    def __init__(
        self,
        notes: Iterable[Note],
        attachments: Iterable[str],
        attachment_folder: str = "",
        linked: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Index `notes` and the paths of `attachments`, which Obsidian puts into `attachment_folder`.

        An attachment that is a note (a drawing) is found without its `.md` too, and all that is in a folder by the
        path of a folder that is `linked` to it.
        """
        self._attachment_folder = attachment_folder
        self._linked = [(f"{fold(link)}/", folder) for link, folder in linked]
        self._paths: dict[str, str] = {}
        self._twins: dict[str, str] = {}
        """Spellings of paths that differ from another's in the case of letters only: there the spelling counts."""
        self._names: dict[str, list[str]] = {}
        self._aliases: dict[str, list[str]] = {}
        self._spellings: dict[str, str] = {}
        self._known: dict[str, Found | Ambiguous | None] = {}
        """What a name leads to, wherever it stands: remembered, for many notes say the same."""
        self._close: dict[str, tuple[str, ...]] = {}
        """The names near to one, remembered for the same reason."""
        for note in notes:
            self._add(note.path, note.path, note.path[: -len(".md")])
            for alias in note.aliases:
                owners = self._aliases.setdefault(fold(alias), [])
                self._spellings.setdefault(fold(alias), alias)
                if note.path not in owners:
                    owners.append(note.path)
        for path in attachments:
            self._add(path, path, *([path[: -len(".md")]] if path.endswith(".md") else ()))

    def resolve(self, name: str, source: str) -> Resolution:
        """Where `[[name]]` in the note `source` leads.

        In Obsidian's order: the note itself for an empty name, a relative path (`./`, `../`), the exact path in the
        vault, the file of that name in the source's own folder, the one of the shortest path; then, by choice,
        aliases and a folder's `index.md`. A file in the folder for attachments comes before others of its name.
        """
        if not name:
            return Found(source)
        if name.startswith(("./", "../")):
            return self._at(posixpath.join(posixpath.dirname(source), name)) or Missing(name)
        path = name.strip("/")
        return (
            self._at(path)
            or self._at(posixpath.join(posixpath.dirname(source), path))
            or self._attached(path, source)
            or self._shortest(path)
            or self._by_alias(name)
            or self._at(f"{path}/index")
            or Missing(name)
        )

    def close_to(self, name: str) -> tuple[str, ...]:
        """The names and aliases nearest to `name`, of which the folders do not count."""
        wanted = posixpath.basename(name).removesuffix(".md")
        if wanted not in self._close:
            self._close[wanted] = self._spelt.nearest(wanted)
        return self._close[wanted]

    @property
    def shared_aliases(self) -> dict[str, tuple[str, ...]]:
        """Aliases that more than one note claims, with the notes."""
        return {alias: tuple(owners) for alias, owners in self._aliases.items() if len(owners) > 1}

    def _add(self, path: str, *spellings: str) -> None:
        """Index `path` under each of its spellings, the last of which is its name as authors write it."""
        for spelling in spellings:
            if (other := self._paths.setdefault(fold(spelling), path)) != path:
                self._twins |= {spelling: path, other if spelling == path else other.removesuffix(".md"): other}
            name = posixpath.basename(spelling)
            self._names.setdefault(fold(name), []).append(path)
        self._spellings.setdefault(fold(name), name)

    @cached_property
    def _spelt(self) -> KnownNames:
        return KnownNames(self._spellings.values())

    def _at(self, path: str) -> Found | None:
        plain = posixpath.normpath(path) if "/" in path or "." in path else path
        folded = fold(plain)
        found = self._twins.get(nfc(plain)) or self._paths.get(folded)
        if found:
            return Found(found)
        ways = ((folder, link) for link, folder in self._linked if folded.startswith(link))
        return next((self._at(posixpath.join(folder, folded[len(link) :])) for folder, link in ways), None)

    def _attached(self, path: str, source: str) -> Found | None:
        folder = self._attachment_folder
        if not folder or "/" in path or not posixpath.splitext(path)[1]:
            return None
        below = posixpath.join(posixpath.dirname(source), folder) if folder.startswith("./") else folder.strip("/")
        return self._at(posixpath.join(below, path))

    def _shortest(self, path: str) -> Found | Ambiguous | None:
        if path not in self._known:
            self._known[path] = self._choose(path)
        return self._known[path]

    def _choose(self, path: str) -> Found | Ambiguous | None:
        ending = "/" + fold(posixpath.normpath(path))
        named = dict.fromkeys(self._names.get(posixpath.basename(ending), ()))
        candidates = [path for path in named if ("/" + fold(path)).endswith((ending, f"{ending}.md"))]
        return _chosen(self._spelt_so(nfc(posixpath.normpath(path)), candidates) if self._twins else candidates)

    def _spelt_so(self, name: str, candidates: list[str]) -> list[str]:
        """`candidates` without those that differ in case only from one that ends in `name` as it is spelt."""
        spelt = {fold(path): path for path in candidates if path.endswith((f"/{name}", f"/{name}.md"))}
        return [path for path in candidates if spelt.get(fold(path), path) == path]

    def _by_alias(self, name: str) -> Found | Ambiguous | None:
        return _chosen(self._aliases.get(fold(name), []))


def _chosen(candidates: list[str]) -> Found | Ambiguous | None:
    """A note before a file of another kind, then the fewest folders, the shortest path, the alphabet."""
    ordered = sorted(candidates, key=lambda path: (not path.endswith(".md"), path.count("/"), len(path), path))
    if not ordered:
        return None
    rivals = tuple(path for path in ordered[1:] if path.endswith(".md") == ordered[0].endswith(".md"))
    return Ambiguous(ordered[0], rivals) if rivals else Found(ordered[0])
