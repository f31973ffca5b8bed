"""Other plugins and hooks have a hand in a site of MkDocs, and a configuration need not be ours."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.conftest import Build, Write
from tests.pictures import png

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
        assert [paragraph.text for paragraph in page.select("p")] == ["훅이 만든 글", "쪽 6개"]
        assert site.article("a/plain").select_one("h1").text == "Plain"  # type: ignore[union-attr]
        assert site.page("extra").select_one("title").text.startswith("다른 쪽 · ")  # type: ignore[union-attr]
        assert (site.folder / "a/data.json").read_text("utf-8") == "{}"
        assert site.article("글").select(".kb-missing")


def test_a_hook_s_page_and_a_note_of_its_name_are_both_there(write: Write, build: Build, project: Path) -> None:
    site = build(write("extra.md: 내가 쓴 글", "글.md: [[extra]]"), with_hook(project, HOOK))

    assert site.exit_code == 0, site.output
    assert "훅이 만든 글" in site.article("extra").text
    assert "내가 쓴 글" in site.article("extra_").text
    assert site.article("글").select_one("a.kb-link")["href"] == "../extra_/"  # type: ignore[index]


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
    vault = write("가.md: [[나]]", "나.md: 글\n\n[[다]]", "다.md: ![[그림.png]] ![[나]]", ("그림.png", png(1)))
    for _ in range(2):
        site = build(vault, "--dirty")
        assert site.exit_code == 0, site.output

    write("나.md: ---\ntitle: 새 이름\n---\n고친 글\n\n[[다]]")
    (vault / "그림.png").write_bytes(png(2))
    os.utime(vault / "그림.png", (1, 1))
    site = build(vault, "--dirty")

    assert site.exit_code == 0, site.output
    assert [box.text.count("새 이름") for box in site.page("다").select(".kb-near, .kb-backlinks")] == [1, 1]
    assert "고친 글" in site.article("나").text
    assert (site.folder / "그림.png").read_bytes() == png(2)


WATCHING = """
import json, os
from pathlib import Path

written = []

def on_page_content(html, page, config, files):
    return html + f"<p id=content>{os.environ['WORD']}</p>"

def on_env(env, config, files):
    env.globals["word"] = os.environ["WORD"]

def on_page_context(context, page, config, nav):
    context["config"].copyright = os.environ["WORD"] + " of " + page.file.src_uri

def on_post_page(output, page, config):
    written.append(page.file.src_uri)
    return output.replace("</article>", f"<p id=post>{os.environ['WORD']}</p></article>")

def on_post_build(config):
    Path(config.site_dir, "written.json").write_text(json.dumps(sorted(written)))
"""


@pytest.mark.parametrize("only", ["on_page_content", "on_post_page", "on_page_context", ""])
def test_what_a_hook_does_to_pages_is_done_by_each_build(write: Write, build: Build, project: Path, only: str) -> None:
    names = sorted(f"글 {number}.md" for number in range(30))
    hook = (
        WATCHING.replace(f"def {only}", "def kept").replace("def on_p", "def _off").replace("def kept", f"def {only}")
    )
    vault, option = write(*(f"{name}: 글" for name in names)), with_hook(project, hook if only else WATCHING)
    for word in ("하나", "둘"):
        site = build(vault, option, WORD=word, KB_WORKERS="2")

        assert site.exit_code == 0, site.output
        article, page = site.article("글 7"), site.page("글 7")
        if only in ("on_page_content", ""):
            assert article.select_one("#content").text == word  # type: ignore[union-attr]
        if only in ("on_post_page", ""):
            assert article.select_one("#post").text == word  # type: ignore[union-attr]
        if only in ("on_page_context", ""):
            assert f"{word} of 글 7.md" in page.text
        if not only:
            assert set(names) <= {*json.loads((site.folder / "written.json").read_text("utf-8"))}


LOOKING = """
import json
from pathlib import Path

def on_files(files, config):
    global seen
    seen = {file.src_uri: file.url for file in files if not file.src_uri.startswith("assets/")}
    seen["docs_dir"] = config.docs_dir
    for file in [*files]:
        if "비밀" in file.src_uri:
            files.remove(file)
    return files

def on_post_build(config):
    Path(config.site_dir, "seen.json").write_text(json.dumps(seen))
    old = Path(config.site_dir, "old")
    old.mkdir(exist_ok=True)
    (old / "index.html").write_text(f"<meta http-equiv=refresh content='0; ../{seen['a/글.md']}'>")
"""


def test_a_hook_sees_what_is_published_and_may_leave_some_of_it_out(write: Write, build: Build, project: Path) -> None:
    vault = write(
        "a/글.md: [[비밀]] ![[비밀.png]] ![[그림.png]]",
        "비밀.md: 아무도 모른다 [[글]] ![[속.png]]",
        "초안.md: ---\ndraft: true\n---\n글",
        ("비밀.png", png()),
        ("속.png", png()),
        ("그림.png", png()),
    )
    option = with_hook(project, LOOKING)
    for _ in range(2):
        site = build(vault, option)

        assert site.exit_code == 0, site.output
        seen = json.loads((site.folder / "seen.json").read_text("utf-8"))
        assert seen.pop("docs_dir") == str(vault)
        made = {".maru/tags.md", ".maru/all.md", "a/index.md", "index.md"}
        assert {"a/글.md", "비밀.md", "비밀.png", "그림.png", "속.png", *made} == {*seen}
        assert seen["a/글.md"] == "a/%EA%B8%80/"
        assert "a/%EA%B8%80/" in (site.folder / "old/index.html").read_text("utf-8")
        assert not {name for name in site.files() if "비밀" in name or "속" in name}
        assert not site.page("a/글").select(".kb-backlinks, .kb-near, article a.kb-link")
        assert "아무도 모른다" not in "".join(
            (site.folder / name).read_text("utf-8")
            for name in site.files()
            if name.endswith((".html", ".txt", ".json"))
        )


def test_a_navigation_by_hand_has_its_titles(write: Write, build: Build, project: Path) -> None:
    nav = "nav:\n  - 글.md\n  - '둘 & <b>': 나.md\n  - 모음:\n    - 셋: 다.md\n    - 밖: https://example.org/\n"
    option = configure(project, **{"\nmarkdown_extensions:": f"\n{nav}\nmarkdown_extensions:"})
    site = build(write("글.md: 글", "나.md: 글", "다.md: 글", "라.md: 글"), option)

    assert site.exit_code == 0, site.output
    shown = [link.text.strip() for link in site.page("글").select(".md-nav--primary .md-nav__link .md-ellipsis")]
    assert [title for title in shown if title in ("둘 & <b>", "모음", "셋", "나", "다", "라")] == ["둘 & <b>", "모음"]
    inside = {link.text.strip() for link in site.page("다").select(".md-nav--primary .md-nav__link .md-ellipsis")}
    assert {"글", "둘 & <b>", "모음", "셋", "밖"} <= inside
    assert site.article("나").select_one("h1").text == "나"  # type: ignore[union-attr]


def test_a_hook_may_put_a_page_in_the_place_of_a_note(write: Write, build: Build, project: Path) -> None:
    removing = 'if file := files.get_file_from_path("extra.md"): files.remove(file)\n    files.append'
    hook = HOOK.replace("files.append", removing, 1)
    site = build(write("extra.md: 내가 쓴 글", "글.md: [[extra]]"), with_hook(project, hook))

    assert site.exit_code == 0, site.output
    assert "훅이 만든 글" in site.article("extra").text
    assert not [name for name in site.files() if "내가 쓴 글".encode() in (site.folder / name).read_bytes()]


LATE = """
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.structure.nav import Link

@event_priority(-50)
def on_files(files, config):
    files.append(File.generated(config, "late.txt", content="늦게"))

@event_priority(-50)
def on_nav(nav, config, files):
    nav.items.append(Link("늦은 쪽", "https://example.org/"))

@event_priority(-50)
def on_env(env, config, files):
    config.copyright = "늦은 발"
"""


def test_a_hook_that_comes_late_is_waited_for(write: Write, build: Build, project: Path) -> None:
    site = build(write("글.md: 글", "나.md: 글"), with_hook(project, LATE))

    assert site.exit_code == 0, site.output
    assert (site.folder / "late.txt").read_text("utf-8") == "늦게"
    assert "늦은 발" in site.page("나").text
    assert "늦은 쪽" in site.page("나").text


def test_a_hook_that_makes_the_navigation(write: Write, build: Build, project: Path) -> None:
    hook = """
def on_files(files, config):
    assert config.nav is None
    config.nav = [{"첫째 <i>": "나.md"}, {"무리": [file.src_uri for file in files if file.src_uri.startswith("가")]}]
"""
    site = build(write("가.md: 글", "가2.md: 글", "나.md: 글"), with_hook(project, hook))

    assert site.exit_code == 0, site.output
    shown = [link.text.strip() for link in site.page("가").select(".md-nav--primary .md-nav__link .md-ellipsis")]
    assert list(dict.fromkeys(shown)) == ["첫째 <i>", "무리", "가", "가2"]


EDITING = """
import os
from pathlib import Path

def on_post_build(config):
    site, live = Path(config.site_dir), Path(os.environ["LIVE"], "글/index.html")
    assert (site / "글/index.html").is_file() and (site / "search/search_index.json").is_file()
    for page in site.rglob("*.html"):
        with page.open("a") as file:
            file.write("<!-- theirs -->")
    text = live.read_text() if live.exists() else "none"
    print("LIVE", text.count("theirs"), "첫째" in text)
"""


def test_a_hook_that_edits_pages_in_place_edits_the_next_site(
    write: Write, build: Build, project: Path, tmp_path: Path
) -> None:
    option, live = with_hook(project, EDITING), str(tmp_path / "site")
    first = build(write("글.md: 첫째", "나.md: 나"), option, LIVE=live)
    second = build(write("글.md: 둘째"), option, LIVE=live)

    assert "LIVE 0 False" in first.output, first.output
    assert "LIVE 1 True" in second.output, second.output
    for page in ("글", "나"):
        assert (second.folder / page / "index.html").read_text("utf-8").count("<!-- theirs -->") == 1
    assert "둘째" in second.article("글").text
    assert all(path.stat().st_nlink == 1 for path in second.folder.rglob("*.html"))


def test_a_build_that_is_not_well_is_whole_and_says_where_it_is(write: Write, build: Build) -> None:
    site = build(write("글.md: 글 [[없음]]"), "--strict")

    assert site.exit_code == 1
    assert site.article("글")
    assert f"Building documentation to directory: {site.folder}\n" in site.output


def test_a_site_that_cannot_be_written_is_told_in_a_sentence(write: Write, build: Build) -> None:
    done = build(write("글.md: 글"), "-d", "/proc/site", KB_LANGUAGE="en")

    assert done.exit_code == 1
    assert done.output.splitlines()[-1].startswith("a file could not be written or read: ")
    assert "Traceback" not in done.output
