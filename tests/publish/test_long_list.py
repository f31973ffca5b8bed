"""Lists that are too long for each page: their letters, and which notes are in them."""

from __future__ import annotations

import pytest

from macros.publish.letters import DIGITS, KOREAN, LATIN, OTHERS, Alphabet, letter_of
from macros.publish.long_list import AROUND, LONGEST, LongList, around, long_lists
from macros.publish.outline import Outline
from macros.vault import Vault
from tests.vaults import vault


def lists(*files: str, folder: str = "", count: int = LONGEST + 1) -> list[LongList]:
    of = vault(*files, *(f"{folder}노트 {number}.md: 글" for number in range(count)))
    return found(of)


def found(of: Vault) -> list[LongList]:
    outline = Outline.of(of, ())
    return [*long_lists(outline.tree(of.notes), outline, of.notes).values()]


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("가나", "ㄱ"),
        ("까치", "ㄱ"),
        ("쌀", "ㅅ"),
        ("힣", "ㅎ"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "ㅎ"),
        ("ㅆㅂ", "ㅅ"),
        ("docker", "D"),
        ("Été", "E"),
        ("Zed", "Z"),
        ("3장", DIGITS),
        ("①", DIGITS),
        ("/etc/hosts", OTHERS),
        ("日本", OTHERS),
        ("ㅏ", OTHERS),
        ("", OTHERS),
    ],
)
def test_a_title_has_the_letter_of_a_dictionary(title: str, letter: str) -> None:
    assert letter_of(title) == letter


@pytest.mark.parametrize(
    ("titles", "letters"),
    [
        (["가"] * 70, (*KOREAN, OTHERS)),
        (["가"] * 70 + ["new", "3", "🌎"], (*KOREAN, OTHERS)),
        (["가"] * 60 + ["a"] * 10, (*KOREAN, *LATIN, OTHERS)),
        (["a"] * 60 + ["3 b"] * 10, (*LATIN, DIGITS, OTHERS)),
        (["2024-01-02", "2023-12-31", "202312011230 글"] * 30, ("2023", "2024", OTHERS)),
        (["日本"] * 70, (OTHERS,)),
        ([], (*KOREAN, *LATIN, DIGITS, OTHERS)),
    ],
)
def test_an_alphabet_is_whole_and_one_note_more_does_not_change_it(titles: list[str], letters: tuple[str, ...]) -> None:
    assert Alphabet.of(titles).letters == letters


def test_signs_before_a_title_are_not_its_letter() -> None:
    alphabet = Alphabet((*KOREAN, *LATIN, "2023", OTHERS))

    assert [alphabet.letter(title) for title in ("🌎 HOME", "[가] 나", "(2023) 글", "2024 글", "…")] == [
        "H",
        "ㄱ",
        "2023",
        OTHERS,
        OTHERS,
    ]


def test_a_list_is_long_from_one_note_more_than_pages_show() -> None:
    assert lists(count=LONGEST) == []
    (long,) = lists()
    assert (long.folder, long.title, len(long.notes)) == ("", "", LONGEST + 1)
    assert [listed.path for listed in long.notes][:3] == ["노트 0.md", "노트 1.md", "노트 2.md"]


def test_homes_and_indexes_and_notes_with_a_place_stay_in_each_page() -> None:
    placed = "---\norder: 1\n---\n글"
    (long,) = lists("나/README.md: # 나의 글", f"나/먼저.md: {placed}", "나/깊은 곳/글.md: 글", folder="나/")

    assert (long.folder, long.title, len(long.notes)) == ("나", "나의 글", LONGEST + 1)
    assert lists("index.md: 글", f"먼저.md: {placed}", count=LONGEST) == []


def test_so_many_notes_with_a_place_are_a_long_list_too() -> None:
    of = vault(*(f"{number}.md: ---\norder: {200 - number}\n---\n글" for number in range(LONGEST + 1)))
    (long,) = found(of)

    assert long.notes[0].path == f"{LONGEST}.md"


def test_the_page_of_a_list_hangs_on_its_folder_alone() -> None:
    (one,), (other,), (root,) = lists(folder="가/"), lists(folder="가/", count=99), lists()

    assert one.page == other.page != root.page


@pytest.mark.parametrize(
    ("at", "first"), [(None, 0), (0, 0), (AROUND, 0), (AROUND + 1, 1), (50, 43), (98, 85), (99, 85)]
)
def test_a_window_has_as_many_notes_wherever_it_is(at: int | None, first: int) -> None:
    window = around(100, at)

    assert (window.start, window.stop - window.start) == (first, 2 * AROUND + 1)
    assert at is None or window.start <= at < window.stop
