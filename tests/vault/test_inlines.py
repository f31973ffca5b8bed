import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.vault.inlines import Kind, plain_text, spans


def kinds(text: str) -> list[tuple[Kind, str]]:
    return [(span.kind, span.inner) for span in spans(text)]


def test_code_wins_over_what_it_contains() -> None:
    assert kinds("`[[가]]` ``a`b`` [[나]] `열림 [[다]]") == [
        (Kind.CODE, "[[가]]"),
        (Kind.CODE, "a`b"),
        (Kind.WIKI, "나"),
        (Kind.WIKI, "다"),
    ]


def test_comments_and_formulas_hide_links() -> None:
    assert kinds("%%[[가]]%% $[[나]]$ $5 [[다]] $6") == [
        (Kind.COMMENT, "[[가]]"),
        (Kind.MATH, "[[나]]"),
        (Kind.WIKI, "다"),
    ]


def test_links_in_links() -> None:
    assert kinds("[![고래](a.png)](도커.md)") == [(Kind.MARKDOWN, ""), (Kind.MARKDOWN, "![고래](a.png)")]


def test_tags() -> None:
    assert kinds("#가 #나/다, (#아님) a#b #12 #1a") == [(Kind.TAG, "가"), (Kind.TAG, "나/다"), (Kind.TAG, "1a")]


def test_a_backslash_takes_the_meaning() -> None:
    assert kinds(r"\[[가]] \`[[나]]\` \$x$") == [(Kind.WIKI, "나")]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**굵게** _기울임_ snake_case", "굵게 기울임 snake_case"),
        ("[[도커]]와 [[도커#설치|법]] ![[그림.png]]", "도커와 법"),
        ("[글](https://a.b) `코드` $x$ ==빛== %%말%%", "글 코드 x 빛"),
        ("가[^1] <b>나</b> \\*별\\*", "가 나 *별*"),
    ],
)
def test_plain_text(text: str, plain: str) -> None:
    assert plain_text(text) == plain


@given(st.text(alphabet="`[]!()|#%$=*_~\\<>^ 가a\n"))
def test_spans_lie_in_the_text(text: str) -> None:
    assert all(0 <= span.start < span.end <= len(text) for span in spans(text))
    plain_text(text)
