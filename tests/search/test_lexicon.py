"""The lexicon: developers' terms find each other in Korean and English, and harm no vault about something else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.search.lexicon import Lexicon, shipped
from tests.search.conftest import Call, WriteIndex


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """The rows of a table beside this file."""
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(cell.strip() for cell in line.split("|"))


def found(call: Call, index: Path, query: str) -> list[str]:
    """The titles of the notes that a query finds, in their order."""
    return [item["location"].rstrip("/") for item, *_ in call("answer", "answer", query, index=index)["items"]]


@pytest.fixture(scope="module")
def terms(write_index: WriteIndex) -> Path:
    return write_index({f"글 {at}": ("", f"<p>{text}.</p>") for at, (text, _) in enumerate(rows("synonyms.txt"))})


@pytest.mark.parametrize(("at", "query"), [(at, query) for at, (_, query) in enumerate(rows("synonyms.txt"))])
def test_a_term_is_found_by_what_else_it_is_called(call: Call, terms: Path, at: int, query: str) -> None:
    assert f"글 {at}" in found(call, terms, query)[:5]


EVERYDAY = [(*note.partition(":")[::2], query) for note, query in rows("everyday.txt")]


def test_a_vault_about_something_else_answers_as_without(call: Call, write_index: WriteIndex) -> None:
    notes = {title: ("", f"<p>{text}</p>") for title, text, _ in EVERYDAY}
    given, without = write_index(notes), write_index(notes, with_lexicon=False)
    asked = [
        *(query for *_, query in EVERYDAY),
        "나무",
        "가지 볶기",
        "bus",
        "tree",
        "wait",
        "port",
        "shell",
        "배",
        "관",
    ]

    for query in asked:
        assert found(call, given, query)[:3] == found(call, without, query)[:3], query


@pytest.mark.parametrize(
    "query",
    [
        *(
            "readiness probe",
            "Readiness Probes",
            "readinessProbe",
            "readiness-probe",
            "readiness probe가",
            "readiness pro",
        ),
        *("준비성 검사", "준비성검사를", "준비성 프로브에서"),
    ],
)
def test_however_a_term_is_typed(call: Call, write_index: WriteIndex, query: str) -> None:
    index = write_index(
        {"글": ("", "<p>레디니스 프로브를 단다.</p>"), "다른 글": ("", "<p>준비를 하고 검사를 받는다.</p>")}
    )

    assert found(call, index, query)[0] == "글"


def test_who_says_it_literally_comes_first(call: Call, write_index: WriteIndex) -> None:
    notes = {
        "교착 상태": ("", "<h2 id='a'>교착 상태</h2><p>교착 상태란</p>"),
        "글": ("", f"<p>{'낱말 ' * 200} deadlock</p>"),
    }

    assert found(call, write_index(notes), "deadlock") == ["글", "교착 상태"]
    assert found(call, write_index(notes), "교착 상태")[0] == "교착 상태"


def test_words_of_a_query_may_be_said_in_different_ways(call: Call, write_index: WriteIndex) -> None:
    index = write_index(
        {f"글 {at}": ("", "<p>deadlock</p>") for at in range(40)} | {"말": ("", "<p>교착 상태, 커밋</p>")}
    )

    assert found(call, index, "deadlock commit")[0] == "말"


def test_what_is_found_by_another_name_is_marked(call: Call, write_index: WriteIndex) -> None:
    index = write_index({"글": ("", "<p>교착 상태에 빠진다.</p>")})
    (((item, *_), *_),) = (call("answer", "answer", "deadlock", index=index)["items"],)

    assert item["text"] == "<mark data-md-highlight>교착 상태</mark>에 빠진다."


def test_the_glossary_of_a_vault_wins(call: Call, write_index: WriteIndex) -> None:
    notes = {"PR": ("홍보", "<p>알린다.</p>"), "글": ("", "<p>풀 리퀘스트를 연다.</p>")}

    assert found(call, write_index(notes), "PR") == ["PR"]
    assert found(call, write_index(notes), "pull request") == ["글"]
    assert found(call, write_index({"PR": ("pull request", "<p>연다.</p>")}), "풀 리퀘스트") == ["PR"]
    assert found(call, write_index({"쿠버네티스": ("큐브", "<p>띄운다.</p>")}), "kubernetes") == ["쿠버네티스"]


def test_what_a_vault_does_not_say_costs_nothing(write_index: WriteIndex) -> None:
    notes = {"글": ("", "<p>배추를 절인다.</p>")}
    given, without = (
        {file.name: file.read_text("utf-8") for file in write_index(notes, with_lexicon=given).iterdir()}
        for given in (True, False)
    )

    assert given == without


def test_no_form_is_an_everyday_word_or_in_two_sets() -> None:
    keys = [key for term in shipped().terms for key in {form.key for form in term}]
    everyday = (
        "가지 나무 대기 관 실 창 키 잠금 열쇠 항구 지점 구름 그림 껍데기 더미 벌레 인수 재정 그래 불린 커서 팟 사스"
    )
    english = "was rest acid ca it or in as is am go so be we tree port bus pipe image wait"

    assert len(keys) == len(set(keys))
    assert not {*everyday.split(), *english.split()}.intersection(keys)
    assert all(len(term) > 1 for term in shipped().terms)


def test_the_stem_of_a_form_is_no_other_word() -> None:
    shortened = {form.joined: form.key for term in shipped().terms for form in term if not form.is_phrase}

    assert {form for form, key in shortened.items() if form != key} == {
        *("게이트웨이", "시간초과", "에이피아이", "재시도", "리트라이", "어레이", "넘파이", "인텔리제이", "디플로이"),
        *("인프라", "그라파나", "제로데이", "다익스트라", "시간복잡도", "패스트에이피아이"),
    }


def test_a_lexicon_is_a_list_of_sets() -> None:
    lexicon = Lexicon.read(["# 주석", "", "C++ = 씨플플", "교착 상태 = deadlock"])

    assert [[str(form) for form in term] for term in lexicon.terms] == [["c++", "씨플플"], ["교착 상태", "deadlock"]]
    assert lexicon.synonyms(["씨플플", "deadlocks"], {}) == {"c++": ("씨플플",), "교착상태": ("deadlocks",)}
