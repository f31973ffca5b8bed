"""Where files are on the site, and that every link of every page leads there."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from macros.hosts.addresses import assign
from macros.hosts.taken import Reserved
from tests.conftest import Build, Site, Write


@pytest.fixture(params=["--use-directory-urls", "--no-directory-urls"], ids=["folders", "files"])
def urls(request: pytest.FixtureRequest) -> str:
    """The option that gives each page a folder, and the one that gives it a file."""
    return str(request.param)


def dead_links(site: Site) -> list[str]:
    """`page → address` for each link, picture and script of a page that leads to no file of the site."""
    files, dead = site.files(), []
    for page in sorted(name for name in files if name.endswith(".html") and name != "404.html"):
        for link in BeautifulSoup((site.folder / page).read_text("utf-8"), "lxml").select("[href], [src]"):
            address = str(link.get("href", link.get("src")))
            parts = urlsplit(address)
            if parts.scheme or not parts.path:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
            target = posixpath.normpath(f"{target}/index.html") if parts.path.endswith(("/", ".")) else target
            if target not in files:
                dead.append(f"{page} → {address}")
    return dead


def page_with(site: Site, text: str) -> str:
    """The one page whose article has a paragraph of this text."""
    (found,) = (
        name
        for name in site.files()
        if name.endswith(".html") and re.search(rf"<p>{text}</p>", (site.folder / name).read_text("utf-8"))
    )
    return found


def target_of(site: Site, page: str, label: str) -> str:
    """The first paragraph of the article that the link `label` of a page's article leads to."""
    (link,) = (
        link
        for link in BeautifulSoup((site.folder / page).read_text("utf-8"), "lxml").select("article a.kb-link")
        if link.text == label
    )
    address = unquote(urlsplit(str(link["href"])).path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
    file = site.folder / target
    found = BeautifulSoup((file / "index.html" if file.is_dir() else file).read_text("utf-8"), "lxml")
    paragraph = found.select_one("article p")
    assert paragraph is not None
    return paragraph.text


def test_a_note_beside_the_folder_of_its_name(write: Write, build: Build, urls: str) -> None:
    vault = write(
        "글.md: [[/git|노트]] [[git/index|폴더]] [[git/안|안]]",
        "git.md: 노트의 글",
        "git/index.md: 폴더의 글",
        "git/안.md: 안의 글",
        "깊은/곳/git.md: 깊은 노트의 글",
        "깊은/곳/git/README.md: 깊은 폴더의 글",
        "깊은/곳/git/글.md: [[깊은/곳/git|노트]] [[깊은/곳/git/README|폴더]]",
    )
    site = build(vault, urls, KB_LANGUAGE="en")
    folders = (site.folder / "글/index.html").exists()

    assert site.exit_code == 0, site.output
    assert dead_links(site) == []
    home = "글/index.html" if folders else "글.html"
    assert target_of(site, home, "노트") == "노트의 글"
    assert target_of(site, home, "폴더") == "폴더의 글"
    assert page_with(site, "폴더의 글") == "git/index.html"
    assert page_with(site, "노트의 글") == ("git_/index.html" if folders else "git.html")
    readme = "깊은/곳/git/README/index.html" if folders else "깊은/곳/git/index.html"
    assert page_with(site, "깊은 폴더의 글") == readme
    assert page_with(site, "깊은 노트의 글") == ("깊은/곳/git/index.html" if folders else "깊은/곳/git.html")
    assert [warning.split(":")[0] for warning in site.warnings] == ["git.md"] * folders


def test_a_note_called_tags_takes_no_link_of_a_tag(write: Write, build: Build, urls: str) -> None:
    vault = write("글.md: [[tags|내 글]] #하나/둘", "tags.md: 내가 쓴 글 #셋", "tags/속.md: 속의 글 #하나/둘")
    site = build(vault, "--strict", urls, KB_LANGUAGE="en")

    assert site.exit_code == 0, site.output
    assert dead_links(site) == []
    folders = (site.folder / "글/index.html").exists()
    page = page_with(site, "내가 쓴 글.*")
    assert page == ("tags/index.html" if folders else "tags.html")
    where = "tags_" if folders else "tags_.html"
    file = site.folder / (f"{where}/index.html" if folders else where)
    lists = BeautifulSoup(file.read_text("utf-8"), "lxml")
    assert [tag["id"] for tag in lists.select(".kb-tree a")] == ["셋", "하나", "하나/둘"]
    tags = BeautifulSoup((site.folder / page).read_text("utf-8"), "lxml").select("article a.md-tag, article a.kb-tag")
    assert tags
    for tag in tags:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(str(tag["href"]))))
        assert target == ("tags/셋" if folders else "tags/셋.html")


def test_where_the_site_has_files_a_note_has_links_that_lead_somewhere(write: Write, build: Build, urls: str) -> None:
    """A file of the theme is nearer to a note in `assets/` than to others that are as deep."""
    vault = write(
        "assets/kb/가.md: 글", "나/다/라.md: 글", "assets/마.md: 글", "바/사.md: 글", "search/search_index.json.md: 글"
    )
    site = build(vault, urls)

    assert site.exit_code == 0, site.output
    assert dead_links(site) == []


@pytest.mark.parametrize("name", ["-", "_", "~", "가-", "?", "%3F", "a.b", "a..."])
def test_every_name_can_be_found_in_the_sidebar(write: Write, build: Build, urls: str, name: str) -> None:
    site = build(write(f"{name}.md: 이 글", "글.md: 다른 글", "폴더/글.md: 글"), urls, KB_LANGUAGE="en")

    page = page_with(site, "다른 글")
    links = BeautifulSoup((site.folder / page).read_text("utf-8"), "lxml").select(".md-nav--primary a.md-nav__link")
    (link,) = (link for link in links if link.get_text(strip=True) == name)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(str(link["href"]))))
    assert (target if target.endswith(".html") else f"{target}/index.html") == page_with(site, "이 글")


@pytest.mark.parametrize("name", ["tags", "Tags", "glossary", "404", "search", "assets", "sitemap.xml", "index"])
def test_a_name_that_the_site_has_too(write: Write, build: Build, urls: str, name: str) -> None:
    vault = write(
        f"{name}.md: 내가 쓴 글", f"글.md: [[{name}]] #태그", "glossary/IPS.md: 막는 것", f"{name}/속.md: 속의 글"
    )
    site = build(vault, urls)

    assert site.exit_code == 0, site.output
    assert dead_links(site) == []
    page_with(site, "내가 쓴 글")
    page_with(site, "속의 글")
    assert "막는 것" not in BeautifulSoup((site.folder / "404.html").read_text("utf-8"), "lxml").text


@pytest.mark.parametrize("name", ["404.html", "sitemap.xml", "search/words-0.txt", "assets/kb/maru.css", "index.html"])
def test_an_attachment_that_the_site_has_too(write: Write, build: Build, name: str) -> None:
    site = build(write("maru.yml: attachments: {trust: true}", f"글.md: [파일]({name})", (name, b"mine")))

    (link,) = site.article("글").select("a[href]:not(.headerlink, .kb-crumbs a)")
    file = site.folder / posixpath.normpath(f"글/{link['href']}")
    assert (file.read_bytes(), (site.folder / name).read_bytes() == b"mine") == (b"mine", False)


def test_an_index_beats_a_readme_everywhere(write: Write, build: Build, urls: str) -> None:
    folders = ("", "폴더/", "index/", "폴더/index/", "README/")
    vault = write(
        *(f"{folder}index.md: 색인 {number}." for number, folder in enumerate(folders)),
        *(f"{folder}README.md: 읽기 {number}. [[{folder}index|색인]]" for number, folder in enumerate(folders)),
    )
    site = build(vault, urls, KB_LANGUAGE="en")

    assert [warning.split(":")[0] for warning in site.warnings] == ["README.md"] * (site.folder / "README_").exists()
    assert "xcluding" not in site.output
    assert dead_links(site) == []
    for number, folder in enumerate(folders):
        assert page_with(site, f"색인 {number}\\.") == f"{folder}index.html"
        assert page_with(site, f"읽기 {number}\\..*") != f"{folder}index.html"


def test_a_home_of_another_name_leaves_the_index_its_page(write: Write, build: Build, urls: str) -> None:
    vault = write(
        "maru.yml: home: 시작.md", "시작.md: 집", "index.md: 색인", "README.md: 읽기", "index/index.md: 속의 색인"
    )
    site = build(vault, urls)

    assert page_with(site, "집") == "index.html"
    assert page_with(site, "속의 색인") == "index/index.html"
    assert {page_with(site, "색인"), page_with(site, "읽기")}.isdisjoint({"index.html", "index/index.html"})
    assert dead_links(site) == []


def test_names_that_differ_in_the_case_of_letters(write: Write, build: Build, urls: str) -> None:
    vault = write("Note.md: 큰 글", "note.md: 작은 글", "Dir/a.md: 큰 속", "dir/A.md: 작은 속", "NOTE/index.md: 폴더")
    site = build(vault, urls, KB_LANGUAGE="en")

    folded = [name.casefold() for name in site.files()]
    assert len({*folded}) == len(folded)
    assert len({page_with(site, text) for text in ("큰 글", "작은 글", "큰 속", "작은 속", "폴더")}) == 5
    assert len(site.warnings) >= 2
    assert dead_links(site) == []


def test_a_name_of_its_own_is_kept_by_whoever_has_it() -> None:
    """What is moved away takes nobody's place."""
    found = assign("", {}, dict.fromkeys(["a.md", "a/index.md", "a_.md"]), [], Reserved(frozenset()), directories=True)

    assert found.files == {"a/index.md": "a/index.html", "a_.md": "a_/index.html", "a.md": "a__/index.html"}
    assert [problem.path for problem in found.collisions] == ["a.md"]


def test_a_file_is_in_the_way_of_a_folder() -> None:
    found = assign(
        "", {}, {"c.md": None}, ["c", "d/e", "d", "x/y.css/z/z"], Reserved(frozenset({"x/y.css"})), directories=True
    )

    assert found.files == {"c.md": "c/index.html", "c": "c_", "d": "d", "d/e": "d_/e", "x/y.css/z/z": "x_/y.css/z/z"}


def test_what_is_made_makes_room_for_what_is_written() -> None:
    found = assign(
        "index.md",
        {"index.md": "index.md", ".maru/tags.md": "tags.md", "glossary/index.md": "glossary/index.md"},
        dict.fromkeys(["tags.md", "glossary.md", "index.html.md"]),
        ["index.html"],
        Reserved(frozenset()),
        directories=True,
    )

    assert found.files == {
        "index.md": "index.html",
        "tags.md": "tags/index.html",
        ".maru/tags.md": "tags_/index.html",
        "glossary.md": "glossary/index.html",
        "glossary/index.md": "glossary_/index.html",
        "index.html.md": "index.html_/index.html",
        "index.html": "index_.html",
    }
    assert [problem.path for problem in found.collisions] == ["index.html.md", "index.html"]
