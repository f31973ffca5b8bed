"""The lexicon: developers' terms find each other in Korean and English, and harm no vault about something else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.search.lexicon import Lexicon, shipped
from tests.search.conftest import Call, WriteIndex


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """The rows of a table beside this file."""
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(cell.strip() for cell in line.split("|"))


def found(call: Call, index: Path, query: str) -> list[str]:
    """The titles of the notes that a query finds, in their order."""
    return [item["location"].rstrip("/") for item, *_ in call("answer", "answer", query, index=index)["items"]]


@pytest.fixture(scope="module")
def terms(write_index: WriteIndex) -> Path:
    return write_index({f"글 {at}": ("", f"<p>{text}.</p>") for at, (text, _) in enumerate(rows("synonyms.txt"))})


@pytest.mark.parametrize(("at", "query"), [(at, query) for at, (_, query) in enumerate(rows("synonyms.txt"))])
def test_a_term_is_found_by_what_else_it_is_called(call: Call, terms: Path, at: int, query: str) -> None:
    assert f"글 {at}" in found(call, terms, query)[:5]
