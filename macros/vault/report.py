"""What is wrong with the links of a vault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.language import NOTHING, message
from macros.vault.baseline import without_known
from macros.vault.findings import FindAll, Findings, find_each
from macros.vault.plugins import EXCALIDRAW
from macros.vault.problem import Problem
from macros.vault.vault import Vault


def report(vault: Vault, find_all: FindAll = find_each) -> tuple[Problem, ...]:
    """Every problem of the vault, in the order of path and line; each link that is wrong is told once.

    Those of the vault's baseline are notices. `find_all` looks at the links of each note.
    """
    found = find_all(vault)
    problems = [*vault.problems, *(problem for findings in found.values() for problem in findings.problems)]
    problems += _left_out(found)
    problems += _cycles(found)
    return tuple(sorted(set(without_known(problems, vault.baseline))))


def only_in_obsidian(vault: Vault) -> frozenset[str]:
    """The files that notes refer to and only Obsidian can show."""
    return frozenset(path for findings in find_each(vault).values() for path, *_ in findings.closed)


def _left_out(found: Mapping[str, Findings]) -> Iterator[Problem]:
    """The files that only Obsidian can show, each told where a note refers to it first."""
    told: set[str] = set()
    for path, findings in found.items():
        for file, plugin, line in findings.closed:
            if file not in told:
                told.add(file)
                way_out = message("plugin.export") if plugin == EXCALIDRAW else NOTHING
                said = message("plugin.left-out", path=file, plugin=plugin)
                yield Problem(path, line, "plugin", said, way_out, notice=True)


def _cycles(found: Mapping[str, Findings]) -> Iterator[Problem]:
    """Notes that show themselves through embeds: each embed that closes a circle is a problem."""
    reached: dict[str, set[str]] = {}
    for path, findings in found.items():
        for target, embed, line in findings.embeds:
            if target not in reached:
                reached[target] = _reached(found, target)
            if path in reached[target]:
                told = message("problem.cycle", reference=embed)
                yield Problem(path, line, "cycle", told, message("suggest.link"))


def _reached(found: Mapping[str, Findings], start: str) -> set[str]:
    reached, waiting = set[str](), [start]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            waiting += [target for target, *_ in found[path].embeds] if path in found else ()
    return reached
