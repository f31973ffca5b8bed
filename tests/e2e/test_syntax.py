"""What only a browser shows of the syntaxes."""

from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.conftest import wait_for

ALL = quote("모든 문법") + "/"


def test_formulas_are_typeset_and_diagrams_drawn_in_both_palettes(page: Page, syntax_site: str) -> None:
    page.goto(syntax_site + ALL)

    expect(page.locator("kb-math .katex")).to_have_count(2)
    expect(page.locator("kb-math .katex-display")).to_have_count(1)
    drawn = page.locator("kb-diagram svg")
    expect(drawn).to_contain_text("색인")
    ink = "getComputedStyle(document.querySelector('kb-diagram svg text')).fill"
    light = page.evaluate(ink)
    page.locator("label[title='어둡게 보기']").click()
    assert wait_for(lambda: page.evaluate(ink) != light)


def test_libraries_are_loaded_only_where_they_are_needed(page: Page, syntax_site: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url) if "/vendor/" in request.url else None)
    page.goto(syntax_site + quote("조각") + "/")
    page.wait_for_load_state("networkidle")
    assert loaded == []

    page.locator("article").get_by_role("link", name="모든 문법").first.click()
    expect(page.locator("kb-math .katex")).to_have_count(2)
    assert any("katex" in url for url in loaded)


def test_a_callout_folds_from_the_keyboard(page: Page, syntax_site: str) -> None:
    page.goto(syntax_site + ALL)
    callout = page.locator("details[data-callout=warning]")
    expect(callout.get_by_text("안쪽 글")).to_be_hidden()
    callout.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(callout.get_by_text("안쪽 글")).to_be_visible()


def test_tags_lead_to_their_notes(page: Page, syntax_site: str) -> None:
    page.goto(syntax_site + ALL)
    page.locator("article p .kb-tag").first.click()

    expect(page).to_have_url(syntax_site + "tags/" + quote("태그/하위") + "/")
    expect(page.locator("article h1")).to_have_text("#태그/하위")

    page.goto(syntax_site + "tags/#" + quote("태그/하위"))  # where it was before tags had pages
    expect(page.locator("[id='태그/하위']")).to_be_in_viewport()


def test_a_tag_in_a_search_result_is_text(page: Page, syntax_site: str) -> None:
    page.goto(syntax_site)
    page.keyboard.press("/")
    page.locator(".md-search__input").fill("xyzzy")

    def asked() -> bool:
        page.keyboard.press("End")
        page.wait_for_timeout(300)
        return page.locator(".md-search-result__link").first.is_visible()

    assert wait_for(asked)
    assert page.evaluate("window.pwned") is None
    expect(page.locator(".md-search-result .md-tag").first).to_contain_text("onerror")
