"""The link beside a heading: it copies the heading's address, and leads there."""

from urllib.parse import quote

from playwright.sync_api import Browser, expect

NOTE = "docker/" + quote("도커") + "/"


def test_a_click_copies_the_whole_address_and_says_so(browser: Browser, site: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}{NOTE}?h=a")
    link = page.locator("article .headerlink").first
    hash_ = str(link.evaluate("link => link.hash"))
    link.click(force=True)

    expect(page.get_by_role("status").filter(has_text="주소를 복사했어요")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}{NOTE}{hash_}"
    assert page.url.endswith(hash_)
    context.close()


def test_without_a_clipboard_and_without_scripts_it_is_a_link(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + NOTE)
    page.locator("article .headerlink").first.click(force=True)

    assert "#" in page.url
    assert page.locator("kb-anchor").inner_text() == ""
    context.close()
