import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from macros.vault.blocks import read_blocks
from macros.vault.rules import words
from tests.vaults import render, vault


def headings(text: str) -> list[tuple[int, str, int, int]]:
    return [(h.level, h.text, h.line, h.end) for h in read_blocks(text).headings]


def test_a_section_ends_at_a_heading_of_its_level_or_above() -> None:
    text = "# 가\n## 나\n### 다\n## 라\n# 마\n"

    assert headings(text) == [(1, "가", 0, 4), (2, "나", 1, 3), (3, "다", 2, 3), (2, "라", 3, 4), (1, "마", 4, 6)]


def test_code_and_comments_have_no_headings() -> None:
    assert headings("```\n# 가\n```\n%%\n# 나\n%%\n    # 다\n\n제목\n===\n") == [(1, "제목", 8, 11)]


def test_the_text_of_a_heading_has_no_marks() -> None:
    assert [h[1] for h in headings("## **굵게** `코드` [[노트|글]] ==빛== %%말%% ^id\n")] == ["굵게 코드 글 빛"]


def test_an_unclosed_comment_hides_the_rest() -> None:
    assert headings("# 가\n\n%%\n# 나\n") == [(1, "가", 0, 5)]


def test_passages() -> None:
    of = vault("글.md: 앞 ^p\n\n## 절\n\n안\n\n- 하나\n  - 둘 ^li\n    - 셋\n\n^list\n\n## 끝")

    assert of.passage("글.md", "절") == "## 절\n\n안\n\n- 하나\n  - 둘 ^li\n    - 셋\n\n^list\n"
    assert of.passage("글.md", "^p") == "앞 ^p"
    assert of.passage("글.md", "^li") == "- 둘 ^li\n  - 셋\n"
    assert of.passage("글.md", "^list").startswith("- 하나\n")


@given(st.text(alphabet="# \n>-*`~$%|[]^a가1.)\t\\"))
def test_every_text_can_be_read(text: str) -> None:
    blocks = read_blocks(text)

    assert all(0 <= h.line < h.end <= blocks.line_count for h in blocks.headings)
    assert all(0 <= b.line <= b.end <= blocks.line_count for b in blocks.block_ids)


def ids(text: str) -> list[tuple[str, str]]:
    """The block ids of `text`, each with the lines that it names."""
    blocks, lines = read_blocks(text), text.split("\n")
    return [(of.name, "\n".join(lines[of.line : of.end]).strip()) for of in blocks.block_ids]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("글 ^a", "글 ^a"),
        ("글\n둘째 ^a", "글\n둘째 ^a"),
        ("글\n\n^a", "글"),
        ("- 하나\n- 둘\n^a", "- 둘\n^a"),
        ("- 하나\n  - 둘\n^a\n\n뒤", "- 둘\n^a"),
        ("- 하나\n- 둘\n\n^a", "- 하나\n- 둘"),
        ("> - 하나\n> - 둘\n> ^a", "> - 둘\n> ^a"),
        ("> - 하나\n> - 둘\n>\n> ^a", "> - 하나\n> - 둘\n>"),
        ("- 하나\n\n  ^a\n- 둘", "- 하나\n\n  ^a"),
        ("1. 하나 ^a\n\n   아래", "1. 하나 ^a\n\n   아래"),
        ("- 하나 ^a\n  ![[그림.png]]", "- 하나 ^a\n  ![[그림.png]]"),
        ("- 하나\n\n  둘 ^a", "둘 ^a"),
        ("- [ ] 할 일 ^a", "- [ ] 할 일 ^a"),
        ("| 가 |\n| - |\n| 나 |\n^a", "| 가 |\n| - |\n| 나 |"),
        ("| 가 |\n| - |\n^a\n\n뒤", "| 가 |\n| - |"),
        ("> 인용\n\n^a", "> 인용"),
        ("> [!tip] 제목 ^a\n> 글", "> [!tip] 제목 ^a\n> 글"),
        ("> [!tip] 제목\n> 글 ^a", "> [!tip] 제목\n> 글 ^a"),
        ("```\n코드\n```\n^a", "```\n코드\n```"),
        ("![[그림.png]]^a", "![[그림.png]]^a"),
        ("![[그림.png|300]] ^a", "![[그림.png|300]] ^a"),
        ("글\n\n[^1]: 각주\n\n^a", "글"),
        ("^a", "^a"),
    ],
)
def test_what_a_block_id_names(text: str, named: str) -> None:
    assert ids(text) == [("a", named)]


@pytest.mark.parametrize(
    "text", ["2^10", "f(x)^a", "글^a", "[1]^a", "`글 ^a`", r"글 \^a", "글 ^a\n둘째", "| ^a |\n| - |", "- `가 ^a\n  나`"]
)
def test_what_is_no_block_id(text: str) -> None:
    assert ids(text) == []


def test_the_first_of_two_blocks_has_the_id() -> None:
    assert ids("가 ^a\n\n나 ^A\n\n다 ^b\n\n^c") == [("a", "가 ^a"), ("b", "다 ^b"), ("c", "다 ^b")]


@given(
    st.lists(st.sampled_from(["- 가", "  - 나", "  다", "> 라", "^a", "마 ^b", "| 바 |", "| - |", "", "![[c.png]]^d"]))
)
def test_the_page_has_every_id_that_the_index_has(lines: list[str]) -> None:
    text = "\n".join(lines)
    of = vault(f"글.md: {text}", "c.png: (png)")

    on_page = re.findall(r'id="\^(\w+)"', render(of, "글.md"))
    assert sorted(on_page) == sorted(block.name for block in of.notes["글.md"].block_ids)


LINES = st.sampled_from(
    [
        "가나다 라",
        "a | b",
        "| - |",
        "-|-",
        "===",
        "- ",
        "> ",
        "1. ",
        "    ",
        "  ",
        "\t",
        "",
        "```",
        "<div>",
        "# 가",
        "[a]: b",
        "`가`",
    ]
)


@given(st.lists(st.one_of(LINES, st.tuples(LINES, LINES).map("".join)), max_size=12).map("\n".join))
def test_plain_paragraphs_are_read_as_by_the_other_rules(text: str) -> None:
    """`words` is a short way to what CommonMark's own rules come to."""
    long, short = MarkdownIt("commonmark").enable("table"), MarkdownIt("commonmark").enable("table")
    short.block.ruler.before("table", "words", words, {"alt": []})

    assert [token.as_dict() for token in short.parse(text)] == [token.as_dict() for token in long.parse(text)]
