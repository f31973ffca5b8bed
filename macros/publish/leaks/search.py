"""Looking for many texts in many files, in one pass over each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass
from hashlib import blake2b
from typing import Any

from ahocorasick_rs import BytesAhoCorasick, Implementation

from macros.publish.leaks.keys import FORMS, KeyForm, key_at
from macros.publish.leaks.needles import SYLLABLES, Needle
from macros.publish.leaks.unpacked import unpacked


@dataclass(frozen=True, slots=True)
class Leak:
    """Something that is in the file `name`, at `line`: a needle, or a key of an issuer."""

    name: str
    line: int
    what: Needle | str
    mark: str = ""
    """For a key a short name of it, which does not give it away."""

    @property
    def packed(self) -> Sequence[object]:
        """What is remembered of it."""
        what = self.what
        return [self.line, self.mark, [*astuple(what)] if isinstance(what, Needle) else what]

    @classmethod
    def unpacked(cls, name: str, packed: Sequence[Any]) -> Leak:
        """The leak in the file `name` of which that is remembered."""
        line, mark, what = packed
        return cls(name, line, what if isinstance(what, str) else Needle(*what), mark)


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at one file has found."""

    leaks: tuple[Leak, ...]
    leans: bool
    """True where words were found that are no leak for as long as a published note has them too."""


class Search:
    """Looks for `needles` and for keys."""

    def __init__(self, needles: Iterable[Needle], is_public: Callable[[Needle], bool]) -> None:
        """A needle that `is_public` was written by the author on a published page too: it is no leak."""
        self._is_public = is_public
        patterns: dict[bytes, Needle | KeyForm] = {}
        for needle in needles:
            for spelling in needle.spellings:
                patterns.setdefault(spelling.encode("utf-8", "replace"), needle)
        for form in FORMS:
            patterns.update(dict.fromkeys(form.beginnings, form))
        self._meant = [*patterns.values()]
        self._machine = BytesAhoCorasick([*patterns], implementation=Implementation.ContiguousNFA)
        self._known: dict[Needle, bool] = {}

    def look(self, name: str, data: bytes) -> Look:
        """Look at the file `name` of the site; each thing is told once."""
        leaks, leans = dict[tuple[str, str], Leak](), False
        named = name.encode("utf-8", "replace")
        for view in (named, *unpacked(name, data)):
            for number, start, end in self._machine.find_matches_as_indexes(view, overlapping=True):
                meant = self._meant[number]
                secret = key_at(view, start, meant) if isinstance(meant, KeyForm) else b""
                if secret is None or (isinstance(meant, Needle) and not _counts(meant, view, start, end)):
                    continue
                mark = _mark(secret)
                thing = (meant.issuer, mark) if isinstance(meant, KeyForm) else (meant.kind, meant.path or meant.text)
                if thing in leaks:
                    continue
                if isinstance(meant, Needle) and self._has_leave(meant):
                    leans = True
                    continue
                line = view.count(b"\n", 0, start) + 1 if view is not named else 1
                leaks[thing] = Leak(name, line, meant.issuer if isinstance(meant, KeyForm) else meant, mark)
        return Look((*leaks.values(),), leans)

    def _has_leave(self, needle: Needle) -> bool:
        if needle not in self._known:
            self._known[needle] = self._is_public(needle)
        return self._known[needle]


def _counts(needle: Needle, view: bytes, start: int, end: int) -> bool:
    return needle.kind == "sentence" or _stands_alone(view, start, end)


def _mark(secret: bytes) -> str:
    """A name for a key, the same where the search index has it in small letters."""
    return blake2b(secret.lower(), digest_size=4).hexdigest() if secret else ""


def _stands_alone(view: bytes, start: int, end: int) -> bool:
    """True for a name that is no part of a longer one; a Korean particle may follow."""
    before = view[max(start - 4, 0) : start].decode("utf-8", "ignore")[-1:]
    after = view[end : end + 4].decode("utf-8", "ignore")[:1]
    return not before.isalnum() and (not after.isalnum() or ord(after) in SYLLABLES)
