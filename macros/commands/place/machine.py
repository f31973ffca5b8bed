"""The programs that recordings are run with."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from macros.commands.place.keys import leave_keys
from macros.commands.place.place import SEARCHED, laboratory, sandbox, sandbox_fault

DEBIAN = "debian"
"""The folder of the Debian that `make engines` unpacks."""
KUBERNETES = "kubernetes"
"""The folder of what `make kubernetes` builds."""
_VERSION = re.compile(r"\d+(?:\.\d+)+")


@dataclass(frozen=True, slots=True)
class Machine:
    """A file system in layers, of which the first wins: this machine's own, or a Debian unpacked beside it."""

    layers: tuple[Path, ...]
    trusted: bool = False
    """True for recordings of this repository: those that need root's rights are given this machine's."""

    @property
    def is_own(self) -> bool:
        """True for this machine with its own programs, which another machine may not have alike."""
        return self.layers == (Path("/"),)

    def has(self, program: str) -> bool:
        """True when `program` can be run, whatever the author's shell finds."""
        return any(_is_in(layer, program) for layer in self.layers)

    def version(self, *command: str) -> str:
        """The first number with dots that `command`, such as `git --version`, prints; empty when it prints none."""
        base = self.layers[-1]
        simple = _is_in(base, command[0]) and not sandbox_fault(base)
        with sandbox(base) if simple else laboratory(self.layers, trusted=self.trusted) as place:
            try:
                said = subprocess.run(  # noqa: S603 - the engine's own program
                    [*place.command, *command],
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    text=True,
                    check=False,
                    timeout=10,
                    env={"PATH": SEARCHED, "HOME": place.home},
                    pass_fds=place.handed,
                    preexec_fn=leave_keys,
                )
            except (subprocess.TimeoutExpired, OSError):
                return ""
        found = _VERSION.search(said.stdout + said.stderr)
        return found[0] if found else ""

    @property
    def architecture(self) -> str:
        """The processor's, such as `x86_64`."""
        return platform.machine()


def find_machine(cache: Path, *, trusted: bool) -> Machine:
    """The Debian below `cache` with what was built for it, or this machine as it is when there is none."""
    layers = tuple((cache / name).resolve() for name in (KUBERNETES, DEBIAN) if (cache / name / "usr").is_dir())
    return Machine(layers if (cache / DEBIAN / "usr").is_dir() else (Path("/"),), trusted)


def _is_in(layer: Path, program: str) -> bool:
    return any(
        os.access(_followed(layer / folder.lstrip("/") / program, layer), os.X_OK) for folder in SEARCHED.split(":")
    )


def _followed(path: Path, layer: Path) -> Path:
    """What `path` leads to for those whose root `layer` is: Debian has links to its own `/etc/alternatives`."""
    for _ in range(40):  # as many as the kernel follows
        if not path.is_symlink():
            break
        path = (layer if path.readlink().is_absolute() else path.parent) / str(path.readlink()).lstrip("/")
    return path
