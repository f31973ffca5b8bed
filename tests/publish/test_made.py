"""Pages that are made: the ids of their lists, and what the home lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.language import language
from macros.publish.long_list import Lists
from macros.publish.made.home import folder_groups, home_page
from macros.publish.made.listing import name_id
from macros.publish.outline import Outline
from macros.vault import fold
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
