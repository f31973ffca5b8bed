"""The tree of a guest as v86 serves it over 9p: an index, and each file by the hash of its bytes.

`python -m macros.labs.index TREE INDEX FILES` writes the index of TREE, and puts its files into the folder FILES.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

LARGEST = 25_000_000
"""Bytes of a file that a static host takes."""

Entry = list["str | int | list[Entry]"]
"""`[name, bytes, time, mode, user, group, more]`: what a folder has, where a link leads, where a file's bytes are."""


def main(tree: str, index: str, files: str) -> None:
    """Write the index of `tree`, and put its files into `files`, which then has no others."""
    folder = Path(files)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    entries = list(indexed(Path(tree), folder))
    size = sum(path.stat().st_size for path in Path(tree).rglob("*") if path.is_file() and not path.is_symlink())
    Path(index).write_text(json.dumps({"version": 3, "size": size, "fsroot": entries}, separators=(",", ":")), "utf-8")


def indexed(folder: Path, files: Path) -> Iterator[Entry]:
    """What is in `folder`, in the order of its names; the bytes of files go into `files`."""
    for path in sorted(folder.iterdir()):
        known = path.lstat()
        entry: Entry = [path.name, known.st_size, int(known.st_mtime), known.st_mode, known.st_uid, known.st_gid]
        if stat.S_ISDIR(known.st_mode):
            yield [*entry, list(indexed(path, files))]
        elif stat.S_ISLNK(known.st_mode):
            yield [*entry, str(path.readlink())]
        elif stat.S_ISREG(known.st_mode):
            yield [*entry, _kept(path, files)]


def _kept(path: Path, files: Path) -> str:
    """The name under which a file is served: `0123456789abcdef.bin.zst`, for it is packed afterwards."""
    content = path.read_bytes()
    if len(content) > LARGEST:
        raise SystemExit(f"{path} has {len(content):,} bytes, and a static host takes {LARGEST:,}.")
    name = f"{hashlib.sha256(content).hexdigest()[:16]}.bin"
    if not (files / name).exists():
        shutil.copyfile(path, files / name)
    return f"{name}.zst"


if __name__ == "__main__":
    main(*sys.argv[1:])
