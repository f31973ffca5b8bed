"""An article as Markdown again."""

from datetime import date
from xml.etree import ElementTree as Tree

import pytest

from macros.publish.feed import Channel, Entry, feed
from macros.publish.markdown.block import as_markdown
from tests.vaults import render, vault


def again(body: str, *others: str) -> str:
    """What is left of `body` when it was rendered and read back."""
    return as_markdown(render(vault(f"가.md: {body}", *others), "가.md"), lambda url: url).removesuffix("\n")


@pytest.mark.parametrize(
    "body",
    [
        "# 제목\n\n글 **굵게** *기울* ==형광== ~~지움~~ `코드`",
        "``a`b`` `` `a ``",
        "```python\nprint(1)\n\nx\n```",
        "````md\n```\n````",
        "```mermaid\ngraph TD\n```",
        "> 인용\n>\n> > 속",
        "> [!tip] 제목\n>\n> 글",
        "- [ ] 할 일\n- [x] 끝\n  - 속\n\n1. 하나\n2. 둘",
        "3. 셋\n4. 넷",
        "| a | b |\n| --- | --- |\n| 1 | x \\| y |",
        "수식 $x_1$\n\n$$\ny\n$$",
        "글[^1]\n\n[^1]: 각주",
        r"\*별\* \[괄호\] a_b \_c\_ \<b> # \\ 1 \* 2",
        "\\# 제목이 아니다\n\n1\\. 목록이 아니다\n\n\\- 아니다",
        "첫 줄\\\n다음 줄",
        "[밖](https://a.example/b) [a](<https://a.example/a (1).html>)",
        "---",
    ],
)
def test_what_is_written_comes_back(body: str) -> None:
    assert again(body) == body


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("[[나]] [[나|그 글]] [[없음]]", "[나](%EB%82%98.md) [그 글](%EB%82%98.md) 없음"),
        ("%%비밀%% 글 <!-- 비밀 -->", "글"),
        ("![[나#절]]", "## 절\n\n속 글"),
        ("[[비밀]] ![[비밀|이름]]", "비밀 이름"),
        ("IPS는 막는다.", "IPS는 막는다."),
        ("<kbd>Ctrl</kbd> <b>a</b>", "Ctrl **a**"),
        ("<details><summary>펼침</summary>속</details>", "펼침\n\n속"),
    ],
)
def test_it_is_what_the_page_shows(body: str, left: str) -> None:
    others = "나.md: 앞\n\n## 절\n\n속 글", "비밀.md: ---\ndraft: true\n---\n못 보는 글"

    assert again(body, *others, "glossary/IPS.md: ---\nsummary: 막는 것\n---\n글") == left


def test_what_is_nested_without_end_has_one() -> None:
    assert "글" in as_markdown("<div>" * 5000 + "글", lambda url: url)
    assert "글" in as_markdown("<em>" * 5000 + "글", lambda url: url)


def test_a_feed_escapes_what_it_says() -> None:
    channel = Channel("A & B", "", "https://a.example/", "ko")
    made = feed(channel, [Entry('<"가">\x0b', "https://a.example/가/?a&b", date(2026, 1, 2), None, "a < b")])
    root = Tree.fromstring(made)  # noqa: S314 - it is our own

    assert root.findtext("{*}entry/{*}title") == '<"가">'
