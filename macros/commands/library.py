"""All recordings of a vault: a file each, or a fence in a note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from macros.commands.recording import Recording, RecordingError, State, read_recording
from macros.vault import Note, Problem, nfc, read_blocks

FOLDER = "commands"
STALE = "stale"
"""The code of the problem that a recording in a note is not true."""
_SUFFIX = ".console"
_FENCE = re.compile(r"console\s+run\b")
_TRUE = (State.TRUE, State.DISPLAY)


@dataclass(frozen=True, slots=True)
class Shelved:
    """Where a recording is written: a whole file, or with `lines` the inside of a fence (from 0, end excluded)."""

    location: Path
    path: str
    """The file's path in the vault."""
    lines: tuple[int, int] | None = None

    def write(self, recording: Recording) -> None:
        """Put `recording` in the place of what is written there."""
        text = str(recording)
        if self.lines:
            lines = self.location.read_text("utf-8").splitlines(keepends=True)
            text = "".join([*lines[: self.lines[0]], text, *lines[self.lines[1] :]])
        self.location.write_text(text, "utf-8")


@dataclass(frozen=True, slots=True)
class Library:
    """The recordings below `commands/` and those in notes, by their ids, and what is wrong with them."""

    recordings: Mapping[str, Recording]
    places: Mapping[str, Shelved]
    problems: tuple[Problem, ...]

    @classmethod
    def scan(cls, root: Path, notes: Iterable[tuple[Note, Path]] = ()) -> Library:
        """Read the recordings of the vault `root` and of its `notes`, in the order of their ids.

        `commands/git/log.console` has the id `git/log`, the second fence ```` ```console run ```` of `git.md` has
        `git.md#2`.
        """
        recordings: dict[str, Recording] = {}
        places: dict[str, Shelved] = {}
        problems = []
        for id, text, place in (*_files(root), *_fences(notes)):  # noqa: A001
            line = place.lines[0] if place.lines else 0
            try:
                recording = read_recording(id, text)
            except RecordingError as error:
                problems.append(Problem(place.path, line + error.line, "recording", str(error)))
                continue
            recordings[id] = recording
            places[id] = place
            if place.lines and recording.state not in _TRUE:
                told = f"the recording '{id}' is not true: {recording.state.value}"
                problems.append(Problem(place.path, line, STALE, told))
        for id, recording in recordings.items():  # noqa: A001
            if wrong := _chain_fault(recording, recordings):
                line = (places[id].lines or (0, 0))[0]
                problems.append(Problem(places[id].path, line + 1, "recording", wrong))
        return cls(MappingProxyType(recordings), MappingProxyType(places), tuple(problems))

    def chain(self, recording: Recording) -> tuple[Recording, ...]:
        """`recording` behind those whose commands run before its own; a broken chain is cut."""
        found = [recording]
        while (first := self.recordings.get(found[0].after)) and first not in found:
            found.insert(0, first)
        return tuple(found)


def fence_text(info: str, content: str) -> str | None:
    """The recording that a code fence is whose opening line is `info`; None when it is none. It may have no head."""
    if not _FENCE.match(info.strip()):
        return None
    return content if content.startswith("---\n") else f"---\n---\n{content}"


def _files(root: Path) -> Iterator[tuple[str, str, Shelved]]:
    for location in sorted((root / FOLDER).rglob(f"*{_SUFFIX}")):
        path = nfc(location.relative_to(root).as_posix())
        id = path.removeprefix(f"{FOLDER}/").removesuffix(_SUFFIX)  # noqa: A001
        try:
            text = nfc(location.read_text("utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            text = f"cannot be read: {error}"
        yield id, text, Shelved(location, path)


def _fences(notes: Iterable[tuple[Note, Path]]) -> Iterator[tuple[str, str, Shelved]]:
    for note, location in notes:
        if not _FENCE.search(note.body):
            continue
        number = 0
        for token in read_blocks(note.body).tokens:
            if token.type != "fence" or token.level or not token.map:
                continue
            if (text := fence_text(token.info, token.content)) is not None:
                number += 1
                first = note.first_line + token.map[0] + 1
                lines = (first, first + token.content.count("\n"))
                yield f"{note.path}#{number}", text, Shelved(location, note.path, lines)


def _chain_fault(recording: Recording, recordings: Mapping[str, Recording]) -> str:
    """What is wrong with `after`, here or further up; empty when nothing is."""
    seen = [recording.id]
    while recording.after:
        if recording.after not in recordings:
            return f"`after` names '{recording.after}', which is no recording"
        if recording.after in seen:
            return f"`after` leads in a circle: {' → '.join([*seen, recording.after])}"
        recording = recordings[recording.after]
        seen.append(recording.id)
    return ""
