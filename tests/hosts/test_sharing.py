"""What a messenger shows of an address."""

from __future__ import annotations

import pytest

from tests.conftest import Build, Site, Write
from tests.pictures import png

URL = "https://example.com/notes/"


def told(site: Site, address: str = "") -> dict[str, str]:
    return {str(meta["property"]): str(meta["content"]) for meta in site.page(address).select("meta[property]")}


def pictures(site: Site) -> set[str]:
    return {name for name in site.files() if name.startswith("assets/cards/")}


def test_a_note_says_what_it_is_and_has_a_card(write: Write, build: Build) -> None:
    vault = write(
        "maru.yml: {name: 마루 & 노트, description: 여러 노트}",
        "index.md: # 집",
        'docker/도커.md: ---\nsummary: 묶는 "도구"\nupdated: 2026-11-26\n---\n# 도커 & 친구',
    )
    site = build(vault, KB_SITE_URL=URL)
    note, home = told(site, "docker/도커"), told(site)

    assert note["og:title"] == note["og:image:alt"] == "도커 & 친구"
    assert note["og:description"] == '묶는 "도구"'
    assert (note["og:type"], home["og:type"]) == ("article", "website")
    assert (note["og:site_name"], home["og:title"], note["og:locale"]) == ("마루 & 노트", "마루 & 노트", "ko_KR")
    assert (note["og:url"], home["og:url"]) == (f"{URL}docker/%EB%8F%84%EC%BB%A4/", URL)
    assert note["article:modified_time"] == "2026-11-26"
    assert {note["og:image"], home["og:image"]} == {URL + name for name in pictures(site)}
    assert len(pictures(site)) == 2
    assert site.page("docker/도커").select("meta[name='twitter:card'][content=summary_large_image]")


def test_only_a_card_that_says_something_else_is_drawn_again(write: Write, build: Build) -> None:
    vault = write("maru.yml: name: 이름", "index.md: # 집", "가.md: # 가", "나.md: # 나")
    site = build(vault, KB_SITE_URL=URL)
    before = {name: (site.folder / name).stat().st_mtime_ns for name in pictures(site)}
    write("가.md: # 가\n\n다른 글", "나.md: # 다른 제목")
    site = build(vault, KB_SITE_URL=URL)
    after = {name: (site.folder / name).stat().st_mtime_ns for name in pictures(site)}

    assert len(before) == len(after) == 3
    assert len(before.items() & after.items()) == 2
    assert told(site, "나")["og:image"].removeprefix(URL) in after.keys() - before.keys()


@pytest.mark.parametrize(
    ("head", "picture"),
    [
        ('image: "[[그림.png]]"', f"{URL}%EA%B7%B8%EB%A6%BC.png"),
        ("cover: 보인.png", f"{URL}%EB%B3%B4%EC%9D%B8.png"),
        ("image: https://example.org/a.png", "https://example.org/a.png"),
        ("image: 안%20보인.png", f"{URL}assets/cards/"),
        ("image: [a]", f"{URL}assets/cards/"),
        ("image: javascript:alert(1)", f"{URL}assets/cards/"),
    ],
)
def test_a_picture_of_its_own_comes_first(write: Write, build: Build, head: str, picture: str) -> None:
    names = ("그림.png", "보인.png", "안 보인.png")
    vault = write(f"가.md: ---\n{head}\n---\n![[보인.png]]", *((name, png()) for name in names), "index.md: # 집")
    site = build(vault, KB_SITE_URL=URL)

    assert told(site, "가")["og:image"].startswith(picture)
    assert "안 보인.png" not in site.files()


@pytest.mark.parametrize(("settings", "address", "has"), [("name: 이름", "", False), ("cards: false", URL, True)])
def test_nothing_is_drawn_that_nobody_sees(
    write: Write, build: Build, settings: str, address: str, *, has: bool
) -> None:
    site = build(write(f"maru.yml: {settings}", "index.md: # 집"), KB_SITE_URL=address)

    assert pictures(site) == set()
    assert ("og:title" in told(site)) == has
    assert "og:image" not in told(site)
