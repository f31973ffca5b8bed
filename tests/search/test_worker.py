"""The worker's own functions, in the JavaScript engine that comes with the browser's driver."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright._impl._driver import compute_driver_executable

from macros.search.article import sections
from macros.search.index import files
from macros.search.jamo import jamo
from macros.search.share import share
from tests.conftest import REPOSITORY

WORKER = REPOSITORY / "overrides/assets/kb/kb-search-worker.js"
NOTES = {
    "도커 입문": ("docker", "<p>도커는 컨테이너를 다루는 도구다. 포트를 여는 방법은 <code>--publish</code>다.</p>"),
    "쿠버네티스": ("cube control", "<p>컨테이너오케스트레이션을 한다. 폰트가 깜빡인다.</p>"),
    "정규식": ("regex", "<p>역추적이 많으면 느려진다. <code>\\d+</code></p>"),
    "웹폰트 줄이기": ("subset", "<p>한글 글꼴의 용량을 줄이는 방법.</p>"),
    "재시작": ("CrashLoopBackOff", "<p>flask를 되살린다. 늘리기와 줄이기. 네임스페이스와 헬스체크.</p>"),
    "Git 되돌리기": ("git", "<p>커밋을 되돌린다.</p><h2 id='r'>reset</h2><p>git reset --hard</p>"),
}


def node(script: str) -> Any:
    program, *_ = compute_driver_executable()
    done = subprocess.run([program, "-e", script], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def call(function: str, *arguments: object) -> Any:
    given = ", ".join(json.dumps(argument) for argument in arguments)
    return node(f"const w = require({json.dumps(str(WORKER))}); console.log(JSON.stringify(w.{function}({given})))")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    shares = [share(f"{t}.md", t, (), (a,), sections(html), term=True) for t, (a, html) in NOTES.items()]
    for name, text in files(shares, {f"{title}.md": f"{title}/" for title in NOTES}):
        (folder / name).write_text(text, "utf-8")
    return folder


def found(index: Path, query: str) -> tuple[list[str], str]:
    """The addresses of the notes that a query finds, and what was searched for instead."""
    answer = node(f"""
        const w = require({json.dumps(str(WORKER))}), fs = require("fs");
        const read = async (name) => fs.readFileSync({json.dumps(str(index))} + "/" + name, "utf8");
        new w.Index(read).open().then((index) => w.search(index, {json.dumps(query)}))
            .then((answer) => console.log(JSON.stringify(answer)));
    """)
    return [group[0]["location"] for group in answer["items"]], answer["corrected"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ehzj", "도커"), ("햣", "git"), ("ㅓㅈㅅ", "jwt"), ("RkR", "깎"), ("도커!", ""), ("123", "")],
)
def test_the_other_keyboard(typed: str, meant: str) -> None:
    assert call("otherKeyboard", typed) == meant


@pytest.mark.parametrize(("word", "letters"), [("도커", "ㄷㅋ"), ("깃 허브", "ㄱ ㅎㅂ")])
def test_initial_consonants(word: str, letters: str) -> None:
    assert call("initials", word) == letters


@pytest.mark.parametrize("word", ["쿠버네티스", "과학", "값을", "의미", "닭볶음", "ㅘ", "k8s"])
def test_python_and_the_worker_take_words_apart_alike(word: str) -> None:
    assert call("jamo", word) == (jamo(word) if word != "ㅘ" else "ㅗㅏ")


@pytest.mark.parametrize("word", ["쿠버네티스", "과학", "값이", "의미", "닭볶음", "없애", "ㅋㅋ", "갂ㅅ"])
def test_letters_are_put_together_as_they_were_taken_apart(word: str) -> None:
    assert call("compose", jamo(word)) == word


@pytest.mark.parametrize(
    ("korean", "latin"),
    [("플라스크", "flask"), ("엔진엑스", "nginx"), ("수리카타", "suricata"), ("제이슨", "json")],
)
def test_a_loan_word_sounds_like_its_original(korean: str, latin: str) -> None:
    assert call("sound", korean)["consonants"] == call("sound", latin)["consonants"]


@pytest.mark.parametrize(("korean", "latin"), [("깃털", "ctrl"), ("포도주", "fetch"), ("웹툰", "python")])
def test_other_words_do_not(korean: str, latin: str) -> None:
    assert call("sound", korean) != call("sound", latin)


@pytest.mark.parametrize(
    ("one", "other", "most", "apart"),
    [("ㅋㅓ", "ㅋㅓ", 1, 0), ("ㅐㅅ", "ㅔㅅ", 1, 0.4), ("abcd", "abdc", 1, 1), ("abc", "xyz", 1, None)],
)
def test_how_far_words_are_apart(one: str, other: str, most: int, apart: float | None) -> None:
    assert call("distance", one, other, most) == apart  # Infinity is null in JSON


@pytest.mark.parametrize(
    ("query", "first", "corrected"),
    [
        ("도커", "도커 입문/", ""),
        ("도커에서", "도커 입문/", ""),
        ("Docker를", "도커 입문/", ""),
        ("쿠버넽", "쿠버네티스/", ""),
        ("오케스트레이션", "쿠버네티스/", ""),
        ("웹 폰트", "웹폰트 줄이기/", ""),
        ("깜빡여요", "쿠버네티스/", ""),
        ("글꼴용랴", "웹폰트 줄이기/", "글꼴 용랴"),
        ("훅을", None, ""),
        ("쥬키퍼", None, ""),
        ("\\d+", "정규식/", ""),
        ("--publish", "도커 입문/", ""),
        ("git reset --hard", "Git 되돌리기/", ""),
        ("ㅋㅂㄴㅌㅅ", "쿠버네티스/", "쿠버네티스"),
        ("ehzj", "도커 입문/", "도커"),
        ("ehzjfmf", "도커 입문/", "도커를"),
        ("쿠버네티즈", "쿠버네티스/", "쿠버네티스"),
        ("콘테이너", "도커 입문/", "컨테이너"),
        ("글꼴용량줄이는방법", "웹폰트 줄이기/", "글꼴 용량 줄이는 방법"),
        ("cube control", "쿠버네티스/", ""),
        ("backoff", "재시작/", ""),
        ("플라스크", "재시작/", "flask"),
        ("늘렸다가", "재시작/", ""),
        ("네임스페이쓰", "재시작/", "네임스페이스"),
        ("헬스첵", "재시작/", ""),
        ("웹폰트 줄이길", "웹폰트 줄이기/", ""),
        ("ㅋㅌㅇㄴ ㄷㄱ", "도커 입문/", "컨테이너 도구"),
        ("정규식 하는 방법", "정규식/", ""),
        ("ＤＯＣＫＥＲ", "도커 입문/", ""),
        ("아이스크림", None, ""),
        ("축구 중계", None, ""),
        ("ㅋㅋㅋㅋ", None, ""),
        ("'\"<>", None, ""),
    ],
)
def test_a_query_finds_its_note(index: Path, query: str, first: str | None, corrected: str) -> None:
    notes, instead = found(index, query)

    assert notes[:1] == ([first] if first else [])
    assert instead == corrected


def test_what_is_shown_is_escaped(tmp_path: Path) -> None:
    shares = [
        share(
            "x.md", "<b>도커", ("<i>",), (), sections("<p>도커 &lt;script&gt;alert(1)&lt;/script&gt;</p>"), term=False
        )
    ]
    for name, text in files(shares, {"x.md": "x/"}):
        (tmp_path / name).write_text(text, "utf-8")
    script = f"""
        const w = require({json.dumps(str(WORKER))}), fs = require("fs");
        const read = async (name) => fs.readFileSync({json.dumps(str(tmp_path))} + "/" + name, "utf8");
        new w.Index(read).open().then((index) => w.search(index, "도커"))
            .then((answer) => console.log(JSON.stringify(answer.items[0][0])));
    """
    item = node(script)

    assert item["title"] == "&#60;b&#62;<mark data-md-highlight>도커</mark>"
    assert "<script" not in item["text"]
    assert item["tags"] == ["&#60;i&#62;"]
