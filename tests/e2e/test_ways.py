"""Paths, breadcrumbs and the home page as a reader uses them, below a sub-path."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import built

LONG = "\n\n".join(["긴 글이에요."] * 60)
NEXT = ".kb-way-next"
BAR = ".kb-ways progress"


@pytest.fixture(scope="session")
def ways_site(server: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site with two paths that meet, and no home note."""
    vault = tmp_path_factory.mktemp("ways")
    for name in ("하나", "둘", "셋", "넷"):
        (vault / f"{name}.md").write_text(f"---\nsummary: {name}의 말\n---\n{LONG}", "utf-8")
    deep = vault / "아주 긴 이름의 폴더" / "그 속의 또 긴 이름의 폴더" / "마지막으로 긴 이름의 폴더"
    deep.mkdir(parents=True)
    (deep / "깊은 곳의 노트 하나.md").write_text("글", "utf-8")
    for number, (name, stations) in enumerate({"첫 길": "하나 둘 셋", "다른 길": "넷 둘"}.items()):
        links = ", ".join(f'"[[{station}]]"' for station in stations.split())
        (vault / f"{name}.md").write_text(f"---\norder: {number}\npath: [{links}]\n---\n소개", "utf-8")
    return built(server, "deep/ways", "--strict", KB_VAULT=str(vault))


@pytest.fixture
def still(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def note(site: str, name: str) -> str:
    return f"{site}{quote(name)}/"


def expect_note(page: Page, site: str, name: str) -> None:
    """Wait for a note that a link led to; its address is there before its text is."""
    expect(page).to_have_url(note(site, name))
    expect(page.locator(".md-content h1")).to_have_text(name)


def test_the_end_of_a_note_counts_and_leads_on(page: Page, ways_site: str) -> None:
    page.goto(note(ways_site, "첫 길"))
    expect(page.locator(".kb-path-state")).to_be_hidden()
    page.locator("article").get_by_role("link", name="처음부터 읽기").click()
    expect_note(page, ways_site, "하나")
    expect(page.locator(BAR)).to_have_js_property("value", 0)
    seen = "(bar) => getComputedStyle(bar).backgroundImage"
    assert "33.3333%" in page.locator(BAR).evaluate(seen)  # 1/3, beside which the bar must not be empty

    page.wait_for_timeout(1300)  # a note whose end nobody saw is not read
    expect(page.locator(BAR)).to_have_js_property("value", 0)
    page.locator(NEXT).scroll_into_view_if_needed()
    expect(page.locator(BAR)).to_have_js_property("value", 1)
    page.locator(NEXT).click()
    expect_note(page, ways_site, "둘")
    expect(page.locator("kb-path").first).to_contain_text("첫 길")

    page.locator(NEXT).first.click()
    expect_note(page, ways_site, "셋")
    expect(page.locator(BAR)).to_have_js_property("value", 2)
    expect(page.locator(BAR)).to_have_attribute("aria-label", "3개 가운데 2개를 읽었어요")
    expect(page.locator(".kb-ways-end")).to_contain_text("여기가 끝이에요.")
    expect(page.locator(".md-footer__link:visible")).to_have_count(0)

    page.reload()
    expect(page.locator(BAR)).to_have_js_property("value", 2)
    page.goto(note(ways_site, "첫 길"))
    expect(page.locator("kb-path-list li[data-read]")).to_have_count(2)
    expect(page.get_by_role("link", name="이어 읽기")).to_have_attribute("href", note(ways_site, "셋"))
    page.get_by_role("button", name="읽은 표시 지우기").click()
    expect(page.locator("kb-path-list li[data-read]")).to_have_count(0)
    expect(page.get_by_role("link", name="처음부터 읽기")).to_be_focused()


def test_the_path_that_was_followed_last_comes_first(page: Page, ways_site: str) -> None:
    names = page.locator(".kb-ways .kb-path-name")
    page.goto(note(ways_site, "둘"))
    expect(names).to_have_text(["첫 길", "다른 길"])

    page.goto(note(ways_site, "넷"))
    page.locator(NEXT).click()
    expect_note(page, ways_site, "둘")
    expect(names).to_have_text(["다른 길", "첫 길"])
    expect(page.locator(".kb-ways-end .kb-path-name")).to_have_text(["다른 길", "첫 길"])
    page.locator(".kb-ways .kb-path-name", has_text="첫 길").click()
    page.locator("kb-path-list").get_by_role("link", name="둘", exact=True).click()
    expect(names).to_have_text(["첫 길", "다른 길"])


@pytest.mark.parametrize("kept", ["nonsense", "[1]", '{"/deep/ways/첫 길/": {"read": 5, "at": "x"}}', "null"])
def test_what_others_have_stored_counts_as_nothing(page: Page, ways_site: str, kept: str) -> None:
    page.goto(ways_site)
    page.evaluate("kept => localStorage.setItem('kb-path', kept)", kept)
    page.goto(note(ways_site, "첫 길"))

    expect(page.locator(".kb-path-state")).to_be_hidden()
    expect(page.get_by_role("link", name="처음부터 읽기")).to_have_attribute("href", note(ways_site, "하나"))


def test_home_begins_a_path_and_opens_the_search(page: Page, ways_site: str) -> None:
    page.goto(ways_site)
    expect(page.locator(".kb-cards kb-path").first).to_contain_text("노트 3개")
    page.get_by_role("link", name="검색 /").click()
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(page).to_have_url(ways_site)
    page.locator(".md-search__input").fill("넷의 말")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("Escape")

    page.get_by_role("link", name="처음부터 읽기").focus()
    page.keyboard.press("Enter")
    expect_note(page, ways_site, "하나")


def test_without_javascript_all_ways_are_there(still: Page, ways_site: str) -> None:
    still.goto(ways_site)
    still.get_by_role("link", name="검색 /").click()
    expect(still.locator("h1")).to_have_text("모든 노트")
    still.locator(".kb-listing").get_by_role("link", name="첫 길").click()
    still.get_by_role("link", name="처음부터 읽기").click()
    expect_note(still, ways_site, "하나")
    expect(still.locator("kb-path")).to_have_text("첫 길 1/3")
    still.locator(NEXT).click()
    expect(still.locator("kb-path")).to_have_text(["첫 길 2/3", "다른 길 2/2"])
    still.locator(".kb-crumbs a").first.click()
    expect(still).to_have_url(ways_site)


def test_breadcrumbs_are_one_line_on_a_phone(page: Page, ways_site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(ways_site)
    for folder in ("아주 긴 이름의 폴더", "그 속의 또 긴 이름의 폴더", "마지막으로 긴 이름의 폴더"):
        page.locator("article").get_by_role("link", name=folder, exact=True).first.click()
        expect(page.locator("h1")).to_have_text(folder)
    page.locator("article").get_by_role("link", name="깊은 곳의 노트 하나").click()
    expect(page.locator(".kb-crumbs li")).to_have_count(5)

    crumbs = page.locator(".kb-crumbs").bounding_box()
    assert crumbs
    assert crumbs["height"] < 30
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    shown = [
        item.evaluate("item => item.clientWidth / item.scrollWidth") for item in page.locator(".kb-crumbs li").all()
    ]
    assert shown[0] == 1
    assert max(shown[1:4]) < 1
    assert shown[4] > max(shown[1:4])
    page.locator(".kb-crumbs a").nth(2).click()
    expect(page.locator("h1")).to_have_text("그 속의 또 긴 이름의 폴더")
