"""The one reader of text: what wins over what, and how far each thing goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.vault.inlines import Kind, Known, Node, plain_text, read_inlines, walk

KNOWN = Known(footnotes=frozenset({"1"}))


def found(text: str) -> list[str]:
    """What is found in `text` beside words, from the outside in: `CODE [[가]]`."""
    return [_shown(node) for node in walk(read_inlines(text, KNOWN)) if node.kind is not Kind.TEXT]


def _shown(node: Node) -> str:
    return f"{node.kind.name} {node.tag.name if node.tag else node.href or node.text}".strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # code wins, and a backslash takes the meaning
        ("`[[가]]` ``a`b`` [[나]] `열림 [[다]]", ["CODE [[가]]", "CODE a`b", "WIKI 나", "WIKI 다"]),
        (r"\[[가]] \`[[나]]\` \$x$ \\[[다]]", ["WIKI 나", "WIKI 다"]),
        (r"\[x](secret.pdf) `` [[e.png]] ` ``", ["CODE  [[e.png]] `"]),
        ("$5와 `a$b`", ["CODE a$b"]),
        # a comment hides, whatever is in it
        ("%%[[가]]%% $[[나]]$ $5 [[다]] $6", ["COMMENT %%[[가]]%%", "MATH [[나]]", "WIKI 다"]),
        ("%% 비밀 ` %% 글 ` 끝", ["COMMENT %% 비밀 ` %%"]),
        (f"<!-- {'가' * 10_000} [[나]] --> [[다]]", [f"COMMENT <!-- {'가' * 10_000} [[나]] -->", "WIKI 다"]),
        # what opens first
        ("[[$AAPL]]와 [[$TSLA]]", ["WIKI $AAPL", "WIKI $TSLA"]),
        ("[[집|$HOME]]과 [[집|$PATH]]", ["WIKI 집|$HOME", "WIKI 집|$PATH"]),
        ("[a](https://e.com/?$x=1) b?$y=2", ["LINK https://e.com/?$x=1"]),
        ("<https://e.com?$a=1&$b=2>", ["ADDRESS https://e.com?$a=1&$b=2"]),
        ("https://e.com/?$a=1 과 $b", ["ADDRESS https://e.com/?$a=1"]),
        ("![가$나](a.png) ![다$라](b.png)", ["IMAGE a.png", "IMAGE b.png"]),
        ('<img alt="$b"> x <img alt="c$">', ["HTML img", "HTML img"]),
        ("[a$](x) [b$](y)", ["LINK x", "LINK y"]),
        ("$a [b](c) d$", ["MATH a [b](c) d"]),
        ('<span title="[[b]]">글</span>', ["HTML span"]),
        # links within links
        ("[![고래](a.png)](도커.md)", ["LINK 도커.md", "IMAGE a.png"]),
        ("[a [[b]] c](d)", ["WIKI b"]),
        ("[a `]` b](c)", ["LINK c", "CODE ]"]),
        # footnotes
        ("가[^1] 나[^없음] 다^[라 [b](c) `]`]", ["FOOTNOTE 1", "INLINE_FOOTNOTE 라 [b](c) `]`", "LINK c", "CODE ]"]),
        # tags of the vault
        ("#가 #나/다, (#아님) a#b #12 #1a **#굵은**", ["TAG 가", "TAG 나/다", "TAG 1a", "STRONG", "TAG 굵은"]),
        # HTML, and words in angle brackets
        ("List<String> a <b and c> d <img src=c.png>", ["HTML img"]),
        ("vector<i> of T", ["HTML i"]),
        (f'<img src="data:image/png;base64,{"A" * 5000}">', ["HTML img"]),
        # emphasis
        ("**도커(Docker)**는 **`a`**를 _b_", ["STRONG", "STRONG", "CODE a", "EMPHASIS"]),
        ("***가** 나* snake_case_name 2 * 3 * 4", ["EMPHASIS", "STRONG"]),
        ("==가 **나== 다** ~~라~~", ["HIGHLIGHT", "DELETION"]),
    ],
)
def test_what_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("**https://e.com/a**를", "https://e.com/a"),
        ("==https://e.com/a==를", "https://e.com/a"),
        ("(https://e.com/b)에서", "https://e.com/b"),
        ("[https://e.com/b]처럼", "https://e.com/b"),
        ('"https://e.com/d"라고', "https://e.com/d"),
        ("“https://e.com/d”라고", "https://e.com/d"),
        ("'https://e.com/d'라고", "https://e.com/d"),
        ("https://e.com/docs를", "https://e.com/docs"),
        ("https://e.com에서", "https://e.com"),
        ("https://e.com/a에선 쓴다", "https://e.com/a"),
        ("https://e.com/a인데요", "https://e.com/a"),
        ("https://e.com/a등을", "https://e.com/a"),
        ("https://e.com/a을(를)", "https://e.com/a"),
        ("www.e.com(공식)", "www.e.com"),
        ("https://e.com[[도커]]", "https://e.com"),
        ("https://e.com(https)", "https://e.com"),
        ("https://e.com/a(b)[c]", "https://e.com/a(b)[c]"),
        ("https://e.com/a(으)로", "https://e.com/a"),
        ("https://e.com/C언어", "https://e.com/C언어"),
        ("https://e.com/신호_(가)", "https://e.com/신호_(가)"),
        ("https://e.com/a.", "https://e.com/a"),
        ("https://ko.wikipedia.org/wiki/도커_(소프트웨어)", "https://ko.wikipedia.org/wiki/도커_(소프트웨어)"),
        ("https://ko.wikipedia.org/wiki/컨테이너/도커", "https://ko.wikipedia.org/wiki/컨테이너/도커"),
        ("https://e.com/?q=YQ==&b", "https://e.com/?q=YQ==&b"),
        ("www.e.com/a_b*c", "www.e.com/a_b*c"),
        ("me@e.co.kr로", "me@e.co.kr"),
        ("http://localhost:8000/", "http://localhost:8000/"),
        ("https://", ""),
        ("https://word", ""),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text: str, address: str) -> None:
    shown = [node.text for node in walk(read_inlines(text)) if node.kind is Kind.ADDRESS]

    assert shown == [address] * bool(address)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**굵게** _기울임_ snake_case", "굵게 기울임 snake_case"),
        ("[[도커]]와 [[도커#설치|법]] ![[그림.png]]", "도커와 법"),
        ("[글](https://a.b) `코드` $x$ ==빛== %%말%%", "글 코드 x 빛"),
        ("가[^1] <b>나</b> \\*별\\* A&amp;B", "가[^1] 나 *별* A&B"),
    ],
)
def test_plain_text(text: str, plain: str) -> None:
    assert plain_text(text) == plain


@given(st.text(alphabet="`[]!()|#%$=*_~\\<>^:/@. 가a\n\"'{"))
def test_nodes_cover_the_text_in_order(text: str) -> None:
    nodes = read_inlines(text)

    ends = [0, *(node.end for node in nodes)]
    assert all(node.start >= end for node, end in zip(nodes, ends[:-1], strict=True))
    assert all(0 <= node.start < node.end <= len(text) for node in walk(nodes))
    lost = set(range(len(text))) - {place for node in nodes for place in range(node.start, node.end)}
    assert all(text[place] in "*_=~<>/ab" for place in lost), "marks of emphasis and end tags alone are no words"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("앞 <!--" + "`가` *나* " * 1500 + "--> *뒤*", ["TEXT", "COMMENT", "TEXT", "EMPHASIS"]),
        ("앞 %%" + "[다] " * 3000 + "%% *뒤*", ["TEXT", "COMMENT", "TEXT", "EMPHASIS"]),
        ('<img alt="x" src="data:image/png,' + "%41" * 3000 + '"> *뒤*', ["HTML", "TEXT", "EMPHASIS"]),
        ("*가* " * 3000 + "%%비밀 [[나]]%% <!-- 비밀 --> 뒤", ["TEXT", "COMMENT", "TEXT", "COMMENT", "TEXT"]),
        ("*가* " * 3000 + "%% <!--", ["TEXT"]),
    ],
)
def test_what_is_hidden_stays_hidden_in_a_dense_text(text: str, kinds: list[str]) -> None:
    assert [node.kind.name for node in read_inlines(text)] == kinds
