"""`mkdocs serve` while somebody writes, seen in the browser."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Serve, fetch, wait_for


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may ask the preview's own server."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def builds(folder: Path) -> int:
    """How many the log tells of."""
    return len(re.findall("Documentation built|초 만에 지었습니다", (folder / "serve.log").read_text("utf-8")))


def test_a_writer_sees_each_save(project: Path, serve: Serve, page: Page, tmp_path: Path) -> None:
    long = "\n\n".join(f"문단 {number}" for number in range(200))
    (project / "docs/가.md").write_text(f"처음 [[나]]\n\n{long}", "utf-8")
    site = serve(project)
    assert wait_for(lambda: fetch(site))
    page.goto(f"{site}{quote('가')}/")
    expect(page.locator(".kb-problems")).to_contain_text("가.md:1: '나'라는 노트가 없습니다")
    expect(page.locator("article .kb-missing")).to_have_text("나")

    page.mouse.wheel(0, 3000)
    assert wait_for(lambda: page.evaluate("scrollY > 2500"))
    (project / "docs/나.md").write_text("# 나\n<script>alert(1)</script>{{ 코드", "utf-8")
    expect(page.locator("article a.kb-link")).to_have_text("나")
    expect(page.locator(".kb-problems")).to_have_count(0)
    assert wait_for(lambda: page.evaluate("scrollY > 2500"))

    before = builds(tmp_path)
    for number in range(10):
        (project / "docs/가.md").write_text(f"저장 {number}\n\n{long}", "utf-8")
        time.sleep(0.02)
    expect(page.locator("article p").first).to_have_text("저장 9")
    page.wait_for_timeout(500)
    assert builds(tmp_path) - before <= 2  # the first save may be built before the second


def test_what_is_gone_is_gone_and_what_comes_back_is_seen(project: Path, serve: Serve, page: Page) -> None:
    docs = project / "docs"
    note, renamed, unwritten = docs / "폴더/가.md", docs / "폴더/나.md", docs / "다.md"
    note.parent.mkdir()
    note.write_text("처음", "utf-8")
    (docs / "index.md").write_text("집", "utf-8")
    site = serve(project)
    assert wait_for(lambda: fetch(site))
    article = page.locator("article")

    @contextmanager
    def turns_into(status: int) -> Iterator[None]:
        address = page.url.partition("#")[0]
        with (
            page.expect_event("load"),
            page.expect_response(lambda answer: (answer.url, answer.status) == (address, status)),
        ):
            yield

    page.goto(f"{site}{quote('폴더/가')}/#제목")
    with turns_into(404):  # deleted
        note.unlink()
    with turns_into(200):
        note.write_text("다시 ![[그림.png]]", "utf-8")
    expect(article).to_contain_text("다시")
    assert page.evaluate("decodeURI(location.hash)") == "#제목"

    with turns_into(404):
        note.rename(renamed)
    assert wait_for(lambda: "다시" in fetch(f"{site}{quote('폴더/나')}/"), 3)
    with turns_into(200):
        renamed.rename(note)
    assert not fetch(f"{site}{quote('폴더/나')}/")

    with turns_into(404):
        note.write_text("---\ndraft: true\n---\n다시", "utf-8")
    with turns_into(200):
        note.write_text("이제 알린다", "utf-8")
    expect(article).to_contain_text("이제 알린다")

    with turns_into(404):
        shutil.rmtree(note.parent)
    page.goto(f"{site}{quote('다')}/")
    with turns_into(200):
        unwritten.write_text("이제 적는다", "utf-8")
    expect(article).to_contain_text("이제 적는다")


def test_search_follows_what_is_written(project: Path, serve: Serve, page: Page) -> None:
    (project / "docs/가.md").write_text("처음", "utf-8")
    site = serve(project)
    assert wait_for(lambda: fetch(site))
    (project / "docs/나.md").write_text("새로운낱말을 적는다", "utf-8")
    assert wait_for(lambda: fetch(f"{site}{quote('나')}/"))
    page.goto(site)

    assert wait_for(lambda: "새로운낱말" in fetch(f"{site}search/names.txt"))
