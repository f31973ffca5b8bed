"""An error line finds its note, whatever ids, paths, names and numbers it has."""

from __future__ import annotations

import random
import re
from html import escape
from pathlib import Path

import pytest

from tests.search.conftest import Call, WriteIndex
from tests.search.disturbed import disturbed

LINES = [
    line
    for line in Path(__file__).with_name("errors.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
WORDS = sorted({word for line in LINES for word in re.findall(r"[A-Za-z]{3,}", line)})


def talk(dice: random.Random) -> str:
    """A note about other things, in which words of the lines stand in another order."""
    parts = (" ".join(dice.sample(WORDS, 60)) for _ in range(6))
    return "".join(f"<h2 id='{at}'>절</h2><p>{part}.</p>" for at, part in enumerate(parts))


@pytest.fixture(scope="module")
def index(write_index: WriteIndex) -> Path:
    notes = {
        f"글 {at}": ("", f"<p>이렇게 나온다.</p><pre>$ run\n{escape(line)}</pre>") for at, line in enumerate(LINES)
    }
    dice = random.Random(1)  # noqa: S311
    return write_index(notes | {f"이야기 {at}": ("", talk(dice)) for at in range(40)})


def first(call: Call, index: Path, query: str) -> str:
    items = call("answer", "answer", query, index=index)["items"]
    return items[0][0]["location"].rstrip("/") if items else ""


def test_lines_of_another_machine_find_their_notes(call: Call, index: Path) -> None:
    dice = random.Random(7)  # noqa: S311
    asked = [(at, disturbed(line, dice)) for at, line in enumerate(LINES) for _ in range(2)]
    wrong = [line for at, line in asked if first(call, index, line) != f"글 {at}"]

    assert len(wrong) <= len(asked) * 0.05, "\n".join(wrong)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (
            'docker: Error: Conflict. The name "/web" is in use by "3f2a90cc"',
            "docker error conflict the name is in use by",
        ),
        ("jiwoo@build-7:/srv$ cat: /etc/shadow: Permission denied", "cat permission denied"),
        ("curl: (7) Failed to connect to 10.0.0.5 port 80 after [시간] ms", "curl failed to connect to port after ms"),
        ("re.error: unterminated character set at position 0", "re error unterminated character set at position"),
        (
            "TypeError: Cannot read properties of undefined (reading 'map')",
            "typeerror cannot read properties of undefined reading",
        ),
        ("Couldn't open 'notes.md': it isn't there", "couldn open it isn there"),
        ("E: 패키지 docker-ce를 찾을 수 없습니다", "패키 docker ce 찾을 없습니"),
        ("bash: ./실행.sh: 허가 거부", "bash 허가 거부"),
    ],
)
def test_what_changes_is_taken_out_of_a_line(call: Call, index: Path, typed: str, words: str) -> None:
    assert call("line", "lineOf", typed, index=index) == words.split()


@pytest.mark.parametrize(
    "typed",
    [
        *("git reset --hard", "exit code 137", "set -euo pipefail", "127.0.0.1:8080", "C++", "docker volume"),
        *('커밋: 되돌리는 "방법"', 'Git: 커밋 "되돌리기"', "docker: 이미지가 없다고 나와요"),
        "how to undo a git commit",
        *("도커 이미지 용량 3GB 줄이기", "Python 3.12에서 asyncio 쓰는 법", "포트 8080 여는 방법", "permission denied"),
    ],
)
def test_what_a_reader_asks_is_no_line(call: Call, index: Path, typed: str) -> None:
    assert call("line", "lineOf", typed, index=index) is None


def test_what_varies_in_a_record_is_not_searched(call: Call, write_index: WriteIndex) -> None:
    shown = '<pre>curl: Failed to connect to web port 80 after <span class="kb-varies">[시간]</span> ms</pre>'
    index = write_index({"글": ("", shown)})

    assert first(call, index, "시간") == ""
    assert first(call, index, "curl: Failed to connect to api port 8443 after 2041 ms") == "글"


@pytest.mark.parametrize("line", ["fatal: whale repository sank", "docker: command whale found"])
def test_words_of_a_program_are_read_as_nothing_else(call: Call, write_index: WriteIndex, line: str) -> None:
    """`fatal` is 받으려 on the other keyboard, `command` sounds like 커맨드."""
    notes = {"받으려": ("", "<p>받으려 커맨드</p>"), "노트": ("", "<p>whale repository found</p>")}
    answer = call("answer", "answer", line, index=write_index(notes, with_lexicon=False))

    assert "받으려/" not in [group[0]["location"] for group in answer["items"]]
    assert (answer["told"] or {"kind": "unsaid"})["kind"] == "unsaid"


def test_an_error_is_said_to_be_in_no_note_only_where_none_has_it(call: Call, write_index: WriteIndex) -> None:
    dice, said = random.Random(1), LINES[::2]  # noqa: S311
    notes = {f"글 {at}": ("", f"<pre>$ run\n{escape(line)}</pre>") for at, line in enumerate(said)}
    index = write_index(notes | {f"이야기 {at}": ("", talk(dice)) for at in range(20)})
    answers = [(line, call("answer", "answer", disturbed(line, dice), index=index)) for line in LINES]
    denied = {line for line, answer in answers if (answer["told"] or {}).get("kind") == "unsaid"}

    assert denied.isdisjoint(said)
    assert len(denied) >= len(LINES[1::2]) * 0.9, {*LINES[1::2]} - denied


@pytest.mark.parametrize(
    ("line", "about", "first"),
    [
        ("docker: command not found", "docker", "도커"),
        ("zsh: command not found: docker", "docker", "도커"),
        ("bash: docker: 명령어를 찾을 수 없음", "docker", "도커"),
        ("'docker' is not recognized as an internal or external command", "docker", "도커"),
        ("kubectl: command not found", "kubectl", "파드"),
        ("fatal: not a git repository", "git", "깃"),
        ("ModuleNotFoundError: No module named 'requests'", "", ""),
    ],
)
def test_an_error_that_no_note_has_leads_to_notes_on_what_it_names(
    call: Call, write_index: WriteIndex, line: str, about: str, first: str
) -> None:
    notes = {
        "자가 치유": ("", "<p>docker events, not found</p><h2 id='a'>command</h2><p>found</p>"),
        "도커": ("docker", "<p>컨테이너를 다룬다.</p>"),
        "깃": ("git", "<p>커밋한다.</p>"),
        "파드": ("", "<pre>$ kubectl get pods</pre>"),
    }
    answer = call("answer", "answer", line, index=write_index(notes))

    assert answer["told"] == {"kind": "unsaid", "as": about}
    assert answer["count"] == 0
    assert [group[0]["location"] for group in answer["items"]][:1] == ([f"{first}/"] if first else [])
