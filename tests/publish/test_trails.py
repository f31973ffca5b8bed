"""Paths: which notes they lead to, and what is told of them."""

from __future__ import annotations

import pytest

from macros.publish.outline import Outline
from macros.publish.trails import Trails, report_trails
from macros.vault import report
from macros.vault.portable import from_plain, to_plain
from tests.vaults import vault

NOTES = ("b/나.md: ---\naliases: [둘]\n---\n글", "가.md: 글", "다.md: 글")


def stations(head: str, *files: str) -> dict[str, tuple[str, ...]]:
    """The stations of the paths of a vault whose note `길.md` has `head`."""
    of = vault(f"길.md: ---\n{head}\n---\n글", *NOTES, *files)
    return {trail.path: trail.stations for trail in Trails.of(of, Outline.of(of, ())).listed}


@pytest.mark.parametrize(
    "head",
    [
        'path: ["[[가]]", "[[나]]"]',
        'path:\n  - "[[가]]"\n  - "[[b/나|이름]]"',
        "path:\n  - [[가]]\n  - [[나]]",
        "path: [[[가]], [[나#제목]]]",
        'Path: ["[[가]]", 둘]',
        "path: [가.md, b/나.md]",
        'path: ["[[가]]", "[[없는 노트]]", "[[나]]", "[[가]]", "[[길]]", ""]',
    ],
)
def test_a_path_is_a_list_of_links(head: str) -> None:
    assert stations(head) == {"길.md": ("가.md", "b/나.md")}


def test_one_link_alone_is_a_path_of_one() -> None:
    assert stations('path: "[[가]]"') == stations("path: [[가]]") == {"길.md": ("가.md",)}


@pytest.mark.parametrize(
    "head",
    [
        "path: /posts/가",
        "path: 가",
        "path: [가, 나]",
        "path: true",
        "path:",
        "path: {a: b}",
        "path: [[1, [2]]]",
        "x: 1",
    ],
)
def test_what_is_no_link_is_somebody_else_s_property(head: str) -> None:
    of = vault(f"길.md: ---\n{head}\n---\n글", *NOTES)

    assert of.notes["길.md"].stations == ()
    assert (report_trails(of), [problem for problem in report(of) if problem.code != "empty"]) == ((), [])


def test_what_may_not_be_named_is_no_station() -> None:
    head = 'path: ["[[집]]", "[[숨은]]", "[[가]]", "[[그림.png]]"]'
    files = ("집.md: ---\ndraft: true\n---\n글", "숨은.md: ---\nunlisted: true\n---\n글", "그림.png:")

    assert stations(head, *files) == {"길.md": ("가.md",)}


def test_a_path_that_no_list_may_name_names_itself_alone() -> None:
    of = vault('길.md: ---\npath: ["[[가]]"]\nunlisted: true\n---\n글', *NOTES)
    trails = Trails.of(of, Outline.of(of, ()))

    assert (trails.listed, {**trails.through}, [*trails.of_notes]) == ((), {}, ["길.md"])


def test_paths_follow_one_another_as_in_the_navigation() -> None:
    of = vault(
        '둘.md: ---\npath: ["[[가]]"]\norder: 2\n---\n글',
        '하나.md: ---\npath: ["[[가]]", "[[다]]"]\norder: 1\n---\n글',
        *NOTES,
    )
    trails = Trails.of(of, Outline.of(of, ()))
    first, second = trails.listed

    assert (first.path, trails.following(first), trails.following(second)) == ("하나.md", second, None)
    assert trails.through == {"가.md": (first, second), "다.md": (first,)}


def test_what_is_wrong_with_a_station_is_told_with_its_line() -> None:
    of = vault(
        '길.md: ---\ntitle: 길\npath:\n  - "[[가]]"\n  - "[[없음]]"\n  - "[[그림.png]]"\n  - "[[가]]"\n  - "[[길]]"\n'
        '  - "[[숨은]]"\n---\n글',
        *NOTES,
        "그림.png:",
        "숨은.md: ---\nunlisted: true\n---\n글",
    )

    assert [(problem.line, str(problem.message), problem.notice) for problem in report_trails(of)] == [
        (6, "`path` leads to 그림.png, which is no note", False),
        (7, "`path` leads to 가.md twice", False),
        (8, "`path` leads to this note itself", False),
        (9, "숨은.md is in no list, so the path leaves it out", True),
    ]
    assert [(problem.path, problem.line) for problem in report(of) if problem.code == "missing"] == [("길.md", 5)]


def test_a_name_without_brackets_is_a_link_with_a_line_too() -> None:
    of = vault('길.md: ---\ntitle: 길\npath: ["[[가]]", 없음]\n---\n글', *NOTES)

    assert [(problem.line, problem.code) for problem in report(of)] == [(3, "missing")]
    assert [link.path for link in of.backlinks["가.md"]] == ["길.md"]


def test_stations_are_kept() -> None:
    note = vault('길.md: ---\npath: ["[[가]]"]\n---\n글').notes["길.md"]

    assert from_plain(to_plain(note)) == note
    assert note.stations
