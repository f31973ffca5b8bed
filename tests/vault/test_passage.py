"""Parts of notes: what links call them, and what embeds of them show."""

import pytest

from macros.vault import Reference
from macros.vault.names import github_slugs
from tests.vaults import vault


def fragment(text: str, section: str) -> str | None:
    of = vault(f"글.md: {text}")
    return of.fragment("글.md", Reference.wiki(f"글#{section}"))


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("##### _정의:_ 극한점", "_정의 _ 극한점"),
        ("## $x_1$의 값", "$x_1$의 값"),
        ("## **굵게**: `코드`", "**굵게** `코드`"),
        ("## [글](https://example.com/가)", "[글](https //example.com/가)"),
        ("## [[도커|고래]]", "도커 고래"),
        ("## x^2 | y", "x 2 y"),
        ("## 1\\. 처음", "1 . 처음"),
        ("## C# 언어", "C 언어"),
        ("## C# 언어", "C# 언어"),
        ("## 가 %%말%% 나", "가 말 나"),
        ("## <b>굵게</b>", "<b>굵게</b>"),
        ("여러 줄의\n제목\n===", "여러 줄의 제목"),
        ("> ## 인용의 제목", "인용의 제목"),
    ],
)
def test_a_heading_is_found_by_its_source_with_signs_as_blanks(heading: str, section: str) -> None:
    assert fragment(heading, section)


@pytest.mark.parametrize("section", ["정의 극한", "x", "값", ""])
def test_another_heading_is_not_found(section: str) -> None:
    assert not fragment("## _정의:_ 극한점\n\n## $x_1$의 값", section)


def test_the_anchors_of_github() -> None:
    texts = [
        "같은 제목",
        "같은 제목",
        "🦊 GitLab CI/CD",
        "⚙️ 설정",
        "C++ & C#",
        "같은 제목-1",
        "같은 제목",
        "snake_case Ⓐ ½",
    ]
    slugs = [
        "같은-제목",
        "같은-제목-1",
        "-gitlab-cicd",
        "️-설정",
        "c--c",
        "같은-제목-1-1",
        "같은-제목-2",
        "snake_case-ⓐ-",
    ]

    assert list(github_slugs(texts)) == slugs


def test_an_anchor_of_github_leads_to_the_heading_s_own_id() -> None:
    text = "## 같은 제목\n\n## 같은 제목\n\n## 🦊 GitLab CI/CD\n\n## 제목 1\n\n## 제목\n\n## 제목"

    assert fragment(text, "같은-제목-1") == "같은-제목_1"
    assert fragment(text, "-gitlab-cicd") == "gitlab-cicd"
    assert fragment(text, "제목-1") == "제목-1"


@pytest.mark.parametrize(
    ("text", "anchor", "passage"),
    [
        ('<a id="x"></a>\n\n글', "x", '<a id="x"></a>\n\n글'),
        ('<a name="x"></a>\n## 절\n\n글\n\n## 끝', "x", '<a name="x"></a>\n## 절\n\n글\n'),
        ('앞\n\n글 <a id="가 나" name=x>안</a>', "x", '글 <a id="가 나" name=x>안</a>'),
        ('## <a id="x"></a>절\n\n글\n\n## 끝', "x", '## <a id="x"></a>절\n\n글\n'),
        ('<div id="x">\n글\n</div>\n\n뒤', "x", '<div id="x">\n글\n</div>'),
        ("- <SPAN ID='x'>하나</SPAN>\n- 둘", "x", "<SPAN ID='x'>하나</SPAN>"),
    ],
)
def test_an_anchor_of_the_note_s_own_html(text: str, anchor: str, passage: str) -> None:
    assert fragment(text, anchor) == anchor
    assert vault(f"글.md: {text}").passage("글.md", anchor).removeprefix("- ") == passage


@pytest.mark.parametrize(
    "text",
    [
        '`<a id="x"></a>`',
        '%%<a id="x"></a>%%',
        '<!-- <a id="x"></a> -->',
        '<div>\n<!-- <a id="x"></a> -->\n</div>',
        '```\n<a id="x"></a>\n```',
        '\\<a id="x">',
        '<div name="x">글</div>',
        '<a data-id="x">글</a>',
        '<Vec id="x">',
    ],
)
def test_what_is_no_anchor(text: str) -> None:
    assert fragment(text, "x") is None


def test_a_way_down_through_headings_tries_each_of_a_name() -> None:
    text = "# 월\n## 할 일\n# 화\n## 끝\n# 월\n## 끝\n### 안\n# 월\n## 끝\n### 밖"

    assert fragment(text, "월#끝") == "끝_1"
    assert fragment(text, "월#끝#밖") == "밖"
    assert fragment(text, "월#안") == "안"
    assert fragment(text, "화#할 일") is None
