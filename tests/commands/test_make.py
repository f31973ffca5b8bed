"""`make record` and `make check`: what they hand to the command, and what they make for it before."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY


def make(folder: Path, *arguments: str) -> str:
    """What `make` prints when Python is a program that shows what it is called with, in a checkout without a Debian."""
    (folder / "python").write_text('#!/bin/sh\nprintf "<%s>" "$@"\n', "utf-8")
    (folder / "python").chmod(0o755)
    (folder / "macros").symlink_to(REPOSITORY / "macros")
    command = ["make", "-f", f"{REPOSITORY}/Makefile", f"BIN={folder}", f"VENV={folder}", "-o", f"{folder}/.site"]
    alone = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}  # `make test` is one too
    made = subprocess.run([*command, *arguments], cwd=folder, env=alone, capture_output=True, text=True, check=True)
    return made.stdout


@pytest.mark.parametrize("verb", ["record", "check"])
def test_ids_with_blanks_and_quotes_come_through_and_no_debian_is_unpacked(tmp_path: Path, verb: str) -> None:
    said = make(tmp_path, verb, 'IDS=git/첫 커밋,  it\'s "3" (*) , 글.md#2')

    assert said == f"""<-m><macros><{verb}><git/첫 커밋><it's "3" (*)><글.md#2>"""
    assert not (tmp_path / ".cache").exists()


def test_all_recordings_are_run_in_the_debian(tmp_path: Path) -> None:
    said = make(tmp_path, "--dry-run", "check")

    assert "debian.sh .cache/debian" in said
    assert said.index("debian.sh") < said.index("macros check")
