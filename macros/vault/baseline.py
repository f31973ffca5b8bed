"""Problems that an author knows of and leaves: they are told, but fail no build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from macros.vault.names import nfc
from macros.vault.problem import Problem
from macros.vault.regular import read_regular

BASELINE = ".kb-baseline"
"""The file at the root of a vault: a known problem a line, without its line number; `#` starts a comment."""

LEAK = "leak"
"""The code of a problem of a site, not of a note: its line begins so."""


def read_baseline(root: Path) -> frozenset[str]:
    """The problems known in the vault `root`; none where there is no such file."""
    try:
        lines = read_regular(root / BASELINE).decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return frozenset()
    return frozenset(nfc(line.strip()) for line in lines if line.strip() and not line.startswith("#"))


def without_known(problems: Iterable[Problem], baseline: frozenset[str]) -> Iterator[Problem]:
    """The same problems, those of `baseline` as notices."""
    for problem in problems:
        yield replace(problem, notice=True) if entry(problem) in baseline else problem


def entry(problem: Problem) -> str:
    """The line that stands for `problem` in a baseline: it holds when lines move."""
    where = f"{LEAK} {problem.path}" if problem.code == LEAK else problem.path
    return f"{where}: {problem.message}"


def written(root: Path, head: str, lines: Iterable[str]) -> None:
    """Write the baseline of the vault `root`: `head` as a comment, then `lines`, each once."""
    (root / BASELINE).write_text("\n".join([f"# {head}", *dict.fromkeys(lines), ""]), "utf-8")
