"""The navigation of flat vaults: a page shows its neighbours, one page all notes."""

from __future__ import annotations

import filecmp
from pathlib import Path
from urllib.parse import unquote

from bs4 import BeautifulSoup

from macros.publish.long_list import AROUND
from tests.conftest import Build, Site, Write

COUNT = 80
NOTES = tuple(f"모음/{'가나다라마'[number % 5]} {number}.md: 글" for number in range(COUNT))
WINDOW = 2 * AROUND + 1


def items(page: BeautifulSoup) -> list[str]:
    """The links of the navigation, but for its letters, logo and contents."""
    links = page.select(".md-nav--primary .md-nav__item > a.md-nav__link, .md-nav__container > a.md-nav__link")
    return [link.get_text(strip=True) for link in links if not str(link["href"]).startswith("#")]


def list_page(site: Site, page: str) -> tuple[str, BeautifulSoup]:
    """The address of the page of the list that `page` shows a window of, and the page."""
    found = site.page(page).select_one(".kb-nav-all")
    assert found is not None
    file = (site.folder / page / str(found["href"])).resolve() / "index.html"
    return file.parent.relative_to(site.folder.resolve()).as_posix(), BeautifulSoup(file.read_text("utf-8"), "lxml")


def own_configuration(folder: Path, nav: str = "", features: str = "") -> tuple[str, str]:
    """The options for a build with a `mkdocs.yml` of the author, which begins with ours."""
    repository, file = Path(__file__).parents[2], folder / "mkdocs.yml"
    lines = [f"INHERIT: {repository}/mkdocs.yml", f"hooks: [{repository}/macros/mkdocs_hook.py]"]
    lines += [f"theme: {{custom_dir: {repository}/overrides{f', features: [{features}]' if features else ''}}}"]
    file.write_text("\n".join([*lines, *([f"nav: {nav}"] if nav else [])]), "utf-8")
    return "-f", str(file)


def states(site: Site) -> dict[str, int]:
    return {file: (site.folder / file).stat().st_mtime_ns for file in site.files() if file.endswith(".html")}


def test_a_page_shows_its_neighbours_and_one_page_shows_all(write: Write, build: Build) -> None:
    site = build(write(*NOTES, "모음/README.md: # 모은 글", "모음/안/속.md: 글"), "--strict")
    assert site.exit_code == 0, site.output

    middle = site.page("모음/나 41")
    shown = items(middle)
    assert len(shown) == len(["홈", "모은 글", "안"]) + WINDOW
    assert {"홈", "모은 글", "안", "나 41"} < {*shown}
    assert [link.get_text(strip=True) for link in middle.select("a.md-nav__link--active")] == ["나 41"]
    assert {*items(site.page("모음"))} == {"홈", "모은 글", "안", *(f"가 {number}" for number in range(0, 75, 5))}
    assert len(items(site.page("모음/안/속"))) == len(["홈", "모은 글", "안", "속"]) + WINDOW

    address, page = list_page(site, "모음/나 41")
    assert page.select_one("h1").text == "모은 글: 모든 노트"  # type: ignore[union-attr]
    assert [heading.text for heading in page.select(".kb-listing h2")] == ["ㄱ", "ㄴ", "ㄷ", "ㄹ", "ㅁ"]
    links = page.select(".kb-listing a")
    assert len({link["href"] for link in links}) == COUNT
    assert all((site.folder / address / unquote(str(link["href"])) / "index.html").is_file() for link in links)
    anchors = {str(link["href"]).partition("#")[2] for link in middle.select(".kb-letters a")}
    assert {unquote(anchor) for anchor in anchors} <= {element["id"] for element in page.select("[id]")}
    assert len(anchors) == len("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ") + 1


def test_one_note_more_changes_the_pages_around_it(write: Write, build: Build) -> None:
    site = build(vault := write(*NOTES, "index.md: 홈"))
    before = states(site)
    write("모음/new.md: 글")
    site = build(vault)
    after = states(site)
    changed = {file for file, state in after.items() if before.get(file) != state}

    assert 0 < len(changed) <= WINDOW + 2, changed
    assert "모음/마 79/index.html" in changed
    assert "모음/다 42/index.html" not in changed
    assert "new" in list_page(site, "모음/다 42")[1].text
    kept = site.folder.rename(site.folder.with_name("kept"))
    clean = build(vault, KB_CACHE=str(vault.parent / "cache"))
    assert _differing(kept, clean.folder) == []


def test_a_root_of_many_notes_is_a_long_list_too(write: Write, build: Build) -> None:
    files = [f'{number}.md: ---\ntitle: "{number} <b>& [[굵게]]"\n---\n글' for number in range(COUNT)]
    site = build(
        write(*files, "먼저.md: ---\norder: 1\n---\n글", "폴더/글.md: 글", "숨은 글.md: ---\nnav: false\n---\n글")
    )

    shown = items(site.page("40"))
    assert len(shown) == len(["홈", "먼저", "폴더"]) + WINDOW
    assert "40 <b>& [[굵게]]" in shown
    for other, more in {"폴더/글": 1, "먼저": 0, "숨은 글": 0, "tags": 0}.items():
        assert len(items(site.page(other))) == len(["홈", "먼저", "폴더"]) + more + WINDOW, other
    assert site.page("먼저").select_one("a.md-nav__link--active").get_text(strip=True) == "먼저"  # type: ignore[union-attr]
    address, page = list_page(site, "40")
    titles = {link.text for link in page.select(".kb-listing a")}
    assert {"0 <b>& [[굵게]]", "79 <b>& [[굵게]]"} <= titles
    assert address.startswith("assets/kb/nav/")
    assert len(site.article().select(".kb-cards a")) == len(["폴더", "글", "먼저", *range(3)])


def test_a_folder_s_name_is_text_on_the_page_of_its_list(write: Write, build: Build) -> None:
    site = build(write(*(note.replace("모음", "<i>*모음* [[가 0]]") for note in NOTES), "index.md: 홈"))

    address, page = list_page(site, "<i>*모음* [[가 0]]/나 41")
    assert (address, page.select_one("h1").text) == ("<i>*모음* [[가 0]]", "<i>*모음* [[가 0]]")  # type: ignore[union-attr]
    assert len(page.select(".kb-listing li")) == COUNT


def test_a_navigation_of_the_author_stays_as_it_is(write: Write, build: Build, tmp_path: Path) -> None:
    vault = write(*NOTES, "index.md: 홈")
    paths = [note.partition(":")[0] for note in NOTES]
    site = build(vault, *own_configuration(tmp_path, nav=f"[index.md, {{모음: [{', '.join(paths)}]}}]"))

    assert site.exit_code == 0, site.output
    assert len(items(site.page("모음/나 41"))) == COUNT + 1


def _differing(one: Path, other: Path) -> list[str]:
    files = {path.relative_to(root).as_posix() for root in (one, other) for path in root.rglob("*") if path.is_file()}
    _, different, missing = filecmp.cmpfiles(one, other, sorted(files - {"sitemap.xml.gz"}), shallow=False)
    return [*different, *missing]


def test_the_header_that_pages_share_has_the_title_of_each(write: Write, build: Build) -> None:
    site = build(write("index.md: 글", "방/가.md: 글", "방/나.md: ---\ntitle: 이름\n---\n글", "방/다 & 라.md: 글"))

    for page, title in (("방/가", "가"), ("방/나", "이름"), ("방/다 & 라", "다 & 라")):
        assert site.page(page).select(".md-header__topic")[1].get_text(strip=True) == title
    assert "\0" not in (site.folder / "404.html").read_text("utf-8")


def test_the_tabs_of_a_header_are_those_of_each_page(write: Write, build: Build, tmp_path: Path) -> None:
    site = build(
        write("index.md: 글", "방/가.md: 글", "집/나.md: 글"),
        *own_configuration(tmp_path, features="navigation.tabs, navigation.tabs.sticky"),
    )

    for page, tab in (("방/가", "방"), ("집/나", "집")):
        assert [one.get_text(strip=True) for one in site.page(page).select(".md-tabs__item--active")] == [tab]
