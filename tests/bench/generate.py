"""Korean vaults of any size, the same for the same seed: `python -m tests.bench.generate DIR --notes 1000`."""

from __future__ import annotations

import argparse
import itertools
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from macros.commands.recording import read_recording

_INITIAL = (
    "가나다라마바사아자차카타파하거너더러머버서어저커터퍼허고노도로모보소오조코토포호"
    "구누두루무부수우주쿠투푸후기니디리미비시이지키티피히"
)
_NEXT = (
    _INITIAL + "각난달람맘발산알장찬칼탄팔한건선정청결별성열공동목본송온종총"
    "국군문분숭운중축급들릭림민빈신인직진칙침터템토트틴팅핑"
)
_PARTICLES = (*"은 는 이 가 을 를 의 에 에서 으로 와 도 만 까지 부터".split(), "")
_VERBS = tuple("한다 있다 만든다 보인다 바꾼다 이어진다 돌아간다 멈춘다 기다린다 쓴다".split())
_TOOLS = ("docker", "kubectl", "git", "nginx", "python", "grep", "curl", "systemd", "ssh", "bash")
NOUNS = 30_000
_RECORDED = "2026-11-22 · bash 5.2.15 · x86_64"
SHARES: Mapping[str, float] = MappingProxyType({"none": 0, "third": 1 / 3, "half": 1 / 2})
"""How many of the notes have a recording, by the names of the option `--recordings`."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What the notes of a vault have. Another trait changes nothing else in them."""

    links: int = 5
    """Links of a note."""
    embeds: float = 0.1
    """The share of the notes that have an embed."""
    code: float = 0.3
    """The share of those with a fence of code."""
    recordings: float = SHARES["third"]
    """The share of those with a recording: in turns a fence, and a call for a file of its own."""
    unwritten: int | None = None
    """Links of the vault to notes that are not written: None for one note in five."""
    flat: bool = False
    """True for all notes in one folder, the time in their names, as a Zettelkasten has them."""


USUAL = Traits()
"""What real vaults have."""


def vocabulary(seed: int) -> tuple[str, ...]:
    """Nouns of two to four syllables, the commonest first."""
    dice = random.Random(seed)
    found: set[str] = set()
    while len(found) < NOUNS:
        found.add(dice.choice(_INITIAL) + "".join(dice.choices(_NEXT, k=dice.choice((1, 1, 2, 2, 3)))))
    ordered = sorted(found)
    dice.shuffle(ordered)
    return tuple(ordered)


def files(count: int, traits: Traits = USUAL, *, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Path and text of each of `count` notes and of the recordings that they call for."""
    dice = random.Random(seed)
    nouns = vocabulary(seed)
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(nouns))))
    names = [f"{' '.join(dice.choices(nouns, cum_weights=weights, k=2))} {number}" for number in range(count)]
    titles = [f"{_moment(number)} {name}" for number, name in enumerate(names)] if traits.flat else names
    unwritten = _unwritten(names, count // 5 if traits.unwritten is None else traits.unwritten, seed)
    recorded = random.Random(f"{seed} recordings")

    def sentence() -> str:
        words = [
            word + dice.choice(_PARTICLES) for word in dice.choices(nouns, cum_weights=weights, k=dice.randint(4, 9))
        ]
        return f"{' '.join(words)} {dice.choice(_VERBS)}."

    def paragraph() -> str:
        return "\n".join(sentence() for _ in range(dice.randint(2, 5)))

    for number in range(count):
        head = [
            f"aliases: [{dice.choice(_TOOLS)}{number}]",
            f"tags: [{', '.join(dice.choices(nouns[:40], k=2))}]",
            f"summary: {sentence()[:40]}",
            f'up: "[[{dice.choice(titles)}]]"',
        ]
        parts = [paragraph()]
        for _ in range(dice.randint(2, 5)):
            parts += [f"## {' '.join(dice.choices(nouns, cum_weights=weights, k=2))}", paragraph(), paragraph()]
        parts += [f"{dice.choice(nouns)}에서 [[{dice.choice(titles)}]]를 본다." for _ in range(traits.links)]
        parts += [f"[[{name}]]도 언젠가 쓴다." for name in unwritten[number]]
        if dice.random() < traits.embeds:
            parts.append(f"![[{dice.choice(titles)}]]")
        if dice.random() < traits.code:
            tool = dice.choice(_TOOLS)
            parts.append(f"```bash\n{tool} --{dice.choice(_TOOLS)} {number}\n{tool} run\n```")
        if recorded.random() < traits.recordings:
            recording = _recording(number, recorded)
            if recorded.random() < 0.5:
                parts.append(f"```console run\n{recording}```")
            else:
                head.append("render_macros: true")
                parts.append(f'{{{{ run("bench/{number}") }}}}')
                yield f"commands/bench/{number}.console", recording
        title, marked, strong = dice.choices(nouns[:500], k=3)
        parts.append(f"> [!tip] {title}\n> =={marked}==은 **{strong}**이다.")
        folder = "" if traits.flat else f"{nouns[number % 30]}/"
        text = "\n\n".join(["---\n" + "\n".join(head) + "\n---", *parts])
        yield f"{folder}{titles[number]}.md", f"{text}\n"


def _moment(number: int) -> str:
    """The minute in which a note of a Zettelkasten was begun: `202601310959`."""
    hours, minute = divmod(number, 60)
    days, hour = divmod(hours, 24)
    months, day = divmod(days, 28)
    return f"2026{months % 12 + 1:02}{day + 1:02}{hour:02}{minute:02}"


def _unwritten(names: Sequence[str], total: int, seed: int) -> Sequence[Sequence[str]]:
    """For each note the names of notes that are not written: a half of them slips, near to one that is."""
    dice = random.Random(f"{seed} unwritten")
    found: list[list[str]] = [[] for _ in names]
    order = dice.sample(range(len(names)), len(names))
    for number in range(total):
        first, second, _ = dice.choice(names).split(" ")
        slip = f"{first}{dice.choice(_INITIAL)} {second}" if number % 2 else f"{second} {dice.choice(_INITIAL)}{first}"
        found[order[number % len(names)]].append(f"{slip} {number}")
    return found


def _recording(number: int, dice: random.Random) -> str:
    """A recording as the tool writes it: its checksum is true."""
    lines = [f"$ {dice.choice(_TOOLS)} --{dice.choice(_TOOLS)} {number} | head -{dice.randint(1, 9)}"]
    lines += [f"{dice.choice(_TOOLS)}-{dice.randrange(10**6)}  <ready>  0.0.0.0:{dice.randrange(9000)}"] * 3
    lines += ["$ echo $?", "0"]
    read = read_recording("", "---\n---\n" + "\n".join(lines) + "\n")
    return str(read.with_record(read.steps, _RECORDED))


def write(folder: Path, count: int, traits: Traits = USUAL, seed: int = 1) -> None:
    """Write a vault of `count` notes."""
    for path, text in files(count, traits, seed=seed):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unwritten", type=int, help="links to notes that are not written (one note in five has one)")
    parser.add_argument("--flat", action="store_true", help="all notes in one folder")
    parser.add_argument("--recordings", choices=[*SHARES], default="third", help="notes that have one")
    chosen = parser.parse_args()
    traits = Traits(unwritten=chosen.unwritten, flat=chosen.flat, recordings=SHARES[chosen.recordings])
    write(chosen.folder, chosen.notes, traits, chosen.seed)
