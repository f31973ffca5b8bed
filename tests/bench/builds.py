"""Whole builds, timed in turns: `python -m tests.bench.builds 1000 5000 10000 [--rounds 5]`.

Prints the medians, the ratios that the project holds itself to, and writes a plot of seconds by notes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.generate import write
from tests.bench.generators import Generator, hugo, maru, material, zensical

Medians = Mapping[tuple[str, int], "Run"]


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of a whole process, and megabytes of the largest one."""

    seconds: float
    memory: float


def timed(command: Sequence[str], folder: Path) -> Run:
    """Run a build; RuntimeError with its output when it fails."""
    log = folder / "log.txt"
    begun = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, stdout=output, stderr=output, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        )
        _, status, used = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begun
    if status:
        raise RuntimeError(f"{command[0]}: {log.read_text('utf-8')}")
    return Run(seconds, used.ru_maxrss / 1000)


def clean(folder: Path) -> None:
    """Forget what was built in `folder`, and what was remembered of it."""
    for name in ("site", ".cache", "public", "resources"):
        shutil.rmtree(folder / name, ignore_errors=True)


def touch(folder: Path) -> None:
    """Edit one note."""
    note = sorted((folder / "docs").rglob("*.md"))[7]
    note.write_text(f"{note.read_text('utf-8')}\n한 줄 {time.monotonic_ns()}\n", "utf-8")


def nothing(folder: Path) -> None:
    """Change nothing."""


CASES: Sequence[tuple[str, Generator, Callable[[Path], None]]] = (
    ("Maru, cold", maru, clean),
    ("Maru, nothing changed", maru, nothing),
    ("Maru, one note edited", maru, touch),
    ("Zensical, clean", zensical, clean),
    ("Hugo, bare", hugo, clean),
    ("Material, pruned", material, clean),
)
MOST = {"Material, pruned": 1000}
"""Notes up to which a case is run: beyond them it takes too long."""

TARGETS: Sequence[tuple[str, str, str, Mapping[int, float]]] = (
    ("cold build, against Zensical clean", "Maru, cold", "Zensical, clean", {1000: 0.5, 5000: 0.5}),
    ("cold build, against Hugo's bare build", "Maru, cold", "Hugo, bare", {1000: 4, 5000: 3}),
    ("nothing changed, against our cold build", "Maru, nothing changed", "Maru, cold", {1000: 0.2, 5000: 0.15}),
    ("one note edited, against our cold build", "Maru, one note edited", "Maru, cold", {1000: 0.22, 5000: 0.17}),
    ("one note edited, against Hugo's full build", "Maru, one note edited", "Hugo, bare", {5000: 0.3, 10000: 0.3}),
)


def measure(size: int, rounds: int) -> dict[str, Run]:
    """The medians of `rounds` rounds over one vault, in each of which every case has its turn."""
    runs: dict[str, list[Run]] = {name: [] for name, *_ in CASES if size <= MOST.get(name, size)}
    with tempfile.TemporaryDirectory(prefix="kb-bench-") as work:
        write(Path(work, "vault"), size)
        folders = {}
        for name, generator, _ in CASES:
            if generator not in folders and name in runs:
                folder = Path(work, generator.__name__)
                folder.mkdir()
                folders[generator] = folder, generator(Path(work, "vault"), folder)
        for turn in range(rounds):
            for name, generator, prepare in CASES:
                if name in runs:
                    folder, command = folders[generator]
                    prepare(folder)
                    runs[name].append(timed(command, folder))
                    print(f"  {size} {name} {turn + 1}: {runs[name][-1].seconds:.2f} s", file=sys.stderr, flush=True)
        pages = [file.stat().st_size for file in (folders[maru][0] / "site").rglob("index.html")]
        print(f"{size} notes: {statistics.mean(pages) / 1000:.1f} KB of HTML a page")
    return {
        name: Run(statistics.median(of.seconds for of in found), max(of.memory for of in found))
        for name, found in runs.items()
    }


def report(found: Medians, sizes: Sequence[int]) -> None:
    """Print the table of seconds and memory, and that of the ratios."""
    print("\n| build | " + " | ".join(f"{size:,} notes" for size in sizes) + " |\n| --- |" + " ---: |" * len(sizes))
    for name, *_ in CASES:
        runs = [found.get((name, size)) for size in sizes]
        shown = [f"{of.seconds:.2f} s, {of.memory:.0f} MB" if of else "" for of in runs]
        print(f"| {name} | {' | '.join(shown)} |")
    print("\n| what | " + " | ".join(f"{size:,}" for size in sizes) + " |\n| --- |" + " ---: |" * len(sizes))
    for what, ours, theirs, most in TARGETS:
        cells = []
        for size in sizes:
            one, other = found.get((ours, size)), found.get((theirs, size))
            ratio = f"{one.seconds / other.seconds:.2f}" if one and other else ""
            cells.append(f"{ratio} (≤ {most[size]})" if ratio and size in most else ratio)
        print(f"| {what} | " + " | ".join(cells) + " |")
    first = found["Maru, cold", sizes[0]].seconds / sizes[0]
    cells = [f"{found['Maru, cold', size].seconds / size / first:.2f}" for size in sizes]
    print(f"| cold time for a note, against that at {sizes[0]:,} | " + " | ".join(cells) + " |")


def plot(found: Medians, sizes: Sequence[int], file: Path) -> None:
    """Draw seconds by notes, one line for each case."""
    width, height, left, bottom = 640, 360, 50, 40
    most = max(of.seconds for of in found.values())
    drawn = []
    for number, (name, *_) in enumerate(CASES):
        known = [(size, found[name, size].seconds) for size in sizes if (name, size) in found]
        points = [
            (left + (width - left - 170) * size / max(sizes), height - bottom - (height - bottom - 20) * seconds / most)
            for size, seconds in known
        ]
        colour = f"hsl({number * 60} 60% 42%)"
        path = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
        dots = "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3" fill="{colour}"/>' for x, y in points)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>{dots}')
        label = f'<text x="{width - 160}" y="{30 + number * 18}" fill="{colour}">{name}</text>'
        drawn.append(label)
    axes = f'<path d="M{left} 20V{height - bottom}H{width - 170}" fill="none" stroke="#888"/>'
    places = ((size, left + (width - left - 170) * size / max(sizes)) for size in sizes)
    ticks = "".join(f'<text x="{x:.0f}" y="{height - 22}" text-anchor="middle">{size:,}</text>' for size, x in places)
    top = f'<text x="{left - 6}" y="26" text-anchor="end">{most:.0f} s</text>'
    style = 'font-family="sans-serif" font-size="12" fill="#888"'
    body = f"{axes}{ticks}{top}{''.join(drawn)}"
    file.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {style}>{body}</svg>\n', "utf-8"
    )


def main() -> None:
    """Measure, print and draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 5000, 10000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--plot", type=Path, default=Path(".github/bench.svg"))
    chosen = parser.parse_args()
    found = {(name, size): of for size in chosen.sizes for name, of in measure(size, chosen.rounds).items()}
    report(found, chosen.sizes)
    plot(found, chosen.sizes, chosen.plot)


if __name__ == "__main__":
    main()
