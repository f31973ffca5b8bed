"""Comments and visitor numbers in a real browser: what is asked of others, once for each page, and of nobody else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser import back, built

GISCUS = "comments: {repository: me/notes, repository_id: R_1234, category: Q&A, category_id: DIC_1234}\n"
SCRIPTS = {
    "https://gc.zgo.at/count.js": "goatcounter.count = (seen) => navigator.sendBeacon("
    "`${document.querySelector('[data-goatcounter]').dataset.goatcounter}?${new URLSearchParams(seen)}`)",
    "https://plausible.io/js/script.manual.js": "window.plausible = (name, { u }) =>"
    " fetch('https://plausible.io/api/event', { method: 'POST', mode: 'no-cors', body: JSON.stringify({ name, u }) })",
    "https://www.googletagmanager.com/gtag/js?id=G-ABCD": "const tell = ([kind, name, said]) => kind === 'event' &&"
    " fetch(`https://region1.google-analytics.com/g/collect?${new URLSearchParams({ name, ...said })}`,"
    " { mode: 'no-cors' });  dataLayer.forEach(tell); dataLayer.push = tell",
    "https://giscus.app/client.js": "const frame = document.createElement('iframe'); frame.className = 'giscus-frame';"
    "frame.src = `https://giscus.app/ko/widget?${new URLSearchParams({ ...document.currentScript.dataset })}`;"
    "document.currentScript.after(frame)",
    "https://giscus.app/ko/widget": "<script>addEventListener('message', ({ data }) => document.title ="
    " document.body.textContent = data.giscus.setConfig.theme)</script><body>",
}
"""What stands for the scripts of others, by their addresses."""


class Others:
    """All that pages ask of others, which is answered here."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.asked: list[str] = []
        self.bodies: list[str] = []
        context.route(lambda url: not url.startswith((origin, "data:")), self._answer)

    def _answer(self, route: Route) -> None:
        url = route.request.url
        self.asked.append(url)
        self.bodies.append(route.request.post_data or "")
        known = SCRIPTS.get(url) or SCRIPTS.get(url.partition("?")[0], "")
        kind = "text/html" if "/widget" in url else "text/javascript"
        route.fulfill(body=known, content_type=kind, headers={"access-control-allow-origin": "*"})

    def count(self, start: str) -> int:
        return sum(url.startswith(start) for url in self.asked)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light", locale="ko-KR")
    yield context
    context.close()


@pytest.fixture
def others(context: BrowserContext, server: tuple[str, Path]) -> Others:
    return Others(context, server[0])


@pytest.fixture(scope="module", params=["goatcounter: my-notes", "plausible: notes.example", "google: G-ABCD"])
def counted(request: pytest.FixtureRequest, server: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site whose visitors are counted, one after the other by each tool."""
    vault = tmp_path_factory.mktemp("counted")
    (vault / "maru.yml").write_text(f"name: 집\nanalytics: {{{request.param}}}\n{GISCUS}", "utf-8")
    (vault / "index.md").write_text("---\ncomments: false\n---\n# 집\n\n[[글]]", "utf-8")
    (vault / "글.md").write_text("# 글\n\n" + "글\n\n" * 100, "utf-8")
    return built(server, f"counted-{request.param.partition(':')[0]}", KB_VAULT=str(vault))


def views(others: Others) -> list[tuple[str, str]]:
    """Path and title of each view that was told; Plausible is told no title."""
    found = []
    for url, body in zip(others.asked, others.bodies, strict=True):
        said = {key: value[0] for key, value in parse_qs(urlsplit(url).query).items()}
        if url.startswith("https://my-notes.goatcounter.com/count"):
            found.append((said["path"], said["title"]))
        elif url == "https://plausible.io/api/event":
            found.append((urlsplit(json.loads(body)["u"]).path, ""))
        elif url.startswith("https://region1.google-analytics.com/"):
            found.append((urlsplit(said["page_location"]).path, said["page_title"]))
    return found


def read(page: Page, site: str, others: Others) -> None:
    """Come with a search in the address, follow a link and go back; each page is shown without being loaded."""
    page.goto(f"{site}?h=비밀#곳")
    page.wait_for_function("window.document$ !== undefined")
    expect(page.locator("article h1")).to_contain_text("집")
    page.evaluate("window.isTheSame = true")
    page.locator("article a.kb-link").click()
    expect(page.locator("article h1")).to_contain_text("글")
    page.wait_for_timeout(300)
    back(page, "집")
    page.wait_for_timeout(300)
    assert page.evaluate("window.isTheSame")


def test_each_page_is_counted_once(context: BrowserContext, others: Others, counted: str) -> None:
    read(context.new_page(), counted, others)

    home, note = urlsplit(counted).path, f"{urlsplit(counted).path}{quote('글')}/"
    titles = {home: "집", note: "글 · 집"} if "plausible" not in counted else {home: "", note: ""}
    assert views(others) == [(path, titles[path]) for path in (home, note, home)]
    scripts = [url for url in others.asked if url in SCRIPTS]
    assert len(scripts) == 1 and len(others.asked) == 4, others.asked
    assert not any(quote("비밀") in asked for asked in (*others.asked, *others.bodies))


def test_a_reader_who_asks_not_to_be_followed_is_not(context: BrowserContext, others: Others, counted: str) -> None:
    context.add_init_script("Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true })")
    read(context.new_page(), counted, others)

    assert others.asked == []


def test_comments_come_with_the_reader_and_take_the_page_s_colours(
    context: BrowserContext, others: Others, counted: str
) -> None:
    page = context.new_page()
    page.goto(f"{counted}{quote('글')}/")
    expect(page.locator("kb-comments a")).to_have_text("GitHub에서 댓글 보기")
    page.wait_for_timeout(300)
    assert others.count("https://giscus.app") == 0

    page.locator("kb-comments").scroll_into_view_if_needed()
    frame = page.frame_locator("kb-comments iframe")
    expect(frame.locator("body")).to_have_count(1)
    (widget,) = (url for url in others.asked if "/widget" in url)
    said = {key: value[0] for key, value in parse_qs(urlsplit(widget).query).items()}
    asked = {"repo": "me/notes", "repoId": "R_1234", "category": "Q&A", "categoryId": "DIC_1234", "mapping": "pathname"}
    assert asked.items() <= said.items()
    assert said["theme"] == "light"
    assert others.count("https://giscus.app/client.js") == 1
    expect(page.locator("kb-comments a")).to_have_count(0)

    page.get_by_title("어둡게 보기").click()
    expect(frame.locator("body")).to_contain_text("transparent_dark")


def test_nobody_else_is_asked(context: BrowserContext, others: Others, counted: str) -> None:
    page = context.new_page()
    page.goto(counted)
    blocked = page.evaluate(
        """async () => {
          const told = [];
          addEventListener("securitypolicyviolation", (event) => told.push(event.effectiveDirective));
          const add = (name, said) => document.body.append(Object.assign(document.createElement(name), said));
          add("script", { src: "https://evil.example/a.js" });
          add("script", { src: "https://giscus.app/other.js" });
          add("iframe", { src: "https://evil.example/" });
          add("img", { src: "https://evil.example/a.png" });
          await fetch("https://evil.example/").catch(() => null);
          await new Promise((resolve) => setTimeout(resolve, 300));
          return told.sort();
        }"""
    )

    assert blocked == ["connect-src", "frame-src", "img-src", "script-src-elem", "script-src-elem"]
    assert [url for url in others.asked if "evil" in url or "other.js" in url] == []
