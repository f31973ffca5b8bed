"""What an author may have meant, in words."""

from __future__ import annotations

from collections.abc import Iterable

from macros.language import NOTHING, Message, message


def did_you_mean(close: Iterable[str]) -> str:
    """`did you mean 'a', 'b'?`; empty when nothing is close."""
    named = ", ".join(map(repr, close))
    return f"did you mean {named}?" if named else ""


def with_suggestion(told: str, suggestion: str) -> str:
    """`told`, and the suggestion in brackets where there is one."""
    return f"{told} ({suggestion})" if suggestion else told


def said(text: str) -> Message:
    """`text` as a message."""
    return message("problem.recording", said=text) if text else NOTHING
