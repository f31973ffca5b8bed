"""The labs that were made here, and the recordings that gave in them what they gave on the real engine.

`make labs` makes them in a folder, whose `labs.json` says what there is; `maru parity` writes into its `parity.json`
what it found. A site shows ▶ at the recordings that both files speak for, and at no others.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros.commands.offer import Offer
from macros.commands.recording import Recording
from macros.labs.packages import Package, read_packages

MANIFEST = "labs.json"
PARITY = "parity.json"


@dataclass(frozen=True, slots=True)
class Lab:
    """One machine, as it was saved when it was ready."""

    name: str
    bytes: int
    """What a browser loads before the first answer."""
    state: str
    """The file that it is saved in, whose name is another one where anything in it is another."""


@dataclass(frozen=True, slots=True)
class Labs:
    """What `folder` has; none where nobody made any."""

    folder: Path
    labs: Mapping[str, Lab]
    manifest: Mapping[str, Any]
    """What the file says of them."""
    found: Mapping[str, Mapping[str, str]]
    """By the ids of recordings: `differs`, empty where they were equal; `proof`, what they and the lab were then."""
    packages: tuple[Package, ...] = ()
    """What their files are from."""

    @classmethod
    def of(cls, folder: Path) -> Labs:
        """Read what is in `folder`."""
        manifest, parity = _read(folder / MANIFEST), _read(folder / PARITY)
        core = manifest.get("core", 0)
        labs = {name: Lab(name, core + lab["bytes"], lab["state"]) for name, lab in manifest.get("labs", {}).items()}
        return cls(
            folder,
            MappingProxyType(labs),
            MappingProxyType(manifest),
            MappingProxyType(parity),
            read_packages(folder),
        )

    def offer(self, chain: Sequence[Recording]) -> Offer | None:
        """What the last of `chain`, which the others precede, has earned; None where it was not equal as it is now."""
        recording = chain[-1]
        lab = self.labs.get(recording.properties.lab)
        if lab is None or not self.is_known(chain) or self.found[recording.id]["differs"]:
            return None
        return Offer(lab.name, recording.engine, lab.bytes)

    def is_known(self, chain: Sequence[Recording]) -> bool:
        """Whether it was found how the last of `chain` is in its lab, both as they are now."""
        lab, found = self.labs.get(chain[-1].properties.lab), self.found.get(chain[-1].id)
        return lab is not None and found is not None and found["proof"] == proof(chain, lab)


def proof(chain: Sequence[Recording], lab: Lab) -> str:
    """What the records of `chain` and `lab` are now, as a short text: the same text, and what was found holds."""
    records = (recording.properties.checksum for recording in chain)
    return hashlib.sha256("\0".join((lab.name, lab.state, *records)).encode()).hexdigest()[:16]


def _read(file: Path) -> dict[str, Any]:
    """What stands in `file`; nothing where it is not there."""
    try:
        return dict(json.loads(file.read_text("utf-8")))
    except FileNotFoundError:
        return {}
