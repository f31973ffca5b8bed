"""Random and hostile text: rendering never fails. What it costs is measured by `tests.bench.hostile`."""

from __future__ import annotations

from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.vaults import render, vault

MARKS = r"""
[ [[ ]( ![ [[도커]] ![[도커]] ![[쪽]] [a](b) [a][b] [a]: * ** *** _ __ == ==a== ~~ %% %%a%% ` `` ``` ~~~ $ $$ $a$ #
## #a > >> >[!note] - -[x] 1. | |a|b| |-|-| [^1] [^1]: ^[a] ^id < <a <b> </b> <div> <script> <!-- --> <img & &amp; \
\* {{ {% {# http:// www. a@b.c 가 도커는 : / = === --- ***
<% %> <%* <%tp.a%> [[<%a%>]] `=this.a` ```tasks
"""
UNITS = [*MARKS.split(), " ", "\n", "\n\n", "  ", "    ", "\t", "\x00", "\u200b", "\u1100"]
hostile = st.lists(st.sampled_from(UNITS), max_size=60).map("".join)


@given(st.one_of(hostile, st.text(max_size=200)))
@settings(deadline=None, max_examples=300)
def test_every_text_is_rendered_and_nothing_in_it_runs(text: str) -> None:
    of = vault("도커.md: # 가\n\n글 ^id", f"쪽.md: {text}")
    html = render(of, "쪽.md")

    page = BeautifulSoup(html, "lxml")
    assert not page.select("script, style, object, embed, base, form, [onclick], [onerror], [srcdoc]")
    assert "\x02" not in html
    assert "klzzwxh" not in html
