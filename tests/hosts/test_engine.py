"""Where the engine finds its configuration and the vault."""

from pathlib import Path

import pytest

from macros.hosts.engine import load
from tests.conftest import Write


def test_a_configuration_that_lies_with_the_notes_runs_nothing(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = write(
        "mkdocs.yml: hooks: [mine.py] # and not mkdocs_hook.py\ndocs_dir: notes",
        "mine.py: from pathlib import Path; Path(__file__).with_name('ran').touch()",
        "notes/글.md: 글",
    )
    monkeypatch.chdir(vault)
    monkeypatch.delenv("KB_VAULT")
    config = load(None)

    assert Path(config.docs_dir) == vault
    assert not (vault / "ran").exists()


def test_a_vault_is_named_from_the_current_folder(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = write("글.md: 글")
    monkeypatch.chdir(vault.parent)
    monkeypatch.setenv("KB_VAULT", vault.name)

    assert Path(load(None).docs_dir) == vault == Path(load(Path(vault.name)).docs_dir)
