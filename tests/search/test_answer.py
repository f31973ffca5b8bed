"""A query in, notes out: the worker's modules together, on an index that Python made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.search.conftest import Call, WriteIndex

NOTES = {
    "도커 입문": ("docker", "<p>도커는 컨테이너를 다루는 도구다. 포트를 여는 방법은 <code>--publish</code>다.</p>"),
    "쿠버네티스": ("cube control", "<p>컨테이너오케스트레이션을 한다. 폰트가 깜빡인다.</p>"),
    "정규식": ("regex", "<p>역추적이 많으면 느려진다. <code>\\d+</code></p>"),
    "웹폰트 줄이기": ("subset", "<p>한글 글꼴의 용량을 줄이는 방법.</p>"),
    "재시작": ("CrashLoopBackOff", "<p>flask와 suricata를 되살린다. 늘리기와 줄이기. 네임스페이스와 헬스체크.</p>"),
    "Git 되돌리기": ("git", "<p>커밋을 되돌린다.</p><h2 id='r'>reset</h2><p>git reset --hard</p>"),
}


def rows() -> Iterator[tuple[str, str, str]]:
    """The rows of the table beside this file: query, note, what was searched for instead."""
    for line in Path(__file__).with_name("queries.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            query, note, instead = (*(cell.strip() for cell in line.split("|")), "")[:3]
            yield query, note, instead


@pytest.fixture(scope="module")
def index(write_index: WriteIndex) -> Path:
    return write_index(NOTES)


@pytest.mark.parametrize(("query", "note", "instead"), [*rows()])
def test_a_query_finds_its_note(call: Call, index: Path, query: str, note: str, instead: str) -> None:
    answer = call("answer", "answer", query, index=index)

    assert [group[0]["location"] for group in answer["items"]][:1] == ([] if note == "-" else [f"{note}/"])
    assert (answer["told"] or {"as": ""})["as"] == instead


def test_a_section_is_shown_below_its_note(call: Call, index: Path) -> None:
    (group, *_) = call("answer", "answer", "reset", index=index)["items"]

    assert [item["location"] for item in group] == ["Git 되돌리기/", "Git 되돌리기/#r"]
    assert group[1]["title"] == "<mark data-md-highlight>reset</mark>"
    assert group[1]["text"] == "git <mark data-md-highlight>reset</mark> --hard"


def test_where_nothing_is_found_notes_of_similar_names_are_offered(call: Call, index: Path) -> None:
    offered = call("correct", "nearest", "쿠베르네떼쓰으", index=index)

    assert offered[0] == {"title": "쿠버네티스", "location": "쿠버네티스/"}


@pytest.mark.parametrize(
    ("query", "fewer"), [("쥬키퍼 정규식 방법", ["정규식"]), ("도커김치찌개", ["도커"]), ("아이스크림", [])]
)
def test_where_nothing_is_found_shorter_queries_are_offered(
    call: Call, index: Path, query: str, fewer: list[str]
) -> None:
    assert call("correct", "fewer", query, index=index) == fewer


def test_what_is_shown_is_escaped(call: Call, write_index: WriteIndex) -> None:
    index = write_index({"<b>도커": ("", "<p>도커 &lt;script&gt;alert(1)&lt;/script&gt;</p>")})
    ((item, *_), *_) = call("answer", "answer", "도커", index=index)["items"]

    assert item["title"] == "&#60;b&#62;<mark data-md-highlight>도커</mark>"
    assert item["text"] == "<mark data-md-highlight>도커</mark> &#60;script&#62;alert(1)&#60;/script&#62;"


def test_each_note_has_its_own_text_wherever_it_is_kept(call: Call, write_index: WriteIndex) -> None:
    notes = {f"글 {number}": (f"이름{number}", f"<p>{'낱말 ' * 400}{number}번째</p>") for number in range(40)}
    index = write_index(notes)

    assert len([*index.glob("texts-*.txt")]) > 2
    for number in (0, 7, 23, 39):
        ((item, *_), *_) = call("answer", "answer", f"이름{number}", index=index)["items"]
        assert item["location"] == f"글 {number}/"
