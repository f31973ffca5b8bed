"""All recordings of a vault: a file each, or a fence in a note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from macros.commands.properties import RecordingError
from macros.commands.recording import Recording, read_recording
from macros.language import message
from macros.vault import Problem, Vault, read_blocks

FOLDER = "commands"
STALE = "stale"
"""The code of the problem that a recording in a note is not true."""
_SUFFIX = ".console"
_FENCE = re.compile(r"console\s+run(?:\s|$)")
_MARK = re.compile(r"\s*(?:`{3,}|~{3,})")
"""A line that would end a fence."""


class ShelfError(Exception):
    """A recording that cannot be written back; the message says why."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """Where a recording is written: a whole file, or with `lines` the inside of a fence (from 0, end excluded)."""

    location: Path
    path: str
    """The file's path in the vault."""
    lines: tuple[int, int] | None = None

    text: str = ""
    """What was read there."""

    def write(self, recording: Recording) -> None:
        """Put `recording` in the place of what was read there.

        ShelfError when something else stands there by now, or when its output would end the fence that it stands in.
        """
        whole = self.location.read_bytes().decode("utf-8-sig")
        lines = whole.split("\n")
        first, last = self.lines or (0, len(lines))
        now = "\n".join(line.removesuffix("\r") for line in lines[first:last])
        if now.rstrip("\n") != self.text.rstrip("\n") or (
            self.lines and not _MARK.match("".join(lines[last : last + 1]))
        ):
            raise ShelfError("it was changed while it ran: record it again")
        written = str(recording).rstrip("\n").split("\n")
        if self.lines and any(_MARK.match(line) for line in written):
            raise ShelfError("its output would end the fence: make it a file below commands/")
        end = "\r" if "\r\n" in whole else ""
        rest = lines[last:] if self.lines else [""]
        made = "\n".join([*lines[:first], *(line + end for line in written), *rest])
        new = self.location.with_name(f".{self.location.name}.new")
        new.write_bytes(made.encode())
        new.replace(self.location)


@dataclass(frozen=True, slots=True)
class Library:
    """The recordings below `commands/` and those in notes, by their ids, and what is wrong with them."""

    recordings: Mapping[str, Recording]
    places: Mapping[str, Shelved]
    problems: tuple[Problem, ...]

    @classmethod
    def of(cls, vault: Vault) -> Library:
        """Read the recordings of `vault`, in the order of their ids.

        `commands/git/log.console` has the id `git/log`, the second fence ```` ```console run ```` of `git.md` has
        `git.md#2`.
        """
        recordings: dict[str, Recording] = {}
        places: dict[str, Shelved] = {}
        problems = []
        for id, place in (*_files(vault), *_fences(vault)):  # noqa: A001
            line = place.lines[0] if place.lines else 0
            headless = line and not place.text.startswith("---\n")
            try:
                recording = read_recording(id, _with_head(place.text) if headless else place.text)
            except RecordingError as error:
                at = max(error.line - (2 if headless else 0), 1)
                problems.append(Problem(place.path, line + at, "recording", message("problem.recording", said=error)))
                continue
            recordings[id] = recording
            places[id] = place
            if place.lines and not recording.state.may_be_shown:
                told = f"the recording '{id}' is not true: {recording.state.value}"
                problems.append(Problem(place.path, line, STALE, message("problem.recording", said=told)))
        for id, recording in recordings.items():  # noqa: A001
            if wrong := chain_fault(recording, recordings):
                line = (places[id].lines or (0, 0))[0]
                problems.append(
                    Problem(places[id].path, line + 1, "recording", message("problem.recording", said=wrong))
                )
        return cls(MappingProxyType(recordings), MappingProxyType(places), tuple(problems))

    def chain(self, recording: Recording) -> tuple[Recording, ...]:
        """`recording` behind those whose commands run before its own; see `chain_fault`, which has to be empty."""
        found = [recording]
        while found[0].properties.after:
            found.insert(0, self.recordings[found[0].properties.after])
        return tuple(found)


def fence_text(info: str, content: str) -> str | None:
    """The recording that a code fence is whose opening line is `info`; None when it is none. It may have no head."""
    if not _FENCE.match(info.strip()):
        return None
    return content if content.startswith("---\n") else _with_head(content)


def _with_head(content: str) -> str:
    return f"---\n---\n{content}"


def _files(vault: Vault) -> Iterator[tuple[str, Shelved]]:
    for path, file in sorted(vault.attachments.items()):
        if path.startswith(f"{FOLDER}/") and path.endswith(_SUFFIX):
            try:
                text = file.location.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
            except (OSError, UnicodeDecodeError):
                text = ""  # told as what it is not
            yield path.removeprefix(f"{FOLDER}/").removesuffix(_SUFFIX), Shelved(file.location, path, None, text)


def _fences(vault: Vault) -> Iterator[tuple[str, Shelved]]:
    for path, note in vault.notes.items():
        if not _FENCE.search(note.body):
            continue
        number = 0
        for token in read_blocks(note.body).tokens:
            if token.type == "fence" and token.map and not token.level and _FENCE.match(token.info.strip()):
                number += 1
                first = note.first_line + token.map[0] + 1
                lines = (first, first + token.content.count("\n"))
                yield f"{path}#{number}", Shelved(vault.locations[path], path, lines, token.content)


def chain_fault(recording: Recording, recordings: Mapping[str, Recording]) -> str:
    """What is wrong with `after`, here or further up; empty when nothing is."""
    seen, engine = [recording.id], recording.engine
    while before := recording.properties.after:
        if before not in recordings:
            return f"`after` names '{before}', which is no recording"
        if before in seen:
            return f"`after` leads in a circle: {' → '.join([*seen, before])}"
        recording = recordings[before]
        if recording.engine != engine:
            return f"`after` names '{recording.id}', which is of the engine {recording.engine}, not {engine}"
        seen.append(recording.id)
    return ""
