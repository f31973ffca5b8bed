"""The file of the vault that has the addresses of its site: read by each build, written by those that publish."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from macros.hosts.build import Build
from macros.language import message
from macros.publish.redirects.ledger import (
    LARGEST,
    LEDGER,
    NO_LEDGER,
    Ledger,
    changed_addresses,
    read_ledger,
    unread,
    written,
)
from macros.vault import Problem
from macros.vault.regular import read_regular


def ledger_of(root: Path) -> Ledger:
    """The ledger of the vault `root`; where there is no such file nothing is known, and nothing will be written."""
    file = root / LEDGER
    if not os.path.lexists(file):
        return NO_LEDGER
    try:
        if file.is_symlink():
            return unread(message("settings.no-regular-file"))
        return read_ledger(read_regular(file, LARGEST))
    except OSError as error:
        return unread(error.strerror or message("settings.no-regular-file"))


def keep_ledger(build: Build, environment: Mapping[str, str]) -> None:
    """Let the ledger of the vault know the addresses of `build`, where one is kept and understood; tell what is new.

    In CI the vault is a copy that nobody keeps: there it is only told what its author has not committed.
    """
    before, tell, file = build.sources.ledger, build.sources.tell, Path(build.config.docs_dir, LEDGER)
    if not before.is_kept or before.problems:
        return
    after = build.redirects.next_ledger
    text = written(after, tell.language)
    more, moved = changed_addresses(before, after)
    if environment.get("CI", "").lower() in ("true", "1"):
        if more or moved:
            told = message("ledger.behind", more=more, moved=moved)
            tell.problem(Problem(LEDGER, 1, "ledger", told, message("ledger.behind-way"), notice=True))
        return
    try:
        if file.read_bytes() == text.encode():
            return
        _replace(file, text)
    except OSError as error:
        tell.inform(message("ledger.closed", file=LEDGER, reason=error.strerror or error))
        return
    if more or moved:
        tell.inform(message("ledger.written", file=LEDGER, more=more, moved=moved))


def _replace(file: Path, text: str) -> None:
    """Write `file` at once, so that who reads it meanwhile finds the old one or the new one."""
    mode = file.stat().st_mode & 0o777
    descriptor, beside = tempfile.mkstemp(prefix=f"{file.name}-", dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(text.encode())
        Path(beside).chmod(mode)
        Path(beside).replace(file)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
