"""Diagrams as a browser shows them: drawn when the site was built, or by the reader's browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import built
from tests.e2e.hostile_pages import DIAGRAMS

FLOW = "```mermaid\nflowchart LR\n  A[브라우저가 하는 긴 일] -->|요청| B[(저장소)]\n```"
WIDE = "```mermaid\nflowchart LR\n  A[처음에 하는 일] --> B[다음에 하는 일] --> C[그다음에 하는 일] --> D[끝]\n```"
NAMED = "```mermaid\nflowchart LR\n  accTitle: 내 이름\n  accDescr: 내 설명\n  A --> B\n```"
CHOSEN = "```mermaid\nflowchart LR\n  A[밝은 상자]\n  style A fill:#ffee99\n```"
NOTES = {"flow": FLOW, "wide": WIDE, "named": NAMED, "chosen": CHOSEN, "hostile": "\n\n".join(DIAGRAMS)}
NAMES = {
    "flow": "흐름도: 브라우저가 하는 긴 일, 저장소, 요청",
    "named": "내 이름. 내 설명",
}
INSIDE = """() => [...document.querySelectorAll("kb-diagram svg text")].every((text) => {
    const [card, label] = [text.closest("svg"), text].map((element) => element.getBoundingClientRect());
    return card.left <= label.left && label.right <= card.right && card.top <= label.top && label.bottom <= card.bottom;
})"""
INK = "getComputedStyle(document.querySelector('kb-diagram svg text')).fill"


@pytest.fixture(scope="module", params=["build", "browser"])
def site(request: pytest.FixtureRequest, server: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    vault = tmp_path_factory.mktemp("diagrams")
    for name, text in NOTES.items():
        (vault / f"{name}.md").write_text(f"# {name}\n\n{text}\n", "utf-8")
    where = f"diagrams-{request.param}"
    cache = str(tmp_path_factory.mktemp("cache"))
    return built(server, where, KB_VAULT=str(vault), KB_DIAGRAMS=request.param, KB_CACHE=cache)


def picture(page: Page, name: str) -> Locator:
    """The diagram called `name`: a picture, or a button where scripts let it open large."""
    large = page.get_by_role("button", name=f"크게 보기: {name}", exact=True)
    return page.get_by_role("img", name=name, exact=True).or_(large)


@pytest.mark.parametrize("note", NAMES)
def test_a_diagram_has_a_name_and_its_source(page: Page, site: str, note: str) -> None:
    page.goto(f"{site}{note}/")

    expect(picture(page, NAMES[note])).to_be_visible()
    page.get_by_text("그림의 원본").click()
    expect(page.locator("kb-diagram pre")).to_contain_text("flowchart LR")


def test_labels_stand_in_the_picture_and_change_with_the_palette(page: Page, site: str) -> None:
    page.goto(f"{site}flow/")
    expect(page.locator("kb-diagram svg")).to_be_visible()
    page.evaluate("document.fonts.ready")
    light = page.evaluate(INK)

    assert page.evaluate(INSIDE)
    page.locator("label[title='어둡게 보기']").click()
    page.wait_for_function(f"{INK} !== '{light}'")


def test_a_colour_that_the_author_chose_can_be_read_on_in_the_dark(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{site}chosen/")
    expect(page.locator("kb-diagram svg")).to_be_visible()

    assert page.evaluate(INK) == "rgb(17, 17, 17)"


def test_a_wide_one_is_moved_sideways_on_a_phone_and_whole_on_paper(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"{site}wide/")
    expect(page.locator("kb-diagram svg")).to_be_visible()
    moved = (
        "(() => { const card = document.querySelector('kb-diagram'); return card.scrollWidth - card.clientWidth })()"
    )

    assert page.evaluate(moved) > 0
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.emulate_media(media="print")
    assert page.evaluate(moved) == 0


def test_hostile_ones_run_and_load_nothing(page: Page, site: str) -> None:
    """`page` fails for what asks another server."""
    page.add_init_script("window.ran = []; window.pwned = (number) => window.ran.push(number)")
    page.goto(f"{site}hostile/")
    expect(page.locator("kb-diagram svg").last).to_be_visible()
    page.wait_for_timeout(500)

    assert page.evaluate("window.ran") == []
    assert page.locator("kb-diagram a[href^='javascript']").count() == 0


@pytest.mark.parametrize("site", ["build"], indirect=True)
def test_one_that_was_drawn_needs_neither_scripts_nor_the_library(browser: Browser, site: str) -> None:
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))  # noqa: B023
        page.goto(f"{site}flow/", wait_until="networkidle")
        expect(picture(page, NAMES["flow"])).to_be_visible()
        context.close()
        assert not [address for address in asked if "mermaid" in address or "/diagram.js" in address]
