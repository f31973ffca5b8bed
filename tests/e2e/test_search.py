"""The search box, typed into as a reader does."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser import built

INPUT = ".md-search__input"
RESULT = ".md-search-result__link"
ROW = ".md-search-result__item"
STATUS = ".md-search-result__meta"
NOTE = ".kb-search-note"
ARTICLE = ".md-content article"


@pytest.fixture
def home(page: Page, site: str) -> Page:
    page.goto(site)
    return page


@pytest.fixture(scope="module")
def many(server: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the site of 25 notes that have one word in common."""
    vault = tmp_path_factory.mktemp("many")
    for number in range(25):
        (vault / f"바다 {number}.md").write_text(f"고래가 {number}번째로 나와요.", "utf-8")
    return built(server, "many", KB_VAULT=str(vault))


def search(page: Page, query: str) -> None:
    page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()
    page.locator(INPUT).press_sequentially(query)


def expect_first_result(page: Page, note: str) -> None:
    """Wait for `note` on top: the results of a half-typed query come first."""
    expect(page.locator(RESULT).first).to_have_attribute("href", re.compile(re.escape(quote(note))))


def test_nothing_of_the_index_is_loaded_before_a_reader_comes_to_the_box(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    page.goto(site)
    page.wait_for_load_state("networkidle")
    assert [name for name in asked if name.startswith(("search/", "assets/kb/search-worker"))] == []

    with page.expect_response("**/search/index.json"):
        page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()
    assert [name for name in asked if name.startswith("search/")] == ["search/index.json"]

    page.keyboard.type("도커")
    expect(page.locator(RESULT).first).to_be_visible()
    assert not any(name.endswith("names.txt") for name in asked)


def test_who_waits_for_the_index_is_told_and_enter_opens_what_comes(browser: Browser, site: str) -> None:
    page = browser.new_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search/index.json", hold)
    page.goto(site)
    search(page, "도커")
    expect(page.locator(STATUS)).to_have_text("찾는 중…")
    page.keyboard.press("Enter")
    held[0].continue_()

    expect(page.locator(f"{ARTICLE} h1")).to_contain_text("도커")
    page.close()


@pytest.mark.parametrize(
    ("query", "note"),
    [("도커에서", "/docker/도커/"), ("IPS는", "/network/IPS/"), ("127.0.0.1", "바인드 주소와 0.0.0.0")],
)
def test_a_query_with_its_particle_leads_to_the_note(home: Page, query: str, note: str) -> None:
    search(home, query)

    expect_first_result(home, note)


_ASK_AT_ONCE = """
(address) => new Promise((done) => {
  const worker = new Worker(address, { type: "module" });
  worker.onmessage = ({ data }) => done([data.turn, data.items.map(([note]) => note.location)]);
  ["컨", "컨테", "도커"].forEach((query, turn) => worker.postMessage({ turn, query, from: 0 }));
})
"""


def test_what_is_asked_before_the_index_is_there_waits_and_the_last_query_counts(page: Page, site: str) -> None:
    page.goto(site)
    turn, (first, *_) = page.evaluate(_ASK_AT_ONCE, f"{site}assets/kb/search-worker.js")

    assert (turn, first) == (2, quote("docker/도커/"))


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


@pytest.mark.parametrize("query", ["쿠버네티스", "쿠버네티스에서", "ㅋㅂㄴㅌㅅ", "znqjspxltm", "쿠버네티즈"])
def test_the_page_that_opens_has_marked_what_was_found(home: Page, query: str) -> None:
    search(home, query)
    home.locator(RESULT).first.click()

    expect(home.locator(f"{ARTICLE} mark[data-md-highlight]").first).to_contain_text("쿠버네티스")
    expect(home.locator("kb-marks")).to_contain_text(re.compile(r"찾은 곳 1 / \d+"))


def test_the_page_that_opens_goes_from_one_word_to_the_next_and_clears_them(home: Page) -> None:
    home.set_viewport_size({"width": 800, "height": 400})
    search(home, "도커")
    home.locator(RESULT).filter(has_text="세미나").first.click()
    here = home.locator("mark.kb-mark-here")
    expect(here).to_be_in_viewport()
    count = home.locator(f"{ARTICLE} mark[data-md-highlight]").count()
    assert count > 2
    for at in (*range(2, count + 1), 1):
        home.get_by_role("button", name="다음 찾은 곳").click()
        expect(here).to_be_in_viewport()
        expect(home.locator("kb-marks output")).to_have_text(f"찾은 곳 {at} / {count}")
    home.keyboard.press("Escape")

    expect(home.locator(f"{ARTICLE} mark[data-md-highlight]")).to_have_count(0)
    expect(home.locator("kb-marks")).to_be_hidden()
    assert "h=" not in home.url


def test_a_result_on_the_page_that_is_open_is_marked_too(page: Page, site: str) -> None:
    page.goto(f"{site}network/IPS/")
    search(page, "IPS")
    page.keyboard.press("Enter")

    expect(page.locator(f"{ARTICLE} mark[data-md-highlight]").first).to_have_text("IPS")
    expect(page.locator("[data-md-toggle=search]")).not_to_be_checked()


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

    expect(home.locator(f"{ARTICLE} h1")).to_contain_text("쿠버네티스")
    expect(home.locator(INPUT)).not_to_be_focused()


@pytest.mark.parametrize(("query", "told"), [("ㅋㅌㅇㄴ", "ㅋㅌㅇㄴ → 컨테이너"), ("ehzj", "ehzj → 도커")])
def test_initials_and_the_other_keyboard_are_readings(home: Page, query: str, told: str) -> None:
    search(home, query)

    expect(home.locator(NOTE)).to_have_text(told)


def test_nonsense_gets_no_suggestion_but_a_way_on(home: Page) -> None:
    ways = home.locator(".kb-search-ways")
    search(home, "붕어빵")
    expect(home.locator(STATUS)).to_have_text("찾은 노트가 없습니다")
    expect(home.locator(NOTE)).to_be_empty()
    expect(ways.get_by_role("link")).to_have_text(["홈", "모든 노트", "태그"])

    home.locator(INPUT).fill("도커")
    expect_first_result(home, "/docker/도커/")
    expect(ways).to_be_hidden()

    home.locator(INPUT).fill("붕어빵")
    expect(ways).to_be_visible()
    home.keyboard.press("ArrowDown")
    home.keyboard.press("ArrowDown")
    expect(ways.get_by_role("link", name="모든 노트")).to_be_focused()
    home.keyboard.press("Enter")
    expect(home.locator(f"{ARTICLE} h1")).to_contain_text("모든 노트")


def test_words_of_a_query_that_finds_nothing_are_asked_alone(page: Page, many: str) -> None:
    page.goto(many)
    search(page, "쥬키퍼 고래 김밥")
    page.get_by_role("button", name="고래").click()

    expect(page.locator(INPUT)).to_have_value("고래")
    expect(page.locator(STATUS)).to_have_text("노트 25개를 찾았습니다")


def test_an_error_that_no_note_has_is_said_to_be_in_none(home: Page) -> None:
    search(home, "docker: whale not found")

    expect(home.locator(STATUS)).to_have_text("이 오류를 다룬 노트가 없습니다")
    expect(home.locator(NOTE)).to_have_text("대신 'docker'에 관한 노트를 보여 드립니다.")
    expect_first_result(home, "/docker/도커/")


def test_all_notes_are_counted_and_the_keyboard_leads_to_those_that_are_not_shown(page: Page, many: str) -> None:
    page.goto(many)
    search(page, "고래")
    expect(page.locator(STATUS)).to_have_text("노트 25개를 찾았습니다")
    expect(page.locator(ROW)).to_have_count(10)
    more = page.get_by_role("button", name="더 보기 (남은 노트 15개)")
    for _ in range(12):
        if more.evaluate("button => button === document.activeElement"):
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.locator(ROW)).to_have_count(20)
    expect(page.locator(ROW).nth(10).locator("a")).to_be_focused()
    page.get_by_role("button", name="더 보기 (남은 노트 5개)").click()
    expect(page.locator(ROW)).to_have_count(25)
    expect(page.get_by_role("button", name="더 보기")).to_be_hidden()
    links = page.locator(RESULT).evaluate_all("links => links.map((link) => link.pathname)")
    assert len({*links}) == 25


def test_notes_with_some_of_the_words_are_counted_apart(page: Page, many: str) -> None:
    page.goto(many)
    search(page, "고래 7")

    expect(page.locator(STATUS)).to_have_text("노트 1개를 찾았습니다 · 일부 낱말만 있는 노트 24개")
    expect(page.locator(ROW).nth(1)).to_contain_text("없는 낱말: 7")


def test_ctrl_k_pasted_text_and_recent_searches(home: Page) -> None:
    home.keyboard.press("Control+k")
    expect(home.locator(INPUT)).to_be_focused()
    home.keyboard.insert_text("컨테이너")  # as a paste or a voice does: no key is pressed
    expect(home.locator(RESULT).first).to_be_visible()
    home.locator(RESULT).first.click()
    expect(home.locator(f"{ARTICLE} mark[data-md-highlight]").first).to_be_attached()
    expect(home.locator("[data-md-toggle=search]")).not_to_be_checked()
    home.wait_for_timeout(300)  # the theme closes the box once more when the page has come, faster than any hand

    search(home, "도커")
    home.locator(RESULT).first.click()
    expect(home.locator(f"{ARTICLE} h1")).to_contain_text("도커")
    home.wait_for_timeout(300)
    home.keyboard.press("/")  # the box still has the last query
    expect(home.locator(INPUT)).to_have_value("도커")
    expect(home.locator(RESULT).first).to_be_visible()
    home.keyboard.press("ArrowDown")
    expect(home.get_by_role("button", name="컨테이너", exact=True)).to_be_focused()
    home.keyboard.press("Enter")
    expect(home.locator(INPUT)).to_have_value("컨테이너")
    expect_first_result(home, "/docker/컨테이너/")


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
