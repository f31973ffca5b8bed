"""The navigation: places that somebody gave, then Obsidian's order."""

from macros.publish.outline import Branch, Outline
from macros.settings import Entry
from tests.vaults import vault


def tree(*files: str, entries: tuple[Entry, ...] = ()) -> object:
    of = vault(*files)
    return Outline.of(of, entries).tree(of.notes)


def test_folders_come_first_and_numbers_count() -> None:
    found = tree(
        "10 장.md: 글", "2 장.md: 글", "Zed.md: 글", "apple.md: 글", "글/10.md: 글", "글/9.md: 글", "글/가.md: 글"
    )

    assert found == (Branch("글", ("글/9.md", "글/10.md", "글/가.md")), "2 장.md", "10 장.md", "apple.md", "Zed.md")


def test_the_home_is_first_whatever_its_name_s_case() -> None:
    assert tree("가.md: 글", "Home.md: 글") == ("Home.md", "가.md")
    assert tree("home.md: 글", "Index.md: 글", "README.md: 글")[0] == "Index.md"  # type: ignore[index]


def test_a_home_in_a_folder_is_no_note_of_the_folder() -> None:
    of = vault("가.md: 글", "나/시작.md: 글", "나/다.md: 글")

    assert Outline({}, {}, frozenset(), "나/시작.md").tree(of.notes) == (
        "나/시작.md",
        Branch("나", ("나/다.md",)),
        "가.md",
    )


def test_an_index_note_names_its_folder_and_gives_it_a_place() -> None:
    found = tree(
        "가/README.md: 제목 없이",
        "나/Index.md: # 나의 제목",
        "다/index.md: ---\ntitle: 회의록\norder: 1\n---\n글",
        "라/index.md: ---\nnav: false\n---\n글",
        "라/마.md: 글",
        "바.md: ---\norder: 0.5\n---\n글",
        "사.md: ---\nnav: 0\n---\n글",
    )

    assert found == (
        "바.md",
        Branch("회의록", ("다/index.md",)),
        Branch("가", ("가/README.md",)),
        Branch("나의 제목", ("나/Index.md",)),
    )


def test_what_the_settings_name_comes_before_the_rest() -> None:
    found = tree(
        "가.md: 글",
        "나.md: ---\norder: 1\n---\n글",
        "공부/하나.md: 글",
        "공부/둘.md: 글",
        entries=(Entry("가.md", "처음"), Entry("공부/", "배움"), Entry("공부/하나.md")),
    )

    assert found == ("가.md", Branch("배움", ("공부/하나.md", "공부/둘.md")), "나.md")
