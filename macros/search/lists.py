"""A long list of lines, cut into small files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32


@dataclass(frozen=True, slots=True)
class List:
    """How a list is called and cut.

    Which lines end a file is said by their own beginnings (content-defined chunking): an edit moves few of the others.
    """

    name: str
    size: int
    """Characters of a file, about; never over twice as many and a line."""

    def file(self, number: int) -> str:
        """The name of the `number`th file, from 0."""
        return f"{self.name}-{number}.txt"

    def files(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """The lines of one file after another."""
        group, written = list[str](), 0
        for line in lines:
            group.append(line)
            written += len(line) + 1
            if self._ends(line, written):
                yield group
                group, written = [], 0
        if group:
            yield group

    def is_ended(self, lines: Sequence[str]) -> bool:
        """True when a file of these lines ends here, whatever comes behind."""
        return self._ends(lines[-1], sum(map(len, lines)) + len(lines))

    def _ends(self, line: str, written: int) -> bool:
        if not self.size // 2 <= written < 2 * self.size:
            return written >= self.size
        head = line.partition("\t")[0].encode("utf-8", "replace")
        return crc32(head) % self.size < 1 << len(line).bit_length()
