"""Whole builds, timed in turns: `python -m tests.bench.builds 1000 5000 10000 [--rounds 5]`.

Prints the medians, the ratios that the project holds itself to, and writes a plot of seconds by notes.
"""

from __future__ import annotations

import argparse
import gzip
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

from tests.bench.generate import USUAL, Traits, write
from tests.bench.generators import Generator, hugo, maru, material, zensical
from tests.bench.plot import plot


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of a whole process, and megabytes of the largest one."""

    seconds: float
    memory: float


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found at one size: the medians by their cases, and figures that a clock has no part in."""

    runs: Mapping[str, Run]
    figures: Mapping[str, float]


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


@dataclass(frozen=True, slots=True)
class Case:
    """A build that is timed: by what, of which vault, and what is done before."""

    name: str
    generator: Generator
    prepare: Callable[[Path], None]
    traits: Traits = USUAL
    most: int = 10_000
    """Notes up to which it is run: beyond them it takes too long."""


WRITTEN, UNWRITTEN = "Maru, nothing changed, all links written", "Maru, nothing changed, 300 links unwritten"
CASES = (
    Case("Maru, cold", maru, clean),
    Case("Maru, nothing changed", maru, nothing),
    Case("Maru, one note edited", maru, touch),
    Case(WRITTEN, maru, nothing, Traits(unwritten=0), most=5000),
    Case(UNWRITTEN, maru, nothing, Traits(unwritten=300), most=5000),
    Case("Zensical, clean", zensical, clean),
    Case("Hugo, bare", hugo, clean),
    Case("Material, pruned", material, clean, most=1000),
)
FLAT, FLATTEST = Traits(flat=True), 5000
"""A vault of which only the size of the pages is looked at, and the notes up to which it is."""
FILES, HTML, ZIPPED = "files of the site for a note", "KB of HTML a page", "KB of HTML a page, gzip"
FLAT_HTML, FLAT_ZIPPED = f"{HTML}, all notes in one folder", f"{ZIPPED}, all notes in one folder"

RATIOS: Sequence[tuple[str, str, str, Mapping[int, float]]] = (
    ("cold build, against Zensical clean", "Maru, cold", "Zensical, clean", {1000: 0.40, 5000: 0.35}),
    ("cold build, against Hugo's bare build (no gate)", "Maru, cold", "Hugo, bare", {}),
    ("nothing changed, against our cold build", "Maru, nothing changed", "Maru, cold", {1000: 0.15, 5000: 0.12}),
    ("one note edited, against our cold build", "Maru, one note edited", "Maru, cold", {1000: 0.17, 5000: 0.13}),
    ("one note edited, against Hugo's full build", "Maru, one note edited", "Hugo, bare", {5000: 0.3, 10000: 0.3}),
    ("nothing changed, 300 links unwritten against none", UNWRITTEN, WRITTEN, {1000: 1.1, 5000: 1.1}),
)
FIGURES: Sequence[tuple[str, Mapping[int, float]]] = (
    (FILES, {1000: 1.2, 5000: 1.2}),
    (HTML, {}),
    (ZIPPED, {}),
    (FLAT_HTML, {1000: 40, 5000: 45}),
    (FLAT_ZIPPED, {}),
)


def measure(size: int, rounds: int) -> Measured:
    """What `rounds` rounds over vaults of `size` notes give, in each of which every case has its turn."""
    cases = [case for case in CASES if size <= case.most]
    runs: dict[str, list[Run]] = {case.name: [] for case in cases}
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="kb-bench-") as work:
        desks = _Desks(Path(work), size)
        if size <= FLATTEST:
            command, folder = desks.of(maru, FLAT)
            timed(command, folder)
            figures |= dict(zip((FLAT_HTML, FLAT_ZIPPED), _pages(folder / "site"), strict=True))
            shutil.rmtree(folder)
        for case in cases:
            if case.traits != USUAL:
                timed(*desks.of(case.generator, case.traits))  # no case of such a vault begins without a site
        for turn in range(rounds):
            for case in cases:
                command, folder = desks.of(case.generator, case.traits)
                case.prepare(folder)
                run = timed(command, folder)
                runs[case.name].append(run)
                print(f"  {size} {case.name} {turn + 1}: {run.seconds:.2f} s", file=sys.stderr, flush=True)
        site = desks.of(maru, USUAL)[1] / "site"
        figures |= dict(zip((HTML, ZIPPED), _pages(site), strict=True))
        figures[FILES] = sum(file.is_file() for file in site.rglob("*")) / size
    medians = {
        name: Run(statistics.median(of.seconds for of in found), max(of.memory for of in found))
        for name, found in runs.items()
    }
    return Measured(medians, figures)


class _Desks:
    """Where each generator builds each vault, made when it is wanted first."""

    def __init__(self, work: Path, size: int) -> None:
        self._work = work
        self._size = size
        self._made: dict[tuple[Generator, Traits], tuple[Sequence[str], Path]] = {}
        self._vaults: dict[Traits, Path] = {}

    def of(self, generator: Generator, traits: Traits) -> tuple[Sequence[str], Path]:
        """The command, and the folder to run it in."""
        if traits not in self._vaults:
            self._vaults[traits] = vault = self._work / f"vault-{len(self._vaults)}"
            write(vault, self._size, traits)
        if (generator, traits) not in self._made:
            folder = self._work / f"{generator.__name__}-{len(self._made)}"
            folder.mkdir()
            self._made[generator, traits] = generator(self._vaults[traits], folder), folder
        return self._made[generator, traits]


def _pages(site: Path) -> tuple[float, float]:
    """The mean size of a page in KB, as it is and as gzip."""
    pages = [file.read_bytes() for file in site.rglob("index.html")]
    zipped = (len(gzip.compress(page, mtime=0)) for page in pages[:: max(len(pages) // 200, 1)])
    return statistics.mean(map(len, pages)) / 1000, statistics.mean(zipped) / 1000


def report(found: Mapping[int, Measured]) -> None:
    """Print the table of seconds and memory, and that of the ratios and figures with what they may be."""
    head = " | ".join(f"{size:,} notes" for size in found)
    print(f"\n| build | {head} |\n| --- |" + " ---: |" * len(found))
    for case in CASES:
        runs = [of.runs.get(case.name) for of in found.values()]
        print(f"| {case.name} | {' | '.join(f'{of.seconds:.2f} s, {of.memory:.0f} MB' if of else '' for of in runs)} |")
    print(f"\n| what | {head} |\n| --- |" + " ---: |" * len(found))
    for what, ours, theirs, most in RATIOS:
        _row(what, {size: _ratio(of.runs.get(ours), of.runs.get(theirs)) for size, of in found.items()}, most)
    for what, most in FIGURES:
        _row(what, {size: of.figures.get(what) for size, of in found.items()}, most)
    each = {size: of.runs["Maru, cold"].seconds / size for size, of in found.items()}
    first = min(each)
    _row(f"cold time for a note, against that at {first:,}", {size: of / each[first] for size, of in each.items()}, {})


def _ratio(ours: Run | None, theirs: Run | None) -> float | None:
    return ours.seconds / theirs.seconds if ours and theirs else None


def _row(what: str, values: Mapping[int, float | None], most: Mapping[int, float]) -> None:
    cells = [
        "" if of is None else f"{of:.2f} (≤ {most[size]})" if size in most else f"{of:.2f}"
        for size, of in values.items()
    ]
    print(f"| {what} | {' | '.join(cells)} |")


def main() -> None:
    """Measure, print and draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 5000, 10000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--plot", type=Path, default=Path(".github/bench.svg"))
    chosen = parser.parse_args()
    found = {size: measure(size, chosen.rounds) for size in chosen.sizes}
    report(found)
    lines = {
        case.name: [(size, of.runs[case.name].seconds) for size, of in found.items() if case.name in of.runs]
        for case in CASES
        if case.traits == USUAL
    }
    plot(lines, chosen.plot)


if __name__ == "__main__":
    main()
