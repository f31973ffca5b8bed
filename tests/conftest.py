"""Vaults of five lines, and sites built from them."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import HealthCheck, settings

from macros.commands.place import sandbox_fault
from macros.commands.place.place import SEARCHED
from tests.processes import run

pytest_plugins = ("tests.browser",)

# How long an example takes says how busy the machine is, and nothing of what is tested.
settings.register_profile("maru", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("maru")
REPOSITORY = Path(__file__).parent.parent
Write = Callable[..., Path]
Build = Callable[..., "Site"]
Serve = Callable[..., str]


@dataclass(frozen=True)
class Site:
    """A built site, and what the build said."""

    folder: Path
    output: str
    exit_code: int

    def page(self, address: str = "") -> BeautifulSoup:
        return BeautifulSoup((self.folder / address / "index.html").read_text("utf-8"), "lxml")

    def article(self, address: str = "") -> Tag:
        found = self.page(address).select_one("article")
        assert found is not None
        return found

    def files(self) -> set[str]:
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}

    @property
    def warnings(self) -> list[str]:
        return [line.split("kb: ", 1)[1] for line in self.output.splitlines() if "WARNING" in line and "kb: " in line]


@pytest.fixture(scope="session", autouse=True)
def no_vault_but_its_own() -> Iterator[None]:
    """A build that names no vault finds none, so that no test stands on the notes of docs/."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KB_VAULT", str(REPOSITORY / "a vault that no test named"))
        yield


_NEEDS = "it needs namespaces of the kernel"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """What runs a recording needs the kernel's namespaces: where there are none it is skipped, and fails in CI."""
    marker = item.get_closest_marker("needs_namespaces")
    if marker and (reason := _refusal(*marker.args)):
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"{_NEEDS}: {reason}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Count what was skipped for want of namespaces, with the reason, where nobody can overlook it."""
    told = [str(report.longrepr[2]).removeprefix("Skipped: ") for report in terminalreporter.getreports("skipped")]
    for reason, count in sorted(Counter(text for text in told if _NEEDS in text).items()):
        terminalreporter.write_line(f"NOT RUN: {count}, for {reason}", yellow=True)


def _refusal(*programs: str) -> str:
    """Why no namespaces can be had here, or which of `programs` is missing; else empty."""
    missing = (program for program in programs if not shutil.which(program, path=SEARCHED))
    return next((f"{program} is not installed" for program in missing), "") or str(sandbox_fault(Path("/")))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """`write("a.md: # A", ("b.png", b"…"))` makes a vault on disk."""

    def written(*files: str | tuple[str, bytes]) -> Path:
        return put(tmp_path / "vault", *files)

    return written


def put(folder: Path, *files: str | tuple[str, bytes]) -> Path:
    """`folder` with `files` in it, as `write` takes them."""
    folder.mkdir(exist_ok=True)
    for file in files:
        path, data = file if isinstance(file, tuple) else _parted(file)
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build a vault as a user does: `KB_VAULT=… mkdocs build`, with the shipped mkdocs.yml."""

    def built(vault: Path, *options: str, **environment: str) -> Site:
        folder = tmp_path / "site"
        own = {"KB_VAULT": str(vault), "NO_MKDOCS_2_WARNING": "1", **environment}
        done = run("mkdocs", "build", "-d", str(folder), *options, cwd=REPOSITORY, env={**os.environ, **own})
        return Site(folder, done.stdout + done.stderr, done.returncode)

    return built


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the engine and its configuration, to be edited."""
    root = tmp_path / "project"
    half_written = shutil.ignore_patterns("*.pyc.*")  # by another process; compiled modules themselves save a second
    shutil.copytree(REPOSITORY / "macros", root / "macros", ignore=half_written)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    (root / "overrides").symlink_to(REPOSITORY / "overrides")
    (root / "docs").mkdir()
    return root


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Start `mkdocs serve` in a project; what it gives is the site's address."""
    with contextlib.ExitStack() as stack:

        def served(root: Path, **environment: str) -> str:
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                address = f"127.0.0.1:{free.getsockname()[1]}"
            log = stack.enter_context((tmp_path / "serve.log").open("wb"))
            inherited = {name: value for name, value in os.environ.items() if name != "KB_VAULT"}
            process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
                cwd=root,
                env={**inherited, "NO_MKDOCS_2_WARNING": "1", **environment},
                stdout=log,
                stderr=log,
            )
            stack.callback(process.wait, 10)
            stack.callback(process.terminate)
            return f"http://{address}/"

        yield served


def fetch(address: str) -> str:
    """The text at `address`, empty while there is none."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - a server of this test
            return str(answer.read().decode())
    except OSError:
        return ""


def wait_for(condition: Callable[[], object], seconds: float = 30) -> bool:
    """True as soon as `condition` holds, False when it does not hold in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


def _parted(file: str) -> tuple[str, bytes]:
    path, _, text = file.partition(":")
    return path, (text.removeprefix(" ") + "\n").encode()
