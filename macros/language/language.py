"""A language: its words, and how they are fitted to what stands beside them."""

from __future__ import annotations

import os
import re
import string
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import Any

from macros.language import (
    addresses,
    comparison,
    diagrams,
    engines,
    labs,
    leaving,
    pages,
    problems,
    reader,
    reasons,
    recordings,
    search,
    settings,
    terminal,
    ways,
)

_PARTS = (
    addresses,
    pages,
    comparison,
    diagrams,
    reader,
    problems,
    settings,
    reasons,
    leaving,
    recordings,
    engines,
    labs,
    search,
    terminal,
    ways,
)
_CODES = ("ko", "en")
"""The languages, in the order of the columns of the catalogue."""
_FINAL_DIGITS = "013678"
"""Digits whose Korean names end in a consonant: 영, 일, 삼, 육, 칠, 팔."""
_FINAL_LETTERS = "lmn"
"""Latin letters that end in one wherever they stand: 엘, 엠, 엔."""
_SYLLABLES, _FINALS, _RIEUL = ord("가"), 28, 8


@dataclass(frozen=True, slots=True)
class Language:
    """One column of the catalogue."""

    code: str
    """As in `<html lang>`."""
    words: Mapping[str, str]

    def say(self, key: str, /, **values: object) -> str:
        """The words `key` with `values` in their places; KeyError for a key or a value that is not there.

        `{count:note|notes}` chooses by number, `{name:은|는}` by the last consonant of a Korean word.
        """
        return _FITTING.format(self.words[key], **values)

    def tell(self, message: Message) -> str:
        """The text of `message`, and of those in it."""
        values = {name: self.tell(value) if isinstance(value, Message) else value for name, value in message.values}
        return self.say(message.key, **values) if message else ""

    def all_of(self, area: str) -> Mapping[str, str]:
        """The words of `area`, by their keys without it: `all_of("style")`."""
        return {key[len(area) + 1 :]: text for key, text in self.words.items() if key.startswith(f"{area}.")}


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """Words of the catalogue, `key`, with the values that stand in them, in no language yet; printed, it is English."""

    key: str = ""
    values: tuple[tuple[str, str | Message], ...] = ()

    def __str__(self) -> str:
        return ENGLISH.tell(self)

    def __bool__(self) -> bool:
        return bool(self.key)


def message(key: str, /, **values: object) -> Message:
    """`message("problem.no-note", name="도커")`; a value may be a message too."""
    texts = ((name, value if isinstance(value, Message) else str(value)) for name, value in values.items())
    return Message(key, tuple(texts))


NOTHING = Message()
"""What is told where there is nothing to tell."""


class ToldError(Exception):
    """An error that says in words of the catalogue what is wrong; printed, it is English."""

    def __init__(self, told: Message) -> None:
        super().__init__(told)
        self.told = told


class _Fitting(string.Formatter):
    """Chooses between two words by the value that they stand behind."""

    def format_field(self, value: Any, format_spec: str) -> str:
        first, bar, second = format_spec.partition("|")
        if not bar:
            return str(super().format_field(value, format_spec))
        if not any("가" <= letter <= "힣" for letter in first):
            return first if str(value) == "1" else second
        return first if _takes_first(str(value), first) else second


def _takes_first(word: str, particle: str) -> bool:
    """True when `word` ends in a consonant, and so has `particle`, which stands first: 은, 이, 을, 으로, 이라는."""
    last = word.rstrip("'\"`)]}.,!? ")[-1:].lower()
    if "가" <= last <= "힣":
        final = (ord(last) - _SYLLABLES) % _FINALS
        return final > 0 and not (final == _RIEUL and particle == "으로")
    if particle == "으로":
        return bool(last) and last in "036mn"
    return bool(last) and last in _FINAL_DIGITS + _FINAL_LETTERS


def _column(number: int) -> Mapping[str, str]:
    rows = chain.from_iterable(part.WORDS.items() for part in _PARTS)
    return MappingProxyType({key: columns[number] for key, columns in rows})


_FITTING = _Fitting()
LANGUAGES = MappingProxyType({code: Language(code, _column(number)) for number, code in enumerate(_CODES)})
ENGLISH = LANGUAGES["en"]


def language_of_terminal(environment: Mapping[str, str] = os.environ) -> Language:
    """The language that `KB_LANGUAGE` or the locale names; English where neither does."""
    names = ("KB_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    return language(next((environment[name] for name in names if environment.get(name)), "en"))


def language(code: str) -> Language:
    """The language with `code` (`ko`, `en`, or as in `en-GB` and `ko_KR.UTF-8`); English where the catalogue does not have it."""
    return LANGUAGES.get(re.split(r"[-_.@]", code)[0].lower(), ENGLISH)
