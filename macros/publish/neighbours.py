"""The notes one step away from a note, and the links among them: those that most others link to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.vault import Vault

MOST = 10
"""Neighbours that are drawn."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A note among its neighbours, in the order in which they are drawn, from top to bottom."""

    into: tuple[str, ...]
    """Those that lead to the note and to which it does not lead back; the last is the one most linked to."""
    path: str
    out: tuple[str, ...]
    """Those to which it leads; the first is the one most linked to."""
    links: tuple[tuple[int, int], ...]
    """The links among all of these, by their places from 0: from where to where."""
    more: int
    """Neighbours that are not drawn."""

    @property
    def rows(self) -> tuple[str, ...]:
        """All that are drawn."""
        return (*self.into, self.path, *self.out)


def neighbours_of(path: str, vault: Vault) -> Neighbours | None:
    """The neighbours of the note `path` that a list may name; None where it has none."""
    listed, links = vault.listed, vault.links
    out = [target for target in links.out.get(path, ()) if target in listed]
    into = [link.path for link in links.back.get(path, ()) if link.path not in links.out.get(path, ())]
    if not (out or into):
        return None
    room = min(len(out), max(MOST - len(into), MOST // 2))
    shown_out = _most_linked(out, vault)[:room]
    shown_into = _most_linked(into, vault)[: MOST - room][::-1]
    rows = (*shown_into, path, *shown_out)
    places = {each: place for place, each in enumerate(rows)}
    among = sorted(
        (start, places[target])
        for start, source in enumerate(rows)
        for target in links.out.get(source, ())
        if target in places and target != source
    )
    more = len(out) + len(into) - len(rows) + 1
    return Neighbours(tuple(shown_into), path, tuple(shown_out), tuple(among), more)


def near_changes(before: Vault, after: Vault, edited: Iterable[str]) -> set[str]:
    """The notes whose neighbours, or the links among these, may be others since the texts of `edited` were changed."""
    ends = set[str]()
    for path in edited:
        if changed := {*before.links.out.get(path, ())} ^ {*after.links.out.get(path, ())}:
            ends |= {path, *changed}
    return ends | {path for end in ends for vault in (before, after) for path in _next_to(end, vault)}


def _next_to(path: str, vault: Vault) -> Iterable[str]:
    yield from vault.links.out.get(path, ())
    yield from (link.path for link in vault.backlinks.get(path, ()))


def _most_linked(paths: Iterable[str], vault: Vault) -> list[str]:
    return sorted(paths, key=lambda path: (-len(vault.backlinks.get(path, ())), path))
