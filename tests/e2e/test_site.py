"""What a visitor does on the site: follows links, switches the palette, turns JavaScript off."""

from urllib.parse import quote

from playwright.sync_api import Browser, Page, expect

from tests.conftest import wait_for

NOTE = quote("도커와 쿠버네티스 세미나") + "/"
MARKS = [
    "2008년",
    "파이콘(PyCon)",
    "Q. 이게 도커인건가?",
    "로 다른 여러 물리 서버에서 각 애플리케이션을 실행",
    "가상화",
]


def colour(page: Page, css: str, name: str) -> str:
    return str(page.locator(css).first.evaluate(f"element => getComputedStyle(element).{name}"))


def test_from_home_to_the_note_and_back(page: Page, site: str) -> None:
    page.goto(site)
    page.locator("article").get_by_role("link", name="도커와 쿠버네티스 세미나").first.click()
    expect(page).to_have_url(site + NOTE)
    expect(page.locator(".md-content h1")).to_have_text("도커와 쿠버네티스 세미나")

    page.locator("article").get_by_role("link", name="HOME 🌎").click()
    expect(page).to_have_url(site)
    expect(page.locator(".kb-backlinks")).to_contain_text("Up : HOME 🌎")


def test_a_note_that_was_jotted_down_reads_as_in_obsidian(page: Page, site: str) -> None:
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
    assert (numbers.get_attribute("start"), numbers.locator("> li").count()) == (None, 9)


def test_korean_anchors_lead_to_their_headings(page: Page, site: str) -> None:
    second, third = page.locator("h2#지식-및-문제"), page.locator("h3#컨테이너란-무엇인가")
    page.goto(site + NOTE)
    expect(second).not_to_be_in_viewport()
    page.goto(f"{site}{NOTE}#{quote('지식-및-문제')}")

    expect(second).to_be_in_viewport()
    expect(third).not_to_be_in_viewport()
    page.wait_for_timeout(
        300
    )  # the theme goes to the first heading once more when it has started, faster than any hand
    page.locator(".md-nav--secondary").get_by_role("link", name="컨테이너란 무엇인가?").click()
    expect(third).to_be_in_viewport()


def test_the_palette_can_be_switched(page: Page, site: str) -> None:
    page.goto(site + NOTE)
    light = colour(page, "body", "backgroundColor"), colour(page, "article mark", "backgroundImage")
    page.locator("label[title='어둡게 보기']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    dark = colour(page, "body", "backgroundColor"), colour(page, "article mark", "backgroundImage")

    assert light[0] != dark[0]
    assert light[1] != dark[1]


def test_korean_is_set_in_its_own_font_between_words_only(page: Page, site: str) -> None:
    fonts: list[str] = []
    page.on("response", lambda response: fonts.append(response.url) if response.url.endswith(".woff2") else None)
    page.goto(site + NOTE)
    assert wait_for(lambda: page.evaluate("document.fonts.status === 'loaded'"))

    assert colour(page, "article p", "wordBreak") == colour(page, "article mark", "wordBreak") == "keep-all"
    assert page.evaluate("document.fonts.check('16px \"Maru\"', '도커')")
    assert 0 < len(fonts) <= 4


def test_a_narrow_phone_needs_no_sideways_scrolling(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(site + NOTE)

    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_without_javascript_everything_can_be_read(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + NOTE)

    assert page.locator("article mark").count() == len(MARKS)
    page.locator("article").get_by_role("link", name="HOME 🌎").click()
    expect(page.locator(".kb-backlinks")).to_be_visible()
    context.close()
