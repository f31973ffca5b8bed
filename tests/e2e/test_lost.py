"""Addresses at which nothing is, and those that lead on, in a browser, on a site below a path as hosts serve it."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import built

NOTES = {
    "index.md": "# 시작\n[[도커]]",
    "docker/도커.md": "---\naliases: [고래, Docker]\npermalink: /d/\n---\n도커의 글\n\n## 설치\n" + "글\n\n" * 60,
    "docker/이미지 만들기.md": "이미지를 만드는 글",
    "git/깃.md": "---\naliases: [판, 고래]\n---\n깃의 글",
    "git/뒤의 글.md": "---\nunlisted: true\naliases: [숨은 이름]\n---\n뒤",
    "git/초안의 글.md": "---\ndraft: true\n---\n초안",
    ".kb-addresses": "/old/배/\t> /d/\n",
}


class _AsHosts(http.server.SimpleHTTPRequestHandler):
    """Answers with the site's own page where nothing is."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "me/notes/404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of its base class
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder, vault = tmp_path_factory.mktemp("host"), tmp_path_factory.mktemp("vault")
    for name, text in NOTES.items():
        (vault / name).parent.mkdir(exist_ok=True)
        (vault / name).write_text(text, "utf-8")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_AsHosts, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield built(
        (f"http://127.0.0.1:{server.server_port}/", folder), "me/notes", "--strict", KB_VAULT=str(vault), CI="1"
    )
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def lost(browser: Browser, site: str) -> Iterator[Page]:
    """A page that may ask for what is not there, and nothing of another origin."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="ko-KR")
    page, wrong = context.new_page(), list[str]()
    page.on("request", lambda request: None if request.url.startswith(site) else wrong.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda told: wrong.append(told.text) if "Content Security" in told.text else None)
    yield page
    context.close()
    assert wrong == []


MEANT = {
    "docker/도커/#설치": "d/#설치",  # the address of its name
    "old/배/?h=글#설치": "d/?h=글#설치",  # one that the list of the vault has
    "docker/Docker/": "d/",  # an alias, beside its note
    "판": "git/깃/",  # an alias at the root
    "D/#설치": "d/#설치",
    "OLD/배": "d/",
    "docker/이미지-만들기": "docker/이미지 만들기/",
    "docker/이미지 만들기.md": "docker/이미지 만들기/",
    "docker/이미지_만들기.html?x=1#끝": "docker/이미지 만들기/?x=1#끝",
    "docker/이미지 만들기/index.html/": "docker/이미지 만들기/",
    "git/%25EA%25B9%2583/": "git/깃/",  # encoded twice
    "git/%E1%84%80%E1%85%B5%E1%86%BA/": "git/깃/",  # as macOS has it
    "git/깃/).": "git/깃/",  # as a messenger sees it
}


def test_an_address_that_means_one_note_leads_there(lost: Page, site: str) -> None:
    for asked, found in MEANT.items():
        lost.goto(f"{site}{asked}")
        lost.wait_for_function("wanted => decodeURI(location.href) === wanted", arg=f"{site}{found}")
        expect(lost.locator("article")).to_be_visible()


NEAR: dict[str, list[str]] = {
    "docker/이미지 만둘기/": ["이미지 만들기"],
    "다른/곳/깃/": ["깃"],  # of another folder: perhaps another note
    "고래/": ["도커", "깃"],  # an alias of two
    "git/뒤의-글": [],
    "git/숨은 이름/": [],
    "git/초안의 글/": [],
    "%ff/<b>": [],
    "qwerty": [],
}


def test_another_address_is_said_in_words_with_the_nearest_notes(lost: Page, site: str) -> None:
    for asked, near in NEAR.items():
        lost.goto(f"{site}{asked}")
        expect(lost.locator("kb-lost h1")).to_have_text("이 주소에는 노트가 없습니다")
        expect(lost.locator(".kb-lost-near")).not_to_be_empty()
        assert [link.inner_text() for link in lost.locator(".kb-lost-near a").all()] == near, asked
        expect(lost.locator(".kb-lost-address code")).to_have_text(f"/{asked}".replace("<b>", "%3Cb%3E"))


def test_the_box_opens_the_search_with_the_words_of_the_address(lost: Page, site: str) -> None:
    lost.goto(f"{site}docker/깊은/이미지를-만드는/")
    box = lost.get_by_role("searchbox", name="이 사이트에서 찾기")

    expect(box).to_have_value("이미지를 만드는")
    box.press("Enter")
    expect(lost.locator(".md-search-result__link").first).to_contain_text("이미지 만들기")
    lost.locator(".md-search-result__link").first.click()
    expect(lost.locator(".md-content h1")).to_have_text("이미지 만들기")


def test_a_name_that_leads_where_nothing_is_does_not_go_in_circles(lost: Page, site: str) -> None:
    lost.route("**/kb-names.txt", lambda route: route.fulfill(body="/gone/\t사라진 글\n/gone/\t\n"))
    lost.goto(f"{site}gone/")

    expect(lost.locator(".kb-lost-near")).to_have_text("이름이 비슷한 노트가 없습니다.")


def test_without_javascript_there_is_a_way_on(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}a/b/c/d/")
    assert page.locator(".kb-lost-ways a").all_inner_texts() == ["홈", "모든 노트"]
    assert not page.locator("form.kb-lost-search").is_visible()
    page.locator(".kb-lost-ways a").first.click()
    assert page.url == site
    page.goto(f"{site}docker/도커/")
    page.wait_for_url(f"{site}d/")
    page.goto(f"{site}old/%EB%B0%B0/")
    page.wait_for_url(f"{site}d/")
    context.close()


def test_a_page_that_leads_on_does_so_from_a_file_too(browser: Browser, site: str, tmp_path: Path) -> None:
    for name, text in {"a/index.html": "", "moved.js": "", "b/index.html": "<p id=x>글</p>"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    page = browser.new_page()
    for name, address in {"a/index.html": "docker/도커/index.html", "moved.js": "assets/kb/moved.js"}.items():
        text = (
            page.request.get(f"{site}{address}").text().replace("../../assets/kb/", "../").replace("../../d/", "../b/")
        )
        (tmp_path / name).write_text(text, "utf-8")
    page.goto(f"{(tmp_path / 'a/index.html').as_uri()}#x")

    page.wait_for_url(f"{(tmp_path / 'b/index.html').as_uri()}#x")
    assert unquote(page.url).endswith("b/index.html#x")
    page.close()
