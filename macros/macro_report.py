"""What is wrong with the recordings of a vault, and with the calls in its notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.commands.library import Library
from macros.commands.terminal import fault
from macros.env import MACROS, macros_of
from macros.language import NOTHING, message
from macros.macro_calls import Fault, Macros, Meant, judged, result
from macros.vault import Missing, Note, Problem, Vault, read_blocks
from macros.vault.baseline import without_known
from macros.vault.call import PARTS, Call, maru, part_of, recording_of, run
from macros.vault.calls import Written, read_calls, recordings_called
from macros.vault.nearest import did_you_mean, nearest

_QUOTED = re.compile(r"[\"'“‘]([^\"'“”‘’]+)[\"'”’]")


def report_macros(vault: Vault, library: Library) -> tuple[Problem, ...]:
    """Every problem of the recordings, and of the calls in the notes, in the order of the vault.

    Those of the vault's baseline are notices. It reads the notes alone: a site generator need not be there.
    """
    known: Macros = {**macros_of(vault), "run": run, "maru": maru}
    problems = [*library.problems]
    for note in vault.notes.values():
        for written, found in judged(note.calls, known):
            problems += _told(written, found, note, library)
    problems += _embedded(vault)
    return tuple(without_known(problems, vault.baseline))


def survey_macros(vault: Vault, library: Library) -> tuple[Problem, ...]:
    """Notices that a doctor gives beside those: recordings in files that no note shows, and so no page."""
    shown = {id for note in vault.notes.values() for id in recordings_called(note.calls)}  # noqa: A001
    used = shown | {recording.properties.after for recording in library.recordings.values()}
    told = message("recording.unshown")
    return tuple(
        Problem(place.path, 1, "unused", told, message("recording.unshown-way", id=id), notice=True)
        for id, place in library.places.items()  # noqa: A001
        if id in library.recordings and id not in used and not place.lines
    )


def calls_macros(note: Note) -> bool:
    """True when the note asks for macros and calls one, which changes its text."""
    return asks_for_macros(note) and any(_is_macro(written) for written in note.calls)


def asks_for_macros(note: Note | None) -> bool:
    """True when the note says `render_macros: true`."""
    return note is not None and note.flag("render_macros") is True


def results(note: Note, vault: Vault) -> tuple[str, ...]:
    """What the calls of `note` show of `vault`, in their order."""
    macros = macros_of(vault)
    meant = (found for _, found in judged(note.calls, macros) if isinstance(found, Meant))
    return tuple(str(result(call, macros)) for call in meant)


def _is_macro(written: Written) -> bool:
    call = written.read()
    return isinstance(call, Call) and call.name in MACROS


def _told(written: Written, found: Meant | Fault, note: Note, library: Library) -> Iterator[Problem]:
    """What is wrong with a call that is meant: the note asks for macros, or the call names a recording.

    Whoever writes about Jinja does neither.
    """
    line = note.first_line + written.line + 1
    asks = asks_for_macros(note)
    is_meant = asks or any(id in library.places for id in _QUOTED.findall(written.text))  # noqa: A001
    if isinstance(found, Meant) and found.name == "run":
        yield from _shown(written, note.path, line, library, is_meant=is_meant)
    elif isinstance(found, Meant) and found.name == "maru":
        yield from _part_shown(written, note.path, line)
    elif isinstance(found, Meant) and not asks:
        told, way_out = message("call.not-asked", name=found.name), message("call.not-asked-way")
        yield Problem(note.path, line, "macro", told, way_out, notice=True)
    elif isinstance(found, Fault) and is_meant:
        yield Problem(note.path, line, "macro", found.message, did_you_mean(found.close))


def _shown(written: Written, path: str, line: int, library: Library, *, is_meant: bool) -> Iterator[Problem]:
    """What is wrong with a call of `run`."""
    call = written.read()
    asked = recording_of(call) if isinstance(call, Call) else None
    id, lines = asked or ("", "")  # noqa: A001
    recording = library.recordings.get(id)
    close = did_you_mean(library.close_to(id)) if asked and id not in library.places else NOTHING
    if not (is_meant or close):
        told, way_out = message("call.not-asked", name="run"), message("call.no-recording")
        yield Problem(path, line, "macro", told, way_out, notice=True)
    elif asked is None:
        yield Problem(path, line, "run", message("call.texts"))
    elif written.place:
        yield Problem(path, line, "run", message("call.inside"))
    elif wrong := fault(recording, id, lines):
        place = None if recording else library.places.get(id)
        yield Problem(path, line, "run", wrong, message("call.mend", path=place.path) if place else close)


def _part_shown(written: Written, path: str, line: int) -> Iterator[Problem]:
    """What is wrong with a call of `maru`."""
    call = written.read()
    name = part_of(call) if isinstance(call, Call) else None
    if name not in PARTS:
        told, close = message("part.unknown", name=name or ""), nearest(name or "", PARTS, 1) or PARTS
        yield Problem(path, line, "macro", told, did_you_mean(close))
    elif written.place:
        yield Problem(path, line, "macro", message("call.inside"))


def _embedded(vault: Vault) -> Iterator[Problem]:
    """Embeds of what calls macros: they show a note as it is written."""
    calling = {path for path, note in vault.notes.items() if calls_macros(note)}
    for path, note in vault.notes.items() if calling else ():
        for mention in note.mentions:
            if not mention.reference.embed:
                continue
            target = vault.resolve(mention.reference, path)
            if isinstance(target, Missing) or target.path not in calling:
                continue
            fragment = vault.fragment(target.path, mention.reference)
            passage = vault.passage(target.path, fragment) if fragment is not None else ""
            if any(_is_macro(written) for written in read_calls(read_blocks(passage), passage)):
                told = message("call.embedded", reference=mention.reference)
                yield Problem(path, mention.line, "macro", told, message("call.embedded-way"))
