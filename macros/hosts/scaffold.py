"""The place beside a site where the next one is built: readers meet the old site or the new one."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from macros.hosts.swap import (
    Carry,
    bring,
    can_exchange,
    copy_file,
    emptied,
    exchange,
    files_of,
    follow,
    hidden_in,
    in_hand,
    is_same,
    link_or_copy,
    link_tree,
)
from macros.language import Message, message
from macros.vault.folder import SITE_ASIDE

if sys.platform != "win32":
    import fcntl

_LOCK = "lock"
"""The file of our folder that says whose it is: who has it locked, builds."""
_HAND = "hand"
_NEW = ".kb-new"
"""Where files wait for a moment in a site that cannot be built beside."""
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What is wrong with a disk, so that nothing else is tried there."""


class Scaffold:
    """The folder `next`, which is to take the place of a site; one build at a time has it.

    It is in a hidden folder beside the site, so on the same file system. The folder of the site keeps its place on the
    disk, for a container or a server may hold it: the new site stands in for it at once, it is brought up to date
    meanwhile, and then both change places again. Where folders cannot change places, it is brought up to date file by
    file: what is gone goes first.
    """

    def __init__(self, site: Path, tell: Callable[[Message], None]) -> None:
        """Begin beside the folder `site`, when no other build is there; mend what one left that was killed.

        OSError where the site could not be written.
        """
        self.site = site.resolve()
        if self.site.exists() and not os.access(self.site, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self.site))
        self._folder = self._place()
        self.next = self._folder / "next"
        self._home = self._folder / "home"
        """Says which folder was the site when two changed places."""
        self._lock: int | None = _locked(self._folder, lambda: tell(message("build.waits", folder=site)))
        try:
            self._mend()
            self.next.mkdir()
        except BaseException:
            self.take_down()
            raise

    def publish(self, kept: Iterable[str], gone: Iterable[str]) -> None:
        """Make the site what is in `next` and what it has `kept`, without what is `gone`.

        Of a file that is the same in both, that of the site stays. OSError, and all as it was, where there is no room.
        """
        made = {name for name, _ in files_of(self.next, hidden=True)}
        same = {name for name in made if is_same(self.next / name, self.site / name)}
        for name in same:
            (self.next / name).unlink()
        changed, left = sorted(made - same), sorted({*gone} - made)
        if not self.site.exists():
            self.next.replace(self.site)
        elif (changed or left) and not self._replace({*kept, *same}.difference(changed), changed, left):
            self._bring(changed, left)

    def fill(self, names: Iterable[str], carry: Carry = link_or_copy) -> None:
        """Put files of the site into `next`, where that has none of these names."""
        there = {name for name, _ in files_of(self.next, hidden=True)}
        folders = set[str]()
        for name in names:
            above = os.path.dirname(name)  # noqa: PTH120 - thousands of names
            if name not in there:
                if above not in folders:
                    (self.next / above).mkdir(parents=True, exist_ok=True)
                    folders.add(above)
                carry(f"{self.site}/{name}", f"{self.next}/{name}")

    def take_down(self) -> None:
        """Remove what is left, and let the next build begin; once is enough."""
        if self._lock is None:
            return
        with suppress(OSError):
            self._mend()
            (self._folder / _LOCK).unlink()
        os.close(self._lock)
        self._lock = None
        with suppress(OSError):  # the next build is there already, or has something to mend
            self._folder.rmdir()

    def _place(self) -> Path:
        """Where to build: beside the site, or elsewhere where nothing can be made there."""
        try:
            self.site.parent.mkdir(parents=True, exist_ok=True)
            return _made(self.site.parent / f".{self.site.name}.maru")
        except OSError:
            if not self.site.is_dir():
                raise
            name = hashlib.sha256(os.fsencode(self.site)).hexdigest()[:16]
            return _made(Path(tempfile.gettempdir()) / f".maru-{os.getuid() if hasattr(os, 'getuid') else 0}-{name}")

    def _replace(self, kept: Iterable[str], changed: list[str], gone: list[str]) -> bool:
        """Let the new site stand in for the old one, and that come back when it is the same; False where that fails."""
        try:
            if not (self.site.parent == self._folder.parent and can_exchange(self._folder) and self._complete(kept)):
                return False
            ready = in_hand(changed, self.next, emptied(self._folder / _HAND), link_or_copy)
            exchange(self.next, self.site)
        except OSError as error:
            if error.errno in NO_ROOM:
                raise
            return False
        bring(ready, gone, self.next)
        exchange(self.next, self.site)
        return True

    def _complete(self, kept: Iterable[str]) -> bool:
        """Make `next` a whole site; False where the folder of the site has an owner that it cannot have."""
        before, now = self.site.stat(), self.next.stat()
        if (before.st_uid, before.st_gid) != (now.st_uid, now.st_gid):
            try:
                os.chown(self.next, before.st_uid, before.st_gid)
            except OSError:
                return False
        self.fill(kept)
        for name in hidden_in(self.site):
            link_tree(self.site / name, self.next / name)
        shutil.copystat(self.site, self.next)
        self._home.write_text(str(before.st_ino), "utf-8")
        return True

    def _bring(self, changed: list[str], gone: list[str]) -> None:
        """Bring the site up to date where it is. What is new is in it for a moment before it has its name."""
        hand = emptied(self.site / _NEW)
        try:
            bring(in_hand(changed, self.next, hand, copy_file), gone, self.site)
        finally:
            shutil.rmtree(hand, ignore_errors=True)

    def _mend(self) -> None:
        """Finish what a build was killed at, and throw away what it had not finished."""
        home = self._home.read_text("utf-8") if self._home.is_file() else ""
        if self.next.is_dir() and home == str(self.next.stat().st_ino):
            follow(self.next, self.site, emptied(self._folder / _HAND))
            exchange(self.next, self.site)
        left = [path for path in self._folder.iterdir() if path.name != _LOCK]
        for path in (self._home, *left, self.site / _NEW, self.site / SITE_ASIDE):  # first what says how to mend
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def _made(folder: Path) -> Path:
    """The folder `folder`, which is ours. OSError where it cannot be made, or is somebody else's."""
    folder.mkdir(mode=0o700, exist_ok=True)
    found, status = {entry.name for entry in folder.iterdir()}, folder.lstat()
    theirs = hasattr(os, "getuid") and status.st_uid != os.getuid()
    if theirs or not stat.S_ISDIR(status.st_mode) or (found and _LOCK not in found):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    return folder


def _locked(folder: Path, wait: Callable[[], None]) -> int:
    """The lock of `folder`, which a process has until it ends; another build has made us `wait` for it."""
    while True:
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        except FileNotFoundError:  # the build before this one has just removed it
            continue
        try:
            _have(lock, wait)
            if os.fstat(lock).st_ino == (folder / _LOCK).stat().st_ino:
                return lock
        except FileNotFoundError:
            pass
        except BaseException:
            os.close(lock)
            raise
        os.close(lock)


def _have(lock: int, wait: Callable[[], None]) -> None:
    if sys.platform == "win32":  # nothing keeps two builds apart there
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        wait()
        fcntl.flock(lock, fcntl.LOCK_EX)
    except OSError:  # a file system without locks
        return
