"""The search box, typed into as a reader does."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

INPUT = ".md-search__input"
RESULT = ".md-search-result__link"
NOTE = ".kb-search-note"


@pytest.fixture
def home(page: Page, site: str) -> Page:
    page.goto(site)
    return page


def search(page: Page, query: str) -> None:
    page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()
    page.locator(INPUT).press_sequentially(query)


def expect_first_result(page: Page, note: str) -> None:
    """Wait for `note` on top: the results of a half-typed query come first."""
    expect(page.locator(RESULT).first).to_have_attribute("href", re.compile(re.escape(quote(note))))


def test_nothing_of_the_index_is_loaded_before_a_reader_types(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/search/" in url and not url.endswith("search_index.json")] == []

    search(page, "도커")
    expect(page.locator(RESULT).first).to_be_visible()
    assert any(url.endswith("/search/index.json") for url in asked)
    assert not any(url.endswith("names.txt") for url in asked)


@pytest.mark.parametrize(
    ("query", "note"),
    [("도커에서", "/docker/도커/"), ("IPS는", "/network/IPS/"), ("127.0.0.1", "바인드 주소와 0.0.0.0")],
)
def test_a_query_with_its_particle_leads_to_the_note(home: Page, query: str, note: str) -> None:
    search(home, query)

    expect_first_result(home, note)


def test_the_page_that_opens_has_the_words_marked(home: Page) -> None:
    search(home, "쿠버네티스")
    home.locator(RESULT).first.click()

    expect(home.locator("article mark[data-md-highlight]").first).to_contain_text("쿠버네티스")


def test_a_correction_is_told(home: Page) -> None:
    search(home, "쿠버네티즈")

    expect(home.locator(NOTE)).to_contain_text("'쿠버네티스'(으)로 찾았습니다")
    expect_first_result(home, "쿠버네티스")


def test_a_query_without_a_result_offers_the_nearest_notes(home: Page) -> None:
    search(home, "쿠베르네떼쓰으")
    note = home.locator(f"{NOTE} a", has_text="쿠버네티스").first
    expect(note).to_be_visible()
    expect(home.locator(RESULT)).to_have_count(0)
    note.click()

    expect(home.locator("article h1")).to_contain_text("쿠버네티스")
    expect(home.locator(INPUT)).not_to_be_focused()


def test_ctrl_k_pasted_text_and_recent_searches(home: Page) -> None:
    home.keyboard.press("Control+k")
    expect(home.locator(INPUT)).to_be_focused()
    home.keyboard.insert_text("컨테이너")  # as a paste or a voice does: no key is pressed
    expect(home.locator(RESULT).first).to_be_visible()
    home.locator(RESULT).first.click()
    expect(home.locator("article mark[data-md-highlight]").first).to_be_attached()
    expect(home.locator("[data-md-toggle=search]")).not_to_be_checked()
    home.wait_for_timeout(300)  # the theme closes the box once more when the page has come, faster than any hand

    home.keyboard.press("Control+k")
    expect(home.locator("[data-md-toggle=search]")).to_be_checked()
    home.locator(INPUT).fill("")
    expect(home.locator(RESULT)).to_have_count(0)
    home.get_by_role("button", name="컨테이너", exact=True).press("Enter")
    expect(home.locator(RESULT).first).to_be_visible()


def test_enter_while_composing_opens_nothing(home: Page) -> None:
    search(home, "도커")
    expect(home.locator(RESULT).first).to_be_visible()
    address = home.url
    home.locator(INPUT).evaluate(
        "box => box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    home.wait_for_timeout(300)
    assert home.url == address

    home.keyboard.press("Enter")
    expect(home).not_to_have_url(address)
