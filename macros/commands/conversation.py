"""What a session's shell is told, and what it answers: the two ends of one mark."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType

from macros.commands.recording import Recording
from macros.commands.transcript import Step, shown
from macros.language import ToldError, message

LARGEST_OUTPUT = 64_000
"""Characters of one command's output that are kept."""
_SPEAKER = re.compile(r"^/proc/self/fd/\d+: (?:eval: )?line \d+: ", re.MULTILINE)
"""How bash begins a complaint in a script; at a prompt it says `bash: `."""


class SessionError(ToldError):
    """The session did not come to its end, and why."""


class StartError(SessionError):
    """The engine of the session did not start on this machine, and why."""


@dataclass(frozen=True, slots=True)
class SessionSettings:
    """What an engine gives its sessions."""

    environment: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    start: str = ""
    """A bash script that starts the engine and returns when it is ready."""
    limits: str = "ulimit -v 4000000 -f 500000 -n 512"
    """Kilobytes of memory for a process and of a file, number of open files."""
    processes: int = 500
    """How many processes and threads there may be at a time."""


def script_of(recordings: Sequence[Recording], settings: SessionSettings, mark: str, *, bounded: bool) -> str:
    """The session for bash: after what each command prints stand `mark` and its exit code."""
    files = chain.from_iterable(recording.properties.files.items() for recording in recordings)
    steps = chain.from_iterable(recording.steps for recording in recordings)
    start = f"{settings.start}\n" if settings.start else ""
    return "\n".join(
        [
            "exec 2>&1 </dev/null",
            settings.limits if bounded else f"{settings.limits}\nulimit -u {settings.processes} 2>/dev/null",
            f"kb_start() {{\n:\n{start}}}",
            "kb_start >/tmp/kb-start.log || { tail -n 5 /tmp/kb-start.log; exit 1; }",
            "rm -f /tmp/kb-start.log; unset -f kb_start; disown -a",
            'mkdir -p "$HOME"; cd "$HOME"',
            f"echo {mark}",
            *(_file(path, text) for path, text in files),
            *(f"eval {shlex.quote(step.command)}\nprintf '\\n{mark} %d\\n' $?" for step in steps),
            "",
        ]
    )


def steps_of(recordings: Sequence[Recording], output: str, mark: str) -> tuple[Step, ...]:
    """The commands of `recordings` with what they gave, read in the `output` of the session.

    SessionError where one is missing or gave too much, StartError where the engine did not start.
    """
    begun, found, output = output.partition(f"{mark}\n")
    if not found:
        raise StartError(message("session.not-started", said=begun.strip()[-400:]))
    parts = re.split(rf"\n?{mark} (\d+)\n", _SPEAKER.sub("bash: ", output))
    steps = [(recording, step) for recording in recordings for step in recording.steps]
    taken: list[Step] = []
    for (recording, step), (text, code) in zip(steps, zip(parts[::2], parts[1::2], strict=False), strict=False):
        if len(text) > LARGEST_OUTPUT:
            most = f"{LARGEST_OUTPUT:,}"
            raise SessionError(message("session.command-too-much", command=step.command, characters=most))
        taken.append(replace(step, output=shown(text, recording.properties.patterns), exit_code=int(code)))
    if len(taken) < len(steps):
        last, said = steps[len(taken)][1].command, parts[-1].strip()[:400]
        raise SessionError(message("session.shell-ended", command=last, said=said))
    return tuple(taken)


def _file(path: str, text: str) -> str:
    folder, _, _ = path.rpartition("/")
    made = f"mkdir -p -- {shlex.quote(folder)}; " if folder else ""
    return f"{made}printf %s {shlex.quote(text)} >{shlex.quote(f'./{path}')}"
