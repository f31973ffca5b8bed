"""What is wrong with the recordings of a vault, and with the calls of macros in its notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.commands.library import Library
from macros.commands.terminal import fault
from macros.env import macros_of
from macros.language import ENGLISH, NOTHING, Language, message
from macros.macro_calls import Call, Fault, Macros, read_calls
from macros.vault import Missing, Note, Problem, Vault
from macros.vault.baseline import without_known
from macros.vault.nearest import did_you_mean


@dataclass(frozen=True, slots=True)
class _Read:
    """A vault and its recordings."""

    vault: Vault
    library: Library
    language: Language = ENGLISH


def report_macros(vault: Vault, library: Library) -> tuple[Problem, ...]:
    """Every problem of the recordings, and of the calls of macros in the notes, in the order of the vault.

    Those of the vault's baseline are notices. It reads the texts of notes alone: a site generator need not be there.
    """
    macros = macros_of(_Read(vault, library))
    problems = [*library.problems]
    calling: dict[str, Note] = {}
    for path, note in vault.notes.items():
        for found in read_calls(note.body, macros) if "{{" in note.body else ():
            if not calls_macros(note):
                problems += _not_asked_for(found, note, library)
                continue
            if isinstance(found, Call):
                calling[path] = note
            problems += _wrong(found, note, library)
    problems += _embedded(vault, calling, macros)
    return tuple(without_known(problems, vault.baseline))


def survey_macros(vault: Vault, library: Library) -> tuple[Problem, ...]:
    """Notices that a doctor gives beside those: recordings in files that no note shows, and so no page."""
    macros = macros_of(_Read(vault, library))
    shown = {
        str(found.arguments.get("id"))
        for note in vault.notes.values()
        if "{{" in note.body and calls_macros(note)
        for found in read_calls(note.body, macros)
        if isinstance(found, Call)
    }
    used = shown | {recording.properties.after for recording in library.recordings.values()}
    told = message("recording.unshown")
    return tuple(
        Problem(place.path, 1, "unused", told, message("recording.unshown-way", id=id), notice=True)
        for id, place in library.places.items()  # noqa: A001
        if id in library.recordings and id not in used and not place.lines
    )


def calls_macros(note: Note) -> bool:
    """True when the note asks for macros, which change its text."""
    return note.flag("render_macros") is True


def _wrong(found: Call | Fault, note: Note, library: Library) -> Iterator[Problem]:
    line = note.first_line + found.line
    if isinstance(found, Fault):
        yield Problem(note.path, line, "macro", found.message, did_you_mean(found.close))
        return
    if found.name != "run":
        return
    id, lines = found.arguments["id"], found.arguments.get("lines", "")  # noqa: A001
    recording = library.recordings.get(str(id))
    if wrong := fault(recording, id, lines):
        way_out = NOTHING
        if recording is None and isinstance(id, str):
            place = library.places.get(id)
            way_out = message("call.mend", path=place.path) if place else did_you_mean(library.close_to(id))
        yield Problem(note.path, line, "run", wrong, way_out)


def _not_asked_for(found: Call | Fault, note: Note, library: Library) -> Iterator[Problem]:
    """A call in a note that does not ask for macros. Whoever writes about Jinja has no recording of that name."""
    if isinstance(found, Call):
        meant = found.name == "run" and str(found.arguments["id"]) in library.recordings
        told, way_out = message("call.not-asked", name=found.name), message("call.not-asked-way")
        yield Problem(note.path, note.first_line + found.line, "macro", told, way_out, notice=not meant)


def _embedded(vault: Vault, calling: Mapping[str, Note], macros: Macros) -> Iterator[Problem]:
    """Embeds of what calls macros: they show a note as it is written."""
    for path, note in vault.notes.items() if calling else ():
        for mention in note.mentions:
            if not mention.reference.embed:
                continue
            target = vault.resolve(mention.reference, path)
            if isinstance(target, Missing) or target.path not in calling:
                continue
            fragment = vault.fragment(target.path, mention.reference)
            if fragment is not None and any(
                isinstance(found, Call) for found in read_calls(vault.passage(target.path, fragment), macros)
            ):
                told = message("call.embedded", reference=mention.reference)
                yield Problem(path, mention.line, "macro", told, message("call.embedded-way"))
