"""Where a recording is written: a file of its own, or a fence in a note."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from macros.commands.properties import RecordingError
from macros.commands.recording import Recording, read_recording
from macros.language import NOTHING, Message, ToldError, message
from macros.vault.fences import is_recording
from macros.vault.replace import replace_file

_MARK = re.compile(r"\s*(?:`{3,}|~{3,})")
"""A line that would end a fence."""


class ShelfError(ToldError):
    """A recording that cannot be written back, and why."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """Where a recording is written: a whole file, or with `lines` the inside of a fence (from 0, end excluded)."""

    location: Path
    path: str
    """The file's path in the vault."""
    lines: tuple[int, int] | None = None

    text: str = ""
    """What was read there."""
    unread: Message = NOTHING
    """Why nothing was."""

    def read(self, id: str) -> Recording:  # noqa: A002 - what macros call it too
        """What stands there as the recording `id`; RecordingError when it is none."""
        if self.unread:
            raise RecordingError(1, self.unread)
        return _read(id, _with_head(self.text) if self._is_headless else self.text)

    def line(self, line: int) -> int:
        """The line of the file, from 1, that is `line` of the recording."""
        first, _ = self.lines or (0, 0)
        return first + max(line - (2 if self._is_headless else 0), 1)

    @property
    def _is_headless(self) -> bool:
        return bool(self.lines) and not self.text.startswith("---\n")

    def write(self, recording: Recording) -> None:
        """Put `recording` in the place of what was read there.

        ShelfError when something else stands there by now, or when its output would end the fence that it stands in.
        """
        whole = self.location.read_bytes().decode("utf-8-sig")
        lines = whole.split("\n")
        first, last = self.lines or (0, len(lines))
        now = "\n".join(line.removesuffix("\r") for line in lines[first:last])
        if now.rstrip("\n") != self.text.rstrip("\n") or (
            self.lines and not _MARK.match("".join(lines[last : last + 1]))
        ):
            raise ShelfError(message("recording.changed"))
        written = str(recording).rstrip("\n").split("\n")
        if self.lines and any(_MARK.match(line) for line in written):
            raise ShelfError(message("recording.ends-fence"))
        end = "\r" if "\r\n" in whole else ""
        rest = lines[last:] if self.lines else [""]
        made = "\n".join([*lines[:first], *(line + end for line in written), *rest])
        replace_file(self.location, made.encode())


@lru_cache(maxsize=10_000)
def _read(id: str, text: str) -> Recording:  # noqa: A002 - as above
    """A recording, read once while a preview runs, which asks for all of them at each save."""
    return read_recording(id, text)


def fence_text(info: str, content: str) -> str | None:
    """The recording that a code fence is whose opening line is `info`; None when it is none. It may have no head."""
    if not is_recording(info):
        return None
    return content if content.startswith("---\n") else _with_head(content)


def _with_head(content: str) -> str:
    return f"---\n---\n{content}"
