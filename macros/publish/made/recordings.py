"""The page of each recording that notes show: all of it, and where it is used."""

from __future__ import annotations

import json
import posixpath
import shlex
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from macros.commands.library import Library
from macros.commands.properties import DISPLAY
from macros.commands.recording_id import FOLDER as COMMANDS
from macros.publish.made.made_page import MadePage, Surroundings, made_note
from macros.vault import Vault
from macros.vault.calls import recordings_called
from macros.vault.folder import MADE
from macros.vault.folder import RECORDING as CONSOLE

RECORDING = "recording"
"""The kind of these pages."""


def page_of(id: str) -> str:  # noqa: A002 - as authors write it
    """The path of the page of the recording `id`."""
    return f"{MADE}/{COMMANDS}/{id}.md"


def recording_pages(vault: Vault, library: Library) -> Iterator[MadePage]:
    """A page for each recording with a file of its own that a listed note shows; one in a note is there as a whole."""
    for id in shown_in(vault, library):  # noqa: A001
        title = library.recordings[id].title or posixpath.basename(id)
        note = made_note(page_of(id), title, f"{{{{ run({json.dumps(id, ensure_ascii=False)}) }}}}")
        yield MadePage(note, f"{COMMANDS}/{id}.md", RECORDING, partial(_shows, id), is_in_navigation=False)


def pages_of_files(made: Iterable[MadePage]) -> Mapping[str, str]:
    """For the file of each recording its page, which stands for it: a link to the file leads there."""
    return {page.as_path.removesuffix(".md") + CONSOLE: page.path for page in made if page.kind == RECORDING}


def shown_in(vault: Vault, library: Library) -> Mapping[str, tuple[str, ...]]:
    """The ids of those recordings, with the paths of the notes, both in the order of the vault."""
    notes: dict[str, dict[str, None]] = {}
    for path, note in vault.listed.items():
        for id in recordings_called(note.calls):  # noqa: A001
            notes.setdefault(id, {})[path] = None
    places, known = library.places, library.recordings
    return MappingProxyType(
        {
            id: tuple(notes[id])
            for id in known  # noqa: A001
            if id in notes and not places[id].lines and known[id].state.may_be_shown
        }
    )


def _shows(id: str, around: Surroundings) -> Mapping[str, Any]:  # noqa: A002
    vault, library, placed = around.vault, around.library, around.placed
    recording = library.recordings[id]
    uses = [vault.notes[path] for path in around.recorded[id]]
    before = ((one.title, placed.site_url(page_of(one.id))) for one in library.before(recording))
    return {
        "uses": [{"title": note.title, "url": placed.site_url(note.path), "summary": note.summary} for note in uses],
        "before": [{"title": title, "url": url} for title, url in before if url],
        "check": "" if recording.engine == DISPLAY else f"maru check {shlex.quote(id)}",
    }
