"""One shell session that runs recordings, bounded in time, memory, processes and output."""

from __future__ import annotations

import os
import secrets
import selectors
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import IO

from macros.commands.conversation import LARGEST_OUTPUT, SessionError, SessionSettings, script_of, steps_of
from macros.commands.place.bounds import bounded
from macros.commands.place.keys import leave_keys
from macros.commands.place.place import SEARCHED, Place
from macros.commands.recording import Recording
from macros.commands.transcript import Step
from macros.language import message

START = 60.0
"""Seconds that an engine may take to start, beside those of the commands."""

Watch = Callable[[int], None]
"""Is told how many commands have ended, each time one does."""


def run_session(
    recordings: Sequence[Recording],
    settings: SessionSettings,
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
        bounded(settings.processes, place.owner) as bounds,
        _readable(script_of(recordings, settings, mark, bounded=bool(bounds))) as script,
    ):
        command = [*bounds, *place.command, "bash", "--norc", "--noprofile", f"/proc/self/fd/{script}"]
        environment = {"PATH": SEARCHED, "HOME": place.home, "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "dumb"}
        with subprocess.Popen(  # noqa: S603 - to run an author's recording is what the author asked for
            command,
            env={**environment, **settings.environment},
            cwd="/",  # what started this has a folder that is nobody's business
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=(script, *place.handed),
            preexec_fn=leave_keys,  # noqa: PLW1509 - no thread runs here
        ) as process:
            try:
                output = _read(process, seconds, mark, lambda ended: watch(ended - skipped))
            finally:
                _end(process)
    return steps_of(recordings, output.decode("utf-8", errors="replace"), mark)[skipped:]


@contextmanager
def _readable(text: str) -> Iterator[int]:
    """A file with `text` that has no name and can only be read: its descriptor."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        descriptor = os.open(file.name, os.O_RDONLY)
        os.fchmod(descriptor, 0o444)  # by whatever user the place has
    try:
        yield descriptor
    finally:
        os.close(descriptor)


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
