"""What a reader's terminal may have said instead of a record, by rule, each with the verdict that is right.

A paste begins as the record with other values for its named patterns: the engine itself says that it is the same
(`shown`, which `maru check` compares by). Then one thing is done to it.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from macros.commands.recording import Recording
from macros.commands.transcript import Step, shown

PROMPTS = (
    "$ ",
    "me@laptop:~/notes$ ",
    "root@3f2a9c:/# ",
    "% ",
    "me@mac ~ % ",
    "PS C:\\Users\\me> ",
    "➜  notes ",
    "[me@host ~]$ ",
)
ERRORS = (
    "docker: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
    "bash: command not found",
    "Error: permission denied while trying to open the file",
    "연결이 거부되었습니다",
)


@dataclass(frozen=True)
class Case:
    """A paste and what is right to say of it."""

    recording: Recording
    kind: str
    paste: str
    verdicts: frozenset[str]
    """Those that are right; more than one where the paste says no more."""
    changed: tuple[str, ...] = ()
    """What of the paste must be marked as differing from the record, line by line."""
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


@dataclass(frozen=True)
class Said:
    """A step as a reader's terminal said it."""

    command: str
    lines: tuple[str, ...]
    record: tuple[str, ...] = field(default=())
    """The lines of the record, one for each."""


def said(recording: Recording, chance: random.Random) -> tuple[Said, ...]:
    """The steps with other ids and times in the places of named patterns."""
    return tuple(_said(step, recording.properties.patterns, chance) for step in recording.steps)


def _said(step: Step, patterns: Mapping[str, re.Pattern[str]], chance: random.Random) -> Said:
    record = tuple(step.output.split("\n")) if step.output else ()
    for _ in range(200):
        output = step.output
        for name, pattern in patterns.items():
            first, *more = output.split(f"[{name}]")
            output = first + "".join(example(pattern, chance) + text for text in more)
        if shown(output, patterns) == step.output and output.count("\n") == step.output.count("\n"):
            return Said(step.command, tuple(output.split("\n")) if output else (), record)
    raise AssertionError(f"no other output than that of the record was found: {step.command}")


def example(pattern: re.Pattern[str], chance: random.Random) -> str:
    """A text that `pattern` matches, but for what it wants around it."""
    return "".join(_written(parser.parse(pattern.pattern), chance))


def _written(parts: Any, chance: random.Random) -> Iterator[str]:
    for kind, given in parts:
        if kind is sre.LITERAL:
            yield chr(given)
        elif kind in (sre.ANY, sre.NOT_LITERAL):
            yield chance.choice("abc 2")
        elif kind is sre.IN:
            yield _one_of(given, chance)
        elif kind is sre.BRANCH:
            yield from _written(chance.choice(given[1]), chance)
        elif kind is sre.SUBPATTERN:
            yield from _written(given[3], chance)
        elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
            least, most, part = given
            for _ in range(chance.randint(least, min(int(most), max(least, 5)))):
                yield from _written(part, chance)


def _one_of(given: Any, chance: random.Random) -> str:
    letters = "abcdefxyz0123456789"
    categories = {sre.CATEGORY_DIGIT: "0123456789", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: letters}
    categories |= {sre.CATEGORY_NOT_DIGIT: "abcxyz", sre.CATEGORY_NOT_SPACE: letters, sre.CATEGORY_NOT_WORD: " -."}
    if given[0][0] is sre.NEGATE:
        return chance.choice(letters)
    kind, value = chance.choice(given)
    if kind is sre.RANGE:
        return chr(chance.randint(*value))
    return chance.choice(categories[value]) if kind is sre.CATEGORY else chr(value)


def written(steps: Sequence[Said], prompt: str | None) -> str:
    """The paste of a session; without a prompt its outputs alone."""
    lines = []
    for step in steps:
        if prompt is not None:
            first, *more = step.command.split("\n")
            lines += [prompt + first, *(f"> {line}" for line in more)]
        lines += step.lines
    return "\n".join(lines) + "\n"


def as_it_is(recording: Recording, chance: random.Random) -> Case:
    """Other ids and times, with prompts or without commands."""
    steps = said(recording, chance)
    return Case(recording, "other values", written(steps, chance.choice([None, *PROMPTS])), same(steps))


def messy(recording: Recording, chance: random.Random) -> Case:
    """Line ends of Windows, colours, blanks of a web page, decomposed Korean, a prompt at the end."""
    steps, prompt = said(recording, chance), chance.choice(PROMPTS)
    lines = written(steps, prompt).split("\n")
    for number, line in enumerate(lines):
        if chance.random() < 0.3:
            lines[number] = f"\x1b[1;32m{line}\x1b[0m"
        elif chance.random() < 0.4:
            lines[number] = re.sub("  +", lambda run: "\u00a0" * len(run[0]), line) + " " * chance.randint(0, 3)
    paste = unicodedata.normalize("NFD", "\r\n".join(lines)) + prompt.rstrip()
    return Case(recording, "messy copy", paste, same(steps))


def wrapped(recording: Recording, chance: random.Random) -> Case:
    """A narrow screen broke the lines, and blanks at its edge were lost."""
    steps, columns = said(recording, chance), chance.choice([40, 60, 80])
    lines = written(steps, chance.choice(["$ ", "me@laptop:~$ "])).split("\n")
    paste = "\n".join(piece.rstrip() for line in lines for piece in folded(line, columns))
    return Case(recording, "wrapped", paste, same(steps))


def bare(recording: Recording, chance: random.Random) -> Case:
    """Commands without prompts, tabs that a page made blanks of, blank lines between."""
    steps = said(recording, chance)
    paste = "\n".join("\n".join([step.command, *step.lines]) for step in steps).replace("\t", "    ")
    spread = re.sub("\n(?=.)", lambda _: chance.choice(["\n", "\n\n"]), paste)
    return Case(recording, "bare commands", spread, same(steps))


def among_others(recording: Recording, chance: random.Random) -> Case:
    """The reader looked around between the commands, and tried one that failed before it went well."""
    steps, prompt = said(recording, chance), "me@laptop:~/notes$ "
    own = Said("ls -l /tmp", ("total 0", "-rw-r--r-- 1 me me 0 Nov 26 10:00 메모"))
    session = [Said("cd ~/notes", ())]
    for step in steps:
        if chance.random() < 0.3:
            session.append(own)
        session.append(step)
    return Case(recording, "among others", "Last login: today\n" + written(session, prompt), same(steps))


def other_prompt(recording: Recording, chance: random.Random) -> Case:
    """A prompt of two lines, with the time at the right."""
    steps = said(recording, chance)
    paste = ""
    for step in steps:
        first, *more = step.command.split("\n")
        lines = [
            "~/notes main !1",
            f"❯ {first}{' ' * 20}10:{chance.randint(10, 59)}:00",
            *(f"> {line}" for line in more),
        ]
        paste += "\n".join([*lines, *step.lines, ""])
    return Case(recording, "a prompt of two lines", paste, same(steps))


def folded(line: str, columns: int) -> list[str]:
    """`line` as a screen of so many columns breaks it; Korean letters take two."""
    pieces, taken = [""], 0
    for letter in line:
        wide = 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if taken + wide > columns:
            pieces.append("")
            taken = 0
        pieces[-1] += letter
        taken += wide
    return pieces


def changed_word(recording: Recording, chance: random.Random) -> Case:
    """One word of one line is another."""
    steps = said(recording, chance)
    step, line = chance.choice([place for place in places(steps) if re.search(r"\w", literal(recording, steps, place))])
    for _ in range(100):
        now = steps[step].lines[line]
        word = chance.choice(list(re.finditer(r"\w+", now)))
        now = f"{now[: word.start()]}{chance.choice(['다른말', 'changed', '77'])}{now[word.end() :]}"
        if differs(recording, steps, step, line, now):
            break
    else:
        raise AssertionError("no word could be changed")
    paste = written(with_lines(steps, step, line, now), some_prompt(chance, steps))
    return Case(recording, "a changed word", paste, frozenset({"differs"}), changed=(now,))


def missing_line(recording: Recording, chance: random.Random) -> Case:
    """One line is not there."""
    steps = said(recording, chance)
    step, line = chance.choice(places(steps))
    paste = written(with_lines(steps, step, line), chance.choice(PROMPTS))
    return Case(recording, "a missing line", paste, frozenset({"differs"}), missing=(steps[step].record[line],))


def extra_line(recording: Recording, chance: random.Random) -> Case:
    """One line more."""
    steps = said(recording, chance)
    step, line = chance.choice(places(steps))
    more = chance.choice(["WARNING: this is only a warning", "경고: 오래된 판이에요", "dummy", "0 errors"])
    paste = written(with_lines(steps, step, line, steps[step].lines[line], more), some_prompt(chance, steps))
    return Case(recording, "an extra line", paste, frozenset({"differs"}), extra=(more,))


def error_inside(recording: Recording, chance: random.Random) -> Case:
    """A command failed: an error stands in the place of what it gave."""
    steps = said(recording, chance)
    step = chance.choice([number for number, of in enumerate(steps) if any(line.strip() for line in of.lines)])
    error = chance.choice(ERRORS)
    broken = (*steps[:step], replace(steps[step], lines=(error,)), *steps[step + 1 :])
    case = Case(recording, "an error inside", written(broken, chance.choice(PROMPTS)), frozenset({"differs"}))
    lost = [line for line in steps[step].record if line.strip()]
    return replace(case, changed=(error,)) if len(lost) == 1 else replace(case, extra=(error,), missing=tuple(lost))


def part(recording: Recording, chance: random.Random) -> Case:
    """Some of the commands with what they gave, or what one of them gave alone."""
    steps = said(recording, chance)
    first = chance.randrange(len(steps))
    last = chance.randint(first, len(steps) - 1)
    chosen = steps[first : last + 1]
    prompt = chance.choice([None, *PROMPTS]) if any("".join(of.lines).strip() for of in chosen) else "$ "
    return Case(recording, "a part", written(chosen, prompt), same(chosen))


def another(recording: Recording, others: Sequence[Recording], chance: random.Random) -> Case:
    """What the commands of another recording gave."""
    other = chance.choice([one for one in others if one.id != recording.id])
    steps = said(other, chance)
    return Case(recording, "another's", written(steps, chance.choice([None, *PROMPTS])), frozenset({"elsewhere"}))


KINDS: tuple[Callable[[Recording, random.Random], Case], ...] = (
    as_it_is,
    messy,
    wrapped,
    bare,
    among_others,
    other_prompt,
    changed_word,
    missing_line,
    extra_line,
    error_inside,
    part,
)


def same(steps: Sequence[Said]) -> frozenset[str]:
    """The verdict of a paste in which nothing but what changes from run to run is other than in the record."""
    return frozenset({"same" if all(step.lines == step.record for step in steps) else "changes"})


def places(steps: Sequence[Said]) -> list[tuple[int, int]]:
    """Step and line of all that is not blank."""
    return [(s, n) for s, step in enumerate(steps) for n, line in enumerate(step.lines) if line.strip()]


def literal(recording: Recording, steps: Sequence[Said], place: tuple[int, int]) -> str:
    """A line of the record without the marks of patterns."""
    line = steps[place[0]].record[place[1]]
    for name in recording.properties.patterns:
        line = line.replace(f"[{name}]", "")
    return line


def differs(recording: Recording, steps: Sequence[Said], step: int, line: int, now: str) -> bool:
    """True when the engine too would say that the line is not that of the record, and no other line of it either."""
    output = "\n".join(with_lines(steps, step, line, now)[step].lines)
    lines = shown(output, recording.properties.patterns).split("\n")
    return lines[line : line + 1] != [steps[step].record[line]]


def with_lines(steps: Sequence[Said], step: int, line: int, *now: str) -> tuple[Said, ...]:
    """The steps with `now` in the place of one line."""
    lines = steps[step].lines
    return (*steps[:step], replace(steps[step], lines=(*lines[:line], *now, *lines[line + 1 :])), *steps[step + 1 :])


def some_prompt(chance: random.Random, steps: Sequence[Said]) -> str | None:
    """Without commands only where there is enough to be known by."""
    return chance.choice([None, *PROMPTS]) if len(places(steps)) > 3 else chance.choice(PROMPTS)
