"""Our notes call things what books and documentation call them: the list is in the note on writing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.conftest import REPOSITORY

DOCS = REPOSITORY / "docs"
STYLE, SEMINAR = DOCS / "글쓰기.md", DOCS / "도커와 쿠버네티스 세미나.md"
ROW = re.compile(r"^\| (?P<new>[^|]+) \| (?P<old>[^|]+) \|$", re.MULTILINE)
PARTICLE = r"(?=(?:은|는|이|가|을|를|의|에|로|으로|도|과|와|만|라|마다|째|예요|이에요)?(?:[^가-힣]|$))"
COUNTED = r"(?<![가-힣\d])(?<![한두세네몇열] )(?<!다섯 )(?<!여섯 )(?<!여덟 )(?<!수십 )"


def old_words() -> Iterator[str]:
    section = STYLE.read_text("utf-8").partition("## 낱말")[2].partition("\n## ")[0]
    for row in ROW.finditer(section):
        if not row["old"].startswith(("쓰지", "-")):
            yield from row["old"].split(", ")


@pytest.mark.parametrize("word", [*old_words()])
def test_no_note_says_the_old_word(word: str) -> None:
    old = re.compile(f"{COUNTED}{word}(?! [않못]){PARTICLE}")  # "가지 않고" is no branch
    files = [*DOCS.rglob("*.md"), *DOCS.rglob("*.console")]
    said = [
        f"{file.relative_to(DOCS)}: {line.strip()}"
        for file in files
        if file not in (STYLE, SEMINAR)
        for line in file.read_text("utf-8").splitlines()
        if old.search(re.sub(r"aliases:.*|\]\(<.*?>\)|run\(.*?\)", "", line))
    ]

    assert said == []


def test_the_list_is_read() -> None:
    assert {"포드", "판", "가지"} < {*old_words()}
