"""The navigation: places that somebody gave, then Obsidian's order."""

from hypothesis import given
from hypothesis import strategies as st

from macros.publish.outline import Branch, Outline, natural
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


def test_folders_and_notes_are_sorted_by_what_is_shown() -> None:
    found = tree(
        "z.md: # 2 하나",
        "a.md: # 10 둘",
        "b.md: ---\ntitle: apple\n---\n글",
        "c.md: # Zed",
        "d.md: # 나무",
        "가지.md: 글",
        "x/index.md: # 가 폴더",
        "x/글.md: 글",
        "y/index.md: # 나 폴더",
        "y/글.md: 글",
        "w/index.md: # 다 폴더",
        "가/글.md: 글",
    )

    assert found == (
        Branch("가", ("가/글.md",)),
        Branch("가 폴더", ("x/index.md", "x/글.md")),
        Branch("나 폴더", ("y/index.md", "y/글.md")),
        Branch("다 폴더", ("w/index.md",)),
        "z.md",
        "a.md",
        "가지.md",
        "d.md",
        "b.md",
        "c.md",
    )


def test_a_title_of_the_settings_is_what_is_shown() -> None:
    assert tree("가.md: 글", "나.md: 글", "다/글.md: 글", "라/글.md: 글", entries=(Entry("라/", "나"),))[0] == Branch(  # type: ignore[index]
        "나", ("라/글.md",)
    )


def test_two_folders_of_one_title_stay_apart() -> None:
    found = tree(*(f"{folder}/{name}: # 글" for folder in "가나" for name in ("index.md", "1.md", "2.md")))

    assert found == (
        Branch("글", ("가/index.md", "가/1.md", "가/2.md")),
        Branch("글", ("나/index.md", "나/1.md", "나/2.md")),
    )


def test_an_index_stands_for_its_folder_before_a_readme() -> None:
    found = tree("가/README.md: # 읽기", "가/index.md: # 가의 제목", "가/Zed.md: 글", "가/apple.md: 글")

    assert found == (Branch("가의 제목", ("가/index.md", "가/README.md", "가/apple.md", "가/Zed.md")),)


@given(st.lists(st.integers(min_value=0)), st.lists(st.text(alphabet="019 ²٣aAㄱ가각나\u1100\u1161", max_size=6)))
def test_numbers_are_sorted_by_value_and_every_text_has_a_place(numbers: list[int], texts: list[str]) -> None:
    names = sorted((f"가 {number}장" for number in numbers), key=natural)

    assert names == [f"가 {number}장" for number in sorted(numbers)]
    assert sorted(texts, key=natural)[:1] == [of for of in texts if natural(of) == min(map(natural, texts))][:1]


def test_korean_comes_before_latin_numbers_before_both_and_signs_behind() -> None:
    names = ["🌎 가", "_a", "(가)", "ж", "éclair", "Zed", "apple", "가나", "가A", "가1", "가 나", "ㅎ", "10 장", "2 장"]

    in_order = ["2 장", "10 장", "ㅎ", "가 나", "가1", "가A", "가나", "apple", "Zed", "éclair"]
    assert sorted(names, key=natural)[: len(in_order)] == in_order


def test_digits_without_end_are_a_number_too() -> None:
    names = ["9" * 5_000, "1" + "0" * 5_000, "007", "7 a", "٨"]

    assert sorted(names, key=natural) == ["007", "7 a", "٨", "9" * 5_000, "1" + "0" * 5_000]
