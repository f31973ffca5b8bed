"""What a sandbox sees of a file system: programs and what they are started with, by name. All else is not there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

_PROGRAMS = ("usr", "bin", "sbin", "lib", "lib32", "lib64", "libx32")
_SETTINGS = (
    *("alternatives", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "mime.types", "protocols", "services"),
    *("fonts", "debian_version", "os-release"),
)
"""What is seen of this machine's own `/etc`: nothing that tells one machine from another of its kind."""
_HIDDEN = ("usr/home", "usr/src", "usr/local/etc", "usr/local/src")
"""What is no program, below what is seen."""
_MADE: Mapping[str, str] = MappingProxyType(
    {
        "passwd": "root:x:0:0:root:/root:/bin/bash\nkb:x:1000:1000::/home/kb:/bin/bash\n",
        "group": "root:x:0:\nkb:x:1000:\n",
        "hosts": "127.0.0.1\tlocalhost kb\n",
        "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\n",
    }
)
"""What stands in `/etc` instead of what this machine says of its users and its network."""


@contextmanager
def seen(root: Path, *, is_own: bool) -> Iterator[tuple[tuple[str, ...], tuple[int, ...]]]:
    """Arguments for bubblewrap that show what is seen of `root`, and the descriptors that they name.

    Of this machine that `is_own` it is an allow-list. Of a Debian that was unpacked for it, `/etc` is seen as a whole.
    """
    with handed(text.encode() for text in _MADE.values() if is_own) as descriptors:
        settings = _settings(descriptors) if is_own else ("--ro-bind", f"{root}/etc", "/etc")
        yield (*_programs(root), *settings), descriptors


@contextmanager
def handed(texts: Iterable[bytes]) -> Iterator[tuple[int, ...]]:
    """Descriptors from which a child that inherits them reads `texts`, each once."""
    descriptors: list[int] = []
    try:
        for text in texts:
            reading, writing = os.pipe()
            descriptors.append(reading)
            with os.fdopen(writing, "wb") as file:
                file.write(text)
        yield tuple(descriptors)
    finally:
        for descriptor in descriptors:
            os.close(descriptor)


def _programs(root: Path) -> Iterator[str]:
    for name in _PROGRAMS:
        place = root / name
        if place.is_symlink():
            yield from ("--symlink", str(place.readlink()), f"/{name}")
        elif place.is_dir():
            yield from ("--ro-bind", str(place), f"/{name}")
    for name in _HIDDEN:
        if (root / name).is_dir():
            yield from ("--tmpfs", f"/{name}")


def _settings(descriptors: Iterable[int]) -> Iterator[str]:
    for name in _SETTINGS:
        yield from ("--ro-bind-try", f"/etc/{name}", f"/etc/{name}")
    for name, descriptor in zip(_MADE, descriptors, strict=True):
        yield from ("--ro-bind-data", str(descriptor), f"/etc/{name}")
