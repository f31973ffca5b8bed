"""letters.js: Hangul apart and together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.search.jamo import jamo
from tests.search.conftest import Call

HANGUL = st.text(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")), min_size=1)


@given(HANGUL)
@settings(max_examples=200)
def test_python_and_the_worker_take_syllables_apart_alike(call: Call, word: str) -> None:
    assert call("letters", "jamo", word) == jamo(word)


@pytest.mark.parametrize(("word", "letters"), [("ㅘ", "ㅗㅏ"), ("ㄳ", "ㄱㅅ"), ("ㅄ", "ㅂㅅ"), ("k8s", "k8s")])
def test_other_letters(call: Call, word: str, letters: str) -> None:
    assert call("letters", "jamo", word) == letters


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ehzj", "도커"),
        ("햣", "git"),
        ("ㅓㅈㅅ", "jwt"),
        ("RkR", "깎"),
        ("ekfrqhRdma", "닭볶음"),
        ("rkRt", "갂ㅅ"),
        ("도커!", ""),
        ("123", ""),
    ],
)
def test_the_other_keyboard(call: Call, typed: str, meant: str) -> None:
    assert call("letters", "otherKeyboard", typed) == meant


@pytest.mark.parametrize("word", ["쿠버네티스", "과학", "값이", "의미", "닭고기", "없애", "ㅋㅋ"])
def test_what_is_typed_on_the_other_keyboard_comes_back(call: Call, word: str) -> None:
    assert call("letters", "otherKeyboard", call("letters", "otherKeyboard", word)) == word


@pytest.mark.parametrize(("word", "letters"), [("도커", "ㄷㅋ"), ("깃 허브", "ㄱ ㅎㅂ"), ("값", "ㄱ")])
def test_initial_consonants(call: Call, word: str, letters: str) -> None:
    assert call("letters", "initials", word) == letters


@pytest.mark.parametrize(("word", "bare"), [("스테이집", "스테이지"), ("닭", "다"), ("도커", None), ("git", None)])
def test_without_the_last_consonant(call: Call, word: str, bare: str | None) -> None:
    assert call("letters", "withoutFinal", word) == bare


def test_folded_text_is_composed_narrow_and_small_but_letters_stay_apart(call: Call) -> None:
    assert call("letters", "fold", "ＣＯＲＳ　ㄷㅋ 각") == "cors ㄷㅋ 각"
