"""All recordings of a vault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from macros.commands.recording import Recording, RecordingError, read_recording
from macros.vault import Problem, nfc

FOLDER = "commands"
_SUFFIX = ".console"


@dataclass(frozen=True, slots=True)
class Library:
    """The recordings below `commands/` by their ids, and the files that are none."""

    recordings: Mapping[str, Recording]
    locations: Mapping[str, Path]
    problems: tuple[Problem, ...]

    @classmethod
    def scan(cls, root: Path) -> Library:
        """Read the recordings of the vault `root`, in the order of their ids."""
        recordings: dict[str, Recording] = {}
        locations: dict[str, Path] = {}
        problems = []
        for location in sorted((root / FOLDER).rglob(f"*{_SUFFIX}")):
            path = nfc(location.relative_to(root).as_posix())
            id = path.removeprefix(f"{FOLDER}/").removesuffix(_SUFFIX)  # noqa: A001
            try:
                recordings[id] = read_recording(id, nfc(location.read_text("utf-8")))
                locations[id] = location
            except RecordingError as error:
                problems.append(Problem(path, error.line, "recording", str(error)))
            except (OSError, UnicodeDecodeError) as error:
                problems.append(Problem(path, 1, "recording", f"the recording cannot be read: {error}"))
        return cls(MappingProxyType(recordings), MappingProxyType(locations), tuple(problems))
