"""Vaults of five lines, and sites built from them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

REPOSITORY = Path(__file__).parent.parent
Write = Callable[..., Path]
Build = Callable[..., "Site"]


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


def _parted(file: str) -> tuple[str, bytes]:
    path, _, text = file.partition(":")
    return path, (text.removeprefix(" ") + "\n").encode()
