"""A folder of many notes in the navigation: its letters open with a mouse, with keys and on a phone."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import built

LETTER = ".kb-nav .kb-letters a"
NOTES = ".kb-nav-notes a"


@pytest.fixture(scope="session")
def flat_site(server: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site with 80 notes in one folder."""
    vault = tmp_path_factory.mktemp("flat")
    (vault / "모음").mkdir()
    for number in range(80):
        (vault / "모음" / f"{'가나다라마'[number % 5]} {number}.md").write_text("글", "utf-8")
    return built(server, "flat", "--strict", KB_VAULT=str(vault))


def note(site: str, name: str) -> str:
    return f"{site}{quote(f'모음/{name}')}/"


def test_a_letter_opens_its_notes_and_they_lead_on(page: Page, flat_site: str) -> None:
    asked: list[str] = []
    listing = f"{flat_site}{quote('모음')}/"
    page.on("request", lambda request: asked.append(request.url) if request.url == listing else None)
    page.goto(note(flat_site, "나 41"))
    letters = page.locator(LETTER)
    expect(letters.first).to_have_attribute("aria-expanded", "false")

    letters.nth(1).click()
    expect(page.locator(NOTES)).to_have_count(16)
    expect(page.locator(f"{NOTES}[aria-current=page]")).to_have_text("나 41")
    expect(page).to_have_url(note(flat_site, "나 41"))
    expect(letters.nth(12)).to_have_attribute("data-empty", "")

    letters.nth(3).click()
    expect(page.locator(NOTES).first).to_have_text("라 3")
    expect(letters.nth(1)).to_have_attribute("aria-expanded", "false")
    page.locator(NOTES).first.click()
    expect(page).to_have_url(note(flat_site, "라 3"))
    expect(page.locator(".md-nav--primary a.md-nav__link--active")).to_have_text("라 3")
    page.locator(LETTER).first.click()
    expect(page.locator(NOTES).first).to_have_text("가 0")
    assert len({*asked}) == 1


def test_a_letter_opens_and_closes_with_keys(page: Page, flat_site: str) -> None:
    page.goto(note(flat_site, "나 41"))
    first, second = page.locator(LETTER).nth(0), page.locator(LETTER).nth(1)
    expect(second).to_have_attribute("tabindex", "-1")

    first.focus()
    page.keyboard.press("ArrowRight")
    expect(second).to_be_focused()
    page.keyboard.press("Enter")
    expect(second).to_have_attribute("aria-expanded", "true")
    expect(page.locator(NOTES)).to_have_count(16)
    page.keyboard.press("Tab")
    expect(page.locator(NOTES).first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(NOTES)).to_have_count(0)
    expect(second).to_be_focused()
    page.keyboard.press(" ")
    expect(page.locator(NOTES)).to_have_count(16)
    page.keyboard.press("End")
    expect(page.locator(LETTER).last).to_be_focused()


def test_the_letters_are_in_the_drawer_of_a_phone(page: Page, flat_site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(note(flat_site, "나 41"))
    page.locator(".md-header [data-opens=drawer]").click()

    expect(page.locator(LETTER).first).to_be_in_viewport()
    page.locator(LETTER).nth(2).click()
    expect(page.locator(NOTES).first).to_have_text("다 2")
    page.locator(NOTES).first.click()
    expect(page).to_have_url(note(flat_site, "다 2"))


def test_without_javascript_a_letter_leads_to_its_notes(browser: Browser, flat_site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(note(flat_site, "나 41"))
    page.locator(LETTER).nth(4).click()

    assert unquote(page.url).endswith("#kb-ㅁ")
    expect(page.locator("h2", has_text="ㅁ")).to_be_in_viewport()
    assert page.locator(".kb-listing li").count() == 80
    context.close()


def test_where_the_list_cannot_be_had_the_letter_leads_to_its_page(browser: Browser, flat_site: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(note(flat_site, "나 41"))
    page.route(
        f"{flat_site}{quote('모음')}/",
        lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_(),
    )
    page.locator(LETTER).nth(4).click()

    expect(page.locator("h1")).to_have_text("모음")
    context.close()
