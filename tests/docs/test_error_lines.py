"""An error line of our recordings, as another machine would print it, leads to a note that shows it."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from macros.commands.library import Library
from macros.vault import Vault
from tests.conftest import REPOSITORY
from tests.search import conftest
from tests.search.conftest import Call
from tests.search.disturbed import disturbed

call = conftest.call
WRONG = re.compile(
    r"error|denied|refused|not found|fatal|cannot|fail|no such|unable|invalid|conflict|거부", re.IGNORECASE
)
TIMES = 6
SEED = 15


@pytest.fixture(scope="module")
def pages(site: str, server: tuple[str, Path]) -> Mapping[str, str]:
    """The texts of the articles by their addresses on the site."""
    folder = server[1] / site.removeprefix(server[0])
    found = {}
    for file in folder.rglob("index.html"):
        article = re.search(r"<article.*?</article>", file.read_text("utf-8"), re.DOTALL)
        if article:
            found[f"{file.parent.relative_to(folder).as_posix()}/"] = unescape(re.sub(r"<[^>]+>", "", article[0]))
    return found


def error_lines() -> list[str]:
    """The lines of recorded outputs that say that something is wrong."""
    steps = (step for of in Library.of(Vault.scan(REPOSITORY / "docs")).recordings.values() for step in of.steps)
    return sorted({line.strip() for step in steps for line in step.output.split("\n") if WRONG.search(line)})


def test_an_error_of_another_machine_finds_a_note_that_shows_it(
    call: Call,
    pages: Mapping[str, str],
    site: str,
    server: tuple[str, Path],
) -> None:
    index = server[1] / site.removeprefix(server[0]) / "search"
    lines = [line for line in error_lines() if any(line in text for text in pages.values())]
    dice = random.Random(SEED)  # noqa: S311
    asked = [(line, disturbed(line, dice)) for line in lines for _ in range(TIMES)]
    wrong = []
    for line, typed in asked:
        items = call("answer", "answer", typed, index=index)["items"]
        first = unquote(items[0][0]["location"]) if items else ""
        if line not in pages.get(first, ""):
            wrong.append(f"{typed} → {first}")

    assert len(asked) >= 60
    assert len(wrong) <= len(asked) * 0.1, "\n".join(wrong)
