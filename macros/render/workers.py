"""Work that is shared out to processes, where the machine can start them at no cost."""

from __future__ import annotations

import multiprocessing
import os
import signal
import struct
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Any, TypeVar, cast

from macros.language import Message, message
from macros.render import collector

T = TypeVar("T")
R = TypeVar("R")
FEWEST = 24
"""Items below which a second process costs more than it brings."""
_FEWEST_AT_ONCE = 6
_TURN = struct.Struct("=LL")


def worker_count() -> int:
    """Processes that work at once: one for each processor, or what the environment's `KB_WORKERS` says."""
    wanted = os.environ.get("KB_WORKERS", "")
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(int(wanted), 1) if wanted.isdigit() else available


def in_parallel(work: Callable[[T], R], items: Sequence[T], tell: Callable[[Message], None]) -> Iterator[tuple[int, R]]:
    """The results of `work` by the index of their item, in whatever order they come.

    What fails or is lost with its process is left out: the caller does it, and so meets the error. The processes are
    forks, which know what this one knows; where that is not safe (not Linux, or several threads), nothing is done.
    """
    count = min(worker_count(), len(items) * 2 // FEWEST)
    if count <= 1 or sys.platform != "linux" or threading.active_count() > 1:
        return
    with collector.nothing_moves():
        yield from _results(_started(work, items, count), tell)


def be_a_worker() -> None:
    """Let this process work for the one above it, and end with it: a build that is killed leaves nothing that runs."""
    for number in (signal.SIGINT, signal.SIGTERM):  # whoever ends a build is told so once, by the process above
        signal.signal(number, signal.SIG_DFL)
    collector.pause()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)


def _started(work: Callable[[T], R], items: Sequence[T], count: int) -> dict[Connection, ForkProcess]:
    """Processes, each with the end of the pipe that its results come out of."""
    context = multiprocessing.get_context("fork")
    turns = _Turns(len(items), count)
    processes = {}
    for _ in range(count):
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(work, items, turns, there, here))
        process.start()
        there.close()
        processes[here] = process
    turns.close()
    return processes


def _results(processes: Mapping[Connection, ForkProcess], tell: Callable[[Message], None]) -> Iterator[tuple[int, Any]]:
    """What comes out of the pipes; when nobody wants more of it, the processes end."""
    open_ends = [*processes]
    try:
        while open_ends:
            for ready in wait(open_ends):
                try:
                    yield cast(Connection, ready).recv()
                except (EOFError, OSError):
                    open_ends.remove(cast(Connection, ready))
    finally:
        for process in processes.values():
            process.join() if not open_ends else process.kill()
            if process.exitcode and not open_ends:
                tell(message("build.worker-died", code=process.exitcode))


class _Turns:
    """Indices of items, of which each process takes some neighbours when it has done the last ones.

    Neighbours have much in common, so that the first turns are long; the last ones are short, so that all end together
    (guided self-scheduling, Polychronopoulos and Kuck 1987). They wait in a pipe, which holds all of them.
    """

    def __init__(self, count: int, processes: int) -> None:
        self._taking, giving = os.pipe()
        first = 0
        while first < count:
            after = min(first + max((count - first) // (processes * 2), _FEWEST_AT_ONCE), count)
            os.write(giving, _TURN.pack(first, after))
            first = after
        os.close(giving)

    def __iter__(self) -> Iterator[int]:
        while turn := os.read(self._taking, _TURN.size):
            yield from range(*_TURN.unpack(turn))

    def close(self) -> None:
        os.close(self._taking)


def _work(work: Callable[[T], R], items: Sequence[T], turns: _Turns, there: Connection, here: Connection) -> None:
    be_a_worker()
    here.close()
    for index in turns:
        with suppress(Exception):
            there.send((index, work(items[index])))
    there.close()
