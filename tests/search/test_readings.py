"""As what a query is read, which notes are counted, and which of them is first."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.search.article import sections
from macros.search.document import document_of, summarized
from macros.search.index import files
from tests.search.conftest import Call, WriteIndex

NOTES = {
    "홈": ("home", "<p><code>ㄷㅋ</code>, <code>ehzj</code>, <code>햣</code>처럼 쳐도 찾는다. 설치한다.</p>"),
    "도커": ("docker", "<p>컨테이너를 다루는 도구다. 이미지를 만든다.</p>"),
    "깃": ("git", "<p>커밋한다.</p><pre>git log --oneline</pre>"),
    "포트": ("port", "<p>프로그램의 번호다.</p>"),
    "방화벽": ("firewall", "<p>포트를 여는 일을 막는다.</p>"),
    "이미지": ("image", "<p>층으로 쌓은 묶음이다. 도커가 만든다.</p>"),
    "장부": ("", "<p>도커의 자원 사용량을 적고, 이미지를 센다.</p>"),
    "블로그": ("", "<p>방문 로그를 본다. 로그인한다.</p>"),
    "도커 설치하기": ("", "<p>저장소를 더하고 설치한다.</p>"),
}


@pytest.fixture(scope="module")
def index(write_index: WriteIndex) -> Path:
    return write_index(NOTES, with_lexicon=False)


@pytest.mark.parametrize(
    ("query", "first", "told"),
    [
        ("ㄷㅋ", "도커", ("read", "도커")),
        ("ehzj", "도커", ("read", "도커")),
        ("햣", "깃", ("read", "git")),
        ("ㄷㅋ 이미지", "도커", ("read", "도커 이미지")),
        ("ehzj 이미지", "도커", ("read", "도커 이미지")),
        ("home", "홈", None),
        ("port", "포트", None),
        ("ㅇㅁㅈ", "이미지", ("read", "이미지")),
        ("클래스", None, None),
        ("깃 로그", "깃", ("also", "git, log")),
        ("포트 여는 법", "포트", None),
        ("도커 설치", "도커 설치하기", None),
    ],
)
def test_which_note_is_first(
    call: Call, index: Path, query: str, first: str | None, told: tuple[str, str] | None
) -> None:
    answer = call("answer", "answer", query, index=index)

    assert [group[0]["location"] for group in answer["items"]][:1] == ([f"{first}/"] if first else [])
    assert answer["told"] == (dict(zip(("kind", "as"), told, strict=True)) if told else None)


def test_what_stands_literally_is_found_behind_what_was_meant(call: Call, index: Path) -> None:
    found = [group[0]["location"] for group in call("answer", "answer", "ehzj", index=index)["items"]]

    assert found[0] == "도커/"
    assert "홈/" in found


def test_notes_are_counted_and_those_with_some_of_the_words_apart(call: Call, write_index: WriteIndex) -> None:
    index = write_index({f"글 {number}": ("", f"<p>고래 {'바다' * (number < 3)}</p>") for number in range(24)})
    steps = [call("answer", "answer", "고래 바다", at, index=index) for at in (0, 10, 20)]
    found = [group[0]["location"] for step in steps for group in step["items"]]

    assert [(step["count"], step["partly"], step["left"]) for step in steps] == [(3, 21, 14), (3, 21, 4), (3, 21, 0)]
    assert found[:3] == ["글 0/", "글 1/", "글 2/"]
    assert len({*found}) == 24
    assert [group[0]["missing"] for group in steps[0]["items"]] == [[]] * 3 + [["바다"]] * 7


def test_the_texts_of_few_files_are_read_for_the_first_notes(call: Call, write_index: WriteIndex) -> None:
    index = write_index({f"글 {number}": ("", f"<p>고래 {'낱말 ' * 3000}</p>") for number in range(12)})
    first = call("answer", "answer", "고래", index=index)
    rest = call("answer", "answer", "고래", len(first["items"]), index=index)

    assert (len(first["items"]), first["count"], len(rest["items"]), rest["left"]) == (3, 12, 9, 0)


def test_a_summary_is_searched_and_shown(call: Call, tmp_path: Path) -> None:
    texts = {"가": "<p>추상 클래스에 대하여, 추상이다.</p>", "나": "<p>글</p>"}
    documents = [document_of(f"{name}.md", name, (), (), sections(html), term=False) for name, html in texts.items()]
    documents[1] = summarized(documents[1], "자바 추상 클래스")
    for name, text in files(documents, {"가.md": "a/", "나.md": "b/"}, None):
        (tmp_path / name).write_text(text, "utf-8")
    (((first, *_), *_), *_) = (call("answer", "answer", "자바 추상 클래스", index=tmp_path)["items"],)

    assert first["location"] == "b/"
    assert first["text"] == " ".join(f"<mark data-md-highlight>{word}</mark>" for word in ("자바", "추상", "클래스"))
    assert first["marks"] == ["자바", "추상", "클래스"]


@pytest.mark.parametrize("query", ["붕어빵", "떡볶이", "giraffe", "코스모스", "ㅁㅇㄹㅎ", "asdfgh"])
def test_nonsense_is_like_no_note(call: Call, index: Path, query: str) -> None:
    assert call("answer", "answer", query, index=index)["items"] == []
    assert call("correct", "nearest", query, index=index) == []


@pytest.mark.parametrize(
    ("korean", "latin", "spelled"),
    [
        ("로그", "log", True),
        ("로그", "lock", False),
        ("깃", "git", True),
        ("캐시", "cache", True),
        ("클론", "clone", True),
        ("웹", "web", True),
        ("포트", "image", False),
    ],
)
def test_how_a_short_loan_word_is_written(
    call: Call, write_index: WriteIndex, korean: str, latin: str, *, spelled: bool
) -> None:
    notes = {"가": ("", f"<p>{korean} 쓴다.</p>"), latin: ("", "<p>글</p>")}
    index = write_index(notes, with_lexicon=False)
    answer = call("answer", "answer", korean, index=index)

    assert answer["told"] == ({"kind": "also", "as": latin} if spelled else None)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("하이라이트", "highlight", True),
        ("클래스", "cross", False),
        ("클래스", "class", True),
        ("롤백", "rollback", True),
    ],
)
def test_r_and_l_are_told_apart_where_korean_does(call: Call, one: str, other: str, *, alike: bool) -> None:
    heard = [call("sound", "sound", word) for word in (one, other)]

    assert call("sound", "areAlike", *heard) is alike
