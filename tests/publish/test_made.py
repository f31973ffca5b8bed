"""Pages that are made: the ids of their lists, what a folder's page and the home have."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.commands.library import Library
from macros.language import language
from macros.publish.folders import Folders
from macros.publish.long_list import Lists
from macros.publish.made.folders import folder_pages
from macros.publish.made.home import home_page
from macros.publish.made.kinds import Contents
from macros.publish.made.listing import name_id
from macros.publish.made.recordings import page_of, recording_pages
from macros.publish.outline import Outline
from macros.publish.tag_tree import TagTree
from macros.publish.trails import Trails
from macros.vault import Vault, fold
from tests.conftest import Write
from tests.vaults import vault


@pytest.mark.parametrize(
    ("tag", "anchor"),
    [
        ("도커", "도커"),
        ("개발/Docker", "개발/docker"),
        ("snake_case", "snake_case"),
        ("C#", "c#"),
        ("C++", "c++"),
        ("tag🎉", "tag🎉"),
        ("__search", "%5f_search"),
        ("두 낱말", "두%20낱말"),
        ("100%", "100%25"),
        ('"가"', "%22가%22"),
    ],
)
def test_the_id_of_a_tag_can_be_read(tag: str, anchor: str) -> None:
    assert name_id(tag) == anchor


@given(
    st.text(alphabet='aA가/-_#+% "%25f\u3000🎉\\', min_size=1),
    st.text(alphabet='aA가/-_#+% "%25f\u3000🎉\\', min_size=1),
)
def test_two_tags_are_two_places(one: str, other: str) -> None:
    assert (name_id(one) == name_id(other)) == (fold(one) == fold(other))
    assert not set(name_id(one)) & set(' "\\\u3000')


def test_folders_are_in_the_order_of_the_navigation() -> None:
    of = vault(
        "10 장.md: 글",
        "z.md: # 2 장",
        "나중.md: ---\norder: 1\n---\n글",
        "a/index.md: # 하 폴더",
        "a/글.md: 글",
        "a/가/README.md: 글",
        "나/나.md: 글",
        "나/a.md: # 가",
        "나/index.md: 글",
        "가 나/글.md: 글",
        "가나/글.md: 글",
        "홈/글.md: 글",
    )
    outline = Outline.of(of, ())
    folders = Folders.of(sorted(of.notes, key=outline.key), outline)

    assert [of.notes[path].title for path in folders.notes[""]] == ["나중", "2 장", "10 장"]
    assert folders.below == {"": ["가 나", "가나", "나", "a", "홈"], "a": ["a/가"]}
    assert [of.notes[path].title for path in folders.notes["나"]] == ["나", "가", "나"]
    assert folders.counts == {"a": 3, "a/가": 1, "나": 3, "가 나": 1, "가나": 1, "홈": 1}


def folder_titles(*files: str, titles: Mapping[str, str] | None = None, made: tuple[str, ...] = ()) -> dict[str, str]:
    """Paths and titles of the folder pages of a vault."""
    return {page.path: page.note.title for page in folder_pages(vault(*files), titles or {}, made, language("ko"))}


def test_each_folder_without_an_index_has_a_page() -> None:
    assert folder_titles(
        "가/나/글.md: 글", "다/index.md: 글", "라/ReadMe.md: 글", "마/글.md: 글", titles={"마/": "*마* 폴더"}
    ) == {"가/index.md": "가", "가/나/index.md": "나", "마/index.md": "*마* 폴더"}


def test_a_folder_of_which_nothing_may_be_named_has_none() -> None:
    at_home = ("draft: true", "private: true", "unlisted: true", "publish: 글쎄")

    assert folder_titles(*(f"{number}/글.md: ---\n{says}\n---\n글" for number, says in enumerate(at_home))) == {}


def test_an_index_that_stays_at_home_gives_its_folder_neither_title_nor_page() -> None:
    of = vault("가/index.md: ---\ntitle: 비밀\ndraft: true\n---\n글", "가/글.md: 글")
    [page] = folder_pages(of, {}, (), language("ko"))

    assert (page.path, page.note.title) == ("가/index.md", "가")


def test_a_page_that_is_made_for_a_folder_is_its_page() -> None:
    assert folder_titles("glossary/글.md: 글", made=("glossary/index.md",)) == {}


def made_home(*files: str, name: str = "공부", description: str = "") -> str:
    """The Markdown of the home page of a vault."""
    [page] = home_page(vault(*files), name, description, language("ko"))
    return page.note.body.strip()


def test_the_home_has_no_heading_above_nothing() -> None:
    assert made_home("가.md: 글") == (
        '# 공부\n\n{{ maru("counts") }}\n\n{{ maru("start") }}\n\n## 주제\n\n{{ maru("topics") }}'
    )
    whole = made_home('가.md: ---\npath: ["[[나]]"]\ntags: [가]\n---\n글', "나.md: ---\nupdated: 2026-11-26\n---\n글")
    assert [line for line in whole.splitlines() if line.startswith("## ")] == [
        "## 차례대로 읽기",
        "## 주제",
        "## 최근에 고친 노트",
        "## 태그",
    ]


def test_what_the_site_is_called_is_text_on_its_home() -> None:
    [home] = home_page(vault("가.md: 글"), "*별* [[가]] <b> {{ run(1) }}", "# `두`\n줄 %%", language("ko"))

    assert home.note.body.lstrip().startswith("# \\*별\\* \\[\\[가\\]\\] \\<b\\> \\{\\{ run\\(1\\) \\}\\}\n\n")
    assert home.note.summary == "# `두` 줄 %%"
    assert not [*home_page(vault("Home.md: 글"), "공부", "", language("ko"))]


def test_a_recording_has_a_page_when_a_note_in_the_lists_shows_it(write: Write) -> None:
    """What only drafts and unlisted notes show has none, nor has what comes before another, or stands in a note."""
    head = "---\nengine: display\n---\n$ 명령\n"
    notes = {"보임": "", "초안": "---\ndraft: true\n---\n", "숨음": "---\nunlisted: true\n---\n"}
    files = (f"commands/a/{name}.console: {head}" for name in ("앞", "잊음", *notes))
    after = f"commands/a/보임.console: {head.replace('display', 'display' + chr(10) + 'after: a/앞')}"
    calls = (f'{name}.md: {top}{{{{ run("a/{name}") }}}} `{{{{ run("a/잊음") }}}}`' for name, top in notes.items())
    fence = f'담장.md: ```console run\n{head}```\n\n{{{{ run("담장.md#1") }}}} {{{{ run("a/보임", lines="1") }}}}'
    of = Vault.scan(write(*files, after, *calls, fence))
    library = Library.of(of)

    [page] = recording_pages(of, library)
    assert (page.path, page.as_path, page.is_in_navigation) == (page_of("a/보임"), "commands/a/보임.md", False)
    outline = Outline.of(of, ())
    contents = Contents(Lists(outline), Folders(), Trails.of(of, outline), TagTree.of(of), ())
    around = contents.around(of, library, language("ko"), Everywhere())
    shown = page.shows(around)
    assert [note["title"] for note in shown["uses"]] == ["담장", "보임"]
    assert (shown["before"], shown["check"]) == ([], "")


class Everywhere:
    """A site that has all but the pages of recordings that nobody shows."""

    def url(self, path: str, page: str) -> str:
        return self.site_url(path)

    def site_url(self, path: str) -> str:
        return "" if path == page_of("a/앞") else path

    def tag_url(self, tag: str, page: str) -> str:
        return tag
