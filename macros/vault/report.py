"""What is wrong with the links of a vault."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from macros.language import NOTHING, message
from macros.vault.baseline import without_known
from macros.vault.index import Ambiguous, Missing, OnlyInObsidian
from macros.vault.mention import Mention
from macros.vault.nearest import did_you_mean, nearest
from macros.vault.note import Note
from macros.vault.plugins import EXCALIDRAW
from macros.vault.problem import Problem
from macros.vault.vault import Vault


def report(vault: Vault) -> tuple[Problem, ...]:
    """Every problem of the vault, in the order of path and line; each link that is wrong is told once.

    Those of the vault's baseline are notices.
    """
    problems = list(vault.problems)
    for note in vault.notes.values():
        for mention in note.mentions:
            problems += _link_problems(vault, note, mention)
    problems += [_left_out(*first) for first in only_in_obsidian(vault).values()]
    problems += _cycles(vault)
    return tuple(sorted(set(without_known(problems, vault.baseline))))


def only_in_obsidian(vault: Vault) -> Mapping[str, tuple[OnlyInObsidian, str, int]]:
    """The files that notes refer to and only Obsidian can show, each with the note and the line that do so first."""
    found: dict[str, tuple[OnlyInObsidian, str, int]] = {}
    for path, note in vault.notes.items():
        for mention in note.mentions:
            resolution = vault.resolve(mention.reference, path)
            if isinstance(resolution, OnlyInObsidian):
                found.setdefault(resolution.path, (resolution, path, mention.line))
    return found


def _left_out(closed: OnlyInObsidian, path: str, line: int) -> Problem:
    told = message("plugin.left-out", path=closed.path, plugin=closed.plugin)
    way_out = message("plugin.export") if closed.plugin == EXCALIDRAW else NOTHING
    return Problem(path, line, "plugin", told, way_out, notice=True)


def _link_problems(vault: Vault, note: Note, mention: Mention) -> Iterator[Problem]:
    reference = mention.reference
    resolution = vault.resolve(reference, note.path)
    if isinstance(resolution, OnlyInObsidian):
        return
    if isinstance(resolution, Missing):
        if vault.is_withheld(reference, note.path):
            told = message("problem.draft", reference=reference)
            yield Problem(note.path, mention.line, "draft", told, notice=True)
        else:
            is_file = reference.embed and posixpath.splitext(reference.name)[1]
            told = message("problem.no-file" if is_file else "problem.no-note", name=reference.name)
            way_out = message("suggest.add" if is_file else "suggest.write", reference=reference)
            close = did_you_mean(vault.close_to(reference.name))
            yield Problem(note.path, mention.line, "missing", told, close or way_out)
        return
    if isinstance(resolution, Ambiguous):
        others = ", ".join(resolution.others)
        told = message("problem.ambiguous", reference=reference, path=resolution.path, others=others)
        yield Problem(note.path, mention.line, "ambiguous", told, message("suggest.folder"))
    if resolution.path in vault.notes and vault.fragment(resolution.path, reference) is None:
        yield _rotten(vault.notes[resolution.path], note.path, mention)


def _rotten(target: Note, path: str, mention: Mention) -> Problem:
    """A section or a block that its note has not, or has no more."""
    reference = mention.reference
    if reference.block:
        known = ", ".join(f"^{block.name}" for block in target.block_ids[:5])
        return Problem(
            path,
            mention.line,
            "block",
            message("problem.no-block", path=target.path, block=reference.block),
            message("suggest.blocks", blocks=known) if known else message("suggest.block-id"),
        )
    close = nearest(reference.sections[-1], (heading.text for heading in target.headings), 1)
    told = message("problem.no-heading", path=target.path, heading="#".join(reference.sections))
    return Problem(path, mention.line, "heading", told, did_you_mean(f"#{heading}" for heading in close))


def _cycles(vault: Vault) -> Iterator[Problem]:
    """Notes that show themselves through embeds; each embed that closes a circle is told."""
    shown: dict[str, list[tuple[str, Mention]]] = {}
    for path, note in vault.notes.items():
        for mention in note.mentions:
            if mention.reference.embed and not (mention.reference.sections or mention.reference.block):
                resolution = vault.resolve(mention.reference, path)
                if not isinstance(resolution, Missing) and resolution.path in vault.notes:
                    shown.setdefault(path, []).append((resolution.path, mention))
    reached: dict[str, set[str]] = {}
    for path, embeds in shown.items():
        for target, mention in embeds:
            if target not in reached:
                reached[target] = _reached(shown, target)
            if path in reached[target]:
                told = message("problem.cycle", reference=mention.reference)
                yield Problem(path, mention.line, "cycle", told, message("suggest.link"))


def _reached(shown: Mapping[str, list[tuple[str, Mention]]], start: str) -> set[str]:
    reached, waiting = set[str](), [start]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            waiting += [target for target, _ in shown.get(path, ())]
    return reached
