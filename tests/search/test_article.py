"""An article is read the same, however its HTML is written."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.publish.lead import lead
from macros.search.article import Section, read_sections, sections
from tests.bench.generate import files
from tests.vaults import render, vault

COMMENT = "<!---->"
"""A comment, from which on Python's own parser reads."""
TAGS = (
    *('<h1 id="t">', "</h1>", '<h2 id="a">', '<h2 id="&amp;b" class="x y">', "</h2>", "<h3>", "</h3>", "<p>", "</p>"),
    *(
        '<span class="a headerlink">',
        "<span hidden>",
        '<span title="hidden">',
        "</span>",
        "<div\n hidden=''>",
        "</div>",
    ),
    *("<br>", "<br />", "<hr/>", '<img alt="a > b" src="x">', "<kb-math>", "</kb-math>", "<svg/>", "<b/>"),
)
STRANGE_TAGS = (
    *("<script>", "</script>", "<style>", "<textarea>", "</textarea>", "<P>", "<p CLASS=x>", "<a href='<h2>'>"),
    *("<?x?>", "<![CDATA[x]]>", "<!-- <h2> -->", "<p", "</", "<"),
)
TEXTS = ("글", " ", "\n", "a < b", "<3", "&lt;h2&gt;", "&amp", "&", "&#x41;", ">", '"')


@given(st.lists(st.sampled_from([*TAGS, *TAGS, *STRANGE_TAGS, *TEXTS]), max_size=30).map("".join))
@example("<script><script></script>글")
@example("<h2>글 &ampx")
@settings(max_examples=1000, deadline=None)
def test_our_reader_and_pythons_own_agree(html: str) -> None:
    assert sections(html) == sections(COMMENT + html)


def test_they_agree_on_rendered_notes() -> None:
    texts = {path: text for path, text in files(60) if path.endswith(".md")}
    of = vault(*(f"{path}: {text}" for path, text in texts.items()))
    for path in texts:
        html = render(of, path)
        assert len(sections(html)) > 2
        assert sections(html) == sections(COMMENT + html)


@pytest.mark.parametrize(
    ("html", "first"),
    [
        ("<h1>제목</h1><p>첫 문장. 둘째.</p><h2>절</h2><p>글</p>", "첫 문장."),
        ("<h1>제목</h1><h2>절</h2><h3>속</h3><p>글이 여기 있다</p>", "글이 여기 있다"),
        ("<h1>제목</h1>", ""),
        ("", ""),
    ],
)
def test_the_lead_is_the_first_sentence_wherever_it_stands(html: str, first: str) -> None:
    assert lead(html) == first


def test_whoever_wants_the_first_section_reads_no_further() -> None:
    found = read_sections("<p>글</p><h2 id='a'>절</h2>" + "<p>글</p>" * 9)

    assert next(found) == Section("", "", "글")
