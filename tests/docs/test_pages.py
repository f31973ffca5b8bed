"""What a visitor meets on our own site."""

import re
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.e2e.test_site import colour

NOTE = quote("도커와 쿠버네티스 세미나") + "/"
MARKS = [
    "2008년",
    "2013년",
    "파이콘(PyCon)",
    "Q. 이게 도커인건가?",
    "로 다른 여러 물리 서버에서 각 애플리케이션을 실행",
    "가상화",
    "하드웨어 비용을 절감할 수 있어 더 나은 확장성",
    "격리 속성을 완화하여 애플리케이션 간에 운영체제(OS)를 공유",
]


def test_from_home_to_the_note_and_back(page: Page, site: str) -> None:
    page.goto(site)
    page.locator("article").get_by_role("link", name="도커와 쿠버네티스 세미나").first.click()
    expect(page).to_have_url(re.compile(f"^{re.escape(site + NOTE)}(#|$)"))  # the theme is late
    expect(page.locator(".md-content h1")).to_have_text("도커와 쿠버네티스 세미나")

    page.locator("article").get_by_role("link", name="HOME 🌎").click()
    expect(page).to_have_url(site)
    expect(page.locator(".kb-backlinks")).to_contain_text("Up : HOME 🌎")


def test_the_seminar_note_reads_as_in_obsidian(page: Page, site: str) -> None:
    page.goto(site + NOTE)

    assert page.locator("article mark").all_inner_texts() == MARKS
    assert "rgb(255, 226, 122)" in colour(page, "article mark", "backgroundImage")
    text = page.locator("article").inner_text()
    assert "파이콘(PyCon)에서 도커를" in text
    assert "서로 다른 여러 물리 서버에서 각 애플리케이션을 실행하는" in text
    assert "(바인드 처리) {0.0.0.0}" in text
    assert "==" not in text

    missing = page.locator("article .kb-missing")
    assert missing.all_inner_texts() == ["스크린샷 2022-09-24 오전 9.26.39.png"]
    assert page.locator("article img:visible").count() == 0
    numbers = page.locator("article ol:not(.kb-crumbs ol)").nth(1)
    assert (numbers.get_attribute("start"), numbers.locator("> li").count()) == (None, 20)


def test_its_headings_can_be_linked_to(page: Page, site: str) -> None:
    page.goto(f"{site}{NOTE}#{quote('지식-및-문제')}")

    expect(page.locator("h2#지식-및-문제")).to_be_in_viewport()
    page.wait_for_timeout(
        300
    )  # the theme goes to the first heading once more when it has started, faster than any hand
    page.locator(".md-nav--secondary").get_by_role("link", name="컨테이너란 무엇인가?").click()
    expect(page.locator("h3#컨테이너란-무엇인가")).to_be_in_viewport()


def test_the_note_fits_a_narrow_phone(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(site + NOTE)

    assert page.evaluate("document.documentElement.scrollWidth") == 360
