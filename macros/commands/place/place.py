"""Throw-away places for a session: nothing of the machine changes, and nothing is left when the session ends."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from macros.commands.place.keys import are_known, call_filter, leave_keys
from macros.commands.place.seen import handed, seen
from macros.language import NOTHING, Message, ToldError, message

SEARCHED = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
"""Where programs are looked for: the system's own, whatever the author's shell has before them."""
_HOME = "/home/kb"
_SANDBOX = tuple(
    "bwrap --unshare-all --die-with-parent --new-session --uid 1000 --gid 1000 --hostname kb"
    " --dev /dev --proc /proc --size 500000000 --tmpfs /home --tmpfs /root --tmpfs /run --size 500000000 --tmpfs /tmp"
    f" --tmpfs /var --dir /var/tmp --dir {_HOME} --chdir {_HOME}".split()
)
_NOBODY = tuple("setpriv --reuid=65534 --regid=65534 --clear-groups --".split())
"""What root is before it enters a sandbox over its own machine: there are files that root alone may read."""
_LABORATORY_ROOT = 2_000_000_000
"""The user of this machine that root of a laboratory is: see `enter.sh`."""
_ENTER = Path(__file__).with_name("enter.sh")


@dataclass(frozen=True, slots=True)
class Place:
    """The command that leads into a place, to which the command to run there is appended, and the home there."""

    command: tuple[str, ...]
    home: str
    handed: tuple[int, ...] = ()
    """Descriptors that the command reads, and has to inherit."""
    owner: int | None = None
    """The user of this machine that is root in there."""


class PlaceError(ToldError):
    """A place that this machine does not let be made: why, and the way out."""


@cache
def sandbox_fault(root: Path) -> Message:
    """Why nothing can be run in a sandbox over `root` here, and the way out; nothing when it can."""
    if platform.system() != "Linux" or not are_known():
        return message("sandbox.system")
    if not shutil.which("bwrap", path=SEARCHED):
        return message("sandbox.none")
    with _bubblewrap(root) as place:
        tried = subprocess.run(  # noqa: S603 - our own command
            [*place.command, "true"],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            env={"PATH": SEARCHED},
            pass_fds=place.handed,
            preexec_fn=leave_keys,
        )
    if tried.returncode == 0:
        return NOTHING
    said = next(iter(tried.stderr.strip().splitlines()), "").removeprefix("bwrap: ")
    return message("sandbox.refused", said=said or message("sandbox.exit", code=tried.returncode))


@contextmanager
def sandbox(root: Path) -> Iterator[Place]:
    """A bubblewrap over the programs of `root`: no network but its own, no rights, all that is written in memory.

    PlaceError where there can be none: an author's commands are never run without.
    """
    if wrong := sandbox_fault(root):
        raise PlaceError(wrong)
    with _bubblewrap(root) as place:
        yield place


@contextmanager
def laboratory(layers: tuple[Path, ...], *, trusted: bool) -> Iterator[Place]:
    """A machine of its own, for engines that need root's rights.

    It has its own processes, network, mounts, and a root file system that is kept in memory: see `enter.sh`. Its root
    is nobody on this machine. For `trusted` recordings it is this machine's own, without whose rights a daemon of
    Docker does not learn that memory ran out, and Kubernetes may not start.
    """
    owner = 0 if trusted else _LABORATORY_ROOT
    yield Place(("sh", str(_ENTER), str(owner), ":".join(map(str, layers))), "/root", owner=owner)


@contextmanager
def _bubblewrap(root: Path) -> Iterator[Place]:
    is_own = root == Path("/")
    first = _NOBODY if is_own and os.geteuid() == 0 else ()
    with seen(root, is_own=is_own) as (shown, read), handed([call_filter()]) as refused:
        refusing = ("--seccomp", *map(str, refused))
        yield Place((*first, *_SANDBOX, *shown, "--remount-ro", "/", *refusing), _HOME, (*read, *refused))
