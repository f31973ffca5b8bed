"""Hostile texts of 100,000 letters, timed against a list of that length: `python -m tests.bench.hostile [--texts 40]`.

A list of one-letter items is the dearest honest text; what costs the square of its length is a hundred times as dear.
"""

from __future__ import annotations

import argparse
import random
import time

from tests.syntax.test_hostile import UNITS
from tests.vaults import render, vault

LENGTH = 100_000
MOST = 6.0
"""Times the cost of the list."""


def main() -> None:
    """Print the dearest of some random texts, each a few marks over and over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    dice = random.Random(chosen.seed)
    units = [unit for unit in UNITS if unit.strip()] + [
        "".join(dice.choices(UNITS, k=dice.randint(2, 4))) for _ in range(chosen.texts)
    ]
    honest = min(_cost("- a\n" * (LENGTH // 4)) for _ in range(3))
    found = sorted(((_cost(unit * (LENGTH // len(unit))) / honest, unit) for unit in units), reverse=True)
    for ratio, unit in found[:10]:
        print(f"{ratio:6.2f} × a list: {unit!r}")
    print(f"{len(units)} texts: at most {found[0][0]:.2f} × (≤ {MOST})")


def _cost(text: str) -> float:
    """Seconds of this process that it takes to read and render `text`."""
    start = time.process_time()
    render(vault(f"쪽.md: {text}"), "쪽.md")
    return time.process_time() - start


if __name__ == "__main__":
    main()
