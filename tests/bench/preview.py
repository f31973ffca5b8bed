"""From a save to what it changes in Chromium: `python -m tests.bench.preview [--notes 2000] [--edits 30]`.

Prints the seconds of edits in a vault in which half of the notes have recordings, and of new, renamed and deleted
notes in one that has what real vaults have, with what they may be.
"""

from __future__ import annotations

import argparse
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

from tests.bench.generate import SHARES, USUAL, Traits, write
from tests.bench.generators import maru
from tests.browser import FLAGS, chromium
from tests.conftest import fetch, wait_for

_LONGEST = 120_000
"""Milliseconds after which nobody waits any more."""
_PAUSE = 3000
"""Milliseconds in which the index of the last save is written."""
_WATCH = """
const look = () => {
  const isThere = document.body?.textContent.includes(sessionStorage.awaited);
  if (isThere) requestAnimationFrame(() => { window.shownAt = Date.now(); });
  else if (document.readyState !== "complete") requestAnimationFrame(look);
};
if (sessionStorage.awaited) requestAnimationFrame(look);
"""
"""Takes down, in a page that is loading, when a frame with the awaited text has been painted."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A vault that `mkdocs serve` shows in a tab of Chromium."""

    vault: Path
    address: str
    page: Page

    def open(self, note: Path) -> None:
        """Show a note, or that it is not there."""
        path = note.relative_to(self.vault).with_suffix("").as_posix()
        self.page.goto(f"{self.address}{quote(path)}/")

    def until(self, text: str, change: Callable[[], object]) -> float:
        """Seconds from `change` until the tab has painted `text`."""
        self.page.wait_for_timeout(_PAUSE)
        self.page.evaluate("text => { sessionStorage.awaited = text; }", text)
        begun = time.time()
        with self.page.expect_event("load", timeout=_LONGEST):  # asking would keep a processor busy
            change()
        self.page.wait_for_function("window.shownAt", timeout=_LONGEST)
        return float(self.page.evaluate("window.shownAt")) / 1000 - begun

    def until_gone(self, change: Callable[[], object]) -> float:
        """Seconds from `change` until the tab says that its note is not there."""
        self.page.wait_for_timeout(_PAUSE)
        begun = time.monotonic()
        with self.page.expect_event("load", timeout=_LONGEST):  # whoever goes elsewhere before stays where he is
            with self.page.expect_response(lambda answer: answer.status == 404, timeout=_LONGEST):
                change()
            return time.monotonic() - begun


@contextmanager
def previewed(count: int, traits: Traits) -> Iterator[Preview]:
    """A new vault of `count` notes in a preview, ready."""
    with tempfile.TemporaryDirectory(prefix="kb-bench-") as work, socket.socket() as free:
        vault, folder = Path(work, "vault"), Path(work, "maru")
        write(vault, count, traits)
        folder.mkdir()
        maru(vault, folder)
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
        free.close()
        command = [sys.executable, "-m", "mkdocs", "serve", "-q", "--dev-addr", address]
        server = subprocess.Popen(command, cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
        try:
            wait_for(lambda: fetch(f"http://{address}/"), 600)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
                page = browser.new_page()
                page.add_init_script(_WATCH)
                yield Preview(vault, f"http://{address}/", page)
                browser.close()
        finally:
            server.terminate()
            server.wait()


def edits(preview: Preview, count: int) -> list[float]:
    """Seconds of `count` edits, in turns of a note with a recording in it, of one that calls for one, of another."""
    texts = {note: note.read_text("utf-8") for note in sorted(preview.vault.rglob("*.md"))}
    fenced = [note for note, text in texts.items() if "```console run" in text]
    calling = [note for note, text in texts.items() if "{{ run(" in text]
    others = [note for note in texts if note not in {*fenced, *calling}]
    taken = []
    for number in range(count):
        note, mark = (fenced, calling, others)[number % 3][0], f"고친-{number}-번째"
        preview.open(note)
        taken.append(preview.until(mark, partial(note.write_text, f"{texts[note]}\n\n{mark}\n", "utf-8")))
    return taken


def changes(preview: Preview, count: int) -> Iterator[tuple[str, list[float]]]:
    """Seconds of `count` notes that are new, of as many that get another name, and of as many that are deleted."""
    folder = sorted(preview.vault.rglob("*.md"))[7].parent
    made, renamed = ([folder / f"{name} {number}.md" for number in range(count)] for name in ("새 노트", "다른 이름"))
    taken: dict[str, list[float]] = {"a new note": [], "another name": [], "a note deleted": []}
    new, moved, gone = taken.values()
    for number, (note, other) in enumerate(zip(made, renamed, strict=True)):
        mark = f"새로-{number}-번째"
        preview.open(note)
        new.append(preview.until(mark, partial(note.write_text, f"{mark} [[{other.stem}]]", "utf-8")))
        preview.open(other)
        moved.append(preview.until(mark, partial(note.rename, other)))
        gone.append(preview.until_gone(other.unlink))
    yield from taken.items()


def report(what: str, taken: Sequence[float], median: float, most: float) -> None:
    """Print a row: median and 95th percentile, with what they may be."""
    found, p95 = statistics.median(taken), sorted(taken)[min(int(len(taken) * 0.95), len(taken) - 1)]
    print(f"| {what} | {found:.2f} s (≤ {median}) | {p95:.2f} s (≤ {most}) | {max(taken):.2f} s |", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=2000)
    parser.add_argument("--edits", type=int, default=30)
    parser.add_argument("--changes", type=int, default=5)
    chosen = parser.parse_args()
    print(f"| preview of {chosen.notes:,} notes | median | 95th percentile | most |\n| --- | ---: | ---: | ---: |")
    with previewed(chosen.notes, Traits(recordings=SHARES["half"])) as preview:
        report("an edit, half of the notes with recordings", edits(preview, chosen.edits), 0.8, 1.2)
    with previewed(chosen.notes, USUAL) as preview:
        for what, taken in changes(preview, chosen.changes):
            report(what, taken, 3, 3)


if __name__ == "__main__":
    main()
