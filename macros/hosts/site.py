"""The folder of the site: what an earlier build left in it stays where it is still right."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext, suppress
from pathlib import Path

from macros.render import Store, pack
from macros.vault.folder import SITE_ASIDE

_OUTPUT = "output"


class Site:
    """The files of `folder`, each remembered in `store` with the version of what it was made of."""

    def __init__(self, folder: Path, store: Store) -> None:
        """Know what the last build wrote."""
        self._folder = folder
        self._store = store
        self._known = store.load(_OUTPUT)
        self._expected: set[str] = set()
        self._found: dict[str, Sequence[int]] = {}
        """What stands in the folder."""

    def step_aside(self) -> None:
        """Hide what is there from MkDocs, which would delete it."""
        aside = self._folder / SITE_ASIDE
        for entry in _entries(self._folder):
            with suppress(OSError):
                aside.mkdir(exist_ok=True)
                entry.replace(aside / entry.name)

    def come_back(self) -> None:
        """Undo `step_aside`, of an earlier build too that did not come so far."""
        aside = self._folder / SITE_ASIDE
        for entry in _entries(aside):
            with suppress(OSError):
                entry.replace(self._folder / entry.name)
        shutil.rmtree(aside, ignore_errors=True)
        self._found = dict(_files(self._folder))

    def is_current(self, name: str, version: str) -> bool:
        """True when the file `name` is the one that was made of `version`."""
        known = self._known.get(name)
        return known is not None and known == [version, *self._found.get(name, ())]

    def expect(self, names: Iterable[str]) -> None:
        """Keep these files when the build ends: the site has them."""
        self._expected.update(names)

    def expect_no_more(self, names: Iterable[str]) -> None:
        """Do not keep them."""
        self._expected.difference_update(names)

    def names(self) -> list[str]:
        """The files that stand in the folder now, also those that others wrote."""
        return sorted(name for name, _ in _files(self._folder))

    def read(self, name: str) -> bytes:
        """What stands in the file `name`."""
        return (self._folder / name).read_bytes()

    def write(self, name: str, data: bytes) -> Sequence[int]:
        """Write a file at once, unless it has these bytes; what it is known by from now on."""
        file = self._folder / name
        if not file.is_file():  # nobody reads it meanwhile
            self.make_room(name)
            file.write_bytes(data)
        elif file.stat().st_size != len(data) or file.read_bytes() != data:
            with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".kb-", delete=False) as beside:
                beside.write(data)
            Path(beside.name).chmod(0o644)
            Path(beside.name).replace(file)
        return state_of(file)

    def make_room(self, name: str) -> None:
        """Let nothing of an earlier build be in the way of `name`: no file for a folder, no folder for a file.

        What lies above the site is nobody's to delete: OSError when a file is in the way there.
        """
        file = self._folder / name
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            in_the_way = [above for above in file.parents if self._folder in above.parents and above.is_file()]
            if not in_the_way:
                raise
            in_the_way[0].unlink()
            file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_dir():
            shutil.rmtree(file)

    def remember(self, name: str, version: str, state: Sequence[int] = ()) -> None:
        """Keep the file `name`, and remember that it was made of `version`."""
        self._expected.add(name)
        self._found[name] = state = state or state_of(self._folder / name)
        entry = [version, *state]
        if self._known.get(name) != entry:
            self._known[name] = entry
            self._store.put(_OUTPUT, name, pack(entry))

    def remove_others(self) -> None:
        """Delete what this build neither wrote nor expects; MkDocs would have deleted it at the beginning."""
        self._store.keep_only(_OUTPUT, self._known, self._expected)
        self.remove_gone(lambda _: False)

    def remove_gone(self, may_come: Callable[[str], bool]) -> None:
        """Delete the same, but keep names that `may_come`: the build may still expect them."""
        for name in [name for name in self._found if name not in self._expected and not may_come(name)]:
            file = self._folder / name
            if state_of(file) == self._found.pop(name):
                file.unlink(missing_ok=True)
                with suppress(OSError):  # a folder that is not empty
                    for folder in itertools.takewhile(lambda folder: folder != self._folder, file.parents):
                        folder.rmdir()


def _files(folder: Path) -> Iterator[tuple[str, Sequence[int]]]:
    """The files below `folder` by their names in it, with their states; what MkDocs would leave alone is left out."""
    with os.scandir(folder) if folder.is_dir() else nullcontext(()) as found:
        waiting = [(entry, entry.name) for entry in found if not entry.name.startswith(".")]
    while waiting:
        entry, name = waiting.pop()
        if entry.is_dir(follow_symlinks=False):
            with os.scandir(entry) as below:
                waiting += [(inner, f"{name}/{inner.name}") for inner in below]
        else:
            yield name, state_of(entry)


def _entries(folder: Path) -> list[Path]:
    try:
        return [entry for entry in folder.iterdir() if not entry.name.startswith(".")]
    except OSError:
        return []


def state_of(file: Path | os.DirEntry[str]) -> Sequence[int]:
    """What changes when a file is written: its place on the disk, its size and its time."""
    try:
        status = file.stat()
    except OSError:
        return (0, 0, 0)
    return (status.st_ino, status.st_size, status.st_mtime_ns)
