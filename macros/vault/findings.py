"""What the links of one note come to: what is wrong with them, and what the report of a whole vault needs of them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from macros.language import message
from macros.vault.index import Ambiguous, Missing, OnlyInObsidian, Resolution, Withheld
from macros.vault.mention import Mention
from macros.vault.nearest import did_you_mean, nearest
from macros.vault.note import Note
from macros.vault.problem import Problem
from macros.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Findings:
    """What the links of one note come to.

    It stays right until the note, the notes `asked`, or what a name leads to has changed.
    """

    problems: tuple[Problem, ...] = ()
    closed: tuple[tuple[str, str, int], ...] = ()
    """The files that only Obsidian can show: path, plugin, and the line that refers to it first."""
    embeds: tuple[tuple[str, str, int], ...] = ()
    """The notes that are shown as a whole: path, the embed as it is written, and its line."""
    asked: tuple[str, ...] = ()
    """The paths of the notes of which a link names a section or a block."""


FindAll = Callable[[Vault], Mapping[str, Findings]]
"""The findings of a vault by the paths of its notes, in their order. A note without any may be left out."""


def find_each(vault: Vault) -> Mapping[str, Findings]:
    """Look at one note after another."""
    return {path: findings_of(vault, note) for path, note in vault.notes.items()}


def findings_of(vault: Vault, note: Note) -> Findings:
    """Look up all links of `note`."""
    problems: list[Problem] = []
    closed: dict[str, tuple[str, str, int]] = {}
    embeds: list[tuple[str, str, int]] = []
    asked: dict[str, None] = {}
    for mention in note.mentions:
        reference, resolution = mention.reference, vault.resolve(mention.reference, note.path)
        if isinstance(resolution, OnlyInObsidian):
            closed.setdefault(resolution.path, (resolution.path, resolution.plugin, mention.line))
            continue
        problems += _problems(vault, note.path, mention, resolution)
        if not isinstance(resolution, Missing) and resolution.path in vault.notes:
            if reference.sections or reference.block:
                asked[resolution.path] = None
            elif reference.embed:
                embeds.append((resolution.path, str(reference), mention.line))
    return Findings(tuple(problems), tuple(closed.values()), tuple(embeds), tuple(asked))


def _problems(vault: Vault, path: str, mention: Mention, resolution: Resolution) -> Iterator[Problem]:
    reference = mention.reference
    if isinstance(resolution, Missing):
        yield _missing(vault, path, mention, resolution)
        return
    if isinstance(resolution, Ambiguous):
        others = ", ".join(resolution.others)
        told = message("problem.ambiguous", reference=reference, path=resolution.path, others=others)
        yield Problem(path, mention.line, "ambiguous", told, message("suggest.folder"))
    if resolution.path in vault.notes and vault.fragment(resolution.path, reference) is None:
        yield _rotten(vault.notes[resolution.path], path, mention)


def _missing(vault: Vault, path: str, mention: Mention, missing: Missing) -> Problem:
    """A name that no file has, or only one that stays at home."""
    reference = mention.reference
    if isinstance(missing, Withheld):
        return Problem(path, mention.line, "draft", message("problem.draft", reference=reference), notice=True)
    is_file = reference.embed and posixpath.splitext(reference.name)[1]
    told = message("problem.no-file" if is_file else "problem.no-note", name=reference.name)
    way_out = message("suggest.add" if is_file else "suggest.write", reference=reference)
    close = did_you_mean(vault.close_to(reference.name))
    return Problem(path, mention.line, "missing", told, close or way_out)


def _rotten(target: Note, path: str, mention: Mention) -> Problem:
    """A section or a block that its note does not have, or no longer has."""
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
