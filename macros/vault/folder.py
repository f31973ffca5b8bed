"""The files of a vault, as they lie on disk."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.vault.names import is_utf_8, nfc
from macros.vault.withheld import Reason, Rule

_INDEXES = ("index.md", "readme.md")
"""Names, in any case of letters, of notes that stand for their folder, the first before the others."""
_HOMES = ("index.md", "home.md", "readme.md")
"""The same at the root, where they stand for the whole vault."""
RECORDING = ".console"
"""How the name of a recording ends: notes show what it says, it is no attachment of theirs."""
SITE_MARK = "assets/kb/kb-words.js"
"""A file that every site has and no vault: a folder with it was built here."""
MADE = ".maru"
"""The folder, which no vault has, of pages that are made for a site: an author may want their names for notes."""
SITE_ASIDE = ".kb-aside"
"""Where the files of a site wait for a moment while it is built anew; a build that is killed then leaves them there."""
_EXTENSION = re.compile(r"\.md$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class VaultFile:
    """A file: its path in the vault (POSIX, NFC, a note's ending in `.md`) and where its bytes are."""

    path: str
    location: Path


def walk(root: Path, rule: Rule) -> Iterator[tuple[VaultFile, Reason | None]]:
    """Every file below `root` in the order of their paths, with the reason why it stays at home, if there is one.

    Hidden files and folders (`.obsidian`, `.trash`, `.git`) are not even listed, nor is a site that was built inside.
    What is no regular file stays at home, and so do every link that leaves the vault and all of which `rule` says so.
    A folder that is a link is not entered, as in Obsidian: what is in the vault has one place there. It is listed
    itself, as is one that cannot be read.
    """
    base = root.resolve()
    found, waiting = list[tuple[VaultFile, Reason | None]](), [(os.fspath(root), "")]
    while waiting:
        folder, above = waiting.pop()
        entries, fault = _entries(folder)
        if fault:
            path = above.rstrip("/") or "."
            found.append((VaultFile(path, Path(folder)), _folder_reason(rule, path, Reason("closed", fault))))
        for entry in entries:
            name = above + nfc(as_text(entry.name))
            if entry.is_dir(follow_symlinks=False):
                if not (entry.name.startswith(".") or entry.name == "node_modules" or is_site(entry.path)):
                    waiting.append((entry.path, f"{name}/"))
            elif not entry.name.startswith(".") and (linked := _linked_folder(entry, base)):
                found.append((VaultFile(name, Path(entry.path)), _folder_reason(rule, name, linked)))
            elif entry.name == ".md" or not entry.name.startswith("."):
                path = _EXTENSION.sub(".md", name)
                found.append((VaultFile(path, Path(entry.path)), _reason(rule, path, name, _place(entry, base, name))))
    yield from sorted(found, key=lambda listed: (listed[0].path, listed[0].location.as_posix()))


def is_index(path: str) -> bool:
    """True for a note that stands for its folder, where no other one does: `fronts_among` says which does."""
    return posixpath.basename(path).lower() in _INDEXES


def fronts_among(paths: Iterable[str], home: str) -> frozenset[str]:
    """Which of `paths` stand for their folders: the `home` for the vault, for each folder an index before a README."""
    fronts = {"": home}
    below = (path for path in paths if is_index(path) and posixpath.dirname(path) and path != home)
    for path in sorted(below, key=lambda path: (_INDEXES.index(posixpath.basename(path).lower()), path)):
        fronts.setdefault(posixpath.dirname(path), path)
    return frozenset(filter(None, fronts.values()))


def home_among(paths: Iterable[str]) -> str:
    """Which of `paths` is the home of a vault by its name; empty where none is."""
    ranks = {path: _HOMES.index(path.lower()) for path in paths if path.lower() in _HOMES}
    return min(ranks, key=lambda path: (ranks[path], path), default="")


def is_site(folder: str | Path) -> bool:
    """True for a folder that a site was built into."""
    return any(os.path.isfile(os.path.join(folder, *above, SITE_MARK)) for above in ((), (SITE_ASIDE,)))  # noqa: PTH113, PTH118 - of a closed folder `Path` raises


def folders_of(path: str) -> Iterator[str]:
    """The folders above `path`, from the nearest to the outermost."""
    while path := posixpath.dirname(path):
        yield path


def _entries(folder: str) -> tuple[list[os.DirEntry[str]], str]:
    """What is in `folder`, and why that cannot be said."""
    try:
        with os.scandir(folder) as found:
            return list(found), ""
    except OSError as error:
        return [], error.strerror or str(error)


def _linked_folder(entry: os.DirEntry[str], base: Path) -> Reason | None:
    """Why the link to a folder `entry` is not entered; None for all else."""
    try:
        if not (entry.is_symlink() and entry.is_dir()):
            return None
        location = Path(entry.path).resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    inside = _inside(location, base)
    return Reason("outside-folder") if inside is None else Reason("linked", inside or ".")


def _folder_reason(rule: Rule, path: str, reason: Reason) -> Reason:
    """Why the files of the folder `path` stay at home: `rule` comes before `reason`."""
    return rule(path) or rule(f"{path}/") or reason


def _reason(rule: Rule, path: str, name: str, place: str) -> Reason | None:
    """Why the file `path` stays at home: by its path, its `name` on the disk, or where it lies, which a link hides."""
    spellings = dict.fromkeys((path, name, _EXTENSION.sub(".md", place), place))
    found = next(filter(None, (rule(spelling) for spelling in spellings if spelling)), None)
    return found or (None if place else Reason("outside"))


def _place(entry: os.DirEntry[str], base: Path, name: str) -> str:
    """Where in the vault the file `name` lies, which for a link is elsewhere; empty for what may not be published."""
    if not entry.is_symlink():
        return name if entry.is_file() else ""
    try:
        location = Path(entry.path).resolve(strict=True)
    except (OSError, RuntimeError):
        return ""
    return _inside(location, base) or "" if location.is_file() else ""


def _inside(location: Path, base: Path) -> str | None:
    """The path of `location` in the vault `base`; None where it lies outside, or in a hidden folder."""
    parts = location.relative_to(base).parts if location.is_relative_to(base) else (".",)
    return None if any(part.startswith(".") for part in parts) else nfc(as_text("/".join(parts)))


def as_text(name: str) -> str:
    """A file's name as text: what is not UTF-8 comes from a Korean archive of Windows."""
    return name if is_utf_8(name) else os.fsencode(name).decode("cp949", errors="replace")
