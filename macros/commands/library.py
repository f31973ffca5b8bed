"""All recordings of a vault: a file each, or a fence in a note."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros.commands.engines import ENGINES
from macros.commands.properties import DISPLAY, RecordingError
from macros.commands.recording import Recording
from macros.commands.shelf import FENCE, Shelved
from macros.commands.suggestion import did_you_mean, said, with_suggestion
from macros.vault import Problem, Vault, read_blocks
from macros.vault.nearest import nearest

FOLDER = "commands"
STALE = "stale"
"""The code of the problem that a recording in a note is not true."""
_SUFFIX = ".console"
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
                told = f"another recording has the id '{id}', in {places[id].path}"
                problems.append(
                    Problem(place.path, place.line(1), "recording", said(told), said("rename one of the two"))
                )
                continue
            places[id] = place
            try:
                recordings[id] = place.read(id)
            except RecordingError as error:
                problems.append(Problem(place.path, place.line(error.line), "recording", said(str(error))))
        for id, recording in recordings.items():  # noqa: A001
            problems += _problems(recording, places[id], recordings)
        return cls(MappingProxyType(recordings), MappingProxyType(places), tuple(problems))

    def chain(self, recording: Recording) -> tuple[Recording, ...]:
        """`recording` behind those whose commands run before its own; see `chain_fault`, which has to be empty."""
        found = [recording]
        while found[0].properties.after:
            found.insert(0, self.recordings[found[0].properties.after])
        return tuple(found)

    def close_to(self, id: str) -> tuple[str, ...]:  # noqa: A002 - what macros call it too
        """The ids nearest to `id`, of which the folders do not count; `id` may be the path of a file, too."""
        return close_to(id, self.recordings)


def close_to(id: str, recordings: Iterable[str]) -> tuple[str, ...]:  # noqa: A002
    """See `Library.close_to`."""
    known = [*recordings]
    written = id.rpartition(f"{FOLDER}/")[2].removesuffix(_SUFFIX)
    near = nearest(posixpath.basename(written), map(posixpath.basename, known))
    named = [of for name in near for of in known if posixpath.basename(of) == name]
    return tuple(dict.fromkeys((*nearest(written, known), *named)))[:3]


def chain_fault(recording: Recording, recordings: Mapping[str, Recording]) -> str:
    """What is wrong with `after`, here or further up; empty when nothing is."""
    seen, engine = [recording.id], recording.engine
    while before := recording.properties.after:
        if before not in recordings:
            told = f"`after` names '{before}', which is no recording"
            return with_suggestion(told, did_you_mean(close_to(before, recordings)))
        if before in seen:
            return f"`after` leads in a circle: {' → '.join([*seen, before])}"
        recording = recordings[before]
        if recording.engine != engine:
            return f"`after` names '{recording.id}', which is of the engine {recording.engine}, not {engine}"
        seen.append(recording.id)
    return ""


def _problems(recording: Recording, place: Shelved, recordings: Mapping[str, Recording]) -> Iterator[Problem]:
    """What is wrong with a recording that can be read."""
    properties = recording.properties
    for slip in properties.slips:
        yield Problem(place.path, place.line(slip.line), "property", said(slip.message), said(slip.suggestion))
    if recording.engine not in (*ENGINES, DISPLAY):
        line, told = place.line(properties.line("engine")), f"no engine is named '{recording.engine}'"
        yield Problem(
            place.path,
            line,
            "recording",
            said(told),
            said(did_you_mean(nearest(recording.engine, (*ENGINES, DISPLAY)))),
        )
    if not recording.steps:
        told = f"the recording '{recording.id}' has no commands"
        yield Problem(place.path, place.line(1), "recording", said(told), said("a command starts with `$ `"))
    if wrong := chain_fault(recording, recordings):
        yield Problem(place.path, place.line(properties.line("after")), "recording", said(wrong))
    if place.lines and not recording.state.may_be_shown:
        told = f"the recording '{recording.id}' is not true: {recording.state.value}"
        yield Problem(place.path, place.lines[0], STALE, said(told))


def _files(vault: Vault) -> Iterator[tuple[str, Shelved]]:
    for path, file in sorted(vault.attachments.items()):
        if path.startswith(f"{FOLDER}/") and path.endswith(_SUFFIX):
            text = unread = ""
            try:
                text = file.location.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
            except UnicodeDecodeError:
                unread = "the recording is not UTF-8"
            except OSError as error:
                unread = f"the recording cannot be read: {error.strerror}"
            id = path.removeprefix(f"{FOLDER}/").removesuffix(_SUFFIX)  # noqa: A001
            yield id, Shelved(file.location, path, None, text, unread)


def _fences(vault: Vault, marked: Iterable[_Marked]) -> Iterator[tuple[str, Shelved]]:
    for path, number, lines, text in marked:
        if number:
            yield f"{path}#{number}", Shelved(vault.locations[path], path, lines, text)


def _elsewhere(vault: Vault, marked: Iterable[_Marked]) -> Iterator[Problem]:
    """What looks like a recording, and stands where nobody runs it."""
    for path in vault.attachments:
        if path.endswith(_SUFFIX) and not path.startswith(f"{FOLDER}/") and path not in vault.used_attachments:
            told = f"a recording lies below {FOLDER}/: nothing reads this one"
            yield Problem(path, 1, "recording", said(told), said("move it there"), notice=True)
    for path, number, (first, _), _ in marked:
        if not number:
            told = "a recording in a quote or a list is neither run nor checked"
            yield Problem(path, first, "recording", said(told), said("move it out of there"))


def _marked(vault: Vault) -> Iterator[_Marked]:
    for path, note in vault.notes.items():
        if not FENCE.search(note.body):
            continue
        number = 0
        for token in read_blocks(note.body).tokens:
            if token.type == "fence" and token.map and FENCE.match(token.info.strip()):
                number += not token.level
                first = note.first_line + token.map[0] + 1
                lines = (first, first + token.content.count("\n"))
                yield path, 0 if token.level else number, lines, token.content
