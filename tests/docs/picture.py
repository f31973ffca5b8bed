"""The picture of the README: a note of our own site as a reader sees it, in both palettes.

`python -m tests.docs.picture` builds the site of docs/ and takes it anew.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Literal
from urllib.parse import quote

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser import FLAGS, Quiet, chromium

REPOSITORY = Path(__file__).parents[2]
Palette = Literal["light", "dark"]
PALETTES: tuple[Palette, ...] = ("light", "dark")
PICTURES = REPOSITORY / ".github/assets"
NOTE = "docker/웹 서버 1초/"
WIDTH, HEIGHT, SHARPNESS = 1280, 820, 1.5
_TERMINAL = "run => scrollTo({ top: run.getBoundingClientRect().bottom - innerHeight + 60, behavior: 'instant' })"
"""Moves the page until all of the first terminal is in sight."""
LARGEST = 250_000
"""Bytes that each may have."""


def main() -> int:
    """Take both; 1 where one of them is too large to be looked at by everybody."""
    with tempfile.TemporaryDirectory(prefix="kb-picture-") as folder, sync_playwright() as playwright:
        _build(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        with _served(Path(folder)) as address:
            sizes = [_take(browser, f"{address}{quote(NOTE)}", palette) for palette in PALETTES]
        browser.close()
    return int(max(sizes) > LARGEST)


def picture_of(palette: Palette) -> Path:
    """Where the picture in `palette` is."""
    return PICTURES / f"site-{palette}.png"


def _build(site: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    environment = {**os.environ, "KB_VAULT": str(REPOSITORY / "docs"), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=REPOSITORY, env=environment, check=True)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def _take(browser: Browser, address: str, palette: Palette) -> int:
    """The bytes of the picture of the page at `address` in a `palette`, which is written."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        device_scale_factor=SHARPNESS,
        color_scheme=palette,
        locale="ko-KR",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.locator("kb-run").first.evaluate(_TERMINAL)
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(500)  # the table of contents follows
    shown = Image.open(BytesIO(page.screenshot())).convert("RGB")
    context.close()
    file = picture_of(palette)
    shown.quantize(256, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    size = file.stat().st_size
    sys.stdout.write(f"{file.relative_to(REPOSITORY)}: {size:,} bytes\n")
    return size


if __name__ == "__main__":
    sys.exit(main())
