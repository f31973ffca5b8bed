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
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

pytest_plugins = ("tests.browser",)

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


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """`write("a.md: # A", ("b.png", b"…"))` makes a vault on disk."""

    def written(*files: str | tuple[str, bytes]) -> Path:
        root = tmp_path / "vault"
        root.mkdir(exist_ok=True)
        for file in files:
            path, data = file if isinstance(file, tuple) else _parted(file)
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        return root

    return written


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build a vault as a user does: `KB_VAULT=… mkdocs build`, with the shipped mkdocs.yml."""

    def built(vault: Path, *options: str, **environment: str) -> Site:
        folder = tmp_path / "site"
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-d", str(folder), *options],
            cwd=REPOSITORY,
            env={**os.environ, "KB_VAULT": str(vault), "NO_MKDOCS_2_WARNING": "1", **environment},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        return Site(folder, done.stdout + done.stderr, done.returncode)

    return built


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the engine and its configuration, to be edited."""
    root = tmp_path / "project"
    shutil.copytree(REPOSITORY / "macros", root / "macros", ignore=shutil.ignore_patterns("__pycache__"))
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
    """True as soon as `condition` holds, False when it has not by then."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


def _parted(file: str) -> tuple[str, bytes]:
    path, _, text = file.partition(":")
    return path, (text.removeprefix(" ") + "\n").encode()
