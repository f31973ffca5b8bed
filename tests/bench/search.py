"""What a search costs its reader, at several sizes of a vault: `python -m tests.bench.search 100 1000`."""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests.bench.generate import vocabulary, write
from tests.e2e.conftest import FLAGS

REPOSITORY = Path(__file__).parents[2]
QUERIES = 20
_MATERIAL = """\
site_name: bench
docs_dir: {vault}
theme: {{name: material, language: ko, font: false, features: [navigation.prune]}}
plugins: [search]
"""


class _Files(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """`folder` behind a server of files."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Files, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def measure(page: Page, site: Path, address: str, queries: list[str]) -> dict[str, float]:
    """Kilobytes (gzip) of search files before typing, for the first result, for each further query; milliseconds."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    def kilobytes(since: int) -> float:
        files = {url.removeprefix(address).split("?")[0] for url in asked[since:]}
        searched = (site / name for name in files if "search" in name)
        return sum(len(gzip.compress(file.read_bytes(), 6)) for file in searched if file.is_file()) / 1000

    page.goto(address)
    page.wait_for_load_state("networkidle")
    before = kilobytes(0)
    costs, times = [], []
    for query in queries:
        since = len(asked)
        page.locator(".md-search__input").fill("")
        page.wait_for_timeout(100)
        begun = time.monotonic()
        page.locator(".md-search__input").fill(query)
        page.keyboard.press("End")
        try:
            page.locator(".md-search-result__link").first.wait_for(state="attached", timeout=20_000)
        except Exception:
            continue
        times.append((time.monotonic() - begun) * 1000)
        page.wait_for_timeout(200)
        costs.append(kilobytes(since))
    heap = page.evaluate("performance.memory?.usedJSHeapSize ?? 0") / 1e6
    first = costs[0] if costs else float("nan")
    further = costs[1:] or [float("nan")]
    return {
        "found": len(costs),
        "before KB": before,
        "first KB": first,
        "further KB (median)": statistics.median(further),
        "further KB (most)": max(further),
        "further ms (median)": statistics.median(times[1:] or [float("nan")]),
        "heap MB": heap,
    }


def build(command: list[str], **environment: str) -> None:
    """Run a site generator."""
    subprocess.run(
        command,
        cwd=REPOSITORY,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        check=True,
        capture_output=True,
    )


def main() -> None:
    """Print a table, one row for a site."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000])
    sizes = parser.parse_args().sizes
    dice = random.Random(7)
    queries = [dice.choice(vocabulary(1)[:2000]) for _ in range(QUERIES)]
    with sync_playwright() as playwright, tempfile.TemporaryDirectory(prefix="kb-bench-") as work:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for size in sizes:
            vault = Path(work, f"vault-{size}")
            write(vault, size)
            for name in ("Maru", "Material"):
                site = Path(work, f"{name}-{size}")
                if name == "Maru":
                    build([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)], KB_VAULT=str(vault))
                else:
                    configuration = Path(work, "mkdocs.yml")
                    configuration.write_text(_MATERIAL.format(vault=vault), "utf-8")
                    (vault / "index.md").write_text("# index\n", "utf-8")
                    build([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(configuration), "-d", str(site)])
                with served(site) as address:
                    row = measure(browser.new_page(), site, address, queries)
                print(
                    f"{size:>6} {name:<9}", " ".join(f"{key} {value:.1f} |" for key, value in row.items()), flush=True
                )
                shutil.rmtree(site)
        browser.close()


if __name__ == "__main__":
    main()
