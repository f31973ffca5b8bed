"""All recordings of a vault: a file each, or a fence in a note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType

from macros.commands.library_report import Marked, misplaced, recording_problems
from macros.commands.properties import RecordingError
from macros.commands.recording import Recording
from macros.commands.recording_id import FOLDER, close_to, is_recording
from macros.commands.shelf import Shelved
from macros.language import NOTHING, message
from macros.vault import Problem, Vault
from macros.vault.folder import RECORDING


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
        problems = [*misplaced(vault, marked)]
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
            problems += recording_problems(recording, places[id], recordings)
        return cls(MappingProxyType(recordings), MappingProxyType(places), tuple(problems))

    def chain(self, recording: Recording) -> tuple[Recording, ...]:
        """`recording` behind those whose commands run before its own; see `chain_fault`, which has to be empty."""
        return (*self.before(recording), recording)

    def before(self, recording: Recording) -> tuple[Recording, ...]:
        """Those whose commands run before those of `recording`; none where one is unknown, or they run in a circle."""
        found, seen = list[Recording](), {recording.id}
        while after := recording.properties.after:
            if after in seen or after not in self.recordings:
                return ()
            seen.add(after)
            recording = self.recordings[after]
            found.insert(0, recording)
        return tuple(found)

    def of_fence(self, recording: Recording, note: str) -> Recording:
        """`recording`, read from a fence of the note at the path `note`, with the id that it has here, if any."""
        for number in count(1):
            id = f"{note}#{number}"  # noqa: A001
            here = self.recordings.get(id)
            if here and (here.head, here.steps) == (recording.head, recording.steps):
                return here
            if id not in self.places:
                return recording
        return recording

    def changed_since(self, before: Library) -> frozenset[str]:
        """The ids of the recordings that are there now and were not, or the other way round, or are others.

        A recording is another one when one of those is whose commands run before its own.
        """
        ids = {*self.places, *before.places}
        return frozenset(id for id in ids if self._state(id) != before._state(id))  # noqa: A001

    def _state(self, id: str) -> tuple[bool, tuple[Recording, ...]]:  # noqa: A002
        recording = self.recordings.get(id)
        return id in self.places, self.chain(recording) if recording else ()

    def close_to(self, id: str) -> tuple[str, ...]:  # noqa: A002 - what macros call it too
        """The ids nearest to `id`, of which the folders do not count; `id` may be the path of a file, too."""
        return close_to(id, self.recordings)


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


def _fences(vault: Vault, marked: Iterable[Marked]) -> Iterator[tuple[str, Shelved]]:
    for path, number, lines, text in marked:
        if number:
            yield f"{path}#{number}", Shelved(vault.locations[path], path, lines, text)


def _marked(vault: Vault) -> Iterator[Marked]:
    for path, note in vault.notes.items():
        number = 0
        for fence in note.fences:
            number += not fence.is_nested
            first = note.first_line + fence.line + 1
            lines = (first, first + fence.text.count("\n"))
            yield path, 0 if fence.is_nested else number, lines, fence.text
