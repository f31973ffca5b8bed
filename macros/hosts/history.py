"""When git says that the notes of a vault were added and changed: one question for all of them, remembered."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from macros.language import Message, message
from macros.render import Store, pack
from macros.vault import Vault, nfc
from macros.vault.dates import Dates
from macros.vault.folder import as_text

_KIND, _KEY = "history", "dates"
_SECONDS = 60
_QUIET = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "--no-pager")
_LOG = (
    *("log", "--format=%ad", "--date=short", "--name-status", "-z", "--relative", "-M100%", "-l0"),
    *("--no-show-signature", "--no-ext-diff", "--no-textconv", "--", ":(icase)*.md"),
)
"""What the repository itself says would run a program (a signature, a difference) is not asked for.

A file is followed where it was only moved: git then compares names of contents, so that a clone without the old
contents gives the same days, and nothing is fetched.
"""


def with_history(vault: Vault, root: Path, store: Store, tell: Callable[[Message], None]) -> Vault:
    """`vault`, in the folder `root`, with the days of its whole history; without any where git has a part of it.

    A copy that is not whole names the day of its oldest commit for all that is older.
    """
    head = _git(root, "rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD")
    if head is None:
        return vault
    if head.startswith(b"true"):
        tell(message("history.shallow"))
        return vault
    known: tuple[str, Mapping[str, tuple[str, str]]] = store.get(_KIND, _KEY) or ("", {})
    if known[0] != as_text(os.fsdecode(head)):
        log = _git(root, *_LOG)
        if log is None:
            return vault
        known = (as_text(os.fsdecode(head)), _days(log))
        store.put(_KIND, _KEY, pack(known))
    days = known[1]
    names = {path: _name(location.relative_to(root).as_posix()) for path, location in vault.locations.items()}
    found = {path: Dates(*map(date.fromisoformat, days[name])) for path, name in names.items() if name in days}
    dated = replace(vault, history=MappingProxyType(found))
    dated.take_answers(vault)
    return dated


def _days(log: bytes) -> Mapping[str, tuple[str, str]]:
    """For each name of a file the first and the last day of what was done to it, by whatever name it had."""
    now, found = dict[str, str](), dict[str, tuple[str, str]]()
    for day, status, name, new in _changes(log):
        path = now.get(new or name, new or name)
        if status == "R":  # a move changes nothing in a note, and what is older happened under its old name
            now[name] = path
            continue
        first, last = found.get(path, (day, day))
        found[path] = min(first, day), max(last, day)
    return found


def _changes(log: bytes) -> Iterator[tuple[str, str, str, str]]:
    """Day, status, name, and for what was moved its new name, the latest first."""
    words, day = iter(log.split(b"\0")), ""
    for word in words:
        status = word.strip(b"\n").decode("ascii", "replace")
        if status[:1].isdigit():
            day = status
        elif status:
            names = [_name(os.fsdecode(next(words, b""))) for _ in range(2 if status[0] in "RC" else 1)]
            yield day, status[0], names[0], names[1] if status[0] in "RC" else ""


def _name(path: str) -> str:
    """`path` as it is compared: a Mac's disk and git may have it in different Unicode forms."""
    return nfc(as_text(path))


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git says in `root`; None where there is no git, no repository, no commit, or a fault."""
    git = shutil.which("git")
    if not git:
        return None
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, and the folder of the vault
            [git, *_QUIET, "-C", str(root), *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
