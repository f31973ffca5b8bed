"""A real Chromium, and a plain server of files: shared by e2e/ and docs/, for one process can drive one Playwright."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from macros.render.diagrams import NoBrowserError, find_browser
from tests.conftest import REPOSITORY
from tests.processes import run

expect.set_options(timeout=15_000)  # what is there is seen at once; a machine that is busy is waited for
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str | None:
    """The program that is installed, or that `KB_CHROMIUM` names; None where Playwright has its own."""
    try:
        return find_browser(os.environ)
    except NoBrowserError:
        return None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files, and says nothing of it, nor of a browser that has left the page."""

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of its base class
        pass


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a server of files, and the folder that it serves."""
    folder = tmp_path_factory.mktemp("server")
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", folder
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def page(browser: Browser, server: tuple[str, Path]) -> Iterator[Page]:
    """A page in light colours that fails the test when it asks anything of another origin, or a script fails."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light", locale="ko-KR")
    page = context.new_page()
    origin = server[0]
    foreign: list[str] = []
    errors: list[str] = []
    page.on(
        "request", lambda request: None if request.url.startswith((origin, "data:")) else foreign.append(request.url)
    )
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert foreign == []
    assert errors == []


def built(server: tuple[str, Path], name: str, *options: str, **environment: str) -> str:
    """Build a site into the folder `name` of the server; what comes back is its address."""
    origin, folder = server
    own = {"KB_SITE_URL": f"{origin}{name}/", "NO_MKDOCS_2_WARNING": "1", **environment}
    done = run("mkdocs", "build", "-d", str(folder / name), *options, cwd=REPOSITORY, env={**os.environ, **own})
    assert done.returncode == 0, done.stderr
    return f"{origin}{name}/"


def give_sources(page: Page) -> None:
    """Let scripts of `page` import what its own are made of: `/macros/browser/compare/pattern.js`.

    Words have none: each site makes its own.
    """

    def give(route: Route) -> None:
        file = REPOSITORY / urlsplit(route.request.url).path[1:]
        if file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(
                content_type="text/javascript", body="export default new Proxy({}, { get: (_, key) => key });"
            )

    page.route("**/macros/browser/**", give)


def compared(page: Page, site: str, asked: Sequence[tuple[Any, str, Mapping[str, str]]]) -> list[dict[str, Any]]:
    """What the worker of `site`, which `page` is on, says of records, each with a paste and a reader's values."""
    return list(page.evaluate(_COMPARE, [f"{site}assets/kb/compare-worker.js", *asked]))


_COMPARE = """([address, ...asked]) => new Promise((done, fail) => {
  const worker = new Worker(address, { type: "module" });
  const verdicts = [];
  worker.onerror = ({ message }) => fail(new Error(message));
  worker.onmessage = ({ data: { verdict } }) => {
    if (verdict && verdicts.push(verdict) === asked.length) done(verdicts);
  };
  for (const [record, text, set] of asked) worker.postMessage({ record, text, set });
})"""


def back(page: Page, heading: str) -> None:
    """Go back to the page called `heading`, as a reader does: who presses once more where the address stayed.

    On a loaded machine a step back was once without effect; what the page does by itself in its history, as the
    theme does a tenth of a second after each scroll, may come between.
    """
    left = page.url
    page.go_back()
    try:
        expect(page).not_to_have_url(left, timeout=2000)
    except AssertionError:
        page.go_back()
    expect(page.locator(".md-content h1").last).to_contain_text(heading)
