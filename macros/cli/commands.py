"""`python -m macros record` and `check`: run recordings, write them back, and tell what has drifted."""

from __future__ import annotations

import difflib
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from macros.commands.engines import ENGINES
from macros.commands.library import Library, chain_fault
from macros.commands.place import Machine, PlaceError
from macros.commands.properties import DISPLAY, RecordingError
from macros.commands.recording import Recording, State
from macros.commands.session import SessionError, StartError, Watch
from macros.commands.shelf import ShelfError, Shelved
from macros.commands.suggestion import did_you_mean, with_suggestion
from macros.vault.nearest import nearest


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one recording: the text to tell, whether it is well, and what to write back."""

    text: str
    well: bool
    ran: bool = False
    seconds: float = 0
    written: Recording | None = None


@dataclass(frozen=True, slots=True)
class Workshop:
    """Runs the recordings of `library` on `machine`."""

    library: Library
    machine: Machine
    named: frozenset[str] = frozenset()
    """The ids that somebody asked for: one of them that cannot be run is not well."""

    def chosen(self, ids: Iterable[str], engine: str) -> Iterator[Recording | str]:
        """The recordings of `ids` (all when there are none) that `engine` runs; a text for each wrong name."""
        if engine and engine not in (*ENGINES, DISPLAY):
            yield f"✗ {_no_engine(engine)}"
            return
        named = tuple(ids)
        for id in named or self.library.recordings:  # noqa: A001
            recording = self.library.recordings.get(id)
            if recording is None:
                yield f"✗ {self._unknown(id)}"
            elif engine in ("", recording.engine):
                yield recording
            elif named:
                yield f"✗ {id} is of the engine {recording.engine}, not {engine}"

    def _unknown(self, id: str) -> str:  # noqa: A002
        if id in self.library.places:
            return f"{id}: it is no recording: mend {self.library.places[id].path}"
        return with_suggestion(f"no recording is named '{id}'", did_you_mean(self.library.close_to(id)))

    def record(self, recording: Recording, watch: Watch) -> Outcome:
        """Run `recording` and take down what it gives."""
        outcome = self._run(recording, watch)
        if not outcome.written:
            return outcome
        own = ", this machine's own programs" if self.machine.is_own else ""
        told = f"✓ {recording.id}: recorded: {outcome.written.properties.recorded}{own}"
        text = "\n".join([told, *_diff(recording, outcome.written)])
        return Outcome(text, well=True, ran=True, seconds=outcome.seconds, written=outcome.written)

    def check(self, recording: Recording, watch: Watch) -> Outcome:
        """Run `recording` and compare; a record that was altered by hand is not even run."""
        if not recording.state.may_be_shown:
            return Outcome(f"✗ {recording.id}: {recording.state.value}: record it again", well=False)
        outcome = self._run(recording, watch)
        if not outcome.written:
            return outcome
        drift = "\n".join(_diff(recording, outcome.written))
        text = f"✗ {recording.id}: it gives something else now\n{drift}" if drift else f"✓ {recording.id}"
        return Outcome(text, well=not drift, ran=True, seconds=outcome.seconds)

    def _refused(self, recording: Recording) -> Outcome | None:
        """Why `recording` is not even run; None when it is."""
        if recording.engine == DISPLAY:
            return Outcome(f"· {recording.id}: {State.DISPLAY.value}", well=True)
        engine = ENGINES.get(recording.engine)
        if engine is None:
            return Outcome(f"✗ {recording.id}: {_no_engine(recording.engine)}", well=False)
        if wrong := chain_fault(recording, self.library.recordings):
            return Outcome(f"✗ {recording.id}: {wrong}", well=False)
        lacks = (engine.missing(one, self.machine) for one in self.library.chain(recording))
        if missing := next(filter(None, lacks), ""):
            return self._idle(recording, missing)
        return None

    def _idle(self, recording: Recording, reason: str) -> Outcome:
        """What is not run here: only told, unless somebody asked for it by its name."""
        well = recording.id not in self.named
        return Outcome(f"{'·' if well else '✗'} {recording.id}: not run: {reason}", well=well)

    def _run(self, recording: Recording, watch: Watch) -> Outcome:
        if refused := self._refused(recording):
            return refused
        engine = ENGINES[recording.engine]
        versions = f"{date.today().isoformat()} · {engine.versions(recording, self.machine)}"
        begun = time.monotonic()
        try:
            steps = engine.run(self.library.chain(recording), self.machine, watch)
        except (StartError, PlaceError) as error:
            return self._idle(recording, str(error))
        except SessionError as error:
            return Outcome(f"✗ {recording.id}: {error}", well=False, ran=True)
        seconds = time.monotonic() - begun
        try:
            written = recording.with_record(steps, versions)
        except RecordingError as error:
            return Outcome(f"✗ {recording.id}: {error}", well=False, ran=True)
        return Outcome("", well=True, ran=True, seconds=seconds, written=written)


def write(place: Shelved, outcome: Outcome) -> Outcome:
    """Write what `outcome` holds to its place; what cannot be written is not well."""
    try:
        place.write(outcome.written)  # type: ignore[arg-type]
    except (ShelfError, OSError) as error:
        return replace(outcome, text=f"✗ {outcome.written.id}: {error}", well=False)  # type: ignore[union-attr]
    return outcome


def summary(outcomes: Iterable[tuple[str, Outcome]]) -> str:
    """What became of all recordings, by engine: `git: 2 run in 0.3 s; docker: 4 not run`."""
    runs: dict[str, list[Outcome]] = defaultdict(list)
    for engine, outcome in outcomes:
        runs[engine].append(outcome)
    told = []
    for engine, of_engine in runs.items():
        ran = [outcome for outcome in of_engine if outcome.ran]
        idle = len(of_engine) - len(ran)
        parts = [f"{len(ran)} run in {sum(outcome.seconds for outcome in ran):.1f} s"] if ran else []
        told.append(f"{engine}: {', '.join([*parts, *([f'{idle} not run'] if idle else [])])}")
    return "; ".join(told)


def _no_engine(name: str) -> str:
    return with_suggestion(f"no engine is named '{name}'", did_you_mean(nearest(name, (*ENGINES, DISPLAY))))


def _diff(before: Recording, after: Recording) -> Iterator[str]:
    old, new = (str(recording).split("---\n", 2)[-1].splitlines() for recording in (before, after))
    yield from difflib.unified_diff(old, new, "recorded", "now", n=1, lineterm="")
