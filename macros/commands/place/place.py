"""Throw-away places for a session: nothing of the machine changes, and nothing is left when the session ends."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from macros.language import NOTHING, Message, ToldError, message

SEARCHED = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
"""Where programs are looked for: the system's own, whatever the author's shell has before them."""
_HOME = "/home/kb"
_SANDBOX = (
    "bwrap --unshare-all --die-with-parent --new-session --uid 1000 --gid 1000 --hostname kb"
    " --ro-bind {root} / --dev /dev --proc /proc"
    " --size 500000000 --tmpfs /home --tmpfs /root --tmpfs /run --size 500000000 --tmpfs /tmp"
    f" --tmpfs /var --dir /var/tmp --dir {_HOME} --chdir {_HOME}"
)
_ENTER = Path(__file__).with_name("enter.sh")


@dataclass(frozen=True, slots=True)
class Place:
    """The command that leads into a place, to which the command to run there is appended, and the home there."""

    command: tuple[str, ...]
    home: str


class PlaceError(ToldError):
    """A place that this machine does not let be made: why, and the way out."""


@cache
def sandbox_fault() -> Message:
    """Why nothing can be run in a sandbox here, and the way out; nothing when it can."""
    if not shutil.which("bwrap", path=SEARCHED):
        return message("sandbox.none")
    command = [*_SANDBOX.format(root="/").split(), "true"]
    tried = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)  # noqa: S603
    if tried.returncode == 0:
        return NOTHING
    said = next(iter(tried.stderr.strip().splitlines()), "").removeprefix("bwrap: ")
    return message("sandbox.refused", said=said or message("sandbox.exit", code=tried.returncode))


def has_sandbox() -> bool:
    """True when bubblewrap is there and this system lets it work."""
    return not sandbox_fault()


@contextmanager
def sandbox(root: Path) -> Iterator[Place]:
    """A bubblewrap over `root`, which cannot be written to: no network but its own, no rights, all in memory.

    PlaceError where there can be none: an author's commands are never run without.
    """
    if wrong := sandbox_fault():
        raise PlaceError(wrong)
    yield Place(tuple(part.format(root=root) for part in _SANDBOX.split()), _HOME)


@contextmanager
def laboratory(layers: tuple[Path, ...]) -> Iterator[Place]:
    """A machine of its own, for engines that need root's rights.

    It has its own processes, network, mounts, and a root file system whose changes are kept in memory: see `enter.sh`.
    """
    yield Place(("sh", str(_ENTER), ":".join(map(str, layers))), "/root")
