"""Changes that the operating system tells of, which is sooner and cheaper than to look for them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    DirDeletedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

_LOCAL = frozenset({"bcachefs", "btrfs", "ext2", "ext3", "ext4", "f2fs", "overlay", "tmpfs", "xfs", "zfs"})
"""File systems that tell of each change; others, such as a folder that a virtual machine shares, may not."""
_CHANGES = (DirDeletedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent)


def watched_paths(server: LiveReloadServer) -> set[str]:
    """What `server` watches, links followed where Linux tells it of changes."""
    return {emitter.watch.raw_path for emitter in server.observer.emitters}


def watch_natively(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Let Linux tell `server` what changes on local disks: MkDocs itself would look every half second."""
    watched = watched_paths(server)
    if sys.platform != "linux" or not _can_watch([*watched, *config.watch]):
        return
    try:
        observer = _Changes()
    except OSError:  # too many programs of this user are being told
        return
    again = [path for path in sorted(watched) for _ in range(_unwatch(server, path))]
    server.observer = observer
    for path in again:
        server.watch(path)


def _unwatch(server: LiveReloadServer, path: str) -> int:
    """How often somebody had `server` watch `path`, which it does no more."""
    for times in count():
        try:
            server.unwatch(path)
        except KeyError:  # as it is documented
            return times
    raise AssertionError


class _Changes(Observer):  # type: ignore[misc, valid-type]  # the class that is right for the platform
    """Tells of changes alone: a build reads what it watches."""

    def schedule(self, handler: FileSystemEventHandler, path: str, **options: Any) -> ObservedWatch:
        real = os.path.realpath(path)  # of a link Linux tells nothing but that it is another one
        watch: ObservedWatch = super().schedule(_FilesOf(handler), real, event_filter=list(_CHANGES), **options)
        return watch


class _FilesOf(FileSystemEventHandler):
    """Tells `handler` of a folder that went away as of a file: Linux says nothing of the files in it."""

    def __init__(self, handler: FileSystemEventHandler) -> None:
        self._handler = handler

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._handler.dispatch(FileDeletedEvent(event.src_path) if isinstance(event, DirDeletedEvent) else event)


def _can_watch(paths: Sequence[str]) -> bool:
    """True when `paths` are on file systems of this machine, and Linux watches as many folders as they have."""
    try:
        lines = Path("/proc/self/mounts").read_text("utf-8", "replace").splitlines()
        most = int(Path("/proc/sys/fs/inotify/max_user_watches").read_text("utf-8"))
    except (OSError, ValueError):
        return False
    kinds = {Path(line.split(" ")[1].replace("\\040", " ")): line.split(" ")[2] for line in lines}
    reals = [Path(path).resolve() for path in paths]
    mounts = (next((kinds[above] for above in (real, *real.parents) if above in kinds), "") for real in reals)
    return all(kind in _LOCAL for kind in mounts) and sum(1 for real in reals for _ in os.walk(real)) < most // 2
