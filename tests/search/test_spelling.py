"""spelling.js and sound.js: which words are nearly the same."""

from __future__ import annotations

import pytest

from macros.search.jamo import jamo
from tests.search.conftest import Call


@pytest.mark.parametrize(
    ("one", "other", "most", "apart"),
    [
        ("ㅋㅓ", "ㅋㅓ", 1, 0),
        ("ㅐㅅ", "ㅔㅅ", 1, 0.4),
        ("abcd", "abdc", 1, 1),
        ("abcd", "abd", 1, 1),
        ("abc", "xyz", 1, None),
    ],
)
def test_how_far_words_are_apart(call: Call, one: str, other: str, most: int, apart: float | None) -> None:
    assert call("spelling", "distance", one, other, most) == apart  # Infinity is null in JSON


@pytest.mark.parametrize(("one", "other"), [("캐쉬", "캐시"), ("쥬스", "주스"), ("첵", "체크"), ("탑", "톱")])
def test_loan_words_have_several_spellings(call: Call, one: str, other: str) -> None:
    assert call("spelling", "loan", jamo(one)) == call("spelling", "loan", jamo(other))


@pytest.mark.parametrize(
    ("korean", "latin"),
    [("플라스크", "flask"), ("엔진엑스", "nginx"), ("수리카타", "suricata"), ("제이슨", "json")],
)
def test_a_loan_word_sounds_like_its_original(call: Call, korean: str, latin: str) -> None:
    assert call("sound", "sound", korean)["consonants"] == call("sound", "sound", latin)["consonants"]


@pytest.mark.parametrize(("korean", "latin"), [("깃털", "ctrl"), ("포도주", "fetch"), ("웹툰", "python")])
def test_other_words_do_not(call: Call, korean: str, latin: str) -> None:
    assert call("sound", "sound", korean) != call("sound", "sound", latin)
