"""What our own search finds, typed as a reader does."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.test_search import INPUT, NOTE, RESULT, expect_first_result, search


@pytest.fixture
def home(page: Page, site: str) -> Page:
    page.goto(site)
    return page


@pytest.mark.parametrize(
    ("query", "note"),
    [("도커에서", "/docker/도커/"), ("IPS는", "/network/IPS/"), ("127.0.0.1", "바인드 주소와 0.0.0.0")],
)
def test_a_query_with_its_particle_leads_to_the_note(home: Page, query: str, note: str) -> None:
    search(home, query)

    expect_first_result(home, note)


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
