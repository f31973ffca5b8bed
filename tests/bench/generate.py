"""Korean vaults of any size, the same for the same seed: `python -m tests.bench.generate DIR --notes 1000`."""

from __future__ import annotations

import argparse
import itertools
import random
from collections.abc import Iterator
from pathlib import Path

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


def vocabulary(seed: int) -> tuple[str, ...]:
    """Nouns of two to four syllables, the commonest first."""
    dice = random.Random(seed)
    found: set[str] = set()
    while len(found) < NOUNS:
        found.add(dice.choice(_INITIAL) + "".join(dice.choices(_NEXT, k=dice.choice((1, 1, 2, 2, 3)))))
    ordered = sorted(found)
    dice.shuffle(ordered)
    return tuple(ordered)


def notes(
    count: int, *, links: int = 5, embeds: float = 0.1, code: float = 0.3, seed: int = 1
) -> Iterator[tuple[str, str]]:
    """Path and text of `count` notes with `links` links each; `embeds` and `code` are how many of them have one."""
    dice = random.Random(seed)
    nouns = vocabulary(seed)
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(nouns))))
    titles = [f"{' '.join(dice.choices(nouns, cum_weights=weights, k=2))} {number}" for number in range(count)]

    def sentence() -> str:
        words = [
            word + dice.choice(_PARTICLES) for word in dice.choices(nouns, cum_weights=weights, k=dice.randint(4, 9))
        ]
        return f"{' '.join(words)} {dice.choice(_VERBS)}."

    def paragraph() -> str:
        return "\n".join(sentence() for _ in range(dice.randint(2, 5)))

    for number in range(count):
        tags = dice.choices(nouns[:40], k=2)
        parts = [
            f"---\naliases: [{dice.choice(_TOOLS)}{number}]\ntags: [{', '.join(tags)}]\nsummary: {sentence()[:40]}\n---"
        ]
        parts.append(paragraph())
        for _ in range(dice.randint(2, 5)):
            parts += [f"## {' '.join(dice.choices(nouns, cum_weights=weights, k=2))}", paragraph(), paragraph()]
        parts += [f"{dice.choice(nouns)}에서 [[{dice.choice(titles)}]]를 본다." for _ in range(links)]
        if dice.random() < embeds:
            parts.append(f"![[{dice.choice(titles)}]]")
        if dice.random() < code:
            tool = dice.choice(_TOOLS)
            parts.append(f"```bash\n{tool} --{dice.choice(_TOOLS)} {number}\n{tool} run\n```")
        title, marked, strong = dice.choices(nouns[:500], k=3)
        parts.append(f"> [!tip] {title}\n> =={marked}==은 **{strong}**이다.")
        yield f"{nouns[number % 30]}/{titles[number]}.md", "\n\n".join(parts) + "\n"


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Write a vault of `count` notes."""
    for path, text in notes(count, seed=seed):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    write(chosen.folder, chosen.notes, chosen.seed)
