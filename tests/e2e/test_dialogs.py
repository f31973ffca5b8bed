"""Pictures and diagrams open large, and `?` shows the keys: by mouse, finger and keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser import back, built

PAGE = """\
# 그림

글

![고래 한 마리](고래.png)

```mermaid
graph TD
  가 --> 나
```

![점](점.png) [![다른 글로](고래.png)](글.md)
"""
LARGE, KEYS = "dialog.kb-large", "dialog.kb-keys"


@pytest.fixture(scope="module")
def pictures(server: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with pictures of every kind."""
    vault = tmp_path_factory.mktemp("pictures")
    (vault / "index.md").write_text(PAGE, "utf-8")
    (vault / "글.md").write_text("# 글", "utf-8")
    for name, size in {"고래": (900, 600), "점": (20, 20)}.items():
        Image.new("RGB", size).save(vault / f"{name}.png")
    return built(server, "pictures", KB_VAULT=str(vault))


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=f"크게 보기: {name}")


def test_pictures_and_diagrams_are_buttons_and_icons_and_links_are_not(page: Page, pictures: str) -> None:
    page.goto(pictures)

    expect(button(page, "흐름도: 가, 나")).to_have_count(1)
    expect(page.locator("[data-kb-large]")).to_have_count(2)
    page.locator("article a img").click()
    expect(page.locator("h1")).to_contain_text("글")
    expect(page.locator(LARGE)).to_have_count(0)


def test_a_picture_opens_by_the_keyboard_and_the_focus_comes_back(page: Page, pictures: str) -> None:
    page.goto(pictures)
    picture = button(page, "고래 한 마리")
    picture.press("Enter")

    expect(page.get_by_role("dialog", name="고래 한 마리")).to_be_visible()
    shown = page.get_by_role("dialog").get_by_role("img", name="고래 한 마리")
    whole = shown.bounding_box()
    assert whole and whole["width"] <= 1280 and whole["height"] <= 900
    page.get_by_role("button", name="확대").press("Enter")
    larger = shown.bounding_box()
    assert larger and larger["width"] >= 2 * whole["width"] - 1
    page.keyboard.press("n")  # the page's own keys rest
    page.keyboard.press("Escape")
    expect(page.locator(LARGE)).to_have_count(0)
    expect(picture).to_be_focused()
    expect(page).to_have_url(pictures)


def test_a_diagram_opens_too_and_goes_with_the_way_back(page: Page, pictures: str) -> None:
    page.goto(pictures)
    page.locator("kb-nav, .md-nav--primary").get_by_role("link", name="글").click()
    expect(page.locator("h1")).to_contain_text("글")
    back(page, "그림")
    button(page, "흐름도: 가, 나").click()

    assert page.locator(f"{LARGE} svg").evaluate("svg => svg.getBoundingClientRect().width") > 1000
    page.go_forward()
    expect(page.locator("h1")).to_contain_text("글")
    expect(page.locator(LARGE)).to_have_count(0)


def test_the_keys_are_shown_where_nobody_types(page: Page, pictures: str) -> None:
    page.goto(pictures)
    page.locator(".md-search__input").press("?")
    expect(page.locator(KEYS)).to_have_count(0)
    page.keyboard.press("Escape")
    page.locator("body").press("?")

    rows = page.get_by_role("dialog", name="단축키").locator("dl > div")
    expect(rows.filter(has_text="검색").first).to_contain_text("/")
    expect(rows.filter(has_text="다음 페이지")).to_contain_text("n")
    expect(rows.filter(has_text="이전 페이지")).to_have_count(0)
    expect(rows.filter(has_text="터미널")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.locator(KEYS)).to_have_count(0)

    shown = page.get_by_role("button", name="단축키 보기")
    shown.press("Enter")
    expect(page.locator(KEYS)).to_be_visible()
    page.keyboard.press("Escape")
    expect(shown).to_be_focused()
