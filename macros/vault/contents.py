"""What the files of a vault have in them: the bytes of its notes, each under a path of its own."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from macros.language import message
from macros.vault.folder import VaultFile
from macros.vault.names import is_utf_8
from macros.vault.problem import Problem

Read = Callable[[], bytes]
"""Reads the bytes of a file; OSError when it cannot."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Files by their paths in the vault."""

    notes: Mapping[str, bytes]
    locations: Mapping[str, Path]
    """Where the bytes of each note are."""
    attachments: Mapping[str, VaultFile]
    problems: tuple[Problem, ...]
    """What is wrong with names, and what could not be read."""


def read_contents(files: Iterable[tuple[VaultFile, Read]]) -> Contents:
    """Read the notes among `files`, each with its own function; attachments are not read."""
    notes: dict[str, bytes] = {}
    locations: dict[str, Path] = {}
    attachments: dict[str, VaultFile] = {}
    problems: list[Problem] = []
    for file, read in files:
        if not file.path.endswith(".md"):
            attachments.setdefault(file.path, file)
            continue
        if posixpath.basename(file.path) == ".md":
            problems.append(Problem(file.path, 1, "no-name", message("problem.no-name"), message("suggest.name-it")))
            continue
        if not is_utf_8(file.location.name):
            told = message("problem.name-not-utf-8", name=repr(posixpath.basename(file.path)))
            problems.append(Problem(file.path, 1, "name", told, message("suggest.rename")))
        path = _free(file.path, notes)
        if path != file.path:
            problems.append(_twin(file, path))
        try:
            notes[path] = read()
            locations[path] = file.location
        except OSError as error:
            told = message("problem.unreadable", reason=error.strerror)
            problems.append(Problem(path, 1, "unreadable", told))
    return Contents(notes, MappingProxyType(locations), attachments, tuple(problems))


def _free(path: str, taken: Mapping[str, bytes]) -> str:
    """`path`, or with a number where another file has the same name in another Unicode form."""
    number, free = 2, path
    while free in taken:
        free = f"{path[: -len('.md')]}-{number}.md"
        number += 1
    return free


def _twin(file: VaultFile, path: str) -> Problem:
    told = message("problem.twin", name=ascii(file.location.name), path=path)
    return Problem(file.path, 1, "twin", told, message("suggest.rename-one"))
