"""What stands beside an article where there is room, else below it: its neighbours, and who links here."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, FloatRect, Page, expect

NOTE = "docker/" + quote("도커") + "/"
SHIFTS = """() => new Promise(done => {
  const found = [];
  const observer = new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      for (const source of entry.sources) found.push(source.node?.className ?? "");
  });
  observer.observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(found.filter(name => /kb-|sidebar/.test(name))), 300);
})"""


def boxes(page: Page) -> tuple[FloatRect, FloatRect]:
    """Where the article is, and where the neighbours are."""
    article, near = page.locator("article").bounding_box(), page.locator(".kb-near").bounding_box()
    assert article and near
    return article, near


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [1280, 1000, 360])
def test_neighbours_stand_beside_the_article_or_below_it(
    browser: Browser,
    site: str,
    width: int,
    scripts: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(site + NOTE)
    article, near = boxes(page)

    if width >= 960:
        assert near["x"] >= article["x"] + article["width"]
        assert near["y"] < 800
    else:
        assert near["y"] >= article["y"] + article["height"]
        assert near["width"] > width * 0.8
    assert page.locator(".kb-near, .kb-backlinks").count() == 2
    page.locator(".kb-near a").first.click()
    expect(page).not_to_have_url(site + NOTE)
    expect(page.locator("article h1")).to_be_visible()
    context.close()


def test_neighbours_are_reached_by_the_keyboard_and_nothing_jumps(page: Page, site: str) -> None:
    page.goto(site + NOTE)
    first = page.locator(".kb-near a").first
    address = first.evaluate("link => link.href")

    assert page.evaluate(SHIFTS) == []
    assert page.get_by_role("navigation", name="이웃한 노트").get_by_role("link").count() > 0
    first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(address)
