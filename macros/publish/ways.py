"""What the page of a note says of the paths that it is on, and that of a path of its stations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.publish.made.made_page import Surroundings
from macros.publish.trails import Trail
from macros.vault import Note


def ways(note: Note, around: Surroundings) -> list[Mapping[str, Any]]:
    """For each path to `note` its place there and its neighbours, as plain data: nothing of any other station."""
    return [_way(trail, note.path, around) for trail in around.trails.through.get(note.path, ())]


def path_of(note: Note, around: Surroundings) -> Mapping[str, Any] | None:
    """The stations of `note`, which is a path, and the path to go on with; None for any other note."""
    trail = around.trails.of_notes.get(note.path)
    if trail is None:
        return None
    return {
        "stations": [_shown(station, around) for station in trail.stations],
        "following": _following(trail, around),
    }


def _way(trail: Trail, path: str, around: Surroundings) -> Mapping[str, Any]:
    at, stations = trail.stations.index(path), trail.stations
    is_last = at + 1 == len(stations)
    return {
        **_shown(trail.path, around, summary=False),
        "number": at + 1,
        "count": len(stations),
        "before": _shown(stations[at - 1], around) if at else None,
        "after": None if is_last else _shown(stations[at + 1], around),
        "following": _following(trail, around) if is_last else None,
    }


def _following(trail: Trail, around: Surroundings) -> Mapping[str, Any] | None:
    following = around.trails.following(trail)
    return _shown(following.path, around) if following else None


def _shown(path: str, around: Surroundings, *, summary: bool = True) -> Mapping[str, Any]:
    note = around.vault.notes[path]
    said = {"summary": note.summary} if summary else {}
    return {"title": note.title, "url": around.placed.site_url(path), **said}
