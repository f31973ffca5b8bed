"""One shell session that runs recordings, bounded in time, memory, processes and output."""

from __future__ import annotations

import os
import re
import secrets
import selectors
import shlex
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType
from typing import IO

from macros.commands.place.bounds import bounded
from macros.commands.place.place import SEARCHED, Place
from macros.commands.recording import Recording
from macros.commands.transcript import Step, shown
from macros.language import ToldError, message

LARGEST_OUTPUT = 64_000
"""Characters of one command's output that are kept."""
START = 60.0
"""Seconds that an engine may take to start, beside those of the commands."""

_SPEAKER = re.compile(r"^/proc/self/fd/\d+: (?:eval: )?line \d+: ", re.MULTILINE)
"""How bash begins a complaint in a script; at a prompt it says `bash: `."""

Watch = Callable[[int], None]
"""Is told how many commands have ended, each time one does."""


class SessionError(ToldError):
    """The session did not come to its end, and why."""


class StartError(SessionError):
    """The engine of the session did not start on this machine, and why."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an engine gives its sessions."""

    environment: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    start: str = ""
    """A bash script that starts the engine and returns when it is ready."""
    limits: str = "ulimit -v 4000000 -f 500000 -n 512"
    """Kilobytes of memory for a process and of a file, number of open files."""
    processes: int = 500
    """How many processes and threads there may be at a time."""


def run_session(
    recordings: Sequence[Recording],
    settings: Settings,
    opened: AbstractContextManager[Place],
    watch: Watch = lambda _: None,
) -> tuple[Step, ...]:
    """Run the commands of `recordings` in one bash, and return those of the last with what they give.

    They run in the place that `opened` opens, from a home that has the files of all of them and nothing else. All
    processes end with the session. SessionError when it does not come to its end, StartError when it cannot begin.
    """
    mark = secrets.token_hex(16)
    skipped = sum(len(recording.steps) for recording in recordings[:-1])
    seconds = sum(recording.properties.timeout for recording in recordings) + (START if settings.start else 0)
    with (
        opened as place,
        bounded(settings.processes) as bounds,
        _readable(_script(recordings, settings, mark, bounded=bool(bounds))) as script,
    ):
        command = [*bounds, *place.command, "bash", "--norc", "--noprofile", f"/proc/self/fd/{script}"]
        environment = {"PATH": SEARCHED, "HOME": place.home, "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "dumb"}
        with subprocess.Popen(  # noqa: S603 - to run an author's recording is what the author asked for
            command,
            env={**environment, **settings.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=(script,),
        ) as process:
            try:
                output = _read(process, seconds, mark, lambda ended: watch(ended - skipped))
            finally:
                _end(process)
    return _transcript(recordings, output.decode("utf-8", errors="replace"), mark)[skipped:]


@contextmanager
def _readable(text: str) -> Iterator[int]:
    """A file with `text` that has no name and can only be read: its descriptor."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        descriptor = os.open(file.name, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _script(recordings: Sequence[Recording], settings: Settings, mark: str, *, bounded: bool) -> str:
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


def _file(path: str, text: str) -> str:
    folder, _, _ = path.rpartition("/")
    made = f"mkdir -p -- {shlex.quote(folder)}; " if folder else ""
    return f"{made}printf %s {shlex.quote(text)} >{shlex.quote(f'./{path}')}"


def _read(process: subprocess.Popen[bytes], seconds: float, mark: str, watch: Watch) -> bytes:
    """All that `process` prints until it ends."""
    end = time.monotonic() + seconds
    output, ended = bytearray(), 0
    for part in _parts(process, end):
        output += part
        if len(output) > 50 * LARGEST_OUTPUT:
            raise SessionError(message("session.too-much", bytes=f"{50 * LARGEST_OUTPUT:,}"))
        if (now := output.count(mark.encode()) - 1) > ended:
            ended = now
            watch(ended)
    if process.poll() is None:
        raise SessionError(message("session.too-long", seconds=f"{seconds:g}"))
    return bytes(output)


def _parts(process: subprocess.Popen[bytes], end: float) -> Iterator[bytes]:
    """What `process` prints, as it comes, until it ends or `end` is reached; its children are left alone."""
    stream: IO[bytes] = process.stdout  # type: ignore[assignment]
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        while time.monotonic() < end:
            over = process.poll() is not None
            if selector.select(0 if over else 0.2):
                part = os.read(stream.fileno(), 65_536)
                if not part:
                    with suppress(subprocess.TimeoutExpired):  # it has closed its outputs, and goes on
                        process.wait(max(end - time.monotonic(), 0))
                    return
                yield part
            elif over:
                return


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the session's whole group of processes, after Ctrl-C as well."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


def _transcript(recordings: Sequence[Recording], output: str, mark: str) -> tuple[Step, ...]:
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
