"""Work that another process does meanwhile."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable

import pytest

from macros.render.beside import beside


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_WORKERS", "2")
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # the browser of other tests has a thread


def begun(work: Callable[[], object]) -> Callable[[], object]:
    result = beside(work)
    assert result
    return result


def test_another_process_does_the_work() -> None:
    assert begun(lambda: (os.getpid(), "x" * 1_000_000))() != (os.getpid(), "x" * 1_000_000)
    assert begun(lambda: ["가"])() == ["가"]


def test_what_fails_or_is_lost_is_none() -> None:
    assert begun(lambda: 1 / 0)() is None
    assert begun(lambda: os.kill(os.getpid(), signal.SIGKILL))() is None


def test_one_processor_does_one_thing_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_WORKERS", "1")

    assert beside(lambda: 1) is None


def test_nothing_forks_beside_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)

    assert beside(lambda: 1) is None
