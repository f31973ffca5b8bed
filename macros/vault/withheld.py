"""Why a file of the vault stays at home, and what would change that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from macros.language import Message, message
from macros.vault.names import fold
from macros.vault.note import Note
from macros.vault.problem import Problem

_CONFLICT = re.compile(r"\.sync-conflict-|\bconflicted copy\b|\ucda9\ub3cc\ub41c \uc0ac\ubcf8", re.IGNORECASE)
"""How Syncthing and Dropbox, in Korean too, call the other version of a file that was changed in two places."""
_TOLD = ("closed", "head", "outside-folder", "unclear", "unread")


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """The rule that keeps a file at home, and where it stands."""

    rule: str
    """Its name in the catalogue: `hidden`, `excluded`, `template`, `draft`, `unmarked`, `unused`, …"""
    text: str = ""
    """What stands there, as in `draft: true`."""
    place: str = ""
    """As in `maru.yml:7`; empty for a rule that stands nowhere."""

    @property
    def line(self) -> int:
        """The line of its place, from 1."""
        line = self.place.rpartition(":")[2]
        return int(line) if line.isdecimal() else 1

    @property
    def told(self) -> Message:
        """The rule in words."""
        return message(f"why.{self.rule}", text=self.text)

    @property
    def way_out(self) -> Message:
        """What would change it."""
        return message(f"why-not.{self.rule}", text=self.text)


def left_behind(path: str) -> Reason | None:
    """Why the file `path` stays at home that a program left which synchronises; None for any other."""
    return Reason("conflict") if _CONFLICT.search(path) else None


def left_out(withheld: Mapping[str, Reason]) -> Iterator[Problem]:
    """What an author may miss without knowing why: heads not understood, folders not read, notes elsewhere."""
    for path, reason in withheld.items():
        if reason.rule in _TOLD or (reason.rule == "outside" and path.endswith(".md")):
            yield Problem(path, reason.line, reason.rule, reason.told, reason.way_out)


Rule = Callable[[str], Reason | None]
"""Says of a path why it stays at home, before the file is read; None where nothing speaks against it."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What of a folder may be published."""

    rule: Rule = lambda path: None
    statuses: frozenset[str] = frozenset()
    """What `status` says, folded, of notes that stay at home."""
    only_marked: bool = False
    """True where a note has to say `publish: true`."""
    marked_at: str = ""
    """Where that is decided, as in `maru.yml:5`."""
    home: str = ""
    """The note that is the home page; empty where its name says so."""
    needed: tuple[str, ...] = ()
    """Files that the site itself needs, such as its logo."""

    def reason_of(self, note: Note) -> Reason | None:
        """Why `note` stays at home by what it says itself; None where it may go."""
        said = note.visibility
        if said.rule:
            return Reason(said.rule, said.text, f"{note.path}:{said.line}")
        if status := next((text for text in note.statuses if fold(text) in self.statuses), ""):
            return Reason("draft", f"status: {status}", note.path)
        if self.only_marked and not (said.is_marked or note.is_drawing):
            return Reason("unmarked", "publish: marked", self.marked_at)
        return None
