"""`python -m macros record` and `check`: run recordings, write them back, and tell what has drifted."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from macros.commands.engine import ENGINES
from macros.commands.library import Library
from macros.commands.recording import DISPLAY, Recording, State
from macros.commands.session import SessionError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one recording: the text to tell, whether it is well, and what to write back."""

    text: str
    well: bool
    ran: bool = False
    written: Recording | None = None


def chosen(library: Library, ids: Iterable[str], engine: str) -> Iterator[Recording | str]:
    """The recordings of `ids` (all when there are none) that `engine` runs; an unknown id as itself."""
    for id in ids or library.recordings:  # noqa: A001
        recording = library.recordings.get(id)
        if recording is None:
            yield id
        elif engine in ("", recording.engine):
            yield recording


def record(recording: Recording) -> Outcome:
    """Run `recording` and take down what it gives."""
    outcome = _unrunnable(recording)
    if outcome:
        return outcome
    try:
        now = _run(recording)
    except SessionError as error:
        return Outcome(f"✗ {recording.id}: {error}", well=False, ran=True)
    text = "\n".join([f"✓ {recording.id}: recorded", *_diff(recording, now)])
    return Outcome(text, well=True, ran=True, written=now)


def check(recording: Recording) -> Outcome:
    """Run `recording` and compare; a record that was altered by hand is not even run."""
    if recording.state not in (State.TRUE, State.DISPLAY):
        return Outcome(f"✗ {recording.id}: {recording.state.value}: record it again", well=False)
    outcome = _unrunnable(recording)
    if outcome:
        return outcome
    try:
        drift = "\n".join(_diff(recording, _run(recording)))
    except SessionError as error:
        return Outcome(f"✗ {recording.id}: {error}", well=False, ran=True)
    if drift:
        return Outcome(f"✗ {recording.id}: it gives something else now\n{drift}", well=False, ran=True)
    return Outcome(f"✓ {recording.id}", well=True, ran=True)


def _unrunnable(recording: Recording) -> Outcome | None:
    if recording.engine == DISPLAY:
        return Outcome(f"· {recording.id}: {State.DISPLAY.value}", well=True)
    engine = ENGINES.get(recording.engine)
    if engine is None:
        return Outcome(f"✗ {recording.id}: no engine is named '{recording.engine}'", well=False)
    if missing := engine.missing(recording):
        return Outcome(f"· {recording.id}: not run, for this machine has no {missing}", well=True)
    return None


def _run(recording: Recording) -> Recording:
    engine = ENGINES[recording.engine]
    versions = f"{date.today().isoformat()} · {engine.versions(recording)}"
    return recording.with_record(engine.run(recording), versions)


def _diff(before: Recording, after: Recording) -> Iterator[str]:
    old, new = (str(recording).split("---\n", 2)[-1].splitlines() for recording in (before, after))
    yield from difflib.unified_diff(old, new, "recorded", "now", n=1, lineterm="")
