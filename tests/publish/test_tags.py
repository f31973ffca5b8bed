"""Tags: which there are, which have a page, and where that is."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.language import language
from macros.publish import tag_tree
from macros.publish.made.tags import TAGS, tag_place, tags_pages
from macros.publish.tag_tree import TagTree
from macros.vault import Vault
from tests.vaults import vault

SIGNS = 'aA가/-_#+% "%25f\u3000🎉\\.:?=|*<>'


def tagged(*notes: str) -> Vault:
    """A vault of notes that have nothing but tags: `tagged("a, b/c", "a")`."""
    return vault(*(f"{number}.md: ---\ntags: [{tags}]\n---\n글" for number, tags in enumerate(notes)))


def counts(tree: TagTree) -> dict[str, int]:
    return {tag.name: len(tag.notes) for tag in tree.tags.values()}


def addresses(of: Vault) -> Iterable[str]:
    return [page.as_path for page in tags_pages(of, TagTree.of(of), language("ko"))]


def test_a_tag_has_the_notes_of_those_below_each_once() -> None:
    tree = TagTree.of(tagged("개발/백엔드, 개발/웹", "개발", "개발/백엔드/DB", "요리"))

    assert counts(tree) == {"개발": 3, "개발/백엔드": 2, "개발/백엔드/DB": 1, "개발/웹": 1, "요리": 1}
    assert [tag.label for tag in tree.top()] == ["개발", "요리"]
    assert tree.tags["개발"].below == ("개발/백엔드", "개발/웹")
    assert tree.tags["개발/백엔드/db"].label == "DB"


def test_tags_stand_in_the_order_of_the_site_each_below_its_own() -> None:
    tree = TagTree.of(tagged("zsh, 나, Ansible, 가/10, 가-나, 가/9, 3d, 가"))

    assert [*counts(tree)] == ["3d", "가", "가/9", "가/10", "가-나", "나", "Ansible", "zsh"]


@pytest.mark.parametrize("tag", ["/a", "a/", "a//b", "a/ /b", "/", "/".join("abcdefghi")])
def test_what_has_a_slash_too_many_is_nested_in_nothing(tag: str) -> None:
    [found] = TagTree.of(tagged(f'"{tag}"')).tags.values()

    assert (found.name, "/" in found.file) == (tag, False)


@pytest.mark.parametrize(
    ("tag", "file"),
    [
        ("도커", "도커"),
        ("개발/Docker", "개발/docker"),
        ("C#", "c#"),
        ("C++", "c++"),
        ("100%", "100%"),
        ("a:b?", "a=3ab=3f"),
        ("a=b", "a=3db"),
        (".git", "=2egit"),
        ("a/..", "a/=2e=2e"),
        ("끝.", "끝=2e"),
        ("con", "=63=6f=6e"),
        ("console", "console"),
        ("가" * 70, ""),
    ],
)
def test_a_page_has_a_name_that_every_disk_can_have(tag: str, file: str) -> None:
    tree = TagTree.of(tagged(f'"{tag}"'))

    assert tree.tags[tag.casefold()].file == file


@given(st.text(alphabet=SIGNS, min_size=1), st.text(alphabet=SIGNS, min_size=1))
def test_two_tags_are_two_places(one: str, other: str) -> None:
    tree = TagTree.of(tagged(*(repr_of(tag) for tag in (one, other))))
    places = {tag_place(tag.key, tree) for tag in tree.tags.values()}

    assert len(places) == len(tree.tags)
    assert all(path for path, _ in places)
    assert not any(part in ("", ".", "..") for path, _ in places for part in path.split("/"))


def repr_of(tag: str) -> str:
    """`tag` as YAML has it."""
    return '"' + tag.replace("\\", "\\\\").replace('"', '\\"') + '"'


def test_of_too_many_tags_those_with_most_notes_have_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_tree, "PAGES", 3)
    of = tagged("많은/것, 하나", "많은/것, 둘", "많은")
    tree = TagTree.of(of)

    assert tree.paged == {"많은", "많은/것"}
    assert tree.rare == {"ㅎ": ("하나",), "ㄷ": ("둘",)}
    assert addresses(of) == ["tags.md", "tags/많은.md", "tags/많은/것.md", "tags/-ㄷ.md", "tags/-ㅎ.md"]
    assert tag_place("하나", tree) == (".maru/rare/kb-ㅎ.md", "%ED%95%98%EB%82%98")
    assert tag_place("많은", tree)[1] == ""
    assert tag_place("없는", tree) == ("", "")


def test_two_thousand_tags_used_once_are_few_files() -> None:
    of = tagged(*(f"태그 {number}{'가나다라마바사'[number % 7]}" for number in range(2_000)))

    assert len([*addresses(of)]) < 50


def test_tags_of_what_no_list_names_count_nowhere() -> None:
    of = vault(
        "가.md: ---\ntags: [모두]\n---\n글",
        "나.md: ---\nunlisted: true\ntags: [모두, 숨은]\n---\n글",
        "다.md: ---\ndraft: true\ntags: [모두, 비밀]\n---\n글",
    )

    assert counts(TagTree.of(of)) == {"모두": 1}
    assert [*addresses(of)] == ["tags.md", "tags/모두.md"]


def test_there_is_an_index_without_any_tag() -> None:
    [index] = tags_pages(vault("가.md: 글"), TagTree(), language("ko"))

    assert index.path == TAGS
    assert index.note.body.strip() == "아직 태그가 없습니다."
