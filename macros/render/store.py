"""What one build leaves for the next: a small database that can be thrown away at any time."""

from __future__ import annotations

import os
import sqlite3
import threading
import weakref
import zlib
from collections.abc import Callable, Collection, Iterable
from contextlib import closing, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from macros.language import Message, ToldError, message
from macros.render.packed import unpack

R = TypeVar("R")
KEPT = 20
"""Databases of other vaults that stay beside this one."""
_TABLES = """
CREATE TABLE IF NOT EXISTS meta (fingerprint TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS entries (kind TEXT, key TEXT, value BLOB, PRIMARY KEY (kind, key)) WITHOUT ROWID;
"""


@lru_cache(maxsize=100_000)
def _unpack_small(packed: bytes) -> Any:
    """What many builds of `mkdocs serve` read again; nobody may change it."""
    return unpack(packed)


class Store:
    """Values by kind and key, as they were when the last build ended.

    A build reads what the last one wrote and writes its own at its end, all of it or nothing: one that is killed
    leaves what was there. Of two at once the one that ends first counts, and the other reads nothing more.
    Values of another `fingerprint` (another version, option or template) are gone. A file that is damaged, or that
    others may write, is thrown away, and told.
    """

    def __init__(self, file: Path, fingerprint: str, tell: Callable[[Message], None]) -> None:
        """Open `file`, or make it."""
        self._file = file
        self._fingerprint = fingerprint
        self._tell = tell
        self._written: dict[tuple[str, str], bytes] = {}
        self._dropped: set[tuple[str, str]] = set()
        self._is_ours = False
        self._saves = 0
        """How often the file was saved when it was read."""
        self._reading: dict[tuple[int, int], sqlite3.Connection] = {}
        """By process and thread: none may use what another has opened."""
        weakref.finalize(self, _close_all, self._reading)  # a build that only reads saves nothing, and is let go
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._guarded(self._check)

    @property
    def is_lost(self) -> bool:
        """True when there is nothing to read: at first, and once another build has saved."""
        return not self._is_ours

    def load(self, kind: str) -> dict[str, Any]:
        """All values of a kind by key."""
        query = "SELECT key, value FROM entries WHERE kind = ?"
        return dict(self._guarded(lambda: self._rows(query, _unpack_small, kind)) or ())

    def load_packed(self, kind: str) -> dict[str, bytes]:
        """All values of a kind by key, to be read with `unpack`."""
        query = "SELECT key, value FROM entries WHERE kind = ?"
        return dict(self._guarded(lambda: self._rows(query, bytes, kind)) or ())

    def keys(self, kind: str) -> set[str]:
        """The keys of all values of a kind that the last build left."""
        query = "SELECT key, '' FROM entries WHERE kind = ?"
        return {key for key, _ in self._guarded(lambda: self._rows(query, str, kind)) or ()}

    def get(self, kind: str, key: str) -> Any:
        """One value, or None."""
        if (kind, key) in self._written:
            return unpack(self._written[kind, key])
        query = "SELECT key, value FROM entries WHERE kind = ? AND key = ?"
        return dict(self._guarded(lambda: self._rows(query, unpack, kind, key)) or ()).get(key)

    def put(self, kind: str, key: str, packed: bytes) -> None:
        """Keep a value, as `pack` made it, for the next build."""
        self._written[kind, key] = packed
        self._dropped.discard((kind, key))

    def changed(self, kind: str) -> set[str]:
        """The keys of a kind of which something else was put, or nothing is kept, since the build that was read."""
        return {key for its_kind, key in (*self._written, *self._dropped) if its_kind == kind}

    def keep_only(self, kind: str, known: Collection[str], keys: Iterable[str]) -> None:
        """Drop of the `known` keys of a kind those that are not among `keys`."""
        kept = set(keys)
        self._dropped.update((kind, key) for key in known if key not in kept)

    def save(self) -> None:
        """Write what was put and dropped."""
        if self._written or self._dropped or not self._is_ours:
            self._guarded(self._save)

    def _check(self) -> None:
        if not self._file.exists():
            return
        status = self._file.stat()
        if status.st_mode & 0o022:
            raise _UnsafeError(message("build.open-cache"))
        with closing(self._connection()) as connection:
            found = connection.execute("SELECT fingerprint FROM meta").fetchall()
            self._saves = _saves(connection)
        self._is_ours = found == [(self._fingerprint,)]

    def _rows(self, query: str, read: Callable[[Any], Any], *values: str) -> list[tuple[str, Any]]:
        if not self._is_ours:
            return []
        here = (os.getpid(), threading.get_ident())
        if here not in self._reading:
            self._reading[here] = self._connection()
        connection = self._reading[here]
        connection.execute("BEGIN")  # nobody saves between the two questions
        self._is_ours = _saves(connection) == self._saves
        rows = connection.execute(query, values).fetchall() if self._is_ours else []
        connection.execute("COMMIT")
        return [(key, read(value)) for key, value in rows]

    def _save(self) -> None:
        self._close()
        with closing(self._connection()) as connection:
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.executescript(_TABLES)
            connection.execute("BEGIN IMMEDIATE")
            found = connection.execute("SELECT fingerprint FROM meta").fetchall()
            if found == [(self._fingerprint,)] and _saves(connection) != self._saves:
                self._is_ours = False
                self._forget()  # another build has saved; values of two do not go together
                return
            if found != [(self._fingerprint,)]:
                connection.execute("DELETE FROM meta")
                connection.execute("DELETE FROM entries")
                connection.execute("INSERT INTO meta VALUES (?)", (self._fingerprint,))
            connection.executemany("DELETE FROM entries WHERE kind = ? AND key = ?", self._dropped)
            rows = ((kind, key, packed) for (kind, key), packed in self._written.items())
            connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)
            self._saves = _saves(connection) + 1
            connection.execute(f"PRAGMA user_version = {self._saves}")
            connection.execute("COMMIT")
        self._file.chmod(0o600)
        self._forget_others()
        self._forget()
        self._is_ours = True

    def _forget(self) -> None:
        self._written.clear()
        self._dropped.clear()

    def _close(self) -> None:
        if reading := self._reading.pop((os.getpid(), threading.get_ident()), None):
            reading.close()

    def _connection(self) -> sqlite3.Connection:
        return sqlite3.connect(self._file, timeout=30, isolation_level=None, check_same_thread=False)

    def _forget_others(self) -> None:
        databases = sorted(self._file.parent.glob("*.db"), key=lambda file: -file.stat().st_mtime)
        for file in databases[KEPT + 1 :]:
            file.unlink(missing_ok=True)

    def _guarded(self, action: Callable[[], R]) -> R | None:
        """Do `action`; where the file is damaged, throw it away, tell, and go on without."""
        try:
            return action()
        except (sqlite3.Error, zlib.error, ValueError, OSError, _UnsafeError) as error:
            reason = error.told if isinstance(error, _UnsafeError) else error
            self._tell(message("build.no-cache", file=self._file, reason=reason))
            self._is_ours = False
            self._close()
            if action == self._save and isinstance(error, sqlite3.OperationalError):
                return None  # the disk is full, or closed: what an earlier build left is as good as it was
            for path in self._file.parent.glob(f"{self._file.name}*"):
                with suppress(OSError):
                    path.unlink()
            return None


class _UnsafeError(ToldError):
    """A file that may not be read, and why."""


def _close_all(reading: dict[tuple[int, int], sqlite3.Connection]) -> None:
    """Close what this process has opened, in any thread; Python 3.13 warns of what is left open."""
    for (process, _), connection in reading.items():
        if process == os.getpid():
            connection.close()


def _saves(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
