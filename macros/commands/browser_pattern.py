r"""Patterns of Python as a browser reads them: `(?i)a\Z` → `[aA](?![^\n])`.

A pattern is read by Python's own parser and written anew for a JavaScript RegExp with the flags `u` and `y`, so that
syntax which only one of the two knows (`(?P<n>…)`, `(?>…)`, `a*+`, `(?x)`, `\A`) cannot be misread. What a browser
cannot say gives None, never something near it. These stand for what JavaScript would have to be told at length, and
macros/browser/compare/pattern.js writes them out: `\b` and `\B`, and inside a class `\w` and `\d` for letters and
digits of all scripts. An anchor of the whole text is one of a line here: a reader may have pasted a part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count
from typing import Any

try:
    from re import _constants as sre  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - another Python: every pattern is one that a browser cannot say
    parser = None

_LARGEST = 1_000
"""Letters of what is written."""
_LETTERS_OF_A_RANGE = 400
"""Letters whose other case is looked up one by one."""
_WITHOUT_CASE = (range(0x3040, 0xA640), range(0xAC00, 0xD7A4))
"""Kana and Chinese characters; Korean syllables."""
_SYNTAX = frozenset(r"\^$.*+?()[]{}|/")
_IN_A_CLASS = frozenset(r"\^-[]<>()?k")
"""What is escaped in a class; `(?<_1>` in one must not look like a group."""
_LINE_END = 10


class _Untold(Exception):  # noqa: N818 - not an error: an answer
    """A browser cannot say it."""


def for_browser(pattern: re.Pattern[str], *, any_number: bool = False) -> str | None:
    r"""`pattern` for a browser's RegExp; None when it cannot be said there.

    Groups that something refers back to are named `_1`, `_2`, …; no other group is kept. With `any_number` a number of
    no fixed length may have one digit: who wrote `\d{2,}` has not seen the reader's machine, whose process is number 7.
    """
    if parser is None or pattern.flags & (re.LOCALE | re.DEBUG):
        return None
    try:
        tree = parser.parse(pattern.pattern)
        writer = _Writer(frozenset(_referred(tree)), count(1000), any_number=any_number)
        text = writer.all(tree, _Flags.of(pattern.flags))
    except (_Untold, RecursionError):
        return None
    return text if len(text) <= _LARGEST else None


@dataclass(frozen=True, slots=True)
class _Flags:
    """What changes the meaning of a part."""

    ignore_case: bool
    dot_all: bool
    ascii: bool

    @staticmethod
    def of(flags: int) -> _Flags:
        return _Flags(*(bool(flags & flag) for flag in (re.IGNORECASE, re.DOTALL, re.ASCII)))

    def changed(self, added: int, removed: int) -> _Flags:
        """As in `(?i-s:…)`."""
        return _Flags(
            ignore_case=bool(added & re.IGNORECASE) or (self.ignore_case and not removed & re.IGNORECASE),
            dot_all=bool(added & re.DOTALL) or (self.dot_all and not removed & re.DOTALL),
            ascii=bool(added & re.ASCII) or (self.ascii and not added & re.UNICODE),
        )


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the parts of a pattern."""

    referred: frozenset[int]
    """The groups that something refers back to."""
    numbers: count[int]
    """For groups of our own."""
    any_number: bool
    """True where a number of no fixed length may have one digit."""

    def all(self, parts: Iterable[tuple[Any, Any]], flags: _Flags) -> str:
        return "".join(self.one(kind, given, flags) for kind, given in parts)

    def one(self, kind: Any, given: Any, flags: _Flags) -> str:
        simple: dict[Any, Callable[[], str]] = {
            sre.LITERAL: lambda: _literal(given, flags),
            sre.NOT_LITERAL: lambda: f"[^{_letters(given, flags)}]",
            sre.ANY: lambda: r"[\s\S]" if flags.dot_all else r"[^\n]",
            sre.IN: lambda: _class(given, flags),
            sre.AT: lambda: _anchor(given, flags),
            sre.BRANCH: lambda: f"(?:{'|'.join(self.all(part, flags) for part in given[1])})",
            sre.MAX_REPEAT: lambda: self.repeat(given, flags, ""),
            sre.MIN_REPEAT: lambda: self.repeat(given, flags, "?"),
            sre.POSSESSIVE_REPEAT: lambda: self.atomic(self.repeat(given, flags, "")),
            sre.ATOMIC_GROUP: lambda: self.atomic(self.all(given, flags)),
            sre.SUBPATTERN: lambda: self.group(given, flags),
            sre.ASSERT: lambda: f"(?{'=' if given[0] > 0 else '<='}{self.all(given[1], flags)})",
            sre.ASSERT_NOT: lambda: f"(?{'!' if given[0] > 0 else '<!'}{self.all(given[1], flags)})",
            sre.GROUPREF: lambda: self.back(given, flags),
        }
        if kind not in simple:
            raise _Untold
        return simple[kind]()

    def repeat(self, given: Any, flags: _Flags, lazy: str) -> str:
        least, most, part = given
        if self.any_number and least < most and _is_digit(part):
            least = min(least, 1)
        times = {(0, sre.MAXREPEAT): "*", (1, sre.MAXREPEAT): "+", (0, 1): "?"}.get((least, most))
        end = "" if most is sre.MAXREPEAT else str(most)
        times = times or (f"{{{least}}}" if least == most else f"{{{least},{end}}}")
        return f"(?:{self.all(part, flags)}){times}{lazy}" if _is_long(part) else self.all(part, flags) + times + lazy

    def atomic(self, text: str) -> str:
        """JavaScript does not go back into what a look ahead took."""
        name = f"_{next(self.numbers)}"
        return rf"(?=(?<{name}>{text}))\k<{name}>"

    def group(self, given: Any, flags: _Flags) -> str:
        number, added, removed, part = given
        inside = self.all(part, flags.changed(added, removed))
        return f"(?<_{number}>{inside})" if number in self.referred else f"(?:{inside})"

    def back(self, number: int, flags: _Flags) -> str:
        if flags.ignore_case:
            raise _Untold
        return rf"\k<_{number}>"


def _is_long(part: Any) -> bool:
    """True for what a sign of repetition would not take as a whole."""
    return len(part) != 1 or part[0][0] not in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN, sre.SUBPATTERN)


def _is_digit(part: Any) -> bool:
    r"""True for `\d`, `[0-9]` and `[1-9]`."""
    if len(part) != 1 or part[0][0] is not sre.IN or len(part[0][1]) != 1:
        return False
    kind, value = part[0][1][0]
    return value is sre.CATEGORY_DIGIT or (kind is sre.RANGE and all(chr(code) in "0123456789" for code in value))


def _referred(parts: Any) -> Iterable[int]:
    for kind, given in parts:
        if kind is sre.GROUPREF:
            yield given
        yield from _referred_inside(given)


def _referred_inside(given: Any) -> Iterable[int]:
    if isinstance(given, parser.SubPattern):
        yield from _referred(given)
    elif isinstance(given, list | tuple):
        for part in given:
            yield from _referred_inside(part)


def _anchor(kind: Any, flags: _Flags) -> str:
    starts, ends = (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING), (sre.AT_END, sre.AT_END_STRING)
    if kind in starts:
        return r"(?<![^\n])"
    if kind in ends:
        return r"(?![^\n])"
    if flags.ascii:
        raise _Untold
    return r"\b" if kind is sre.AT_BOUNDARY else r"\B"


def _class(given: Any, flags: _Flags) -> str:
    r"""`[^\W_]`, which no class of JavaScript can say, is `(?![_])[\w]`."""
    negated = given[0][0] is sre.NEGATE
    parts = given[negated:]
    inside = "".join(_in_class(kind, value, flags) for kind, value in parts if value is not sre.CATEGORY_NOT_WORD)
    if all(value is not sre.CATEGORY_NOT_WORD for _, value in parts):
        return f"[{'^' if negated else ''}{inside}]"
    word = "A-Za-z0-9_" if flags.ascii else r"\w"
    if negated:
        return f"(?:(?![{inside}])[{word}])" if inside else f"[{word}]"
    return f"(?:[{inside}]|[^{word}])" if inside else f"[^{word}]"


def _in_class(kind: Any, value: Any, flags: _Flags) -> str:
    if kind is sre.LITERAL:
        return _letters(value, flags)
    if kind is sre.RANGE:
        first, last = value
        return f"{_escaped(first)}-{_escaped(last)}{_other_cases(first, last) if flags.ignore_case else ''}"
    known = {
        sre.CATEGORY_WORD: "A-Za-z0-9_" if flags.ascii else r"\w",
        sre.CATEGORY_DIGIT: "0-9" if flags.ascii else r"\d",
        sre.CATEGORY_NOT_DIGIT: r"\D" if flags.ascii else r"\P{Nd}",
        sre.CATEGORY_SPACE: r"\s",
        sre.CATEGORY_NOT_SPACE: r"\S",
    }
    if kind is not sre.CATEGORY or value not in known:
        raise _Untold
    return known[value]


def _literal(code: int, flags: _Flags) -> str:
    letters = _cases(code) if flags.ignore_case else [chr(code)]
    if len(letters) > 1:
        return f"[{_letters(code, flags)}]"
    if code == _LINE_END:
        return r"\n"
    return f"\\{chr(code)}" if chr(code) in _SYNTAX else chr(code)


def _letters(code: int, flags: _Flags) -> str:
    return "".join(_escaped(ord(letter)) for letter in _cases(code)) if flags.ignore_case else _escaped(code)


def _cases(code: int) -> list[str]:
    letter = chr(code)
    return sorted({letter, *(other for other in (letter.lower(), letter.upper()) if len(other) == 1)})


def _other_cases(first: int, last: int) -> str:
    if last - first > _LETTERS_OF_A_RANGE:
        if not any(first in script and last in script for script in _WITHOUT_CASE):
            raise _Untold
        return ""
    others = {case for code in range(first, last + 1) for case in _cases(code) if not first <= ord(case) <= last}
    return "".join(_escaped(ord(letter)) for letter in sorted(others))


def _escaped(code: int) -> str:
    """A letter in a class."""
    letter = chr(code)
    if code == _LINE_END:
        return r"\n"
    return f"\\u{{{code:x}}}" if letter in _IN_A_CLASS or not letter.isprintable() else letter
