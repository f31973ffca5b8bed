"""What a link leads to is shown beside it: the beginning of a note, a section, a block."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import built
from tests.pictures import png

PANEL = ".kb-popover"
LINKS = "접시를 [[접시|본]] 뒤 [[그릇]], [[그릇#쓰임|쓰임]], [[그릇#^deep|깊이]], [[#아래]], [표](표.pdf), [밖](https://example.com/)"
NOTES = {
    "읽기.md": f"# 읽기\n\n{LINKS}\n\n## 아래\n\n여기",
    "glossary/접시.md": "---\nsummary: 납작한 그릇\n---\n# 접시\n\n납작하다.",
    "그릇.md": "# 그릇\n\n흙. [[읽기]]\n\n![](점.png)\n\n## 쓰임\n\n물을 담는다.\n\n### 더\n\n아니다.\n\n얕다. ^deep",
}


@pytest.fixture(scope="module")
def reading(server: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a note with links of every kind."""
    vault = tmp_path_factory.mktemp("popover")
    for name, text in NOTES.items():
        (vault / name).parent.mkdir(exist_ok=True)
        (vault / name).write_text(text, "utf-8")
    for name in ("표.pdf", "점.png"):
        (vault / name).write_bytes(png())
    return f"{built(server, 'popover', KB_VAULT=str(vault))}{quote('읽기')}/"


def hover(page: Page, label: str) -> None:
    page.mouse.move(0, 0)
    page.locator("article a", has_text=label).first.hover()


@pytest.mark.parametrize(
    ("label", "shown", "not_shown"),
    [
        ("그릇", "흙.", "물을"),
        ("쓰임", "물을 담는다.", "아니다."),
        ("깊이", "얕다.", "아니다."),
        ("아래", "여기", "그릇"),
    ],
)
def test_a_link_shows_where_it_leads(page: Page, reading: str, label: str, shown: str, not_shown: str) -> None:
    page.goto(reading)

    hover(page, label)

    expect(page.locator(PANEL)).to_contain_text(shown)
    expect(page.locator(PANEL)).not_to_contain_text(not_shown)


def test_what_is_shown_can_be_followed_and_sent_away(page: Page, reading: str) -> None:
    page.goto(reading)
    hover(page, "그릇")
    expect(page.locator(f"{PANEL} a").first).to_have_attribute("href", reading)
    expect(page.locator(f"{PANEL} img")).to_have_attribute("src", reading.replace(f"{quote('읽기')}/", quote("점.png")))

    page.keyboard.press("Escape")
    expect(page.locator(PANEL)).to_have_count(0)
    hover(page, "그릇")
    page.locator(PANEL).hover()
    page.wait_for_timeout(500)
    page.locator(PANEL).click()
    expect(page).to_have_url(reading.replace(quote("읽기"), quote("그릇")))
    expect(page.locator(PANEL)).to_have_count(0)


def test_the_keyboard_shows_it_too(page: Page, reading: str) -> None:
    page.goto(reading)
    page.locator("body").press("Tab")
    page.locator("article a.kb-link", has_text="그릇").first.focus()
    expect(page.locator(PANEL)).to_contain_text("흙.")


def test_files_and_other_sites_are_not_asked_for(page: Page, reading: str) -> None:
    page.goto(reading)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/*.pdf", lambda route: route.abort())

    for label in ("표", "밖"):
        hover(page, label)
        page.wait_for_timeout(500)

    assert [url for url in asked if url.endswith(".pdf") or "example.com" in url] == []
    expect(page.locator(PANEL)).to_have_count(0)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("term", ["a.kb-term", "a.kb-defined"])
def test_a_tap_on_a_term_shows_it_and_a_second_follows(phone: Page, reading: str, term: str) -> None:
    phone.goto(reading)
    phone.tap(term)
    expect(phone.locator(PANEL)).to_contain_text("납작하다.")
    expect(phone.locator(PANEL)).to_contain_text("한 번 더 누르면 이 노트로 가요")
    expect(phone).to_have_url(reading)
    phone.tap("h1")
    expect(phone.locator(PANEL)).to_have_count(0)

    phone.tap(term)
    expect(phone.locator(PANEL)).to_be_visible()
    phone.tap(term)
    expect(phone.locator("article h1")).to_contain_text("접시")
    expect(phone.locator(PANEL)).to_have_count(0)


def test_a_tap_on_another_link_follows_it_at_once(phone: Page, reading: str) -> None:
    phone.goto(reading)
    phone.tap("article a.kb-link:not(.kb-defined)")
    expect(phone.locator("article h1")).to_contain_text("그릇")


def test_a_term_that_cannot_be_shown_is_followed(phone: Page, reading: str) -> None:
    phone.goto(reading)
    phone.route(
        "**/glossary/**", lambda route: route.abort() if route.request.resource_type == "fetch" else route.fallback()
    )
    with phone.expect_navigation():
        phone.tap("a.kb-term")
