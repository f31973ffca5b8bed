"""Work that another process does meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.render.beside import beside
from tests.conftest import REPOSITORY, wait_for


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


ORPHANS = """
import os, signal, sys, time
from pathlib import Path
from macros.render.beside import beside
from macros.render.workers import in_parallel

folder, kind, size = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])

def work(number):
    (folder / str(os.getpid())).touch()
    time.sleep(0.05)
    return "x" * size

if kind == "beside":
    beside(lambda: [work(number) for number in range(200)])
    time.sleep(0.5)
else:
    results = in_parallel(work, range(400), print)
    next(results)
    time.sleep(0.5)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize(("kind", "size"), [("beside", 1), ("parallel", 1), ("parallel", 200_000)])
def test_no_process_outlives_a_build_that_is_killed(tmp_path: Path, kind: str, size: int) -> None:
    """Neither one that is at work nor one that waits for somebody to take what it made."""
    command = [sys.executable, "-c", ORPHANS, str(tmp_path), kind, str(size)]
    subprocess.run(command, cwd=REPOSITORY, env={**os.environ, "KB_WORKERS": "3"}, timeout=30, check=False)
    began = [int(file.name) for file in tmp_path.iterdir()]

    assert len(began) == (1 if kind == "beside" else 3)
    assert wait_for(lambda: not any(is_running(pid) for pid in began), 2)


def is_running(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return False
