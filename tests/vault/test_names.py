import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.vault.names import fold, fold_heading, slugify, unique


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("도커", unicodedata.normalize("NFD", "도커")),
        ("Docker Compose", "docker  compose"),
        ("스크린샷 오전\u00a09.26", "스크린샷 오전 9.26"),
        ("Straße", "STRASSE"),
    ],
)
def test_spellings_of_one_name_are_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_names_stay_different() -> None:
    assert len({fold(name) for name in ("도커", "도거", "도커 2", "docker", "C", "C++", "C#")}) == 7


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name) == fold(unicodedata.normalize("NFD", name))


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("도커의 역사 요약", "도커의-역사-요약"),
        ("컨테이너란 무엇인가?", "컨테이너란-무엇인가"),
        ("1. CI/CD (v2)", "1-cicd-v2"),
        ("snake_case", "snake_case"),
        ("🚀", "section"),
    ],
)
def test_slug(text: str, slug: str) -> None:
    assert slugify(text) == slug
    assert slugify(unicodedata.normalize("NFD", text)) == slug


def test_repeated_slugs_are_numbered_and_never_collide() -> None:
    assert list(unique(["a", "a", "a_1", "a"])) == ["a", "a_1", "a_1_1", "a_2"]


def test_punctuation_does_not_count_in_headings() -> None:
    assert fold_heading("CI/CD (v2)") == fold_heading("ci cd v2")
    assert fold_heading("???") == "???"
