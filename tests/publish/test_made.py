"""Pages that are made: where a tag's list is."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.commands.library import Library
from macros.language import language
from macros.publish.long_list import Lists
from macros.publish.made.home import folder_groups, home_page
from macros.publish.made.listing import name_id
from macros.publish.made.made_page import Surroundings
from macros.publish.made.recordings import page_of, recording_pages, shown_in
from macros.publish.made.tags import tag_anchor, tag_groups
from macros.publish.outline import Outline
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
    assert unquote(tag_anchor(tag)) == anchor


@given(
    st.text(alphabet='aA가/-_#+% "%25f\u3000🎉\\', min_size=1),
    st.text(alphabet='aA가/-_#+% "%25f\u3000🎉\\', min_size=1),
)
def test_two_tags_are_two_places(one: str, other: str) -> None:
    assert (name_id(one) == name_id(other)) == (fold(one) == fold(other))
    assert not set(name_id(one)) & set(' "\\\u3000')


def test_each_tag_has_its_list() -> None:
    tags = ["a/b", "a-b", "ab", "C#", "C++", "C", "tag", "tag🎉"]
    of = vault(*(f"{number}.md: ---\ntags: [{tag!r}]\n---\n글" for number, tag in enumerate(tags)))
    groups = [*tag_groups(of)]

    assert len({group.anchor for group in groups}) == len(tags)
    assert {group.title: group.anchor for group in groups} == {tag: name_id(tag) for tag in tags}


def test_the_home_lists_folders_and_notes_as_the_navigation_does() -> None:
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
    [home] = home_page(of, language("ko"))
    groups = [*folder_groups(of, Lists(Outline.of(of, (), [home.note])))]

    assert [(group.title, [note.title for note in group.notes]) for group in groups] == [
        ("", ["나중", "2 장", "10 장"]),
        ("가 나", ["글"]),
        ("가나", ["글"]),
        ("나", ["나", "가", "나"]),
        ("a", ["하 폴더", "글"]),
        ("a/가", ["가"]),
        ("홈", ["글"]),
    ]
    assert len({group.anchor for group in groups}) == len(groups)


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
    around = Surroundings(of, Lists(Outline.of(of, ())), language("ko"), Everywhere(), library, shown_in(of, library))
    shown = page.shows(around)
    assert [note["title"] for note in shown["uses"]] == ["담장", "보임"]
    assert (shown["before"], shown["check"]) == ([], "")


class Everywhere:
    """A site that has all but the pages of recordings that nobody shows."""

    def site_url(self, path: str) -> str:
        return "" if path == page_of("a/앞") else path

    def tag_url(self, tag: str, page: str) -> str:
        return tag
