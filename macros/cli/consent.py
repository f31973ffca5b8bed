"""Whether recordings may be run here: those of this repository may, for others somebody has to say so."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from macros.commands.library import Library
from macros.commands.recording import Recording
from macros.hosts.engine import configuration_file
from macros.language import Language

OWN = "docs"
"""The folder of this repository's own notes."""
_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
"""Letters that a terminal does not show, or that change what it shows."""


def is_of_this_repository(vault: Path) -> bool:
    """True for the notes of the checkout that runs: what it runs is reviewed as its own code is."""
    return vault.resolve() == configuration_file().parent.resolve() / OWN


def may_run(recordings: Sequence[Recording], library: Library, language: Language, *, yes: bool) -> bool:
    """Show what `recordings` would run and ask; True at once where there are none, or somebody has said `yes`.

    Without a terminal nobody can be asked: what is not allowed is refused.
    """
    if yes or not recordings:
        return True
    for line in _shown(recordings, library, language):
        click.echo(line)
    if not sys.stdin.isatty():
        click.echo(language.say("consent.not-asked"), err=True)
        return False
    if click.confirm(language.say("consent.ask", count=len(recordings))):
        return True
    click.echo(language.say("consent.declined"), err=True)
    return False


def _shown(recordings: Sequence[Recording], library: Library, language: Language) -> Iterator[str]:
    """Each recording with those that go before it: the files that it is given, and its commands."""
    together = {one.id: one for recording in recordings for one in library.chain(recording)}
    yield language.say("consent.shown", count=len(together))
    for recording in together.values():
        yield f"\n{_seen(recording.id)} ({_seen(recording.engine)})"
        for path, text in recording.properties.files.items():
            yield from _lines(language.say("consent.file", path=_seen(path)), text)
        if recording.properties.needs:
            yield f"  {language.say('consent.needs', programs=_seen(', '.join(recording.properties.needs)))}"
        for step in recording.steps:
            first, *more = step.command.split("\n")
            yield from (f"  {mark} {_seen(line)}" for mark, line in (("$", first), *((">", line) for line in more)))
    yield ""


def _lines(title: str, text: str) -> Iterator[str]:
    yield f"  {title}"
    yield from (f"  | {_seen(line)}" for line in text.split("\n"))


def _seen(text: str) -> str:
    r"""`text` with what a terminal would hide, or obey, as its number: `\x1b`."""
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
