"""The nightly run: what a recording gives now is written down and proposed, and nothing else is touched."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

SCRIPT = REPOSITORY / ".github/drift.sh"
RECORDING = "---\ntitle: {0}\nengine: shell\n---\n$ echo {0}\n{0}\n"
GH = '#!/bin/sh\nprintf "%s\\n" "$@" >"$TOLD"\ncat >>"$TOLD"\n'


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with two recordings that are true, a remote, and a `gh` that writes down what it is asked."""
    folder, programs = tmp_path / "checkout", tmp_path / "bin"
    recordings = folder / "docs" / "commands" / "shell"
    recordings.mkdir(parents=True)
    (folder / "docs/index.md").write_text("글", "utf-8")
    for name in ("하나", "둘"):
        (recordings / f"{name}.console").write_text(RECORDING.format(name), "utf-8")
    programs.mkdir()
    (programs / "gh").write_text(GH, "utf-8")
    (programs / "gh").chmod(0o755)
    for name, value in {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "TOLD": str(tmp_path / "told"),
        "RECORD": f"cd {REPOSITORY} && {sys.executable} -m macros record --changed --yes --vault {folder / 'docs'}",
        **{f"GIT_{who}_{what}": "drift@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }.items():
        monkeypatch.setenv(name, value)
    subprocess.run(os.environ["RECORD"], shell=True, check=True, capture_output=True)  # noqa: S602 - our own
    git(tmp_path, "init", "--quiet", "--bare", "remote.git")
    git(folder, "init", "--quiet")
    git(folder, "remote", "add", "origin", str(tmp_path / "remote.git"))
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "recorded")
    return folder


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def drift(folder: Path) -> str:
    return subprocess.run([SCRIPT], cwd=folder, check=True, capture_output=True, text=True).stdout


def test_what_gives_something_else_is_proposed_with_its_diff(checkout: Path, tmp_path: Path) -> None:
    planted = checkout / "docs/commands/shell/하나.console"
    planted.write_text(planted.read_text("utf-8").replace("echo 하나", "echo 셋"), "utf-8")
    git(checkout, "commit", "--quiet", "--all", "--message", "a program that says something else")

    assert "Every recording" not in drift(checkout)

    told = (tmp_path / "told").read_text("utf-8")
    (branch,) = git(tmp_path / "remote.git", "for-each-ref", "--format=%(refname:short)").split()
    assert branch.startswith("drift/") and f"--head\n{branch}\n" in told
    assert "-하나\n+셋\n" in told
    changed = git(checkout, "diff", "--name-only", "-z", "HEAD~").split("\0")[:-1]
    assert changed == [planted.relative_to(checkout).as_posix()]


def test_where_all_give_what_they_gave_nothing_is_proposed(checkout: Path, tmp_path: Path) -> None:
    assert "Every recording gives what it gave." in drift(checkout)
    assert not (tmp_path / "told").exists()
    assert git(checkout, "status", "--porcelain") == ""
