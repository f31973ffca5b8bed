"""The engine's tests stand on vaults of their own; what is true of the notes in docs/ is asked in tests/docs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.conftest import REPOSITORY

TESTS = Path(__file__).parent
DOCS = re.compile(r"[./]*docs(/.*)?")


def named_docs(source: str) -> Iterator[int]:
    """The lines that name docs/ of this repository, or of the current folder; `project / "docs"` is another's."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.BinOp(left=left, op=ast.Div(), right=right):
                ours = re.search(r"\b(REPOSITORY|__file__|cwd)\b", ast.unparse(left))
                parts: list[ast.expr] = [right] if ours else []
            case ast.Call(args=parts):
                pass
            case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.JoinedStr(values=parts):
                pass
            case _:
                continue
        for part in parts:
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and DOCS.fullmatch(part.value):
                yield node.lineno


def test_no_test_of_the_engine_names_the_notes() -> None:
    modules = [path for path in TESTS.rglob("*.py") if TESTS / "docs" not in path.parents]
    named = {path.name: list(named_docs(path.read_text("utf-8"))) for path in modules}

    assert len(named) > 20
    assert {name: lines for name, lines in named.items() if lines} == {}


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ('Vault.scan(REPOSITORY / "docs")', True),
        ('(REPOSITORY / "docs/index.md").read_text()', True),
        ('(Path(__file__).parent.parent / "docs" / "index.md").open()', True),
        ('(Path.cwd() / "docs")', True),
        ('REPOSITORY.joinpath("docs")', True),
        ('Path("docs/index.md")', True),
        ('main(["doctor", "--vault", "docs"])', True),
        ('f"{REPOSITORY}/docs/index.md"', True),
        ('os.path.join(REPOSITORY, "docs")', True),
        ('(project / "docs/가.md").write_text("글")', False),
        ('(REPOSITORY / "tests/e2e/notes/docker")', False),
        ('"docs" in {"docs", "macros"}', False),
    ],
)
def test_a_name_of_the_notes_is_seen(line: str, *, seen: bool) -> None:
    assert list(named_docs(line)) == ([1] if seen else [])


def test_a_build_that_names_no_vault_finds_none() -> None:
    with pytest.raises(Abort):
        load_config(str(REPOSITORY / "mkdocs.yml"))
