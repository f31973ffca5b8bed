"""The site for everyone: what axe finds on each kind of page, and a tour by the keyboard alone."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import back, built

HERE = Path(__file__).parent
NOTES = {
    "index": "---\ntitle: 처음\nsummary: 한 줄 요약\n---\n[[터미널]]부터 읽어요. [[폴더/모두]]",
    "터미널": "---\nsummary: 명령을 보여 주는 글\n---\n앞의 [[폴더/모두|글]].\n\n## 해 보기\n\n"
    '{{ run("서버") }}\n\n[[낱말]]',
    "폴더/모두": "---\ntags: [글/하나, 둘]\n---\n# 모두\n\n낱말과 [[없는 노트]], ==형광==, `코드`, #셋[^1]\n\n"
    "> 인용\n\n> [!warning] 조심\n> [[터미널|링크]]가 있는 글\n\n> [!tip]- 접음\n> 속\n\n"
    "- [ ] 할 것\n- [x] 한 것\n- [/] 하는 것\n- [-] 안 할 것\n\n#### 건너뛴 제목\n\n"
    "| 이미지 | 자리 | 크기 |\n|---|---|---|\n"
    "| `registry.example.com/team/nginx:1.27-alpine` | 하나 | 둘 |\n\n"
    "```python\ndef f(a: int) -> str:  # 말\n    return f'{a}' + str(42)\n```\n\n[^1]: 각주",
    "용어/낱말": "---\nsummary: 뜻이 있는 말\nglossary: true\naliases: [word]\n---\n[[터미널]]을 보세요.",
    "그림": "```mermaid\ngraph LR\n  가 -->|본다| 나\n```",
    "길": '---\npath: ["[[터미널]]", "[[폴더/모두]]"]\nsummary: 차례로 읽는 길\n---\n소개',
}
PAGES = (
    *("", "터미널/", "폴더/모두/", "용어/낱말/", "길/", "폴더/", "tags/", "tags/글/하나/", "glossary/", "all/"),
    *("그림/", "commands/서버/", "404.html"),
)


@pytest.fixture(scope="session")
def everyone_site(server: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site with a page of each kind."""
    vault = tmp_path_factory.mktemp("everyone")
    for name, text in NOTES.items():
        file = vault / f"{name}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    (vault / "commands").mkdir()
    shutil.copy(HERE / "vault" / "commands" / "서버.console", vault / "commands")
    return built(server, "everyone", KB_VAULT=str(vault))


def faults(page: Page, part: str | None = None) -> list[str]:
    """What axe finds on `page`, or in the `part` of it that a selector names."""
    found = Axe().run(page, part, {"resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("palette", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, everyone_site: str, palette: Literal["light", "dark"], width: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=palette, reduced_motion="reduce"
    )
    page, found = context.new_page(), dict[str, list[str]]()
    for address in (*PAGES, "search"):
        answer = page.goto(everyone_site + quote("터미널/" if address == "search" else address))
        assert answer and answer.ok, address
        if address == "search":
            page.keyboard.press("/")
            page.locator(".md-search__input").fill("낱말")
            expect(page.locator(".md-search-result__item").first).to_be_visible()
        if told := faults(page, ".md-search" if address == "search" else None):
            found[address] = told
    context.close()
    assert found == {}


def test_a_reader_with_a_keyboard_reaches_all_and_is_where_they_were(page: Page, everyone_site: str) -> None:
    page.goto(everyone_site + quote("터미널/"))
    focused, press, article = page.locator(":focus"), page.keyboard.press, page.locator("article")
    expect(page.get_by_role("heading", name="해 보기", exact=True)).to_be_visible()

    press("Tab")
    expect(focused).to_have_class("md-skip focus-visible")
    press("Enter")
    expect(page).to_have_url(everyone_site + quote("터미널/") + "#__title")
    expect(page.locator("#__title")).to_be_focused()
    press("Tab")
    link = article.get_by_role("link", name="글", exact=True)
    expect(link).to_be_focused()
    expect(page.locator(".kb-popover")).to_be_visible()
    press("Escape")
    expect(page.locator(".kb-popover")).to_have_count(0)
    press("/")
    page.keyboard.type("낱말")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    press("Escape")
    expect(link).to_be_focused()

    press("Tab")
    expect(article.locator("kb-run > pre")).to_be_focused()
    press("ArrowUp")
    expect(focused).to_have_text("내 값으로 바꾸기")
    press("Tab")
    expect(article.get_by_role("link", name="낱말")).to_be_focused()
    press("Shift+Tab")
    expect(article.locator("kb-run > pre")).to_be_focused()

    press("Tab")
    press("Enter")
    expect(page.locator(".md-content h1")).to_be_focused()
    expect(page.locator(".md-content h1")).to_have_text("낱말")
    back(page, "터미널")
    expect(article.get_by_role("link", name="낱말")).to_be_focused()
    page.locator(".md-sidebar--primary").get_by_role("link", name="길", exact=True).focus()
    press("Enter")
    expect(page.locator(".md-content h1")).to_have_text("길")
    expect(page.locator(".md-sidebar--primary").get_by_role("link", name="길", exact=True)).to_be_focused()

    page.set_viewport_size({"width": 180, "height": 320})  # 360 pixels at 200 %
    page.goto(everyone_site + quote("터미널/"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 180
    press("Tab")
    press("Tab")
    menu = page.get_by_role("button", name="메뉴")
    expect(menu).to_be_focused()
    press("Enter")
    assert page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
    press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
