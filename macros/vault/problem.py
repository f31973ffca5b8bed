"""What an author wrote wrong, as a value."""

from __future__ import annotations

from dataclasses import dataclass

from macros.language import ENGLISH, NOTHING, Language, Message


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend, printed as `notes/a.md:12: no note is named 'Foo' (did you mean 'Foo bar'?)`."""

    path: str
    line: int
    code: str
    message: Message
    suggestion: Message = NOTHING
    notice: bool = False
    """True for what is worth saying but meant or known: it never fails a strict build."""

    def told(self, language: Language) -> str:
        """The problem in `language`, with its place."""
        fact = language.tell(self.message)
        if self.suggestion:
            fact = language.say("problem.with-way-out", fact=fact, way_out=language.tell(self.suggestion))
        return f"{self.path}:{self.line}: {fact}"

    def __str__(self) -> str:
        return self.told(ENGLISH)
