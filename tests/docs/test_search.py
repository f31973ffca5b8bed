"""What our own search finds, typed as a reader does."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import REPOSITORY
from tests.e2e.test_search import ARTICLE, INPUT, NOTE, RESULT, ROW, STATUS, expect_first_result, search

CODE, LINK = re.compile(r"`([^`]+)`"), re.compile(r"\[\[([^\]|#]+)")


def examples_of_a_readme(name: str) -> Iterator[tuple[str, str]]:
    """The rows of its table of searches, each query with the title of the note that it finds: `| `ㄷㅋ` | 도커 | …`."""
    text = (REPOSITORY / name).read_text("utf-8")
    (table,) = (rows for rows in re.findall(r"(?:^\|.+\|\n)+", text, re.MULTILINE) if "`ehzj`" in rows)
    for row in table.splitlines()[2:]:
        typed, titles = row.split(" | ")[:2]
        yield from zip(CODE.findall(typed), titles.split(", "), strict=True)


def examples_of_the_home() -> Iterator[tuple[str, str]]:
    """What it says can be searched for: in a sentence on the search, code, and the note that is linked there."""
    for line in (REPOSITORY / "docs/index.md").read_text("utf-8").splitlines():
        for sentence in re.split(r"(?<=[.!?]) ", line):
            if re.search("찾아|찾을|검색", sentence):
                title = next(iter(LINK.findall(sentence)), "")
                yield from ((query, title) for query in CODE.findall(sentence))


EXAMPLES = sorted({*examples_of_a_readme("README.md"), *examples_of_a_readme("README.ko.md"), *examples_of_the_home()})


@pytest.fixture
def home(page: Page, site: str) -> Page:
    page.goto(site)
    return page


def test_both_readmes_give_the_same_examples() -> None:
    assert [*examples_of_a_readme("README.md")] == [*examples_of_a_readme("README.ko.md")]
    assert len(EXAMPLES) > 10


@pytest.mark.parametrize(("query", "title"), EXAMPLES)
def test_what_is_given_as_an_example_finds_its_note(home: Page, query: str, title: str) -> None:
    search(home, query)
    first = home.locator(ROW).first.locator("h1")
    if title:
        expect(first).to_have_text(title)
    else:
        expect(first).not_to_have_text("홈")
    home.locator(RESULT).first.click()

    expect(home.locator(f"{ARTICLE} mark[data-md-highlight]").first).to_be_attached()


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("IPS는", "/network/IPS/"),
        ("127.0.0.1", "바인드 주소와 0.0.0.0"),
        ("이미지 용량 줄이기", "/docker/도커파일 잘 쓰기/"),
        ("포트 포워딩 하는 법", "/glossary/포트 포워딩/"),
        ("커밋취소", "/vcs/Git 되돌리기 총정리/"),
        ("docker: command not found", "/learn/설치하고 따라 하기/"),
        ('커밋: 되돌리는 "방법"', "/vcs/Git 되돌리기 총정리/"),
    ],
)
def test_a_query_leads_to_the_note(home: Page, query: str, note: str) -> None:
    search(home, query)

    expect_first_result(home, note)


def test_no_note_is_hidden(home: Page) -> None:
    search(home, "롤백")
    folder = REPOSITORY / "docs"
    notes = [file for file in folder.rglob("*.md") if "롤백" in file.read_text("utf-8")]

    expect(home.locator(STATUS)).to_have_text(f"노트 {len(notes)}개를 찾았습니다")
    expect(home.locator(ROW)).to_have_count(len(notes))


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
