"""What is wrong with recordings that can be read, and with those that stand where nobody runs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from macros.commands.engines import ENGINES
from macros.commands.properties import DISPLAY
from macros.commands.recording import Recording
from macros.commands.recording_id import FOLDER, close_to
from macros.commands.shelf import Shelved
from macros.language import NOTHING, Message, message
from macros.vault import Problem, Vault
from macros.vault.folder import RECORDING
from macros.vault.nearest import did_you_mean, nearest, with_way_out

Marked = tuple[str, int, tuple[int, int], str]
"""A fence ```` ```console run ````: note, number (0 in a quote or a list), lines of its inside, text."""
STALE = "stale"
"""The code of the problem that a recording in a note is not true."""


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


def recording_problems(recording: Recording, place: Shelved, recordings: Mapping[str, Recording]) -> Iterator[Problem]:
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


def misplaced(vault: Vault, marked: Iterable[Marked]) -> Iterator[Problem]:
    """What looks like a recording, and stands where nobody runs it."""
    for path in vault.attachments:
        if path.endswith(RECORDING) and not path.startswith(f"{FOLDER}/") and path not in vault.used_attachments:
            told, way_out = message("recording.elsewhere", folder=FOLDER), message("recording.elsewhere-way")
            yield Problem(path, 1, "recording", told, way_out, notice=True)
    for path, number, (first, _), _ in marked:
        if not number:
            told, way_out = message("recording.nested"), message("recording.nested-way")
            yield Problem(path, first, "recording", told, way_out)
