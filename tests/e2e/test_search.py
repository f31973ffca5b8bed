"""The search box, typed into as a reader does."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

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
    of_index = [url.removeprefix(f"{site}search/") for url in asked if url.startswith(f"{site}search/")]
    assert of_index == ["search_index.json"]  # the theme's own, in which there is nothing

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


_ASK_AT_ONCE = """
(address) => new Promise((done) => {
  const worker = new Worker(address);
  worker.onmessage = ({ data: { type, data } }) => type === 3 && done(data.items.map(([note]) => note.location));
  for (const query of ["컨", "컨테", "도커"]) worker.postMessage({ type: 2, data: query });
})
"""


def test_what_is_asked_before_the_modules_are_there_waits_and_the_last_query_counts(page: Page, site: str) -> None:
    page.goto(site)
    (first, *_) = page.evaluate(_ASK_AT_ONCE, f"{site}assets/kb/kb-search-worker.js")

    assert first == quote("docker/도커/")


def test_a_search_that_failed_can_be_tried_again(browser: Browser, site: str) -> None:
    page = browser.new_page()  # one whose errors are none of the test's
    page.route("**/search/index.json", lambda route: route.abort())
    page.goto(site)
    search(page, "도커")
    expect(page.locator(NOTE)).not_to_be_empty()
    page.unroute("**/search/index.json")
    page.locator(INPUT).press_sequentially("를")

    expect_first_result(page, "/docker/도커/")
    page.close()


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
