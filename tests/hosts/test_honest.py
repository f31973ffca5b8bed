"""Other plugins and hooks have a hand in a site of MkDocs, and a configuration need not be ours."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import Build, Write

HOOK = """
from mkdocs.structure.files import File

def on_files(files, config):
    files.append(File.generated(config, "extra.md", content="# 다른 <b>쪽</b>\\n\\n훅이 만든 글"))
    files.append(File.generated(config, "a/plain.md", content="제목 없는 글"))
    files.append(File.generated(config, "a/data.json", content="{}"))
    return files

def on_page_context(context, page, config, nav):
    if page.file.src_uri == "extra.md":
        context["page"].content += f"<p>쪽 {len(context['pages'])}개</p>"
    return context
"""


def configure(project: Path, **changes: str) -> str:
    """The option for a configuration in which each text of `changes` stands for another."""
    file = project / "mkdocs.yml"
    text = file.read_text("utf-8")
    for before, after in changes.items():
        assert before in text
        text = text.replace(before, after)
    file.write_text(text, "utf-8")
    return f"--config-file={file}"


def with_hook(project: Path, hook: str) -> str:
    (project / "theirs.py").write_text(hook, "utf-8")
    return configure(project, **{"[macros/mkdocs_hook.py]": "[macros/mkdocs_hook.py, theirs.py]"})


def test_pages_of_a_hook_are_written(write: Write, build: Build, project: Path) -> None:
    vault, option = write("글.md: [[없음]]"), with_hook(project, HOOK)
    for _ in range(2):  # as new, and as what is there already
        site = build(vault, option)

        assert site.exit_code == 0, site.output
        page = site.article("extra")
        assert [h1.text.strip("¶ ") for h1 in page.select("h1")] == ["다른 쪽"]
        assert [paragraph.text for paragraph in page.select("p")] == ["훅이 만든 글", "쪽 5개"]
        assert site.article("a/plain").select_one("h1").text == "Plain"  # type: ignore[union-attr]
        assert site.page("extra").select_one("title").text.startswith("다른 쪽 · ")  # type: ignore[union-attr]
        assert (site.folder / "a/data.json").read_text("utf-8") == "{}"
        assert site.article("글").select(".kb-missing")


def test_a_hook_s_page_and_a_note_of_its_name_are_both_there(write: Write, build: Build, project: Path) -> None:
    site = build(write("extra.md: 내가 쓴 글", "글.md: [[extra]]"), with_hook(project, HOOK))

    assert site.exit_code == 0, site.output
    assert "훅이 만든 글" in site.article("extra").text
    assert "내가 쓴 글" in site.article("extra-2").text
    assert site.article("글").select_one("a.kb-link")["href"] == "../extra-2/"  # type: ignore[index]


def test_a_hook_that_makes_the_home(write: Write, build: Build, project: Path) -> None:
    site = build(write("글.md: 글"), with_hook(project, HOOK.replace('"extra.md"', '"index.md"')))

    assert "훅이 만든 글" in site.article().text
    assert not [name for name in site.files() if name.startswith("index-")]


@pytest.mark.parametrize("left", ["", "extra:\n  generator: false\n"])
def test_a_configuration_without_options(write: Write, build: Build, project: Path, left: str) -> None:
    text = (project / "mkdocs.yml").read_text("utf-8")
    extra = text[text.index("extra:\n") : text.index("extra_css:")]
    site = build(write("글.md: ![고래](https://example.com/a.png)"), configure(project, **{extra: left}))

    assert site.exit_code == 0, site.output
    assert not site.page("글").select("article img[src]")
    assert "img-src 'self' data:;" in str(site.page("글").select_one("meta[http-equiv]"))


@pytest.mark.parametrize("name", ["mkdocs_x", "site"])
def test_a_build_is_no_preview_whatever_its_folder_is_called(
    write: Write, build: Build, tmp_path: Path, name: str
) -> None:
    site = build(write("글.md: [[없음]]"), "-d", str(tmp_path / name), TMPDIR=str(tmp_path))
    files = {path.relative_to(tmp_path / name).as_posix() for path in (tmp_path / name).rglob("*")}

    assert site.exit_code == 0, site.output
    assert "kb-problems" not in (tmp_path / name / "글/index.html").read_text("utf-8")
    assert {"search/search_index.json", "search/words-0.txt"} <= files


def test_a_dirty_build_is_as_right_as_any(write: Write, build: Build) -> None:
    vault = write("가.md: [[나]]", "나.md: 글\n\n[[다]]", "다.md: ![[그림.png]] ![[나]]", ("그림.png", b"new"))
    for _ in range(2):
        site = build(vault, "--dirty")
        assert site.exit_code == 0, site.output

    write("나.md: ---\ntitle: 새 이름\n---\n고친 글\n\n[[다]]")
    (vault / "그림.png").write_bytes(b"old")
    os.utime(vault / "그림.png", (1, 1))
    site = build(vault, "--dirty")

    assert site.exit_code == 0, site.output
    assert site.article("다").text.count("새 이름") == 1
    assert "고친 글" in site.article("나").text
    assert (site.folder / "그림.png").read_bytes() == b"old"
