"""All recordings of a vault: a file each, or a fence in a note."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros.commands.engines import ENGINES
from macros.commands.properties import DISPLAY, RecordingError
from macros.commands.recording import Recording
from macros.commands.shelf import Shelved
from macros.language import NOTHING, Message, message
from macros.vault import Problem, Vault
from macros.vault.folder import RECORDING
from macros.vault.nearest import did_you_mean, nearest, with_way_out

FOLDER = "commands"
STALE = "stale"
"""The code of the problem that a recording in a note is not true."""
_Marked = tuple[str, int, tuple[int, int], str]
"""A fence ```` ```console run ````: note, number (0 in a quote or a list), lines of its inside, text."""


@dataclass(frozen=True, slots=True)
class Library:
    """The recordings below `commands/` and those in notes, by their ids, and what is wrong with them."""

    recordings: Mapping[str, Recording]
    places: Mapping[str, Shelved]
    """Where each recording stands, and also what is none and should be one."""
    problems: tuple[Problem, ...]

    @classmethod
    def of(cls, vault: Vault) -> Library:
        """Read the recordings of `vault`, in the order of their ids.

        `commands/git/log.console` has the id `git/log`, the second fence ```` ```console run ```` of `git.md` has
        `git.md#2`.
        """
        recordings: dict[str, Recording] = {}
        places: dict[str, Shelved] = {}
        marked = [*_marked(vault)]
        problems = [*_elsewhere(vault, marked)]
        for id, place in (*_files(vault), *_fences(vault, marked)):  # noqa: A001
            if id in places:
                told, way_out = message("recording.same-id", id=id, path=places[id].path), message("suggest.rename-one")
                problems.append(Problem(place.path, place.line(1), "recording", told, way_out))
                continue
            places[id] = place
            try:
                recordings[id] = place.read(id)
            except RecordingError as error:
                problems.append(Problem(place.path, place.line(error.line), "recording", error.told))
        for id, recording in recordings.items():  # noqa: A001
            problems += _problems(recording, places[id], recordings)
        return cls(MappingProxyType(recordings), MappingProxyType(places), tuple(problems))

    def chain(self, recording: Recording) -> tuple[Recording, ...]:
        """`recording` behind those whose commands run before its own; see `chain_fault`, which has to be empty."""
        found = [recording]
        while found[0].properties.after:
            found.insert(0, self.recordings[found[0].properties.after])
        return tuple(found)

    def changed_since(self, before: Library) -> frozenset[str]:
        """The ids of the recordings that are there now and were not, or the other way round, or are others."""
        ids = {*self.places, *before.places}
        return frozenset(id for id in ids if self._state(id) != before._state(id))  # noqa: A001

    def _state(self, id: str) -> tuple[bool, Recording | None]:  # noqa: A002
        return id in self.places, self.recordings.get(id)

    def close_to(self, id: str) -> tuple[str, ...]:  # noqa: A002 - what macros call it too
        """The ids nearest to `id`, of which the folders do not count; `id` may be the path of a file, too."""
        return close_to(id, self.recordings)


def is_recording(path: str) -> bool:
    """True for the path of a file in which a recording is."""
    return path.startswith(f"{FOLDER}/") and path.endswith(RECORDING)


def close_to(id: str, recordings: Iterable[str]) -> tuple[str, ...]:  # noqa: A002
    """See `Library.close_to`."""
    known = [*recordings]
    written = id.rpartition(f"{FOLDER}/")[2].removesuffix(RECORDING)
    near = nearest(posixpath.basename(written), map(posixpath.basename, known))
    named = [of for name in near for of in known if posixpath.basename(of) == name]
    return tuple(dict.fromkeys((*nearest(written, known), *named)))[:3]


def chain_fault(recording: Recording, recordings: Mapping[str, Recording]) -> Message:
    """What is wrong with `after`, here or further up; nothing when all is well."""
    seen, engine = [recording.id], recording.engine
    while before := recording.properties.after:
        if before not in recordings:
            return with_way_out(message("after.unknown", id=before), did_you_mean(close_to(before, recordings)))
        if before in seen:
            return message("after.circle", way=" → ".join([*seen, before]))
        recording = recordings[before]
        if recording.engine != engine:
            return message("after.other-engine", id=recording.id, engine=recording.engine, own=engine)
        seen.append(recording.id)
    return NOTHING


def _problems(recording: Recording, place: Shelved, recordings: Mapping[str, Recording]) -> Iterator[Problem]:
    """What is wrong with a recording that can be read."""
    properties = recording.properties
    for slip in properties.slips:
        yield Problem(place.path, place.line(slip.line), "property", slip.message, slip.suggestion)
    if recording.engine not in (*ENGINES, DISPLAY):
        told, close = (
            message("recording.no-engine", name=recording.engine),
            nearest(recording.engine, (*ENGINES, DISPLAY)),
        )
        yield Problem(place.path, place.line(properties.line("engine")), "recording", told, did_you_mean(close))
    if not recording.steps:
        told = message("recording.empty", id=recording.id)
        yield Problem(place.path, place.line(1), "recording", told, message("recording.empty-way"))
    if wrong := chain_fault(recording, recordings):
        yield Problem(place.path, place.line(properties.line("after")), "recording", wrong)
    if place.lines and not recording.state.may_be_shown:
        told = message("recording.untrue", id=recording.id, state=recording.state.told)
        yield Problem(place.path, place.lines[0], STALE, told)


def _files(vault: Vault) -> Iterator[tuple[str, Shelved]]:
    for path, file in sorted(vault.attachments.items()):
        if is_recording(path):
            text, unread = "", NOTHING
            try:
                text = file.location.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
            except UnicodeDecodeError:
                unread = message("recording.not-utf-8")
            except OSError as error:
                unread = message("recording.unreadable", reason=error.strerror)
            id = path.removeprefix(f"{FOLDER}/").removesuffix(RECORDING)  # noqa: A001
            yield id, Shelved(file.location, path, None, text, unread)


def _fences(vault: Vault, marked: Iterable[_Marked]) -> Iterator[tuple[str, Shelved]]:
    for path, number, lines, text in marked:
        if number:
            yield f"{path}#{number}", Shelved(vault.locations[path], path, lines, text)


def _elsewhere(vault: Vault, marked: Iterable[_Marked]) -> Iterator[Problem]:
    """What looks like a recording, and stands where nobody runs it."""
    for path in vault.attachments:
        if path.endswith(RECORDING) and not path.startswith(f"{FOLDER}/") and path not in vault.used_attachments:
            told, way_out = message("recording.elsewhere", folder=FOLDER), message("recording.elsewhere-way")
            yield Problem(path, 1, "recording", told, way_out, notice=True)
    for path, number, (first, _), _ in marked:
        if not number:
            told, way_out = message("recording.nested"), message("recording.nested-way")
            yield Problem(path, first, "recording", told, way_out)


def _marked(vault: Vault) -> Iterator[_Marked]:
    for path, note in vault.notes.items():
        number = 0
        for fence in note.fences:
            number += not fence.is_nested
            first = note.first_line + fence.line + 1
            lines = (first, first + fence.text.count("\n"))
            yield path, 0 if fence.is_nested else number, lines, fence.text
