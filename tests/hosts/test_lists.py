"""Pages of tags, terms and wanted notes, and what stands beside an article, seen in the files of a site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader

from macros.commands.library import Library
from macros.language import language
from macros.publish.folders import Folders
from macros.publish.long_list import Lists
from macros.publish.made.kinds import Contents
from macros.publish.made.made_page import MadePage
from macros.publish.made.tags import tag_place, tags_pages
from macros.publish.made.terms import terms_page
from macros.publish.made.wanted import wanted_page
from macros.publish.outline import Outline
from macros.publish.readable import readable
from macros.publish.tag_tree import TagTree
from macros.publish.trails import Trails
from macros.vault import Vault
from tests.conftest import REPOSITORY, Build, Write
from tests.vaults import vault

LARGEST = 150_000
AROUND = 30_000
"""Bytes of a page that are no list: more than any of ours has."""


class Anywhere:
    """A site whose addresses are the paths of the vault."""

    def __init__(self, tree: TagTree) -> None:
        self._tree = tree

    def site_url(self, path: str) -> str:
        return quote(path.removesuffix(".md")) + "/"

    def url(self, path: str, page: str) -> str:
        return self.site_url(path)

    def tag_url(self, tag: str, page: str) -> str:
        return self.site_url(tag_place(tag, self._tree)[0])


def rendered(page: MadePage, of: Vault) -> str:
    """What the template makes of a page."""
    tree, korean = TagTree.of(of), language("ko")
    env = Environment(loader=FileSystemLoader(REPOSITORY / "overrides"), trim_blocks=True, lstrip_blocks=True)  # noqa: S701 - the theme's own
    here = page.as_path.partition("/")[0].removesuffix(".md") + "/"
    env.filters |= {"url": lambda url: url.removeprefix(here) if url.startswith(here) else f"../{url}"}
    env.filters["readable"] = readable
    env.globals["say"] = korean.say
    outline = Outline.of(of, ())
    contents = Contents(Lists(outline), Folders(), Trails.of(of, outline), tree, ())
    shown: Mapping[str, Any] = page.shows(contents.around(of, Library.of(of), korean, Anywhere(tree)))
    return env.get_template(f"kb/made/{page.kind}.html").render(made=shown)


@pytest.mark.parametrize("name", ["개발/백엔드 {}", "쿠버네티스-클러스터-{}", "topic-{}", "{}"])
def test_an_index_of_two_thousand_tags_is_small(name: str) -> None:
    tags = [name.format(number) for number in range(2_000)]
    of = vault(*(f"{number}.md: ---\ntags: {tags[number::20]}\n---\n글" for number in range(20)))
    [index, *_] = tags_pages(of, TagTree.of(of), language("ko"))
    html = rendered(index, of)

    assert len(html.encode()) + AROUND <= LARGEST
    assert len(BeautifulSoup(html, "lxml").select(".kb-tree a[id], .kb-rare span[id]")) >= len(tags)


@pytest.mark.parametrize(("count", "says"), [(100, True), (300, True), (2_000, False)])
def test_a_glossary_says_what_there_is_room_for(count: int, says: bool) -> None:  # noqa: FBT001
    summary = "컨테이너 이미지를 올려 두고 내려받는 서버이며 여러 회사가 서로 다른 이름으로 부르는 것"
    head = f"summary: {summary}\naliases: [container registry {{}}, 이미지 레지스트리 {{}}]"
    of = vault(
        *(f"glossary/용어 {'가나다라abc'[n % 7]} {n}.md: ---\n{head.format(n, n)}\n---\n글" for n in range(count))
    )
    [page] = terms_page(of, language("ko"))
    html = rendered(page, of)

    assert len(html.encode()) + AROUND <= LARGEST
    assert html.count("<li>") == count
    assert ("컨테이너 이미지를 올려" in html) == says


def test_the_bar_has_the_letters_that_have_terms() -> None:
    of = vault(*(f"glossary/{name}.md: ---\nsummary: 글\n---\n글" for name in ("도커", "Zig", "까치", "k8s")))
    [page] = terms_page(of, language("ko"))
    shown = BeautifulSoup(rendered(page, of), "lxml")
    bar = shown.select(".kb-letters > *")

    assert [letter.text for letter in bar] == ["ㄱ", "ㄷ", "K", "Z"]
    assert all(shown.find(id=unquote(str(letter["href"]))[1:]) for letter in bar)


def test_notes_are_wanted_by_those_that_link_to_them() -> None:
    of = vault("가.md: [[없는 것]] [[없는 것]]", "나.md: [[없는 것]] [[비밀]]", "비밀.md: ---\ndraft: true\n---\n글")
    [page] = wanted_page(of, language("ko"))
    [entry] = BeautifulSoup(rendered(page, of), "lxml").select("li")

    assert " ".join(entry.text.split()) == "없는 것 링크 3개 가 ×2, 나"


@pytest.mark.parametrize("option", ["", "wanted: false\n", "wanted: true\n"])
def test_readers_see_what_is_wanted_only_where_the_author_says_so(write: Write, build: Build, option: str) -> None:
    site = build(
        write("가.md: [[없는 것]] [[비밀]]", "비밀.md: ---\ndraft: true\n---\n글", ("maru.yml", option.encode()))
    )

    assert site.exit_code == 0, site.output
    assert ("wanted/index.html" in site.files()) == (option == "wanted: true\n")
    assert bool(site.page("tags").select("a[href='../wanted/']")) == (option == "wanted: true\n")
    if "wanted/index.html" in site.files():
        assert [name.text for name in site.article("wanted").select("li b")] == ["없는 것"]


def test_tags_have_pages_whatever_signs_they_have(write: Write, build: Build) -> None:
    site = build(
        write(
            "가.md: ---\ntags: [C#, C++, 100%, 개발/백엔드, index, 'a:b']\n---\n글",
            "tags/c#.md: 내 글",
            "나.md: #개발/백엔드 #개발/웹 #c#",
        ),
        "--strict",
    )

    assert site.exit_code == 0, site.output
    above, *_ = site.article("tags/개발").select(".kb-above a")
    assert above["href"] == "../"
    assert [nested.text for nested in site.article("tags/개발").select(".kb-below a")] == ["백엔드 2", "웹 1"]
    assert [note.text for note in site.article("tags/개발/백엔드").select(".kb-listing a")] == ["가", "나"]
    assert site.article("tags/c#").text.strip().endswith("내 글")
    for tag in site.page("가").select("article a.md-tag"):
        file = Path(site.folder, "가", unquote(str(tag["href"])), "index.html").resolve()
        assert BeautifulSoup(file.read_text("utf-8"), "lxml").h1.text == f"#{tag.text}"  # type: ignore[union-attr]


def test_what_links_and_what_is_named_stands_once_behind_the_article(write: Write, build: Build) -> None:
    site = build(
        write(
            "glossary/도커.md: ---\nsummary: 고래\n---\n[[가]]",
            "가.md: ---\nhide: [toc]\n---\n나는 [[도커]]를 쓴다.",
            "나.md: 도커도 쓴다. `도커`",
            "다.md: `도커`",
            "라.md: ---\nunlisted: true\n---\n도커도 쓴다.",
        ),
        "--strict",
    )
    page = site.page("glossary/도커")
    [rail] = page.select(".kb-rail")

    assert "kb-rail" in str(page)[str(page).index("</article>") :]
    assert [link.text for link in rail.select(".kb-near a")] == ["가"]
    assert [link.text for link in rail.select(".kb-backlinks a")] == ["가"]
    assert [link.text for link in rail.select(".kb-naming a")] == ["나"]
    assert not site.article("glossary/도커").select(".kb-near, .kb-backlinks, .kb-naming")
    [hidden] = site.page("가").select(".kb-rail")
    assert (hidden.select(".md-nav--secondary"), len(hidden.select(".kb-near"))) == ([], 1)
    assert not site.page("나").select(".kb-rail")


def test_a_note_that_very_many_link_to_has_a_page_with_all_of_them(write: Write, build: Build) -> None:
    site = build(write("이것.md: 글", *(f"{number:02}.md: [[이것]]" for number in range(52))), "--strict")
    box = site.page("이것").select_one(".kb-backlinks")
    assert box
    shown, folded = box.select("ul")

    assert (len(shown.select("li")), len(folded.select("li")), box.summary.text) == (5, 45, "45개 더 보기")  # type: ignore[union-attr]
    everything = site.article(str(box.select("p > a")[-1]["href"]).removeprefix("../"))
    assert len(everything.select(".kb-listing li")) == 52
