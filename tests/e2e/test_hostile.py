"""Nothing of a note runs in a browser or asks for another server: with the policy of pages, and without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import built
from tests.e2e.hostile_pages import FILES, NOTES

_POLICY = re.compile(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>")
_ACTS = """async () => {
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  for (const element of document.querySelectorAll(".md-content *")) {
    for (const kind of ["pointerover", "pointerenter", "mouseover", "focus", "toggle", "animationstart"]) {
      element.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  }
  for (const link of document.querySelectorAll(".md-content a, .md-content button, .md-content summary")) {
    const href = link.getAttribute("href") ?? link.getAttribute("xlink:href") ?? "";
    if (/^(https?:|[./])/.test(href)) continue;
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
  await pause(100);
}"""


@pytest.fixture(scope="module", params=["with its policy", "without it"])
def address(request: pytest.FixtureRequest, server: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    vault, name = tmp_path_factory.mktemp("vault"), "hostile-kept" if "with " in request.param else "hostile-cut"
    for path, text in {"index": "# 집", **NOTES}.items():
        (vault / f"{path}.md").parent.mkdir(exist_ok=True)
        (vault / f"{path}.md").write_text(text, "utf-8")
    for path, text in FILES.items():
        (vault / path).write_text(text, "utf-8")
    address = built(server, name, KB_VAULT=str(vault))
    for page in (server[1] / name).rglob("*.html") if "without" in request.param else ():
        text, count = _POLICY.subn("", page.read_text("utf-8"))
        assert count == 1
        page.write_text(text, "utf-8")
    return address


class Watched:
    """A browser that takes down what ran, and what was asked of another server."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.ran: list[str] = []
        self.elsewhere: list[str] = []
        self.origin = address.split("/hostile-", maxsplit=1)[0]
        context.expose_binding("pwned", lambda source, *_: self.ran.append(source["frame"].url))
        context.on("request", self._ask)
        context.on("requestfailed", self._refused)
        context.on("dialog", lambda dialog: self.ran.append(f"dialog {dialog.message}"))

    def _ask(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith((f"{self.origin}/", "data:image/", "blob:")):
            self.elsewhere.append(url)

    def _refused(self, request: object) -> None:
        if getattr(request, "failure", "") == "csp":  # it never left the browser
            self.elsewhere.remove(str(getattr(request, "url", "")))


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[tuple[Page, Watched]]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ko-KR")
    seen = Watched(context, address)
    yield context.new_page(), seen
    context.close()


def test_a_script_that_ran_would_be_seen(watched: tuple[Page, Watched], address: str) -> None:
    page, seen = watched
    page.goto(address)
    page.evaluate("pwned(1); new Image().src = 'https://evil.example/x.png'")
    page.wait_for_timeout(300)

    assert seen.ran == [address]
    assert len(seen.elsewhere) == (1 if "Content-Security-Policy" not in page.content() else 0)


def test_nothing_of_a_note_runs(watched: tuple[Page, Watched], address: str) -> None:
    page, seen = watched
    for name in NOTES:
        page.goto(f"{address}{name}/", wait_until="load")
        page.evaluate(_ACTS)
        bad = "[href*='script:' i], [src*='script:' i], [href^='data:'], iframe[srcdoc], [onerror], [onload], [onclick]"
        assert page.locator(bad).count() == 0, name
        assert page.url.startswith(f"{address}{name}/"), name
        over = page.evaluate("document.elementFromPoint(innerWidth / 2, 5).closest('.md-header') !== null")
        assert over, f"{name}: something lies over the page"

    assert (seen.ran, seen.elsewhere) == ([], [])


def test_nothing_runs_in_a_file_that_is_opened(
    watched: tuple[Page, Watched], address: str, server: tuple[str, Path]
) -> None:
    page, seen = watched
    site = server[1] / address.rstrip("/").rpartition("/")[2]
    published = [name for name in FILES if (site / name).is_file()]
    for name in published:
        page.goto(f"{address}{name}", wait_until="load")
        for shape in page.locator("a, rect, image").all():
            shape.dispatch_event("click")
    page.wait_for_timeout(300)

    assert {name for name in published if not name.lower().endswith(".svg")} == set()
    assert "drawing-4.svg" in published
    assert (seen.ran, seen.elsewhere) == ([], [])


def test_nothing_runs_in_search_in_previews_of_links_or_on_the_way_between_pages(
    watched: tuple[Page, Watched], address: str
) -> None:
    page, seen = watched
    page.goto(f"{address}plain/")
    for link in page.locator(".md-content article > p > a.kb-link").all()[:5]:
        link.hover()
        page.wait_for_timeout(500)
    page.keyboard.press("Control+k")
    page.locator(".md-search__input").fill("xss")
    page.locator(".md-search-result__link").first.wait_for()
    page.wait_for_timeout(150)
    page.keyboard.press("Escape")
    for name in ("handlers", "clobbering"):
        page.goto(f"{address}plain/")
        page.locator(f"article a.kb-link[href$='{name}/']").first.click()
        page.wait_for_url(f"{address}{name}/")
        page.wait_for_timeout(150)

    assert (seen.ran, seen.elsewhere) == ([], [])


def test_a_heading_called_exports_leaves_formulas_and_diagrams_alone(
    watched: tuple[Page, Watched], address: str
) -> None:
    page, _ = watched
    page.goto(f"{address}clobbering/")
    page.locator("kb-math .katex").wait_for()
    page.goto(f"{address}diagrams/")
    page.locator("kb-diagram svg").first.wait_for()
