"""Changes that the operating system tells of, which is sooner and cheaper than to look for them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
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


def watch_natively(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Let Linux tell `server` what changes on local disks: MkDocs itself would look every half second."""
    paths = [config.docs_dir, *filter(None, [config.config_file_path]), *config.watch]
    if sys.platform != "linux" or not _are_local(paths) or not _can_watch(paths):
        return
    watched = []
    for path in (*paths, *config.theme.dirs):  # those of the theme only with `--watch-theme`
        with suppress(KeyError):
            server.unwatch(path)
            watched.append(path)
    server.observer = _Changes()
    for path in watched:
        server.watch(path)


class _Changes(Observer):  # type: ignore[misc, valid-type]  # the class that is right for the platform
    """Tells of changes alone: a build reads what it watches."""

    def schedule(self, handler: FileSystemEventHandler, path: str, **options: Any) -> ObservedWatch:
        watch: ObservedWatch = super().schedule(_FilesOf(handler), path, event_filter=list(_CHANGES), **options)
        return watch


class _FilesOf(FileSystemEventHandler):
    """Tells `handler` of a folder that went away as of a file: Linux says nothing of the files in it."""

    def __init__(self, handler: FileSystemEventHandler) -> None:
        self._handler = handler

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._handler.dispatch(FileDeletedEvent(event.src_path) if isinstance(event, DirDeletedEvent) else event)


def _are_local(paths: Iterable[str]) -> bool:
    """True when all `paths` are on file systems of this machine."""
    try:
        lines = Path("/proc/self/mounts").read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    kinds = {Path(line.split(" ")[1].replace("\\040", " ")): line.split(" ")[2] for line in lines}
    above = ([real, *real.parents] for real in (Path(path).resolve() for path in paths))
    return all(next((kinds[of] for of in folders if of in kinds), "") in _LOCAL for folders in above)


def _can_watch(paths: Iterable[str]) -> bool:
    """True unless there are more folders than the system watches for one user."""
    observer = _Changes()
    try:
        for path in paths:
            observer.schedule(FileSystemEventHandler(), path, recursive=True)
        observer.start()
        observer.stop()
        observer.join()
    except OSError:
        return False
    return True
