import unicodedata

import pytest

from macros.vault import Found, OnlyInObsidian, Reference, Resolution, Vault, Withheld, report
from macros.vault.survey import survey
from tests.vaults import vault

DATA = "==⚠  Switch to EXCALIDRAW VIEW ⚠==\n# Excalidraw Data\n[[없음]] #비밀 ^a\n```compressed-json\nN4K\n```"
DRAWING = f"---\nexcalidraw-plugin: parsed\ntags: [excalidraw]\n---\n{DATA}"


def resolved(of: Vault, name: str) -> Resolution:
    return of.resolve(Reference(name), "글.md")


def test_a_drawing_is_no_note_and_its_text_is_nowhere() -> None:
    of = vault("글.md: ![[고래.excalidraw]]", f"고래.excalidraw.md: {DRAWING}", "고래.excalidraw.svg: x", "없음.md: 글")

    assert [*of.notes] == ["글.md", "없음.md"]
    assert of.used_attachments == {"고래.excalidraw.svg"}
    assert (of.tags, "없음.md" in of.backlinks, report(of)) == ({}, False, ())


@pytest.mark.parametrize(
    "path",
    ["고래.excalidraw.md", "폴더/고래.Excalidraw.md", unicodedata.normalize("NFD", "고래.excalidraw.md")],
)
def test_its_name_alone_makes_a_drawing(path: str) -> None:
    assert [*vault(f"{path}: {DATA}").notes] == []


@pytest.mark.parametrize(
    ("drawing", "exports", "picture"),
    [
        ("고래.excalidraw.md", "고래.excalidraw.svg 고래.excalidraw.dark.svg", "고래.excalidraw.svg"),
        ("고래.excalidraw.md", "고래.excalidraw.light.svg 고래.excalidraw.svg", "고래.excalidraw.light.svg"),
        ("고래.excalidraw.md", "고래.excalidraw.png 고래.excalidraw.svg", "고래.excalidraw.svg"),
        ("고래.excalidraw.md", "고래.png 고래.excalidraw.dark.png", "고래.excalidraw.dark.png"),
        ("고래.excalidraw.md", "고래.svg", "고래.svg"),
        ("고래.excalidraw", "고래.SVG", "고래.SVG"),
        ("고래.md", "고래.svg", "고래.svg"),
        ("고래.md", "다른/고래.svg", ""),
        ("고래.md", "고래.excalidraw.jpg", ""),
    ],
)
def test_the_picture_that_stands_for_a_drawing(drawing: str, exports: str, picture: str) -> None:
    of = vault("글.md: 글", f"{drawing}: {DRAWING}", *(f"{path}: x" for path in exports.split()))

    for name in {drawing, drawing.removesuffix(".md")}:
        assert resolved(of, name) == (Found(picture) if picture else OnlyInObsidian(name, drawing, "Excalidraw"))


def test_a_drawing_that_is_a_draft_is_not_shown() -> None:
    draft = DRAWING.replace("---\nexc", "---\ndraft: true\nexc")
    of = vault("글.md: ![[고래.excalidraw]]", f"고래.excalidraw.md: {draft}", "고래.excalidraw.svg: x")

    assert resolved(of, "고래.excalidraw") == Withheld("고래.excalidraw")
    assert of.used_attachments == frozenset()


def test_a_file_that_only_obsidian_shows_is_told_once_and_never_published() -> None:
    files = ("지도.canvas: {}", "표.base: x", f"고래.md: {DRAWING}", "새.canvas: {}")
    of = vault("가.md: 글\n![[지도.canvas]] [[지도.canvas]]", "나.md: [[지도.canvas]] [[표.base]] ![[고래]]", *files)

    assert of.used_attachments == frozenset()
    assert all(problem.notice for problem in report(of))
    assert [str(problem).split(":")[:2] for problem in report(of)] == [["가.md", "2"], ["나.md", "1"], ["나.md", "1"]]
    assert [problem.path for problem in survey(of) if problem.code == "plugin"] == ["새.canvas"]


def test_the_survey_tells_a_drawing_that_nothing_shows_once() -> None:
    exports = ("고래.excalidraw.svg: x", "고래.excalidraw.dark.svg: x")
    unused = vault("글.md: 글", f"고래.excalidraw.md: {DRAWING}", *exports)
    used = vault("글.md: ![[고래.excalidraw]]", f"고래.excalidraw.md: {DRAWING}", *exports)

    assert [str(problem) for problem in survey(unused) if problem.code == "unused"] == [
        "고래.excalidraw.md:1: no published note shows this drawing: it is not published (embed it, or delete it)"
    ]
    assert [problem for problem in survey(used) if problem.code == "unused"] == []
