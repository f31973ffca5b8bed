"""Work that a process of its own does beside the build, where the machine can start one at no cost."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TypeVar, cast

from macros.render import collector
from macros.render.workers import be_a_worker, worker_count

R = TypeVar("R")


def beside(work: Callable[[], R]) -> Callable[[], R | None] | None:
    """Begin `work`; what comes back waits for its result, which is None when it failed: then the caller does it.

    The process is a fork, which knows what this one knows. Where that is not safe (not Linux, or several threads), or
    there is no second processor, nothing is begun: None.
    """
    if worker_count() < 2 or sys.platform != "linux" or threading.active_count() > 1:  # noqa: PLR2004 - this one and another
        return None
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, there, here), daemon=True)  # it ends with a build that fails
    with collector.nothing_moves():
        process.start()
    there.close()

    def result() -> R | None:
        made = None
        with here, suppress(EOFError, OSError):
            made = cast(R, here.recv())
        process.join()
        return made

    return result


def _work(work: Callable[[], R], there: Connection, here: Connection) -> None:
    be_a_worker()
    here.close()
    with suppress(Exception):
        there.send(work())
    there.close()
