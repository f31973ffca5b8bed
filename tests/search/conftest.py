"""The modules of the search worker, in a JavaScript engine that pip installs; and indexes of small vaults."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from macros.search.article import sections
from macros.search.document import Document, document_of
from macros.search.index import files
from macros.search.lexicon import shipped
from tests.conftest import REPOSITORY

MODULES = REPOSITORY / "macros/browser/search"
Call = Callable[..., Any]
WriteIndex = Callable[..., Path]


@pytest.fixture(scope="session")
def call(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Call]:
    """`call("letters", "jamo", "값")`; where `index` names a folder, its index is the first argument."""
    command = [sys.executable, "-m", "deno", "run", "--no-config", "--no-remote", "--quiet", "--allow-read"]
    command += [str(Path(__file__).with_name("modules.js")), MODULES.as_uri()]
    environment = {**os.environ, "DENO_DIR": str(tmp_path_factory.mktemp("deno")), "DENO_NO_UPDATE_CHECK": "1"}
    engine = subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", bufsize=1
    )
    assert engine.stdin
    assert engine.stdout
    stdin, stdout = engine.stdin, engine.stdout

    def called(module: str, function: str, *given: object, index: Path | None = None) -> Any:
        stdin.write(json.dumps([module, function, given, str(index) if index else None]) + "\n")
        told = json.loads(stdout.readline())
        assert "error" not in told, told["error"]
        return told.get("made")

    yield called
    with engine:
        stdin.close()


@pytest.fixture(scope="session")
def write_index(tmp_path_factory: pytest.TempPathFactory) -> WriteIndex:
    """Writes the index of notes {title: (alias, html)}, which explain terms; what comes back is its folder."""

    def written(notes: Mapping[str, tuple[str, str]], *, with_lexicon: bool = True) -> Path:
        folder = tmp_path_factory.mktemp("index")
        documents = [term(title, alias, html) for title, (alias, html) in notes.items()]
        for name, text in files(
            documents, {of.path: f"{of.title}/" for of in documents}, shipped() if with_lexicon else None
        ):
            (folder / name).write_text(text, "utf-8")
        return folder

    return written


def term(title: str, alias: str, html: str) -> Document:
    return document_of(f"{title}.md", title, (), (alias,), sections(html), term=True)
