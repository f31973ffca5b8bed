import unicodedata

import pytest

from macros.vault import Ambiguous, Found, Missing, ObsidianSettings, Reference
from tests.vaults import vault


def where(source: str, name: str, *paths: str) -> object:
    return vault(*(f"{path}: 글" for path in (source, *paths))).resolve(Reference(name), source)


def test_the_exact_path_wins_over_the_own_folder() -> None:
    assert where("가/쪽.md", "같은", "같은.md", "가/같은.md") == Found("같은.md")


def test_the_own_folder_wins_over_the_shortest_path() -> None:
    assert where("가/나/쪽.md", "같은", "다/같은.md", "가/나/같은.md") == Found("가/나/같은.md")


def test_the_shortest_path_wins_and_the_others_are_told() -> None:
    assert where("쪽.md", "같은", "가/깊은/같은.md", "다/같은.md") == Ambiguous("다/같은.md", ("가/깊은/같은.md",))


@pytest.mark.parametrize("name", ["나/글", "나/글.md", "/가/나/글.md", "가/나/글", "글"])
def test_a_part_of_the_path_is_enough(name: str) -> None:
    assert where("쪽.md", name, "가/나/글.md", "나 글.md") == Found("가/나/글.md")


@pytest.mark.parametrize(("name", "path"), [("../위", "위.md"), ("./옆", "가/옆.md"), ("../../밖", None)])
def test_relative_paths(name: str, path: str | None) -> None:
    expected = Found(path) if path else Missing(name)
    assert where("가/쪽.md", name, "위.md", "가/옆.md", "밖/밖.md") == expected


def test_forms_and_letters_do_not_count() -> None:
    decomposed = unicodedata.normalize("NFD", "도커 컴포즈")
    assert where("쪽.md", decomposed, "도커 컴포즈.md") == Found("도커 컴포즈.md")
    assert where("쪽.md", "도커 컴포즈", f"{decomposed}.md") == Found("도커 컴포즈.md")
    assert where("쪽.md", "DOCKER", "Docker.md") == Found("Docker.md")


def test_a_name_wins_over_an_alias() -> None:
    of = vault(
        "쪽.md: 글", "도커.md: 글", "고래.md: ---\naliases: [도커, 배]\n---\n글", "곰.md: ---\nalias: 배\n---\n글"
    )

    assert of.resolve(Reference("도커"), "쪽.md") == Found("도커.md")
    assert of.resolve(Reference("배"), "쪽.md") == Ambiguous("곰.md", ("고래.md",))


def test_a_note_wins_over_a_file_and_a_dotted_name_is_a_name() -> None:
    assert where("쪽.md", "그림", "그림.md", "그림.png") == Found("그림.md")
    assert where("쪽.md", "계획.초안", "계획.md", "계획.초안.md") == Found("계획.초안.md")


def test_a_folder_leads_to_its_index() -> None:
    assert where("쪽.md", "도커", "도커/index.md", "도커/글.md") == Found("도커/index.md")


@pytest.mark.parametrize(
    ("folder", "path"), [("붙임", "붙임/그림.png"), ("./붙임", "가/붙임/그림.png"), ("", "가/나/그림.png")]
)
def test_the_folder_for_attachments_comes_first(folder: str, path: str) -> None:
    of = vault(
        "가/쪽.md: 글",
        "붙임/그림.png: x",
        "가/붙임/그림.png: x",
        "가/나/그림.png: x",
        settings=ObsidianSettings(attachment_folder=folder),
    )
    found = of.resolve(Reference("그림.png", embed=True), "가/쪽.md")

    assert found == Found(path) if folder else isinstance(found, Ambiguous)


def test_missing_names_have_neighbours() -> None:
    of = vault("쪽.md: 글", "도커 컴포즈.md: 글")

    assert of.resolve(Reference("도커 콤포즈"), "쪽.md") == Missing("도커 콤포즈")
    assert of.close_to("폴더/도커 콤포즈.md") == ("도커 컴포즈",)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Foo", "Foo.md"),
        ("foo", "foo.md"),
        ("foo.md", "foo.md"),
        ("FOO", "Foo.md"),
        ("./foo", "foo.md"),
        ("나/bar", "나/bar.md"),
        ("나/Bar", "나/Bar.md"),
        ("bar", "나/bar.md"),
        ("Bar", "나/Bar.md"),
        ("bar.md", "나/bar.md"),
        ("pic.png", "pic.png"),
        ("PIC.png", "PIC.png"),
        ("dir/a", "dir/a.md"),
        ("Dir/b", "Dir/b.md"),
        ("DIR/b", "Dir/b.md"),
    ],
)
def test_names_that_differ_in_case_only_are_told_apart_by_it(name: str, path: str) -> None:
    files = ("Foo.md", "foo.md", "나/Bar.md", "나/bar.md", "PIC.png", "pic.png", "Dir/b.md", "dir/a.md", "가.md")

    assert where("가.md", name, *files) == Found(path)
