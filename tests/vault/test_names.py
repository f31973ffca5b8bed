import re
import unicodedata
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.vault.names import fold, fold_heading, is_reserved_id, slugify, unique


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


@pytest.mark.parametrize(
    "heading", ["Exports", "module", "define", "Process", "kb-backlinks-title", "__x", "d__kb-diagram-1"]
)
def test_the_id_of_a_heading_is_never_a_name_that_the_page_needs(heading: str) -> None:
    assert is_reserved_id(heading.lower())
    assert not is_reserved_id(slugify(heading))


REPOSITORY = Path(__file__).parents[2]
_ALWAYS_THERE = frozenset(
    """BigInt Blob CSS DOMMatrix Element File Float32Array HTMLElement Map MutationObserver Path2D Promise Proxy Reflect
    ResizeObserver Set Symbol arguments atob console document globalThis location navigator performance queueMicrotask
    self this window""".split()
)
"""What every browser has."""
_OF_THE_FUNCTION = frozenset(
    """childText color data definition expansion groupType group item key length macro mathVariant options query
    regexSource replacement result rule strict toParse token type unit useStrictBehavior value way""".split()
)
"""What is a name of the function that asks."""


def test_what_scripts_ask_for_without_knowing_whether_it_is_there_is_reserved() -> None:
    theme = Path(str(import_module("material").__file__)).parent / "templates/assets/javascripts"
    served = REPOSITORY / "overrides/assets"
    files = [*served.rglob("*.js"), *served.rglob("*.mjs"), *theme.glob("bundle.*.js")]
    files = [file for file in files if file.parent.name != "v86"]  # it runs in a worker, where no element has an id
    asked = {
        name for file in files for name in re.findall(r"typeof[ (]+([A-Za-z_$][\w$]{2,})", file.read_text("utf-8"))
    }

    assert {"exports", "define"} <= asked
    assert sorted(name for name in asked - _ALWAYS_THERE - _OF_THE_FUNCTION if not is_reserved_id(name)) == []
