"""Reading notes: those that an earlier build has read are taken from what it left."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from functools import lru_cache

from macros.language import Message, message
from macros.render.packed import digest, pack, unpack
from macros.render.progress import progress
from macros.render.store import Store
from macros.render.workers import in_parallel
from macros.vault import Note
from macros.vault.portable import from_plain, to_plain
from macros.vault.vault import read_each

NOTE = "note"
"""The kind of values in a store that are notes, by their paths."""


@lru_cache(maxsize=50_000)
def _kept(packed: bytes) -> tuple[str, Note | None]:
    """The version of a note that was kept, and the note; while `mkdocs serve` runs, read only once."""
    try:
        version, plain = unpack(packed)
    except (ValueError, zlib.error):
        return "", None
    return version, from_plain(plain)


def reader(store: Store, tell: Callable[[Message], None]) -> Callable[[Mapping[str, bytes]], Mapping[str, Note]]:
    """A way to read all notes of a vault that remembers them in `store`."""

    def read_all(data: Mapping[str, bytes]) -> Mapping[str, Note]:
        known = store.load_packed(NOTE)
        found: dict[str, Note] = {}
        missing = []
        for path, contents in data.items():
            version, note = _kept(known[path]) if path in known else ("", None)
            if note and version == digest(contents):
                found[path] = note
            else:
                missing.append(path)

        def read(path: str) -> bytes:
            note = read_each({path: data[path]})[path]
            try:
                return pack((digest(data[path]), to_plain(note)))
            except (ValueError, TypeError, RecursionError):
                return b""  # properties that refer to themselves: it is read each time

        reading = in_parallel(read, missing, tell)
        made = dict(progress(reading, len(missing), message("build.reading")))
        for index, path in enumerate(missing):
            packed = made[index] if index in made else read(path)
            store.put(NOTE, path, packed)
            found[path] = _kept(packed)[1] or read_each({path: data[path]})[path]
        store.keep_only(NOTE, known, data)
        return {path: found[path] for path in data}

    return read_all
