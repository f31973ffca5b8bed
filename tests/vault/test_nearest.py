import unicodedata

import pytest

from macros.vault.nearest import KnownNames, nearest
from tests.vaults import vault

KNOWN = KnownNames(
    (
        "도커, 도커 컴포즈, 도커의 역사, 쿠버네티스, 컨테이너, 컨테이너의 진화, 컨테이너 런타임, 값, 가상 머신, API, "
        "네임스페이스와 cgroup, 레지스트리, 리포지토리, 이미지 레이어, 방화벽, 리버스 프록시, 정규식, 하이퍼바이저, "
        "회의 2, 회의 3, 왜 파이썬인가, Git 브랜치, Docker, Dockerfile, docker-compose, Kubernetes, kubectl, "
        "kube-proxy, etcd, CI/CD, Podman, PaaS, SaaS, 오버레이 파일 시스템"
    ).split(", ")
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("도거", "도커"),
        ("돜커", "도커"),
        ("도커 콤포즈", "도커 컴포즈"),
        ("도커컴포즈", "도커 컴포즈"),
        ("쿠버네티즈", "쿠버네티스"),
        ("쿠베네티스", "쿠버네티스"),
        ("컨테이나", "컨테이너"),
        ("컨테이너릐 진화", "컨테이너의 진화"),
        ("컨테이너런타임", "컨테이너 런타임"),
        ("가상머신", "가상 머신"),
        ("하이퍼바이져", "하이퍼바이저"),
        ("네임스페이스와 c그룹", "네임스페이스와 cgroup"),
        ("레지스터리", "레지스트리"),
        ("레포지토리", "리포지토리"),
        ("이미지레이어", "이미지 레이어"),
        ("방화벅", "방화벽"),
        ("정규 식", "정규식"),
        ("오버레이 화일 시스템", "오버레이 파일 시스템"),
        ("왜 파이선인가", "왜 파이썬인가"),
        ("Git 브렌치", "Git 브랜치"),
        ("Dokcer", "Docker"),
        ("docker compose", "docker-compose"),
        ("Kuberentes", "Kubernetes"),
        ("kubctl", "kubectl"),
        ("ectd", "etcd"),
        ("CICD", "CI/CD"),
        ("PODMANN", "Podman"),
    ],
)
def test_a_slip_is_near_to_what_was_meant(written: str, meant: str) -> None:
    assert KNOWN.nearest(written, 1) == (meant,)
    assert KNOWN.nearest(unicodedata.normalize("NFD", written), 1) == (meant,)


@pytest.mark.parametrize(
    "written", ["전혀 다른 것", "갑", "파이썬", "그림.png", "제텔카스텐 메모법", "", "x" * 500, "🐳"]
)
def test_another_word_is_near_to_none(written: str) -> None:
    assert KNOWN.nearest(written) == ()


def test_the_nearest_come_first_and_of_equals_the_one_known_first() -> None:
    assert KNOWN.nearest("Dockerfil") == ("Dockerfile", "Docker")
    assert KNOWN.nearest("회의 4") == ("회의 2", "회의 3")
    assert KNOWN.nearest("회의 4", 1) == ("회의 2",)
    assert nearest("회의 4", ["회의 3", "회의 2"]) == ("회의 3", "회의 2")


def test_letters_count_and_not_syllables() -> None:
    assert nearest("도거", ["도커", "쿠버네티스"]) == ("도커",)
    assert nearest("도거", ["곡예"]) == nearest("도거", []) == ()


def test_a_vault_answers_from_what_it_made_ready_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    monkeypatch.setattr(
        "macros.vault.index.KnownNames",
        lambda names: made.append(1) or KnownNames(names),  # type: ignore[func-returns-value]
    )
    of = vault("도커.md: 글", "쿠버네티스.md: ---\naliases: [큐브]\n---\n글")

    assert [of.close_to(name) for name in ("도거", "폴더/도거.md", "쿠베네티스", "도거", "큐부", "없는 것")] == [
        *[("도커",)] * 2,
        *[("쿠버네티스",), ("도커",), ("큐브",), ()],
    ]
    assert made == [1]
