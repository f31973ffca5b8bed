"""What our notes promise before they are built."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from macros.commands.engines import ENGINES
from macros.commands.library import Library
from macros.commands.properties import DISPLAY
from macros.commands.recording import State
from macros.hosts.engine import load
from macros.vault import Vault
from tests.conftest import REPOSITORY


def test_every_recording_is_true_and_each_engine_has_one() -> None:
    """As it was written by the tool; `make check` says whether it still happens."""
    library = Library.of(Vault.scan(REPOSITORY / "docs"))

    assert library.problems == ()
    assert {recording.state for recording in library.recordings.values()} == {State.TRUE, State.DISPLAY}
    assert {recording.engine for recording in library.recordings.values()} == {*ENGINES, DISPLAY}


def test_the_doctor_finds_nothing_to_mend() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "macros", "doctor"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "고칠 것 0개, 볼 만한 것 0개, 아는 것 1개\n"


def test_in_a_checkout_the_vault_is_that_of_its_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    monkeypatch.setenv("KB_VAULT", "")

    assert Path(load(None).docs_dir) == REPOSITORY / "docs"
