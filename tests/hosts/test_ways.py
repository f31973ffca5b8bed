"""Where a reader is and where they may go: paths, folders, breadcrumbs and the home page of real sites."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

from tests.conftest import Build, Site, Write

PATH = '길.md: ---\ntitle: 처음부터\nsummary: 차례\norder: 1\npath: ["[[가]]", "[[나]]", "[[다]]"]\n---\n글'
STATIONS = ("묶음/가.md: ---\nsummary: 가는 말\n---\n글", "묶음/나.md: ---\nsummary: 나는 말\n---\n글", "다.md: 글")


def texts(found: Tag | BeautifulSoup, selector: str) -> list[str]:
    read = (element.get_text(" ", strip=True).removesuffix("¶") for element in found.select(selector))
    return [" ".join(text.split()) for text in read]


def leads_to(site: Site, address: str, link: Tag) -> str:
    """The title of the page that `link` of the page at `address` leads to."""
    path = unquote(str(link["href"]).partition("#")[0])
    file = (site.folder / address / path / "index.html").resolve()
    heading = BeautifulSoup(file.read_text("utf-8"), "lxml").select_one("h1")
    assert heading is not None
    return heading.text.removesuffix("¶")


def test_a_station_says_where_it_is_and_what_is_next(write: Write, build: Build) -> None:
    site = build(
        write(PATH, *STATIONS, "index.md: 홈", "길2.md: ---\npath: [[가]]\ntitle: 다음 길\n---\n글"), "--strict"
    )
    assert site.exit_code == 0, site.output

    middle = site.article("묶음/나")
    assert texts(middle, ".kb-ways kb-path") == ["처음부터 2/3"]
    assert texts(middle, ".kb-ways-end .kb-way") == ["이전 가 가는 말", "다음은 다"]
    links = {link.get_text(" ", strip=True): leads_to(site, "묶음/나", link) for link in middle.select("a.kb-way")}
    assert links == {"이전 가 가는 말": "가", "다음은 다": "다"}
    for page in ("묶음/나", "길"):
        assert site.page(page).select_one(".md-footer nav").has_attr("hidden")  # type: ignore[union-attr]
    assert site.page().select_one(".md-footer nav:not([hidden])")

    assert texts(site.article("묶음/가"), ".kb-ways kb-path") == ["처음부터 1/3", "다음 길 1/1"]
    assert texts(site.article("다"), ".kb-ways-end .kb-way") == [
        "이전 나 나는 말",
        "여기가 끝이에요.",
        "이어지는 차례 다음 길",
    ]
    path = site.article("길")
    assert texts(path, "kb-path-list li") == ["가 가는 말", "나 나는 말", "다"]
    assert texts(path, ".kb-button, .kb-path-following") == ["처음부터 읽기", "이어지는 차례: 다음 길"]


def test_a_station_is_made_anew_only_for_its_neighbours(write: Write, build: Build) -> None:
    notes = [f"{number}.md: ---\nsummary: 말 {number}\n---\n글" for number in range(9)]
    links = ", ".join(f'"[[{number}]]"' for number in range(9))
    site = build(vault := write("index.md: 홈", f"폴더/길.md: ---\npath: [{links}]\n---\n글", *notes))
    before = states(site)
    write("4.md: ---\nsummary: 다른 말\n---\n글")
    site = build(vault)
    changed = {file for file, state in states(site).items() if before[file] != state}

    assert changed == {f"{number}/index.html" for number in (3, 4, 5)} | {"폴더/길/index.html"}
    kept = site.folder.rename(site.folder.with_name("kept"))
    clean = build(vault, KB_CACHE=str(vault.parent / "cache"))
    assert all((clean.folder / file).read_bytes() == (kept / file).read_bytes() for file in before)


def states(site: Site) -> dict[str, int]:
    return {file: (site.folder / file).stat().st_mtime_ns for file in site.files() if file.endswith(".html")}


def test_what_stays_at_home_is_no_station(write: Write, build: Build) -> None:
    site = build(
        write(
            'index.md: ---\npath: ["[[비밀]]", "[[숨은]]", "[[가]]", "[[없는 글]]"]\n---\n글\n\n{{ maru("paths") }}',
            "비밀.md: ---\ntitle: 아무도 몰라\ndraft: true\n---\n글",
            "숨은.md: ---\ntitle: 목록에 없음\nunlisted: true\n---\n글",
            "가.md: 글",
        )
    )

    assert texts(site.article(), "kb-path-list li") == ["가"]
    assert texts(site.article(), ".kb-cards .kb-count") == ["노트 1개"]
    assert not site.article("숨은").select("kb-path")
    assert "아무도 몰라" not in site.article().text
    assert any("index.md:2" in line and "없는 글" in line for line in site.warnings)


def test_every_folder_has_a_page_and_breadcrumbs_lead_there(write: Write, build: Build) -> None:
    site = build(
        write(
            "index.md: 홈",
            "책/1부/2 장.md: ---\nsummary: 둘째\n---\n글",
            "책/1부/10 장.md: 글",
            "책/서문.md: 글",
            "git/index.md: # 깃",
            "git/커밋.md: 글",
            "배/글.md: 글",
            "배.md: # 타는 배",
            "maru.yml: navigation: [{책/: 읽을 책}]",
        ),
        "--strict",
    )
    assert site.exit_code == 0, site.output

    chapter = site.article("책/1부/2 장").select_one(".kb-crumbs")
    assert chapter is not None
    assert texts(chapter, "li") == ["홈", "읽을 책", "1부", "2 장"]
    assert texts(chapter, "[aria-current=page]") == ["2 장"]
    titles = [leads_to(site, "책/1부/2 장", link) for link in chapter.select("a")]
    assert titles[1:] == ["읽을 책", "1부"]
    assert texts(site.article("책"), "h1, .kb-listing li") == ["읽을 책", "1부 2", "서문"]
    assert texts(site.article("책/1부"), ".kb-listing li") == ["2 장 둘째", "10 장"]
    assert texts(site.article("책/1부"), ".kb-crumbs li") == ["홈", "읽을 책", "1부"]
    assert texts(site.article("git/커밋"), ".kb-crumbs li") == ["홈", "깃", "커밋"]
    assert texts(site.article("git"), ".kb-crumbs li") == ["홈", "깃"]
    beside = site.article("배/글").select_one(".kb-crumbs li:nth-child(2) a")
    assert beside is not None
    assert (beside.text, leads_to(site, "배/글", beside)) == ("배", "배")
    assert texts(site.article("배"), "h1") == ["타는 배"]
    assert texts(site.article("tags"), ".kb-crumbs li") == ["홈", "태그"]
    assert not site.article().select(".kb-crumbs")
    assert texts(site.page("책/1부/2 장"), ".md-nav__container > a.md-nav__link") == ["읽을 책", "1부"]
    assert "읽을 책" not in "".join(file.read_text("utf-8") for file in (site.folder / "search").glob("texts-*.txt"))


def test_a_folder_that_nobody_may_know_of_has_no_page(write: Write, build: Build) -> None:
    site = build(
        write(
            "index.md: 홈",
            "집/비밀.md: ---\ndraft: true\n---\n글",
            "숨은/글.md: ---\nunlisted: true\n---\n글",
            "곁/글.md: ---\nnav: false\n---\n글",
            "목록/index.md: ---\nunlisted: true\n---\n글",
            "목록/글.md: 글",
        )
    )

    assert {file for file in site.files() if file.endswith("/index.html")} >= {"곁/index.html", "목록/index.html"}
    assert not {"집/index.html", "숨은/index.html"} & site.files()
    assert "곁" not in texts(site.page(), ".md-nav--primary .md-nav__link")
    assert [crumb.name for crumb in site.article("목록/글").select(".kb-crumbs li > *")] == ["a", "span", "span"]


def test_an_index_that_stays_at_home_leaves_its_folder_a_page_that_says_nothing_of_it(
    write: Write, build: Build
) -> None:
    site = build(write("가/index.md: ---\ntitle: 비밀 폴더\ndraft: true\n---\n숨은 글", "가/글.md: 글", "index.md: 홈"))

    assert texts(site.article("가"), "h1, .kb-listing li") == ["가", "글"]
    assert "숨은 글" not in str(site.page("가"))


def test_the_theme_s_own_breadcrumbs_are_not_doubled(write: Write, build: Build, tmp_path: Path) -> None:
    own = tmp_path / "mkdocs.yml"
    repository = Path(__file__).parents[2]
    shipped = (
        (repository / "mkdocs.yml").read_text("utf-8").replace("- toc.follow", "- toc.follow\n    - navigation.path")
    )
    own.write_text(
        shipped.replace("macros/mk", f"{repository}/macros/mk").replace("overrides", f"{repository}/overrides")
    )
    site = build(write("index.md: 홈", "가/나.md: 글", "가/다.md: ---\nhide: [path]\n---\n글"), "-f", str(own))

    assert site.exit_code == 0, site.output
    assert len(site.page("가/나").select(".md-path, .kb-crumbs")) == 1
    assert site.page("가/나").select_one(".md-path")


def test_a_page_hides_its_breadcrumbs_where_its_note_says_so(write: Write, build: Build) -> None:
    site = build(write("index.md: 홈", "가/나.md: 글", "가/다.md: ---\nhide: [path]\n---\n글"))

    assert [bool(site.article(f"가/{name}").select(".kb-crumbs")) for name in "나다"] == [True, False]


def test_the_home_of_a_large_vault_is_small(write: Write, build: Build) -> None:
    notes = [f"주제 {number % 40}/{'가나다라마'[number % 5]} 노트 {number}.md: 글" for number in range(2_400)]
    site = build(
        write(
            *notes,
            *(f"낱 {number}.md: 글" for number in range(100)),
            'maru.yml: {name: "큰 <집>", description: "*설명*"}',
        )
    )
    assert site.exit_code == 0, site.output

    home = site.article()
    assert len((site.folder / "index.html").read_bytes()) <= 60_000
    assert texts(home, "h1, h2") == ["큰 <집>", "주제"]
    assert "*설명*" in home.text
    assert texts(home, ".kb-counts span") == ["노트 2500개"]
    assert len(home.select(".kb-cards > li")) == 24 + 1
    assert len(home.select("a")) < 200
    all_notes = next(link for link in home.select("a") if link.text == "모든 노트")
    assert leads_to(site, "", all_notes) == "모든 노트"
    assert len(site.article("all").select(".kb-listing li")) == 2_500


def test_parts_stand_where_an_author_puts_them(write: Write, build: Build) -> None:
    site = build(
        write(
            PATH,
            *STATIONS,
            'index.md: # 나의 집\n\n앞 {{ maru("paths") }} 뒤\n\n`{{ maru("paths") }}`\n\n{{ maru("recent") }}',
            "묶음/안내.md: ---\nupdated: 2026-01-02\n---\n"
            "{{ maru('start') }}\n\n{{ maru('topcs') }}\n\n{{ maru('topics') }}",
        )
    )

    home = site.article()
    assert texts(home, ".kb-cards > li") == ["처음부터 차례 노트 3개"]
    assert "앞" in home.text
    assert '{{ maru("paths") }}' in home.select_one("code").text  # type: ignore[union-attr]
    assert texts(home, ".kb-recent li") == ["안내 2026-01-02"]
    inner = site.article("묶음/안내")
    assert [leads_to(site, "묶음/안내", link) for link in inner.select(".kb-button")] == ["가", "모든 노트"]
    assert texts(inner, ".kb-topic") == ["묶음", "그 밖의 노트"]
    assert "{{ maru('topcs') }}" in inner.text
    assert [line for line in site.warnings if "maru" in line or "topics" in line] == [
        "묶음/안내.md:6: 'topcs'라는 부분은 없습니다 (혹시 'topics'?)"
    ]
    found = "".join(file.read_text("utf-8") for file in (site.folder / "search").glob("texts-*.txt"))
    assert not re.search("그 밖의 노트|노트 3개", found)


def test_the_terms_are_counted_once(write: Write, build: Build) -> None:
    """The card of the glossary says what its page does: terms whose notes lie elsewhere are on it too."""
    terms = ("가/나.md: ---\nglossary: true\nsummary: 말\n---\n글", "glossary/다.md: ---\nsummary: 말\n---\n글")
    site = build(write("index.md: {{ maru('topics') }}\n\n{{ maru('counts') }}", *terms))

    assert texts(site.article(), ".kb-cards .kb-count") == ["1", "2"]
    assert texts(site.article(), ".kb-counts span") == ["노트 3개", "용어 2개"]
    assert "용어 2개" in site.article("glossary").text


def test_parts_follow_what_is_written(write: Write, build: Build) -> None:
    vault = write("index.md: {{ maru('topics') }}\n\n{{ maru('counts') }}", "가/나.md: 글")
    build(vault)
    write("가/다.md: 새 글", "새 폴더/라.md: 글")
    site = build(vault)

    assert texts(site.article(), ".kb-topic") == ["가", "새 폴더"]
    assert texts(site.article(), ".kb-counts span") == ["노트 4개"]
    clean = build(vault, KB_CACHE=str(vault.parent / "cache"))
    assert texts(clean.article(), ".kb-part") == texts(site.article(), ".kb-part")
