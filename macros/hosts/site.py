"""The folder of the site: what an earlier build left in it stays where it is still right."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from macros.hosts.scaffold import Scaffold
from macros.hosts.swap import copy_file, files_of, make_room, remove_empty
from macros.render import Store, pack

_OUTPUT = "output"


class Site:
    """The files of a site, each remembered in `store` with the version of what it was made of."""

    def __init__(self, folder: Path, store: Store, scaffold: Scaffold | None = None) -> None:
        """Know what the last build wrote into `folder`: this one writes there too, or to the `scaffold` beside it."""
        self._last = folder
        self._scaffold = scaffold
        self._folder = scaffold.next if scaffold else folder
        """Where files are written."""
        self._store = store
        self._known = store.load(_OUTPUT)
        self._expected: set[str] = set()
        self._found: dict[str, Sequence[int]] = {name: state_of(entry) for name, entry in files_of(folder)}
        """What stands in the folder of the site, or will."""
        self._stood = {*self._found}
        """What stood there when the build began."""

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

    def files(self) -> Mapping[str, Path]:
        """The files that readers will have, also those that others wrote, by their names."""
        stay = {name: self._last / name for name in self._expected if name in self._found}
        return dict(sorted({**stay, **{name: self._folder / name for name, _ in files_of(self._folder)}}.items()))

    def read(self, name: str) -> bytes:
        """What stands in the file `name`."""
        written = self._folder / name
        return (written if written.is_file() else self._last / name).read_bytes()

    def write(self, name: str, data: bytes) -> Sequence[int]:
        """Write a file at once, unless it has these bytes; what it is known by from now on."""
        file, last = self._folder / name, self._last / name
        if _has(last, data):
            if self._scaffold and file.is_file():  # it was written already, otherwise
                file.unlink()
            return state_of(last)
        self.make_room(name)
        if self._scaffold or not file.exists():  # nobody reads it meanwhile
            file.write_bytes(data)
        else:
            with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".kb-", delete=False) as beside:
                beside.write(data)
            Path(beside.name).chmod(0o644)
            Path(beside.name).replace(file)
        return state_of(file)

    def make_room(self, name: str) -> None:
        """Let nothing of an earlier build be in the way of `name`: no file for a folder, no folder for a file."""
        make_room(name, self._folder)

    def remember(self, name: str, version: str, state: Sequence[int] = ()) -> None:
        """Keep the file `name`, and remember that it was made of `version`."""
        self._expected.add(name)
        self._found[name] = state = state or state_of(self._folder / name)
        entry = [version, *state]
        if self._known.get(name) != entry:
            self._known[name] = entry
            self._store.put(_OUTPUT, name, pack(entry))

    def remove_others(self) -> None:
        """Keep nothing of what this build neither wrote nor expects; MkDocs would have deleted it at the beginning."""
        self._store.keep_only(_OUTPUT, self._known, self._expected)
        self.remove_gone(lambda _: False)

    def remove_gone(self, may_come: Callable[[str], bool]) -> None:
        """Delete the same at once where readers see what is written, but keep names that `may_come` still."""
        if self._scaffold:  # its site has nothing else
            return
        for name in [name for name in self._found if name not in self._expected and not may_come(name)]:
            file = self._folder / name
            if state_of(file) == self._found.pop(name):
                file.unlink(missing_ok=True)
                remove_empty(file, self._folder)

    def show_all(self) -> None:
        """Put copies of what stays beside what was written: others may look at all, and change or delete it."""
        if self._scaffold:
            self._scaffold.fill(self._expected, copy_file)
            self._expected = set()

    def publish(self) -> None:
        """Let readers have what was written and expected, and nothing else; remember all of it."""
        if self._scaffold:
            written = [name for name in self._known if self._is_written(name)]
            self._scaffold.publish(self._expected, self._stood - self._expected)
            for name in written:
                self.remember(name, self._known[name][0], state_of(self._last / name))
        self._store.save()

    def _is_written(self, name: str) -> bool:
        """True when this build has made the file `name`, and nobody has changed it since."""
        state = self._found.get(name)
        return bool(state) and state_of(self._folder / name) == state


def _has(file: Path, data: bytes) -> bool:
    """True when `file` is of the bytes `data`."""
    try:
        return file.stat().st_size == len(data) and file.is_file() and file.read_bytes() == data
    except OSError:
        return False


def state_of(file: Path | os.DirEntry[str]) -> Sequence[int]:
    """What changes when a file is written: its place on the disk, its size and its time."""
    try:
        status = file.stat()
    except OSError:
        return (0, 0, 0)
    return (status.st_ino, status.st_size, status.st_mtime_ns)


def state_of_source(file: Path) -> Sequence[int]:
    """The same, and what nobody can set back: the time at which anything of the file was changed, that too."""
    try:
        status = file.stat()
    except OSError:
        return (0, 0, 0, 0)
    return (status.st_ino, status.st_size, status.st_ctime_ns, status.st_mtime_ns)
