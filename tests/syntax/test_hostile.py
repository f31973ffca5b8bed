"""Random and hostile text: rendering never fails. What it costs is measured by `tests.bench.hostile`."""

from __future__ import annotations

from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.vault.call import Call, recording_of
from tests.vaults import render, vault

MARKS = r"""
[ [[ ]( ![ [[도커]] ![[도커]] ![[쪽]] [a](b) [a][b] [a]: * ** *** _ __ == ==a== ~~ %% %%a%% ` `` ``` ~~~ $ $$ $a$ #
## #a > >> >[!note] - -[x] 1. | |a|b| |-|-| [^1] [^1]: ^[a] ^id < <a <b> </b> <div> <script> <!-- --> <img & &amp; \
\* {{ {% {# http:// www. a@b.c 가 도커는 : / = === --- ***
<% %> <%* <%tp.a%> [[<%a%>]] `=this.a` ```tasks
{{run("기록.md#1")}} {{run("기록.md#1",lines="1")}} {{run("없음")}} {{run( {{a(' {{a(1)}} ${{ {{-
"""
UNITS = [*MARKS.split(), " ", "\n", "\n\n", "  ", "    ", "\t", "\x00", "\u200b", "\u1100"]
HEAD = "---\n---\n"
"""Without it a text that looks like properties would stay at home."""
hostile = st.lists(st.sampled_from(UNITS), max_size=60).map("".join)


@given(st.one_of(hostile, st.text(max_size=200)))
@settings(deadline=None, max_examples=300)
def test_every_text_is_rendered_and_nothing_in_it_runs(text: str) -> None:
    of = vault("도커.md: # 가\n\n글 ^id", f"쪽.md: {HEAD}{text}")
    html = render(of, "쪽.md")

    page = BeautifulSoup(html, "lxml")
    assert not page.select("script, style, object, embed, base, form, [onclick], [onerror], [srcdoc]")
    assert "\x02" not in html
    assert "klzzwxh" not in html


@given(hostile.filter(lambda text: "![[" not in text))
@settings(deadline=None, max_examples=300)
def test_what_the_index_has_as_a_recording_the_page_shows(text: str) -> None:
    of = vault(f"쪽.md: {HEAD}{text}", "기록.md: ```console run\n---\nengine: display\n---\n$ 가\n```")
    calls = (call.read() for call in of.notes["쪽.md"].calls if not call.place)
    read = [asked for call in calls if isinstance(call, Call) and (asked := recording_of(call))]
    shown = BeautifulSoup(render(of, "쪽.md"), "lxml").select("kb-run")

    assert len(shown) == sum(id == "기록.md#1" for id, _ in read)  # noqa: A001
