"""`python -m mkdocs …` and `python -m macros …`, each in a process of its own, forked of one that has loaded them.

To load them takes a second, to build five notes a third of one. Nothing else is shared: a process has its own folder
and environment, and ends as it would in a terminal. A test that is about how Python is started starts Python.
"""

from __future__ import annotations

import os
import runpy
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from multiprocessing import forkserver, get_context
from multiprocessing.context import ForkServerContext
from pathlib import Path
from subprocess import CompletedProcess, TimeoutExpired

import pytest

_LOADED = (
    *("macros.cli.maru", "macros.cli.build", "macros.hosts.mkdocs", "mkdocs.commands.build", "mkdocs_macros.plugin"),
    *("material.plugins.search.plugin", "material.templates", "pymdownx.superfences", "markdown.extensions.tables"),
)


def run(
    program: str, *arguments: str, cwd: Path, env: Mapping[str, str], timeout: float = 600
) -> CompletedProcess[str]:
    """What `program`, a module, does with `arguments` in the folder `cwd`; TimeoutExpired after `timeout` seconds."""
    command = (program, *arguments)
    with tempfile.TemporaryDirectory(prefix="maru-said-") as folder:
        said = Path(folder) / "stdout", Path(folder) / "stderr"
        process = _server().Process(target=_become, args=(command, cwd, dict(env), said))
        process.start()
        process.join(timeout)
        if process.exitcode is None:
            process.kill()
            process.join()
            raise TimeoutExpired(command, timeout)
        out, err = (file.read_text("utf-8") for file in said)
    return CompletedProcess(command, process.exitcode, out, err)


@cache
def _server() -> ForkServerContext:
    """That which has loaded them; it ends with the process that asked for it."""
    context = get_context("forkserver")
    context.set_forkserver_preload([*_LOADED])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        forkserver.ensure_running()
    return context


def _become(command: tuple[str, ...], folder: Path, environment: dict[str, str], said: tuple[Path, Path]) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, file in enumerate(said, 1):
        with file.open("wb") as written:
            os.dup2(written.fileno(), number)
    program, *arguments = command
    sys.argv = [program, *arguments]
    runpy.run_module(program, run_name="__main__", alter_sys=True)
