"""What a site has beside its pages: nothing that none of them asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, Build, Write
from tests.hosts.test_honest import with_hook

ELEMENTS = {"kb-math": "katex", "kb-diagram": "mermaid"}
LIBRARIES = tuple(ELEMENTS.values())
DIAGRAM = "```mermaid\ngraph TD\n```"


def libraries(names: set[str]) -> list[str]:
    """Those of which all files are among `names`; none is there in part."""
    found = []
    for library in LIBRARIES:
        folder = REPOSITORY / "overrides/assets/vendor" / library
        own = {
            f"assets/vendor/{library}/{path.relative_to(folder).as_posix()}"
            for path in folder.rglob("*")
            if path.is_file()
        }
        assert own <= names or own.isdisjoint(names), library
        found += [library] if own <= names else []
    return found


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        (["가.md: 변수 $x$는"], ["katex"]),
        (["가.md: $$\nx\n$$"], ["katex"]),
        ([f"가.md: {DIAGRAM}"], ["mermaid"]),
        (["가.md: - 목록\n\n  > [!tip] 값 $x$\n  >\n  > ```Mermaid\n  > graph TD\n  > ```"], ["katex", "mermaid"]),
        (["가.md: <div><kb-math>x</kb-math></div>"], ["katex"]),
        (["가.md: 글 <kb-math>x</kb-math>"], []),
        (["가.md: 글^[각주 $x$]"], ["katex"]),
        (["가.md: $5에서 $10까지\n\n`$x$` \\$x$ %%$x$%%\n\n```\n$x$\n```\n\n    ```mermaid"], []),
        (["가.md: 글\n\n[^쓰지 않음]: $x$"], []),
        (["가.md: ---\ndraft: true\n---\n$x$", "나.md: ![[가]]"], []),
        (["가.md: ---\nrender_macros: true\n---\n{{ note_count() }}"], ["katex", "mermaid"]),
        (["가.md: ---\nrender_macros: true\n---\n`{{ note_count() }}`"], []),
    ],
)
def test_libraries_are_there_where_a_page_has_something_for_them(
    write: Write, build: Build, files: list[str], wanted: list[str]
) -> None:
    site = build(write("index.md: # 집", *files))

    assert libraries(site.files()) == wanted, site.output
    shown = {element for text in _pages(site.folder) for element in ELEMENTS if f"<{element}" in text}
    assert {ELEMENTS[element] for element in shown} <= {*wanted}


def test_libraries_are_there_where_another_hook_may_write_what_needs_them(
    write: Write, build: Build, project: Path
) -> None:
    hook = "def on_page_content(html, **_):\n    return html + '<kb-math>x</kb-math>'\n"
    site = build(write("가.md: 글"), with_hook(project, hook))

    assert libraries(site.files()) == [*LIBRARIES], site.output


def test_what_no_page_asks_for_is_left_out(write: Write, build: Build) -> None:
    own = ("assets/javascripts/lunr/own.js", "assets/own.js.map", "assets/own.js")
    site = build(write(f"가.md: {' '.join(f'[글]({name})' for name in own)}", *((name, b"own") for name in own)))

    names = site.files()
    assert {*own} <= names
    assert not {name for name in names - {*own} if name.endswith(".map")}
    assert not {name for name in names - {*own} if re.match("assets/(?:images|javascripts/(?:lunr|workers))/", name)}


def test_a_site_has_few_files_beside_its_pages(write: Write, build: Build) -> None:
    """Hosts allow 20,000 files."""
    names = build(write("가.md: 글")).files()

    assert len({name for name in names if not name.endswith(".html")}) < 40


def _pages(site: Path) -> Iterator[str]:
    return (path.read_text("utf-8") for path in site.rglob("*.html"))
