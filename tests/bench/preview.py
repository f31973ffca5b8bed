"""From a save to the new text in Chromium: `python -m tests.bench.preview [--notes 2000] [--edits 30]`."""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from tests.bench.generate import write
from tests.bench.generators import maru
from tests.browser import FLAGS
from tests.conftest import fetch, wait_for


def main() -> None:
    """Print the median, the 95th percentile and the most of some edits of one note, in seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=2000)
    parser.add_argument("--edits", type=int, default=30)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kb-bench-") as work:
        vault, folder = Path(work, "vault"), Path(work, "maru")
        write(vault, chosen.notes)
        folder.mkdir()
        maru(vault, folder)
        note = sorted(vault.rglob("*.md"))[7]
        text = note.read_text("utf-8")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        command = [sys.executable, "-m", "mkdocs", "serve", "-q", "--dev-addr", address]
        server = subprocess.Popen(command, cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
        try:
            wait_for(lambda: fetch(f"http://{address}/"), 600)
            taken = _edits(
                f"http://{address}/{quote(note.relative_to(vault).with_suffix('').as_posix())}/",
                note,
                text,
                chosen.edits,
            )
        finally:
            server.terminate()
            server.wait()
    p95 = sorted(taken)[int(len(taken) * 0.95)]
    median = statistics.median(taken)
    print(f"{chosen.notes} notes, {len(taken)} edits: median {median:.2f} s, p95 {p95:.2f} s, most {max(taken):.2f} s")


def _edits(address: str, note: Path, text: str, count: int) -> list[float]:
    taken = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page()
        page.goto(address)
        for number in range(count):
            page.wait_for_timeout(3000)  # the index of the last edit is written by then
            begun = time.monotonic()
            with page.expect_event("domcontentloaded", timeout=60_000):  # asking the page would keep a processor busy
                note.write_text(f"{text}\n\n고친-{number}-번째\n", "utf-8")
            page.get_by_text(f"고친-{number}-번째").wait_for(timeout=60_000)
            taken.append(time.monotonic() - begun)
        browser.close()
    return taken


if __name__ == "__main__":
    main()
