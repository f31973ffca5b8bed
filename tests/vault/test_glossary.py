"""Terms in running text, in every form that Korean gives them."""

from __future__ import annotations

import pytest

from tests.vaults import vault

TERMS = vault(
    "glossary/IPS.md: ---\naliases: [침입 차단 시스템]\nsummary: 공격을 막는 장치\n---\n글",
    "glossary/컨테이너.md: ---\naliases: [container]\nsummary: 격리된 프로세스\n---\n글",
    "glossary/도커.md: ---\naliases: [Docker]\nsummary: 컨테이너 도구\n---\n글",
    "glossary/도커 허브.md: ---\nsummary: 이미지 창고\n---\n글",
    "glossary/REST.md: ---\nsummary: 약속\n---\n글",
    "glossary/셸.md: ---\nsummary: 껍데기\n---\n글",
    "C++.md: ---\nglossary: true\nsummary: 언어\n---\n글",
    "glossary/풀이 없음.md: 글",
    "보통.md: ---\nsummary: 용어가 아니다\n---\n글",
).glossary


def found(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in TERMS.find(text)]


PARTICLES = """
은 는 이 가 을 를 의 에 에서 에게 로 으로 로서 으로써 와 과 하고 이랑 도 만 까지 부터 마다 조차 마저 밖에
처럼 만큼 보다 에서는 에서도 까지도 들 들은 들이 들을 들의 들에서 으로만 에서의 만의 이다 입니다 이에요
예요 였다 이었다 인 인데 이라면 이지만 이니까 이라는 이란 라고 이라고 이며 이고 이나 나 이든 라도 이라도
뿐 뿐이 대로 부터는 로부터 에게서
""".split()


@pytest.mark.parametrize("particle", ["", *PARTICLES])
@pytest.mark.parametrize("term", ["IPS", "컨테이너", "Docker", "침입 차단 시스템"])
def test_a_term_is_seen_through_its_particle(term: str, particle: str) -> None:
    assert found(f"이 {term}{particle} 본다.") == [term]


@pytest.mark.parametrize(
    "text",
    [
        "IPSec 프로토콜",
        "VIPS",
        "컨테이너화",
        "컨테이너선",
        "탈컨테이너",
        "도커파일",
        "Dockerfile",
        "docker.io",
        "docker-compose",
        "hub.docker",
        "my_docker",
        "$DOCKER",
        "/docker",
        "the rest of it",
        "셸프",
        "풀이 없음",
        "보통",
        "IPS는다",
        "Docker를Docker",
    ],
)
def test_what_only_begins_like_a_term_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("docker와 DOCKER", ["docker", "DOCKER"]),
        ("도커 허브에서 도커를", ["도커 허브", "도커"]),
        ("(도커)는 '컨테이너'를", ["도커", "컨테이너"]),
        ("도커/컨테이너", ["도커", "컨테이너"]),
        ("REST와 셸은", ["REST", "셸"]),
        ("C++로 쓴다", ["C++"]),
        ("İ 도커는", ["도커"]),
        ("도커, 도커.", ["도커", "도커"]),
    ],
)
def test_each_term_is_found_where_it_stands(text: str, terms: list[str]) -> None:
    assert found(text) == terms
