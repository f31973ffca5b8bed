"""What a search costs its reader, at several sizes of a vault: `python -m tests.bench.search 100 1000`."""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import random
import shutil
import statistics
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.bench.generate import vocabulary, write
from tests.bench.generators import Generator, maru, material, rival, run
from tests.browser import FLAGS, chromium

QUERIES = 20


@dataclass(frozen=True, slots=True)
class Box:
    """A site's search: its page, its field, its results, and the part of an address that its files have."""

    page: str = ""
    field: str = ".md-search__input"
    result: str = ".md-search-result__link"
    files: str = "search"


PAGEFIND = Box("pagefind.html", ".pagefind-ui__search-input", ".pagefind-ui__result-link", "pagefind")
SITES: Sequence[tuple[str, Generator, Box]] = (
    ("Maru", maru, Box()),
    ("Material", material, Box()),
    ("Pagefind", material, PAGEFIND),
)
_PAGEFIND_PAGE = """\
<!doctype html><meta charset="utf-8"><link href="pagefind/pagefind-ui.css" rel="stylesheet">
<script src="pagefind/pagefind-ui.js"></script><div id="search"></div>
<script>new PagefindUI({element: "#search", showImages: false, debounceTimeoutMs: 0})</script>
"""

_TYPE = """
([field, result, query]) => new Promise((done) => {
  const box = document.querySelector(field);
  const begun = performance.now();
  const look = () => document.querySelector(result) && done(performance.now() - begun);
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  setTimeout(() => done(null), 5000);
  box.value = query;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
})
"""
"""Types `query` and gives the milliseconds until the first result stands in the page, or null."""


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


def measure(browser: Browser, site: Path, box: Box, queries: list[str]) -> dict[str, float]:
    """Kilobytes (gzip) before typing, for the first result, for each further query; milliseconds; megabytes."""
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))

    with served(site) as address:

        def kilobytes(since: int) -> float:
            files = {url.removeprefix(address).split("?")[0] for url in asked[since:]}
            searched = (site / name for name in files if box.files in name)
            return sum(len(gzip.compress(file.read_bytes(), 6)) for file in searched if file.is_file()) / 1000

        def typed(query: str) -> float | None:
            page.locator(box.field).fill("")
            page.wait_for_function("result => !document.querySelector(result)", arg=box.result)
            took: float | None = page.evaluate(_TYPE, [box.field, box.result, query])
            page.wait_for_timeout(200)
            return took

        page.goto(address + box.page)
        page.wait_for_load_state("networkidle")
        page.locator(box.field).focus()
        page.wait_for_timeout(300)
        before = kilobytes(0)
        costs, cold, warm = [], [], []
        for query in queries:
            since = len(asked)
            if (took := typed(query)) is None:
                continue
            costs.append(kilobytes(since))
            cold.append(took)
            if (again := typed(query)) is not None:
                warm.append(again)
        memory = _memory(browser)
    page.close()
    further = costs[1:] or [float("nan")]
    return {
        "found": len(costs),
        "before KB": before,
        "first KB": costs[0] if costs else float("nan"),
        "further KB, median": statistics.median(further),
        "further KB, most": max(further),
        "cold ms, median": statistics.median(cold or [float("nan")]),
        "warm ms, median": statistics.median(warm or [float("nan")]),
        "warm ms, most": max(warm or [float("nan")]),
        "memory MB": memory,
    }


def _memory(browser: Browser) -> float:
    """Memory of the largest page, its workers included."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    pages = [Path(f"/proc/{of['id']}/status").read_text() for of in processes if of["type"] == "renderer"]
    return max(int(text.split("RssAnon:")[1].split()[0]) for text in pages) / 1000


def main() -> None:
    """Print a table, one row for a site."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000])
    sizes = parser.parse_args().sizes
    dice = random.Random(7)
    queries = [dice.choice(vocabulary(1)[:2000]) for _ in range(QUERIES)]
    with sync_playwright() as playwright, tempfile.TemporaryDirectory(prefix="kb-bench-") as work:
        for size in sizes:
            vault = Path(work, f"vault-{size}")
            write(vault, size)
            for name, generator, box in SITES:
                folder = Path(work, f"{name}-{size}")
                folder.mkdir()
                run(generator(vault, folder), folder)
                site = folder / "site"
                if box is PAGEFIND:
                    run([rival("python"), "-m", "pagefind", "--site", "site", "--root-selector", "article"], folder)
                    (site / box.page).write_text(_PAGEFIND_PAGE, "utf-8")
                browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
                row = measure(browser, site, box, queries)
                browser.close()
                print(f"{size:>6} {name:<9}", " | ".join(f"{key} {of:.1f}" for key, of in row.items()), flush=True)
                shutil.rmtree(folder)


if __name__ == "__main__":
    main()
