"""Folders that change places, and folders that are brought up to date while somebody reads them."""

from __future__ import annotations

import ctypes
import errno
import itertools
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

_HERE = -100
"""`AT_FDCWD` of Linux: paths are those of this process."""
_EXCHANGE = 2
"""`RENAME_EXCHANGE` of Linux."""
Carry = Callable[[Path | str, Path | str], None]
"""Makes of one file another."""


def exchange(one: Path, other: Path) -> None:
    """Let two files or folders change places, at once to all who open them by their paths.

    OSError where the system or the file system cannot (`ENOSYS`, `EINVAL`), and where they are not on the same one.
    """
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if rename is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(one))
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one), None, str(other))


def can_exchange(folder: Path) -> bool:
    """True where files of `folder` can change places; they are made and removed."""
    pair = folder / "one", folder / "other"
    try:
        for file in pair:
            file.touch()
        exchange(*pair)
    except OSError:
        return False
    finally:
        for file in pair:
            file.unlink(missing_ok=True)
    return True


def link_or_copy(source: Path | str, target: Path | str) -> None:
    """Make `target` the same file as `source`, or a copy where it cannot be. OSError from one file system to another.

    Not every file can have another name: that of somebody else, or one that has too many.
    """
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno in (errno.EXDEV, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.ENOENT):
            raise
        copy_file(source, target)


def link_tree(source: Path, target: Path) -> None:
    """Put `source`, which may be a file or a folder, at `target`, file by file, where that has none of its own."""

    def linked(file: str, place: str) -> str:
        if not os.path.lexists(place):
            link_or_copy(file, place)
        return place

    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True, copy_function=linked, dirs_exist_ok=True)
    else:
        linked(os.fspath(source), os.fspath(target))


def is_same(one: Path, other: Path) -> bool:
    """True for two files of the same bytes, and for two links to the same."""
    try:
        first, second = one.lstat(), other.lstat()
        if (first.st_ino, first.st_dev) == (second.st_ino, second.st_dev):
            return True
        if one.is_symlink() or other.is_symlink():
            return one.is_symlink() and other.is_symlink() and one.readlink() == other.readlink()
        return first.st_size == second.st_size and one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def bring(ready: Mapping[str, Path], gone: Iterable[str], folder: Path) -> None:
    """Delete the files `gone` from `folder`, then move those that are `ready` to the names that they have there.

    What must not be online goes first; new files come before those that may lead to them. A file that is replaced is
    there at each moment, as it was or as it is to be. Nothing is written here, so a full disk is met by whoever made
    them ready; OSError before anything is touched where a folder is closed.
    """
    _require_open(folder, itertools.chain(ready, gone))
    for name in gone:
        (folder / name).unlink(missing_ok=True)
        remove_empty(folder / name, folder)
    for name in sorted(ready, key=lambda name: ((folder / name).exists(), name)):
        make_room(name, folder)
        ready[name].replace(folder / name)


def follow(folder: Path, model: Path, hand: Path) -> None:
    """Make `folder` the same as `model`, with which it shares files; `hand` is an empty folder beside both."""
    there, wanted = (dict(_inodes(each)) for each in (folder, model))
    changed = [name for name, inode in wanted.items() if there.get(name) != inode]
    gone = [name for name in there if name not in wanted and not name.startswith(".")]
    bring(in_hand(changed, model, hand, link_or_copy), gone, folder)


def in_hand(names: Iterable[str], source: Path, hand: Path, carry: Carry) -> dict[str, Path]:
    """The files `names` of `source`, made ready in the folder `hand`."""
    ready = {name: hand / str(number) for number, name in enumerate(names)}
    for name, file in ready.items():
        carry(source / name, file)
    return ready


def copy_file(source: Path | str, target: Path | str) -> None:
    """Make `target` a file of its own, of the bytes and the time of `source`."""
    shutil.copy2(source, target, follow_symlinks=False)


def make_room(name: str, folder: Path) -> None:
    """Let nothing be in the way of the file `name` of `folder`: no file for a folder, no folder for a file.

    What lies above is nobody's to delete: OSError when a file is in the way there.
    """
    file = folder / name
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        in_the_way = [above for above in file.parents if folder in above.parents and above.is_file()]
        if not in_the_way:
            raise
        in_the_way[0].unlink()
        file.parent.mkdir(parents=True, exist_ok=True)
    if file.is_dir() and not file.is_symlink():
        shutil.rmtree(file)


def remove_empty(file: Path, folder: Path) -> None:
    """Remove the folders above `file` that are empty now, up to `folder`."""
    with suppress(OSError):  # one that is not
        for above in itertools.takewhile(lambda above: above != folder, file.parents):
            above.rmdir()


def files_of(folder: Path, *, hidden: bool = False) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The files below `folder` by their names in it; what MkDocs leaves alone there only where `hidden` is wanted."""
    waiting = [(entry, entry.name) for entry in _entries(folder) if hidden or not entry.name.startswith(".")]
    while waiting:
        entry, name = waiting.pop()
        if entry.is_dir(follow_symlinks=False):
            waiting += [(inner, f"{name}/{inner.name}") for inner in _entries(entry)]
        else:
            yield name, entry


def hidden_in(folder: Path) -> list[str]:
    """What MkDocs leaves alone in `folder`: `.git`, `.well-known`, `.nojekyll`."""
    return [entry.name for entry in _entries(folder) if entry.name.startswith(".")]


def emptied(folder: Path) -> Path:
    """The folder `folder`, with nothing in it."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir()
    return folder


def _inodes(folder: Path) -> Iterator[tuple[str, int]]:
    return ((name, entry.inode()) for name, entry in files_of(folder, hidden=True))


def _entries(folder: Path | os.DirEntry[str]) -> Sequence[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except (FileNotFoundError, NotADirectoryError):
        return []


def _require_open(folder: Path, names: Iterable[str]) -> None:
    """Raise where a file cannot be put into one of the folders of `names`, or taken from it."""
    for above in {os.path.dirname(name) for name in names}:  # noqa: PTH120 - thousands of names
        place = folder / above
        while not place.is_dir() and place != folder:
            place = place.parent
        if not os.access(place, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
