"""Where notes are now whose addresses the ledger has, and what the ledger says after that."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from macros.publish.redirects.ledger import Ledger
from macros.publish.redirects.trace import Trace, trace_of
from macros.vault import Note, fold

_ALIKE = 0.6
"""How alike two texts are that are one note, from 0 to 1."""
_SAME_NAME = 0.3
"""How much the same name counts beside that."""
_APART = 0.15
"""How much less alike the next one has to be."""
_STALE = 0.8
"""How alike a text is of which the trace is not written anew: so an edit does not change the ledger."""
_MOST = 50
"""Pages of one name that are looked at."""
_COMMON = 3
"""Notes that have a piece of text which says no more of which note it is."""


@dataclass(frozen=True)
class Moves:
    """What became of the addresses of a ledger, now that the site has `pages`."""

    ledger: Ledger
    pages: Mapping[str, Note]
    """The notes of the site by their addresses, decoded, with a slash in front."""
    at_home: Collection[str] = ()
    """Addresses, folded, that notes would have which stay at home."""

    @cached_property
    def to(self) -> Mapping[str, str]:
        """For each old address the one of a page that it leads to."""
        led_on = {**self._found, **self.ledger.moved}
        ends = ((old, self._end(old, led_on)) for old in led_on if old not in self.pages)
        return MappingProxyType({old: end for old, end in sorted(ends) if end and fold(old) not in self.at_home})

    @cached_property
    def unsure(self) -> Mapping[str, Sequence[str]]:
        """Old addresses for which more than one page is as likely as another, with these."""
        return MappingProxyType({old: found for old, found in sorted(self._candidates.items()) if len(found) > 1})

    def next_ledger(self, redirects: Mapping[str, str]) -> Ledger:
        """The ledger of a site that has these pages and permanent `redirects`."""
        pages = {address: self._renewed(address) for address in self.pages if address != "/"}
        moved = {**self._found, **self.ledger.moved, **self.to, **redirects}
        led_on = {old: to for old, to in moved.items() if old not in self.pages}
        lost = {old: trace for old, trace in self.ledger.pages.items() if not (old in self.pages or old in led_on)}
        return replace(self.ledger, pages=MappingProxyType({**pages, **lost}), moved=MappingProxyType(led_on))

    def _renewed(self, address: str) -> Trace:
        known, now = self.ledger.pages.get(address), self._traces[address]
        if known and known.identity == now.identity and known.likeness(now) >= _STALE:
            return known
        return now

    def _end(self, old: str, led_on: Mapping[str, str]) -> str:
        """The page at the end of a chain; empty where it ends at none."""
        seen = {old}
        while old not in self.pages:
            old = led_on.get(old, "")
            if not old or old in seen:
                return ""
            seen.add(old)
        return old

    @cached_property
    def _found(self) -> Mapping[str, str]:
        return {old: found[0] for old, found in self._candidates.items() if len(found) == 1}

    @cached_property
    def _candidates(self) -> Mapping[str, Sequence[str]]:
        """The pages that each lost address may lead to, none where the note stays at home."""
        lost = [old for old in self.ledger.pages if old not in self.pages and fold(old) not in self.at_home]
        found = {old: self._named(old) or self._of_id(self.ledger.pages[old].identity) for old in lost}
        rest = [old for old in lost if not found[old] and old not in self.ledger.moved]
        return {**found, **self._alike(rest)}

    def _named(self, old: str) -> Sequence[str]:
        """The page of a note that says it was called so before."""
        name = fold(_name(old))
        here = self._aliases.get(name, ())
        beside = [page for page in here if posixpath.dirname(page.rstrip("/")) == posixpath.dirname(old.rstrip("/"))]
        return self._aliases.get(fold(old.strip("/")), ()) or beside or here

    def _of_id(self, identity: str) -> Sequence[str]:
        return self._identities.get(identity, ()) if identity else ()

    def _alike(self, lost: Sequence[str]) -> Mapping[str, Sequence[str]]:
        """For each of `lost` the new pages whose text is most like that of its note."""
        new = [page for page in self.pages if page not in self.ledger.pages] if lost else []
        if not new:
            return {}
        counted = Counter(piece for trace in self._traces.values() for piece in trace.pieces)
        common = frozenset(piece for piece, count in counted.items() if count >= _COMMON)
        sharing = _grouped((clue, page) for page in new for clue in self._clues(page, self._traces[page], common))
        scores = dict[str, dict[str, float]]()
        for old in lost:
            clues = self._clues(old, self.ledger.pages[old], common)
            near = {page for clue in clues for page in sharing.get(clue, ())[:_MOST]}
            scores[old] = {page: self._score(old, page, common) for page in near}
        best = dict[str, float]()
        for page, score in (item for of in scores.values() for item in of.items()):
            best[page] = max(score, best.get(page, 0))
        mutual = {old: {page: score for page, score in of.items() if score >= best[page]} for old, of in scores.items()}
        return {old: _nearest(of) for old, of in mutual.items()}

    def _clues(self, address: str, trace: Trace, common: frozenset[int]) -> Iterable[str]:
        """What two addresses have to have in common to be looked at: a piece of text, or the name."""
        return (fold(_name(address)), *map(str, trace.pieces - common))

    def _score(self, old: str, page: str, common: frozenset[int]) -> float:
        likeness = self.ledger.pages[old].likeness(self._traces[page], common)
        return likeness + _SAME_NAME * (fold(_name(old)) == fold(_name(page)))

    @cached_property
    def _traces(self) -> Mapping[str, Trace]:
        return {page: trace_of(note) for page, note in self.pages.items()}

    @cached_property
    def _aliases(self) -> Mapping[str, Sequence[str]]:
        return _grouped((fold(alias.strip("/")), page) for page, note in self.pages.items() for alias in note.aliases)

    @cached_property
    def _identities(self) -> Mapping[str, Sequence[str]]:
        return _grouped((trace.identity, page) for page, trace in self._traces.items() if trace.identity)


def _nearest(scores: Mapping[str, float]) -> Sequence[str]:
    """The page of the best score, and those that are hardly worse; none where none is alike."""
    best = max(scores.values(), default=0.0)
    if best < _ALIKE:
        return ()
    return sorted(page for page, score in scores.items() if score > best - _APART)


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    groups: dict[str, list[str]] = {}
    for key, page in sorted({*pairs}):
        groups.setdefault(key, []).append(page)
    return groups


def _name(address: str) -> str:
    return posixpath.basename(address.rstrip("/")).removesuffix(".html")
