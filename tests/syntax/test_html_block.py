"""Blocks of HTML: nothing around them is lost, they end, and the index knows what the page shows."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.language import language
from macros.render import Renderer
from macros.syntax.lost import lost
from macros.syntax.sanitize import cleaner
from macros.vault import Missing
from macros.vault.html import VOID
from tests.vaults import FlatHost, render, vault

FILES = ("a.png: x", "b.md: # B", "c.mp4: x", "d.pdf: x")
NAMES = """a b div p br hr img table tr td li ul dt h2 pre details summary video audio source track iframe svg path text
math script style template title textarea xmp plaintext select option object form noscript frameset body product List
Switch foreignObject kb-run progress ruby caption col span center""".split()
ATTRIBUTES = """src="a.png" src=a.png href="b.md" href="#x" poster="a.png" src="https://e.com/v.mp4" src="없음.png"
href="없음.md" title="a>b" id=i src="c.mp4" src="d.pdf" / " x=' =""".split()
WORDS = [
    "가",
    "나 다",
    "<",
    "&",
    "&lt;",
    "\n",
    " ",
    "<!-- x -->",
    "-->",
    "<?",
    "?>",
    "<![CDATA[",
    "]]>",
    "<!A>",
    "# 가",
    "- 가",
]
tags = st.builds(
    lambda mark, name, attributes, end: f"<{mark}{' '.join([name, *attributes])}{end}",
    st.sampled_from(["", "", "/"]),
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(ATTRIBUTES), max_size=2),
    st.sampled_from([">", ">", "/>", ""]),
)
blocks = (
    st.lists(st.one_of(tags, st.sampled_from(WORDS)), max_size=14).map("".join).map(lambda t: re.sub(r"\n\s+", "\n", t))
)


class Ends(HTMLParser):
    """Sees whether each element ends where it should."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@given(blocks)
@settings(deadline=None, max_examples=100)
def test_whatever_a_block_holds_the_note_around_it_stays(block: str) -> None:
    of = vault(*FILES, f"쪽.md: 앞글\n\n<div>\n{block.strip()}\n\n뒷글\n\n## 제목\n\n끝글")
    rendered = Renderer(FlatHost(of, language("ko"))).render("쪽.md", of.notes["쪽.md"].body)
    page = BeautifulSoup(rendered.html, "lxml")

    assert rendered.lost == ""
    assert [p.text for p in page.select("body > p")][-2:] == ["뒷글", "끝글"]
    assert [h["id"] for h in page.select("body > h2")] == ["제목"]
    ends = Ends(rendered.html)
    assert (ends.open, ends.wrong) == ([], [])


@pytest.mark.parametrize(
    "block",
    [
        "<details> <div>\n\n가\n\n</div>\n\n나",
        "<details><section><div><b>\n\n가\n\n</div>\n\n나",
        "<li>가\n\n나",
        "<dd>가 <li>나</li>\n\n<div><li>",
        "가 <li>나 <dt>다",
        "<ul>\n\n<li><div>\n\n가\n\n</div>\n\n</ul>\n\n나",
        "<div><ul>\n<li>가\n</div>\n\n나",
    ],
)
def test_the_html_of_an_embed_ends_in_it(block: str) -> None:
    of = vault(f"글.md: {block}", "쪽.md: - ![[글]]\n- 끝\n\n> ![[글]]\n>\n> 끝\n\n끝")
    page = BeautifulSoup(render(of, "쪽.md"), "lxml")
    seen = set(BeautifulSoup(render(of, "글.md"), "lxml").text.split())

    assert [set(box.text.split()) for box in page.select(".kb-embed")] == [seen, seen]
    assert [len(page.select(css)) for css in ("body > ul > li", "body > blockquote > p", "body > p")] == [2, 1, 1]


@given(blocks)
@settings(deadline=None, max_examples=100)
def test_the_index_knows_the_files_that_the_page_shows(block: str) -> None:
    of = vault(*FILES, f"쪽.md: <div>\n{block.strip()}")
    resolved = (of.resolve(mention.reference, "쪽.md") for mention in of.notes["쪽.md"].mentions)
    known = {resolution.path for resolution in resolved if not isinstance(resolution, Missing)}
    page = BeautifulSoup(render(of, "쪽.md"), "lxml")
    shown = {unquote(str(element.get(key))) for key in ("src", "href", "poster") for element in page.select(f"[{key}]")}

    assert known == {path for path in shown if path in ("a.png", "b.md", "c.mp4", "d.pdf")}


@pytest.mark.parametrize(
    "attack",
    [
        "<svg><script>alert(1)</script></svg>",
        "<svg onload=alert(1)><path onclick=alert(1) d='M0'/></svg>",
        "<svg><a xlink:href='javascript:alert(1)'><text>가</text></a></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'></svg>",
        "<svg><title><style><!--</style><img src=x onerror=alert(1)>--></title></svg>",
        "<svg><desc><b onclick=x()>가</b></desc><foreignObject><iframe src='javascript:x()'></foreignObject></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'></math>",
        "<svg><g/onload=alert(1)//<p><animate attributeName=href values=javascript:alert(1) /></svg>",
        "<svg><use href='https://example.com/a.svg#x'/><image href='https://example.com/a.png'/></svg>",
        "<svg><set attributeName='onmouseover' to='alert(1)'/></svg>",
        "<svg><path fill='url(https://example.com/a)' style='fill:url(https://example.com/a);color:red'/></svg>",
        r"<svg><path fill='u\72l(https://example.com/a)' style='stroke:u\72l(https://example.com/a)'/></svg>",
        "<svg><path fill=\"url(#a) url('https://example.com/a')\" mask='URL(//example.com/a)'/></svg>",
        "<svg><path style=\"fill:image-set('https://example.com/a' 1x)\" fill='src(\"https://example.com/a\")'/></svg>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    ],
)
def test_a_drawing_runs_nothing_and_loads_nothing(attack: str) -> None:
    html = render(vault(f"쪽.md: <div>\n{attack}\n</div>"), "쪽.md")
    page = BeautifulSoup(html, "lxml")

    assert not page.select("script, style, foreignobject, use, image, set, animate, iframe, img[src], svg a, math")
    for element in page.find_all():
        for key, value in element.attrs.items():
            assert not key.startswith("on")
            assert not re.search(r"javascript:|//|\\", str(value)), (key, value)


def test_what_a_cleaner_drops_is_seen() -> None:
    article = "<h2 id='가'>가</h2><div>나 <product>다 라<pre><code>마</code></pre></div>라"

    assert lost(article, cleaner(load_images=False)(article)) == "다 라 마"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("<p>가 &amp; 나</p>", "<p>가 &amp; 나</p>", ""),
        ("<p>가 &quot;나&quot;</p>", '<p>가 "나"</p>', ""),
        ("<p>가 <b>나</b> 다</p>", "<p>가 <b>나</b></p>", "다"),
        ("<p>가</p><script>나</script><!-- 다 --><template>라</template>", "<p>가</p>", ""),
        ("<table>가<tr><td>나</td></tr></table>", "가<table><tr><td>나</td></tr></table>", ""),
        ("<h2 id='x'>가</h2>", "가", "가"),
        ("<pre><code>가 나</code></pre>", "<p>가 나</p>", "가 나"),
        ("<p>가</p><p>가</p>", "<p>가</p>", "가"),
        ("<p title='a>b'>가</p>", "<p>가</p>", ""),
        ("<p>가<wbr>나</p>", "<p>가나</p>", ""),
        ("<svg><text>가</text></svg>", "", "가"),
    ],
)
def test_what_is_lost_is_said(before: str, after: str, said: str) -> None:
    assert lost(before, after) == said
