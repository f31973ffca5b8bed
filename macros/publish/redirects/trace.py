"""What is remembered of a note to know it again under another name: hashes, and no word of it."""

from __future__ import annotations

import base64
import re
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

from macros.vault import Note
from macros.vault.frontmatter import FrontMatter

_KEPT = 16
"""Hashes of pieces of a text that are kept, the smallest ones."""
_BYTES = 3
"""Of one hash: so few that many texts have it, and none can be got back from it."""
_IDS = ("id", "uid", "uuid")
"""Properties that some plugins give a note once, and that it keeps."""
_READ = 3_000
"""Bytes of a text that are looked at: more of it says no more of which note it is."""
_AS_LINES = bytes.maketrans(b".,;:!?", b"\n\n\n\n\n\n")
"""Makes a line of each piece between two signs of a sentence."""
_MARKS = b" \t-#>*_`|=~+[]()\"'"
_COMMENT = re.compile(r"%%|<!--|-->")


@dataclass(frozen=True, slots=True)
class Trace:
    """The smallest hashes of the pieces of a text, and a hash of the id that its note has, empty where it has none."""

    pieces: frozenset[int]
    identity: str = ""

    def __str__(self) -> str:
        packed = b"".join(piece.to_bytes(_BYTES, "big") for piece in sorted(self.pieces))
        return " ".join(filter(None, (base64.urlsafe_b64encode(packed).decode("ascii") or "-", self.identity)))

    @classmethod
    def read(cls, written: str) -> Trace:
        """The trace that was printed as `written`; ValueError where it is none."""
        packed, _, identity = written.partition(" ")
        data = b"" if packed == "-" else base64.b64decode(packed, altchars=b"-_", validate=True)
        if len(data) % _BYTES or (identity and not re.fullmatch(r"[0-9a-f]{10}", identity)):
            raise ValueError(written)
        starts = range(0, len(data), _BYTES)
        return cls(frozenset(int.from_bytes(data[start : start + _BYTES], "big") for start in starts), identity)

    def likeness(self, other: Trace, common: Collection[int] = ()) -> float:
        """How much of both texts is the same, from 0 to 1, without what is `common`; 0.5 if nothing is known."""
        ours, theirs = self.pieces.difference(common), other.pieces.difference(common)
        smallest = sorted(ours | theirs)[:_KEPT]
        return (
            len([piece for piece in smallest if piece in ours and piece in theirs]) / len(smallest) if smallest else 0.5
        )


def trace_of(note: Note) -> Trace:
    """The trace of `note`."""
    return Trace(frozenset(sorted(_pieces(_shown(note.body)))[:_KEPT]), _identity(note))


def _pieces(text: str) -> set[int]:
    """A hash for each piece of `text` between two signs of a sentence, without the marks around it."""
    data = text.encode("utf-8", "replace")
    lines = data[:_READ].translate(_AS_LINES).split(b"\n")
    whole = lines if len(data) <= _READ else lines[:-1]
    return {crc32(piece) >> 8 for piece in (line.strip(_MARKS) for line in whole) if piece}


def _shown(body: str) -> str:
    """`body` without all from its first comment to its last: of what is hidden nothing is remembered."""
    marks = [*_COMMENT.finditer(body)] if "%%" in body or "--" in body else []
    return f"{body[: marks[0].start()]}\n{body[marks[-1].end() :]}" if marks else body


def _identity(note: Note) -> str:
    text = next(iter(FrontMatter(note.properties).strings(*_IDS)), "")
    return blake2b(text.encode(), digest_size=5).hexdigest() if text else ""
