"""Work that is shared out to processes, where the machine can start them at no cost."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import TypeVar, cast

from macros.language import Message, message

T = TypeVar("T")
R = TypeVar("R")
FEWEST = 24
"""Items below which a second process costs more than it brings."""
_AT_ONCE = 12
"""Neighbours that go to the same process, for they have much in common."""


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
    context = multiprocessing.get_context("fork")
    gc.freeze()  # what is shared stays shared
    processes, open_ends = [], []
    for number in range(count):
        here, there = context.Pipe(duplex=False)
        mine = [index for index in range(len(items)) if index // _AT_ONCE % count == number]
        process = context.Process(target=_work, args=(work, items, mine, there, here))
        process.start()
        there.close()
        processes.append(process)
        open_ends.append(here)
    try:
        while open_ends:
            for ready in wait(open_ends):
                try:
                    yield cast(Connection, ready).recv()
                except (EOFError, OSError):
                    open_ends.remove(cast(Connection, ready))
    finally:
        gc.unfreeze()
        for process in processes:
            process.join() if not open_ends else process.kill()
            if process.exitcode and not open_ends:
                tell(message("build.worker-died", code=process.exitcode))


def _work(work: Callable[[T], R], items: Sequence[T], mine: Sequence[int], there: Connection, here: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # whoever interrupts a build is told so once, by the process above
    here.close()
    gc.disable()
    for index in mine:
        with suppress(Exception):
            there.send((index, work(items[index])))
    there.close()
