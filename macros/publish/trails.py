"""Paths through the notes: which notes a path leads to, and on which paths a note is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros.language import NOTHING, Message, message
from macros.publish.outline import Outline
from macros.vault import Missing, Note, Problem, Vault
from macros.vault.baseline import without_known
from macros.vault.stations import Station

_UNLISTED = "path.unlisted"


@dataclass(frozen=True, slots=True)
class Trail:
    """A note with `path:`, and the notes that it leads to, in their order."""

    path: str
    """Of the note itself."""
    stations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trails:
    """The paths of a vault in the order of its navigation."""

    of_notes: Mapping[str, Trail]
    """By the notes that are paths, those among them that no list may name."""
    listed: tuple[Trail, ...]
    """Without those."""
    through: Mapping[str, tuple[Trail, ...]]
    """For each note the listed paths that lead to it."""

    @classmethod
    def of(cls, vault: Vault, outline: Outline) -> Trails:
        """The paths of `vault`; what a link of them does not lead to is left out, and told by `report_trails`."""
        found = (Trail(path, tuple(_stations(vault, note))) for path, note in vault.notes.items() if note.stations)
        trails = sorted((trail for trail in found if trail.stations), key=lambda trail: outline.key(trail.path))
        listed = tuple(trail for trail in trails if trail.path in vault.listed)
        through: dict[str, tuple[Trail, ...]] = {}
        for trail in listed:
            for station in trail.stations:
                through[station] = (*through.get(station, ()), trail)
        return cls(MappingProxyType({trail.path: trail for trail in trails}), listed, MappingProxyType(through))

    def following(self, trail: Trail) -> Trail | None:
        """The path to go on with behind `trail`: the next one; None behind the last."""
        places = {other.path: number for number, other in enumerate(self.listed)}
        number = places.get(trail.path, len(self.listed)) + 1
        return self.listed[number] if number < len(self.listed) else None


def report_trails(vault: Vault) -> tuple[Problem, ...]:
    """What is wrong with stations that are found; those that lead nowhere are told as any other link is."""
    problems = (problem for note in vault.notes.values() if note.stations for problem in _problems(vault, note))
    return tuple(without_known(problems, vault.baseline))


def _stations(vault: Vault, note: Note) -> Iterator[str]:
    """The paths of the stations of `note`, each once."""
    found = dict.fromkeys(_path(vault, note, station) for station in note.stations)
    return (path for path in found if path in vault.listed and path != note.path)


def _path(vault: Vault, note: Note, station: Station) -> str:
    """What `station` leads to, empty where that is nothing."""
    resolution = vault.resolve(station.reference, note.path)
    return "" if isinstance(resolution, Missing) else resolution.path


def _problems(vault: Vault, note: Note) -> Iterator[Problem]:
    seen = set[str]()
    for station in note.stations:
        path = _path(vault, note, station)
        told = _fault(vault, note, path, is_known=path in seen)
        seen.add(path)
        if told:
            yield Problem(note.path, station.line, "path", told, notice=told.key == _UNLISTED)


def _fault(vault: Vault, note: Note, path: str, *, is_known: bool) -> Message:
    """Why the station `path`, empty for none, is no station of `note`, or not once more."""
    if not path:
        return NOTHING
    if path not in vault.notes:
        return message("path.no-note", path=path)
    if path == note.path:
        return message("path.itself")
    if is_known:
        return message("path.twice", path=path)
    return NOTHING if path in vault.listed else message(_UNLISTED, path=path)
