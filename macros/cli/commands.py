"""`maru record` and `maru check`: run recordings, write them back, and tell what has drifted."""

from __future__ import annotations

import difflib
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from macros.commands.conversation import SessionError, StartError
from macros.commands.engines import ENGINES
from macros.commands.library import Library
from macros.commands.library_report import chain_fault
from macros.commands.place import Machine, PlaceError
from macros.commands.properties import DISPLAY, RecordingError
from macros.commands.recording import Recording, State
from macros.commands.session import Watch
from macros.commands.shelf import ShelfError, Shelved
from macros.commands.transcript import written
from macros.language import Language, Message, ToldError, message
from macros.vault.nearest import did_you_mean, nearest, with_way_out


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
    """Runs the recordings of `library` on `machine`, and tells of it in `language`."""

    library: Library
    machine: Machine
    language: Language
    named: frozenset[str] = frozenset()
    """The ids that somebody asked for: one of them that cannot be run is not well."""

    def chosen(self, ids: Iterable[str], engine: str) -> Iterator[Recording | str]:
        """The recordings of `ids` (all when there are none) that `engine` runs; a text for each wrong name."""
        if engine and engine not in (*ENGINES, DISPLAY):
            yield f"✗ {self.language.tell(_no_engine(engine))}"
            return
        named = tuple(ids)
        for id in named or self.library.recordings:  # noqa: A001
            recording = self.library.recordings.get(id)
            if recording is None:
                yield f"✗ {self.language.tell(unknown(self.library, id))}"
            elif engine in ("", recording.engine):
                yield recording
            elif named:
                told = self.language.say("record.other-engine", id=id, engine=recording.engine, asked=engine)
                yield f"✗ {told}"

    def record(self, recording: Recording, watch: Watch) -> Outcome:
        """Run `recording` and write what it gives into its file."""
        outcome = self._run(recording, watch)
        if not outcome.written:
            return outcome
        key = "record.recorded-here" if self.machine.is_own else "record.recorded"
        told = self.language.say(key, id=recording.id, record=outcome.written.properties.recorded)
        text = "\n".join([f"✓ {told}", *self._diff(recording, outcome.written)])
        return Outcome(text, well=True, ran=True, seconds=outcome.seconds, written=outcome.written)

    def record_changed(self, recording: Recording, watch: Watch) -> Outcome:
        """The same, but a record that gives what it gave stays as it is, with its day and its versions."""
        outcome = self.record(recording, watch)
        if not outcome.written or [*self._diff(recording, outcome.written)] or not recording.state.may_be_shown:
            return outcome
        return replace(outcome, text=f"✓ {recording.id}", written=None)

    def check(self, recording: Recording, watch: Watch) -> Outcome:
        """Run `recording` and compare; a record that was altered by hand is not even run."""
        if not recording.state.may_be_shown:
            return self._wrong(message("record.again", id=recording.id, state=recording.state.told))
        outcome = self._run(recording, watch)
        if not outcome.written:
            return outcome
        drift = "\n".join(self._diff(recording, outcome.written))
        told = self.language.say("record.drift", id=recording.id)
        text = f"✗ {told}\n{drift}" if drift else f"✓ {recording.id}"
        return Outcome(text, well=not drift, ran=True, seconds=outcome.seconds)

    def write(self, place: Shelved, written: Recording, outcome: Outcome) -> Outcome:
        """Put what was `written` down into its place; an `outcome` that cannot be written is not well."""
        try:
            place.write(written)
        except (ShelfError, OSError) as error:
            return replace(outcome, text=self._wrong_with(written, error).text, well=False)
        return outcome

    def summary(self, outcomes: Iterable[tuple[str, Outcome]]) -> str:
        """What became of all recordings, by engine: `git: 2 run in 0.3 s; docker: 4 not run`."""
        runs: dict[str, list[Outcome]] = defaultdict(list)
        for engine, outcome in outcomes:
            runs[engine].append(outcome)
        return "; ".join(f"{engine}: {', '.join(self._counts(of_engine))}" for engine, of_engine in runs.items())

    def _counts(self, outcomes: Sequence[Outcome]) -> Iterator[str]:
        ran = [outcome for outcome in outcomes if outcome.ran]
        if ran:
            seconds = f"{sum(outcome.seconds for outcome in ran):.1f}"
            yield self.language.say("record.ran", count=len(ran), seconds=seconds)
        if idle := len(outcomes) - len(ran):
            yield self.language.say("record.did-not-run", count=idle)

    def _wrong(self, told: Message, *, ran: bool = False) -> Outcome:
        return Outcome(f"✗ {self.language.tell(told)}", well=False, ran=ran)

    def _wrong_with(self, recording: Recording, error: Message | Exception, *, ran: bool = False) -> Outcome:
        told = error.told if isinstance(error, ToldError) else error
        return self._wrong(message("record.told", id=recording.id, told=told), ran=ran)

    def can_run(self, recording: Recording) -> bool:
        """True when there is all that `recording` needs to be run here."""
        return self._refused(recording) is None

    def _refused(self, recording: Recording) -> Outcome | None:
        """Why `recording` is not even run; None when it is."""
        if recording.engine == DISPLAY:
            told = message("record.told", id=recording.id, told=State.DISPLAY.told)
            return Outcome(f"· {self.language.tell(told)}", well=True)
        engine = ENGINES.get(recording.engine)
        if engine is None:
            return self._wrong_with(recording, _no_engine(recording.engine))
        if wrong := chain_fault(recording, self.library.recordings):
            return self._wrong_with(recording, wrong)
        if wrong := engine.refusal(self.machine):
            return self._wrong(message("record.idle", id=recording.id, reason=wrong))
        lacks = (engine.missing(one, self.machine) for one in self.library.chain(recording))
        if missing := next(filter(None, lacks), None):
            return self._idle(recording, missing)
        return None

    def _idle(self, recording: Recording, reason: Message) -> Outcome:
        """What is not run here: only told, unless somebody asked for it by its name."""
        well = recording.id not in self.named
        told = self.language.tell(message("record.idle", id=recording.id, reason=reason))
        return Outcome(f"{'·' if well else '✗'} {told}", well=well)

    def _run(self, recording: Recording, watch: Watch) -> Outcome:
        if refused := self._refused(recording):
            return refused
        engine = ENGINES[recording.engine]
        versions = f"{date.today().isoformat()} · {engine.versions(recording, self.machine)}"
        begun = time.monotonic()
        try:
            steps = engine.run(self.library.chain(recording), self.machine, watch)
        except PlaceError as error:
            return self._wrong(message("record.idle", id=recording.id, reason=error.told))
        except StartError as error:
            return self._idle(recording, error.told)
        except SessionError as error:
            return self._wrong_with(recording, error, ran=True)
        seconds = time.monotonic() - begun
        try:
            written = recording.with_record(steps, versions)
        except RecordingError as error:
            return self._wrong_with(recording, error, ran=True)
        return Outcome("", well=True, ran=True, seconds=seconds, written=written)

    def _diff(self, before: Recording, after: Recording) -> Iterator[str]:
        old, new = (written(recording.steps).splitlines() for recording in (before, after))
        names = self.language.say("record.before"), self.language.say("record.now")
        yield from difflib.unified_diff(old, new, *names, n=1, lineterm="")


def unknown(library: Library, id: str) -> Message:  # noqa: A002 - what macros call it too
    """What is told of an `id` by which `library` has no recording."""
    if id in library.places:
        return message("record.no-recording", id=id, path=library.places[id].path)
    return with_way_out(message("recording.unknown", id=id), did_you_mean(library.close_to(id)))


def _no_engine(name: str) -> Message:
    close = nearest(name, (*ENGINES, DISPLAY))
    return with_way_out(message("recording.no-engine", name=name), did_you_mean(close))
