"""What a page already shows of recordings: it is not shown a second time, but led to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

ANCHOR = "__run-"
"""How the ids of terminals begin, which no author's heading has."""


@dataclass(frozen=True, slots=True)
class Reached:
    """All commands of a recording up to the one with the number `last`, and the id of what shows the last of them."""

    last: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Above:
    """What stands on a page above a terminal. It is written as texts, for it is a part of a question."""

    terminals: int = 0
    places: Mapping[str, Reached] = field(default_factory=lambda: MappingProxyType({}))
    """By the recordings' names on the page."""

    @classmethod
    def read(cls, written: tuple[str, ...]) -> Above:
        """The value that was `written`."""
        count, *lines = written or ("0",)
        places = {}
        for line in lines:
            last, anchor, name = line.split("\n", 2)
            places[name] = Reached(int(last), anchor)
        return cls(int(count), places)

    def written(self) -> tuple[str, ...]:
        """Texts that `read` makes this of again."""
        lines = (f"{place.last}\n{place.anchor}\n{name}" for name, place in sorted(self.places.items()))
        return (str(self.terminals), *lines)

    @property
    def anchor(self) -> str:
        """The id of the next terminal."""
        return f"{ANCHOR}{self.terminals + 1}"

    def last(self, name: str) -> int:
        """Up to which command the page shows the recording `name`; -1 where it does not."""
        return self.places[name].last if name in self.places else -1

    def below(self, shown: Mapping[str, Reached], own: str) -> Above:
        """What stands above the next terminal, when this one has recordings by name up to a command.

        Its `own` is better found here than where it is folded in.
        """
        now = {name: here for name, here in shown.items() if here.last >= self.last(name) + (name != own)}
        return Above(self.terminals + 1, {**self.places, **now})
