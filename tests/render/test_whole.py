"""While a site is built, or is not, whoever reads it meets the old one or the new one: as a whole, and at any moment.

`KB_KILLS` says how often; `make bench` says 50.
"""

from __future__ import annotations

import os
import random
import re
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

KILLS = int(os.environ.get("KB_KILLS", "1"))
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
EVENTS = ("on_config", "on_files", "on_nav", "on_env", "on_page_context", "on_post_page", "on_post_build")
NOTES = 30
SECRET, YOUNG = "비밀/index.html", "새 글/index.html"
"""Pages of the even editions, and of the odd ones: a note is a draft in turns, and another is there."""
BREAKING = """
def {event}(*_, **named):
    raise RuntimeError("another plugin")
"""


class Vault:
    """Notes that all say which edition they are of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.edition = -1
        self.turn()

    def turn(self) -> None:
        """Edit each note."""
        self.edition += 1
        self.folder.mkdir(exist_ok=True)
        for number in range(NOTES):
            self._write(f"글{number}", f"판 {self.edition}. [[글{number + 1}]] [[비밀]] [[새 글]]")
        self._write("비밀", f"---\ndraft: {'true' if self.edition % 2 else 'false'}\n---\n판 {self.edition}. 속마음")
        self._write("새 글", f"---\ndraft: {'false' if self.edition % 2 else 'true'}\n---\n판 {self.edition}.")

    def _write(self, name: str, text: str) -> None:
        (self.folder / f"{name}.md").write_text(text, "utf-8")


def edition_of(page: Path) -> int | None:
    """The edition that a page says it is of, as a web server reads it; None where there is no such page."""
    try:
        found = re.search(r"판 (\d+)\.", page.read_text("utf-8"))
    except FileNotFoundError:
        return None
    assert found, f"half of a page: {page}"
    return int(found[1])


def online_edition(site: Path) -> int:
    edition = edition_of(site / "글0/index.html")
    assert edition is not None
    return edition


def has(edition: int, page: str) -> bool:
    """True when that edition has such a page."""
    return edition % 2 == {SECRET: 0, YOUNG: 1}.get(page, edition % 2)


@contextmanager
def read_all_the_time(site: Path, old: int, new: int) -> Iterator[None]:
    """Read every page again and again; each answer is of edition `old` or `new`, and never goes back to `old`."""
    names = [*(f"글{number}/index.html" for number in range(NOTES)), SECRET, YOUNG]
    over, wrong, seen, answers = threading.Event(), list[str](), old, 0

    def read() -> None:
        nonlocal seen, answers
        while not over.is_set():
            for name in names:
                found = edition_of(site / name)
                may_be = [edition for edition in (old, new) if has(edition, name) is (found is not None)]
                if found is not None:
                    may_be = [edition for edition in may_be if edition == found]
                if not may_be or (seen == new and new not in may_be):
                    wrong.append(f"{name}: {found} after {seen}, of {old} and {new}")
                elif old not in may_be:
                    seen = new
                answers += 1

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield
    finally:
        over.set()
        reader.join()
    assert wrong == []
    assert answers > len(names)


class Builder:
    """Builds the vault into the site, in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.vault, self.site = Vault(folder / "vault"), folder / "www/site"
        self._command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(self.site)]
        self._environment = {**os.environ, "KB_VAULT": str(self.vault.folder), "KB_CACHE": str(folder / "cache")}
        begun = time.monotonic()
        assert self.end(self.start()) == (0, "")
        self.takes = time.monotonic() - begun
        self.online = self.vault.edition

    def start(self, *options: str, prepare: Callable[[], None] | None = None) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*self._command, *options],
            cwd=REPOSITORY,
            env={**self._environment, "NO_MKDOCS_2_WARNING": "1", "KB_LANGUAGE": "en"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            preexec_fn=prepare,  # noqa: PLW1509 - the reader holds no lock that matters to it
        )

    @staticmethod
    def end(process: subprocess.Popen[str]) -> tuple[int, str]:
        told = process.communicate()[0]
        return process.returncode, told

    def build(
        self,
        *options: str,
        stop: Callable[[subprocess.Popen[str]], None] = lambda _: None,
        prepare: Callable[[], None] | None = None,
    ) -> tuple[int, str]:
        """Build the next edition while somebody reads, and `stop` that; the exit code, and what was told."""
        self.vault.turn()
        with read_all_the_time(self.site, self.online, self.vault.edition):
            process = self.start(*options, prepare=prepare)
            stop(process)
            ended = self.end(process)
        self.online = online_edition(self.site)
        assert self.online == self.vault.edition or ended[0] != 0
        assert (self.site / SECRET).exists() is (self.online % 2 == 0)
        assert not [path for path in self.site.rglob("*") if path.name.startswith(".")]
        return ended

    def left(self) -> list[str]:
        """What there is beside the site."""
        return [path.name for path in self.site.parent.iterdir() if path != self.site]


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """One for all tests here, each of which goes on from the site that the one before it left."""
    return Builder(tmp_path_factory.mktemp("whole"))


def after(dice: random.Random, builder: Builder, number: signal.Signals) -> Callable[[subprocess.Popen[str]], None]:
    """Sends a signal at some moment of a build, most often near its end."""

    def send(process: subprocess.Popen[str]) -> None:
        time.sleep(builder.takes * dice.triangular(0.2, 1.1, 0.9))
        os.killpg(process.pid, number)

    return send


def test_builds(builder: Builder) -> None:
    for _ in range(KILLS):
        assert builder.build() == (0, "")
        assert builder.left() == []


def test_kills(builder: Builder) -> None:
    dice = random.Random(1)
    for _ in range(KILLS):
        builder.build(stop=after(dice, builder, signal.SIGKILL))
    assert builder.build()[0] == 0
    assert builder.left() == []


def test_signals(builder: Builder) -> None:
    dice = random.Random(2)
    for number in range(max(KILLS * 2 // 5, 1)):
        code, told = builder.build(stop=after(dice, builder, SIGNALS[(number + 1) % 3]))
        assert code == 0 or "Traceback" not in told or "site-packages/mkdocs/__main__" in told, told
        assert builder.left() == []


def test_plugins_of_others_that_fail(builder: Builder, project: Path) -> None:
    config, before = project / "mkdocs.yml", builder.online
    text = config.read_text("utf-8").replace("[macros/mkdocs_hook.py]", "[macros/mkdocs_hook.py, theirs.py]")
    config.write_text(text, "utf-8")
    for event in (EVENTS * 2)[-max(KILLS // 5, 1) :]:
        (project / "theirs.py").write_text(BREAKING.format(event=event), "utf-8")
        code, told = builder.build("-f", str(config))
        assert code != 0
        assert "another plugin" in told
        assert (builder.online, builder.left()) == (before, [])


def test_a_full_disk(builder: Builder) -> None:
    before = builder.online
    code, told = builder.build(prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000)))
    assert (code, builder.online, builder.left()) == (1, before, [])
    assert [line for line in told.splitlines() if "a file could not be written or read: File too large" in line]
    assert "Traceback" not in told

    assert builder.build()[0] == 0
