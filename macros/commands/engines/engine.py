"""What all engines have in common: what they need, what they say of themselves, and how they run a recording."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from macros.commands.conversation import SessionSettings
from macros.commands.place import Machine, laboratory, sandbox, sandbox_fault
from macros.commands.recording import Recording
from macros.commands.session import Watch, run_session
from macros.commands.transcript import Step
from macros.language import NOTHING, Message, message
from macros.vault.nearest import with_way_out


@dataclass(frozen=True, slots=True)
class Engine:
    """Runs the commands of a recording for real, in a place of its own."""

    version: tuple[str, ...]
    """The command that prints the version of the program that the engine is."""
    package: Message
    """Where the program comes from, for those who do not have it."""
    settings: SessionSettings = SessionSettings()  # noqa: RUF009 - frozen
    needs: tuple[str, ...] = ()
    """Programs beside that one, without which the engine does not start."""
    needs_root: bool = False
    """True for an engine that makes networks and mounts: it runs as root in a laboratory, others in a sandbox."""

    def refusal(self, machine: Machine) -> Message:
        """Why this machine has no place that keeps a recording in, and what to install; nothing when it has one."""
        return NOTHING if self.needs_root else sandbox_fault(machine.layers[-1])

    def missing(self, recording: Recording, machine: Machine) -> Message:
        """Why `recording` cannot be run on `machine`, and the way out; nothing when it can."""
        programs = (self.version[0], *self.needs, *recording.properties.needs)
        if absent := [program for program in programs if not machine.has(program)]:
            source = self.package if absent[0] in (self.version[0], *self.needs) else NOTHING
            everything = message("engine.all") if machine.is_own else NOTHING
            both = message("suggest.either", one=source, other=everything) if source and everything else NOTHING
            return with_way_out(message("engine.lacks", programs=", ".join(absent)), both or source or everything)
        if self.needs_root and os.geteuid() != 0:
            return message("engine.root", program=self.version[0])
        return NOTHING

    def versions(self, recording: Recording, machine: Machine) -> str:
        """What a record of `recording` on `machine` is made with, as in `git 2.39.5 · x86_64`."""
        said = [f"{self.version[0]} {machine.version(*self.version)}"]
        for program in recording.properties.needs:
            answers = (machine.version(program, option) for option in ("--version", "-v", "--help"))
            said.append(f"{program} {next(filter(None, answers), '')}".rstrip())
        return " · ".join([*said, machine.architecture])

    def run(self, recordings: Sequence[Recording], machine: Machine, watch: Watch = lambda _: None) -> tuple[Step, ...]:
        """The commands of the last of `recordings` with what they give now, after those of the others.

        `watch` is told how many have ended. SessionError when they do not come to an end, StartError when the engine
        does not start, PlaceError when there is no sandbox.
        """
        layers = machine.layers
        place = laboratory(layers, trusted=machine.trusted) if self.needs_root else sandbox(layers[-1])
        return run_session(recordings, self.settings, place, watch)
