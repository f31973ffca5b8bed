"""What an author wrote wrong, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend, printed as `notes/a.md:12: no note is named 'Foo' (did you mean 'Foo bar'?)`."""

    path: str
    line: int
    code: str
    message: str
    suggestion: str = ""
    notice: bool = False
    """True for what is worth saying but meant or known: it never fails a strict build."""

    def __str__(self) -> str:
        suggestion = f" ({self.suggestion})" if self.suggestion else ""
        return f"{self.path}:{self.line}: {self.message}{suggestion}"
