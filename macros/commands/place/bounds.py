"""Bounds that the kernel keeps for a session: memory, and the number of its processes."""

from __future__ import annotations

import os
import re
import secrets
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CONTROL_GROUPS = Path("/sys/fs/cgroup")
_OWN = re.compile(r"kb-(\d+)-[0-9a-f]+")
_INSIDE = "session"
_HANDED = ("cgroup.procs", "cgroup.threads", "cgroup.subtree_control", "tasks")
_MEMORY = 4_000_000_000
"""Bytes that all processes of a session may use together."""
_JOIN = 'while [ "$1" != -- ]; do echo $$ >"$1/cgroup.procs"; shift; done; shift; exec "$@"'


@contextmanager
def bounded(processes: int, owner: int | None = None) -> Iterator[tuple[str, ...]]:
    """A command to put before another one: it and its children keep to 4 GB, and to `processes`, threads counted.

    The user `owner` may divide what they have among groups below, as root of a laboratory does.
    Only root can make control groups; for others the command is empty, and the limits of the shell have to do. What a
    session that was killed left behind is swept away by the next one.
    """
    _sweep()
    groups = tuple(_make(hierarchy, processes, owner) for hierarchy in _hierarchies())
    held = any((group / "pids.max").exists() for group in groups)
    try:
        yield ("sh", "-c", _JOIN, "sh", *(f"{group}/{_INSIDE}" for group in groups), "--") if held else ()
    finally:
        for group in groups:
            _remove(group)


def _hierarchies() -> list[Path]:
    """Where groups can be made: one place with the kernel's version 2, one for each controller with version 1."""
    if (_CONTROL_GROUPS / "cgroup.controllers").exists():
        found = [_CONTROL_GROUPS]
    else:
        found = [path for path in sorted(_CONTROL_GROUPS.glob("*/")) if path.name != "unified"]
    return [path for path in found if os.access(path, os.W_OK) and (path / "cgroup.procs").exists()]


def _controllers(hierarchy: Path) -> None:
    """With version 2 a group hands on only the controllers that it is told to."""
    for controller in ("cpu", "memory", "pids"):
        try:
            (hierarchy / "cgroup.subtree_control").write_text(f"+{controller}")
        except OSError:
            continue


def _make(hierarchy: Path, processes: int, owner: int | None) -> Path:
    """A group with the bounds, and one inside of it for the session, which cannot reach out to change them."""
    _controllers(hierarchy)
    group = hierarchy / f"kb-{os.getpid()}-{secrets.token_hex(4)}"
    group.mkdir()
    bounds = {"memory.max": _MEMORY, "memory.swap.max": 0, "memory.limit_in_bytes": _MEMORY}  # each version has its own
    for name, value in {**bounds, "pids.max": processes, "cgroup.clone_children": 1}.items():
        if (group / name).exists():
            (group / name).write_text(str(value))
    _controllers(group)
    (group / _INSIDE).mkdir()
    for folder in (group, group / _INSIDE):
        for name in ("cpuset.cpus", "cpuset.mems"):  # version 1 starts with none
            if (folder / name).exists() and (hierarchy / "cgroup.clone_children").exists():
                (folder / name).write_text((hierarchy / name).read_text())
    if owner is not None:
        _hand_over(group / _INSIDE, owner)
    return group


def _hand_over(group: Path, owner: int) -> None:
    """Let `owner` move processes and make groups in `group`; its bounds stay those of the group above it."""
    for path in (group, *(group / name for name in _HANDED)):
        if path.exists():
            os.chown(path, owner, owner)


def _remove(group: Path) -> None:
    """End what is left in a group and remove it with those below it: the kernel takes a moment."""
    for _ in range(50):
        for folder, _, _ in os.walk(group, topdown=False):
            try:
                for process in (Path(folder) / "cgroup.procs").read_text().split():
                    os.kill(int(process), signal.SIGKILL)
                Path(folder).rmdir()
            except OSError:
                continue
        if not group.exists():
            return
        time.sleep(0.1)


def _sweep() -> None:
    for hierarchy in _hierarchies():
        for group in hierarchy.glob("kb-*"):
            if (found := _OWN.fullmatch(group.name)) and not Path("/proc", found[1]).exists():
                _remove(group)
