"""Each fixture beside this file is the documentation of one syntax: source, HTML, and what is said about it.

A case is its title, a line `.`, the Markdown, `.`, the HTML, lines `~ warning` if there are any, and `.`.
One whose title ends in "(not)" shows what the syntax leaves alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from macros.vault import report
from tests.vaults import render, vault

PAGE = "쪽.md"
VAULT = (
    "도커.md: ---\naliases: [Docker, 고래]\n---\n컨테이너를 다루는 도구. ^def\n\n"
    "## 설치\n\n설치하는 법.\n\n### 맥\n\n맥에서.\n\n## 쓰기\n\n쓰는 법. ^use",
    "폴더/속 노트.md: 속에 있는 글과 [[도커]].\n\n- 하나\n- 둘\n\n^list",
    "폴더/속_노트.md: 글",
    "#글.md: 글",
    "각주.md: # 각주\n\n## 절\n\n글[^1] [둘]\n\n## 끝\n\n[^1]: 하나의 글\n[^2]: 둘의 글\n\n[둘]: https://example.com/2",
    "정의.md: [나][1]\n\n[1]: https://example.com/embed\n\n## 절\n\n> # 안\n\n밖",
    "glossary/IPS.md: ---\naliases: [침입 차단 시스템]\nsummary: 공격을 막는 장치\n---\n글",
    "glossary/LXC.md: ---\nsummary: 리눅스 컨테이너\n---\n글",
    "기록.md: ```console run\n---\ntitle: 인사\nengine: display\n---\n$ echo '<안녕>'\n<안녕>\n$ false\n[exit 1]\n```",
    '부름.md: 위\n\n## 절\n\n{{ run("기록.md#1", lines="2") }}\n\n## 끝',
    "그림.png: (png)",
    "소리.mp3: (mp3)",
    "영상.mp4: (mp4)",
    "문서.pdf: (pdf)",
    "고래.excalidraw.md: ---\nexcalidraw-plugin: parsed\n---\n# Excalidraw Data\n[[없음]] #비밀",
    "고래.excalidraw.svg: (svg)",
    "고래.excalidraw.dark.svg: (svg)",
    "폴더/구상.md: ---\nexcalidraw-plugin: raw\n---\n[[없음]]",
    "폴더/구상.light.svg: (svg)",
    "폴더/구상.dark.svg: (svg)",
    "옛 그림.excalidraw: {}",
    "옛 그림.png: (png)",
    "빈 그림.excalidraw.md: ---\nexcalidraw-plugin: parsed\n---\n",
    "지도.canvas: {}",
    "표.base: views",
)


class Case(NamedTuple):
    name: str
    source: str
    html: str
    warnings: list[str]


def cases(path: Path) -> Iterator[Case]:
    for found in re.finditer(
        r"^([^\n]+)\n\.\n(.*?)\n\.\n(.*?)\n\.$", path.read_text("utf-8"), re.MULTILINE | re.DOTALL
    ):
        lines = found[3].split("\n")
        warnings = [line[2:] for line in lines if line.startswith("~ ")]
        html = "\n".join(line for line in lines if not line.startswith("~ "))
        yield Case(found[1], found[2], html, warnings)


ALL = [
    pytest.param(case, id=f"{path.stem}: {case.name}")
    for path in sorted(Path(__file__).parent.glob("*.md"))
    for case in cases(path)
]


@pytest.mark.parametrize("case", ALL)
def test_source_becomes_html(case: Case) -> None:
    of = vault(*VAULT, f"{PAGE}: {case.source}")

    assert render(of, PAGE) == case.html
    assert [str(problem) for problem in report(of) if problem.path == PAGE] == case.warnings


@pytest.mark.parametrize("case", ALL)
def test_decomposed_source_becomes_the_same_html(case: Case) -> None:
    of = vault(*VAULT, f"{PAGE}: {unicodedata.normalize('NFD', case.source)}")

    assert render(of, PAGE) == case.html
