"""`python -m macros doctor`: what is wrong in a vault, and what can be mended."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict

from macros.vault import Problem, Vault, report
from macros.vault.baseline import entry
from macros.vault.repair import Revision
from macros.vault.survey import survey

_BOLD, _RED, _YELLOW, _GREEN, _DIM, _PLAIN = "\033[1m", "\033[31m", "\033[33m", "\033[32m", "\033[2m", "\033[0m"


def examine(vault: Vault) -> tuple[Problem, ...]:
    """Everything that can be said of the vault, in the order of path and line."""
    return tuple(sorted({*report(vault), *survey(vault)}))


def fails(problems: Iterable[Problem], *, strict: bool) -> bool:
    """True when one of `problems` is more than a notice, or with `strict` when there is any."""
    return any(strict or not problem.notice for problem in problems)


def as_text(problems: tuple[Problem, ...], baseline: frozenset[str], *, colour: bool) -> Iterator[str]:
    """The problems by note, and a last line that counts them; known ones are only counted."""
    paint = _painter(colour=colour)
    told = [problem for problem in problems if entry(problem) not in baseline]
    path = ""
    for problem in told:
        if problem.path != path:
            path = problem.path
            yield paint(_BOLD, path)
        mark = paint(_YELLOW, "·") if problem.notice else paint(_RED, "✗")
        suggestion = paint(_DIM, f" ({problem.suggestion})") if problem.suggestion else ""
        yield f"  {mark} {problem.line}: {problem.message}{suggestion} {paint(_DIM, problem.code)}"
    counts = Counter(problem.notice for problem in told)
    known = f", {len(problems) - len(told)} known" if len(told) < len(problems) else ""
    summary = f"{counts[False]} to mend, {counts[True]} worth a look{known}"
    yield paint(_RED if counts[False] else _GREEN, summary)


def as_json(problems: Iterable[Problem], baseline: frozenset[str]) -> str:
    """The problems as a JSON list of objects: path, line, code, message, suggestion, notice, known."""
    objects = [asdict(problem) | {"known": entry(problem) in baseline} for problem in problems]
    return json.dumps(objects, ensure_ascii=False, indent=2)


def as_diff(revisions: Iterable[Revision], *, colour: bool) -> Iterator[str]:
    """What the revisions change, as a unified diff."""
    paint = _painter(colour=colour)
    for revision in revisions:
        before, after = revision.before.splitlines(), revision.after.splitlines()
        for line in difflib.unified_diff(before, after, revision.path, revision.path, n=0, lineterm=""):
            yield paint({"-": _RED, "+": _GREEN, "@": _DIM}.get(line[0], ""), line)


def write(revisions: Iterable[Revision]) -> None:
    """Write the revised notes, line ends and all."""
    for revision in revisions:
        revision.location.write_bytes(revision.after.encode())


def _painter(*, colour: bool) -> Callable[[str, str], str]:
    return lambda style, text: f"{style}{text}{_PLAIN}" if colour and style else text
