from hypothesis import given
from hypothesis import strategies as st

from macros.vault.blocks import read_blocks
from tests.vaults import vault


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
