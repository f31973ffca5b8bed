"""Pieces of HTML, and which tags of a note belong together."""

from __future__ import annotations

import pytest

from macros.vault.blocks import read_blocks
from macros.vault.html_block import read_html, references
from macros.vault.html_piece import Kind


def kinds(html: str) -> list[tuple[str, str]]:
    return [(piece.kind.name.lower(), html[piece.start : piece.end]) for piece in read_html(html)]


@pytest.mark.parametrize(
    ("html", "pieces"),
    [
        ("가<b>나", [("text", "가"), ("tag", "<b>"), ("text", "나")]),
        ("<Vec> a < b", [("text", "<Vec> a < b")]),
        ("<!-- 가 -->나<!-- 다", [("hidden", "<!-- 가 -->"), ("text", "나"), ("hidden", "<!-- 다")]),
        ("<!-->가", [("hidden", "<!-->"), ("text", "가")]),
        ("<?php 가 ?>나<?php 다", [("hidden", "<?php 가 ?>"), ("text", "나<?php 다")]),
        ("<!DOCTYPE html>가<!>", [("hidden", "<!DOCTYPE html>"), ("text", "가<!>")]),
        ("<script><b></SCRIPT >가<script>나", [("hidden", "<script><b></SCRIPT >"), ("text", "가<script>나")]),
        (
            "<template><!-- </template> --></template>가",
            [("hidden", "<template><!-- </template> --></template>"), ("text", "가")],
        ),
        (
            "<video>가</video>나<video>다",
            [("media", "<video>가</video>"), ("text", "나"), ("media", "<video>"), ("text", "다")],
        ),
        ("<svg><svg></svg><g></svg>가", [("drawing", "<svg><svg></svg><g></svg>"), ("text", "가")]),
        ("<svg><path/> 가", [("drawing", "<svg><path/>"), ("text", " 가")]),
        ("<xmp><b></xmp>", [("literal", "<xmp><b></xmp>")]),
        ("<math><mi>x</mi></math>", [("formula", "<math><mi>x</mi></math>")]),
    ],
)
def test_html_is_read_in_pieces(html: str, pieces: list[tuple[str, str]]) -> None:
    assert kinds(html) == pieces


def test_a_long_comment_or_address_is_read_to_its_end() -> None:
    long = "가나다라 " * 50_000

    assert kinds(f"<!-- {long} -->끝") == [("hidden", f"<!-- {long} -->"), ("text", "끝")]
    assert kinds(f"<img src='data:{long}'>끝") == [("tag", f"<img src='data:{long}'>"), ("text", "끝")]


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<img src=c.png><a href='b.md#x'>", ["c.png", "b.md"]),
        ("<img src='a&amp;copy.png'>", ["a&copy.png"]),
        ("<img src='&#44032;.png' src=b.png>", ["가.png"]),
        ("<a href='#x'><a href='https://example.com'><a href='//example.com/a'><img src='data:image/png,x'>", []),
        ("<!-- <img src=a.png> --><script>'<a href=b.md>'</script><title><a href=b.md></title>", []),
        ("<template><img src=a.png></template><svg><a href=b.md><image href=a.png></a></svg>", []),
        ("<source src=a.mp4><video poster=p.png><source src=a.mp4><a href=b.md>가</a></video>", ["p.png", "a.mp4"]),
        ("<Foo src=a.png><div src=b.png>", []),
    ],
)
def test_only_what_is_shown_leads_to_files(html: str, names: list[str]) -> None:
    assert [reference.name for reference, _ in references(read_html(html))] == names


@pytest.mark.parametrize(
    ("note", "ends"),
    [
        ("<div>\n\n가\n\n</div>", [["div"], ["/div"]]),
        ("<div><b>\n\n가\n\n</div>", [["div", "b", "/b"], ["/div"]]),
        ("<b><i>x</b>y</i>", []),
        ("<center>\n<b><i>x</b>y</i>", [["center", "b", "i", "/i", "/b", "/center"]]),
        ("<table><tr><td>\n\n가\n\n</table>", [["table", "tr", "td"], ["/td", "/tr", "/table"]]),
        ("<p align=center>\n가<br>\n\n나", [["p", "br"]]),
        ("</div>\n\n- <div>\n\n</div>", [[], ["div", "/div"], []]),
        ("> <div>\n\n> </div>", [["div", "/div"], []]),
        ("<ul>\n<li>가<li>나\n</ul>", [["ul", "li", "li", "/li", "/ul"]]),
    ],
)
def test_every_element_ends_where_its_author_ended_it_or_with_its_block(note: str, ends: list[list[str]]) -> None:
    read = [
        [("/" if piece.tag.closing else "") + piece.tag.name for piece in token.meta["html"] if piece.tag]
        for token in read_blocks(note).tokens
        if token.type == "html_block"
    ]
    assert read == ends


@pytest.mark.parametrize(
    ("note", "blocks"),
    [
        ("<Vec>\n# 가", ["paragraph_open", "heading_open"]),
        ("<img src=a.png>\n\n가", ["paragraph_open", "paragraph_open"]),
        ("<img src=a.png>\n**가**", ["html_block"]),
        ("<pre>\n가\n\n# 나", ["html_block", "heading_open"]),
        ("<pre>\n가\n\n# 나\n</pre>", ["html_block"]),
        ("<?php\n\n# 나", ["paragraph_open", "heading_open"]),
        ("<?php\n\n# 나\n?>", ["html_block"]),
        ("<!-- 가\n\n# 나", ["html_block"]),
        ("가\n<script>\n\n# 나", ["paragraph_open", "html_block", "heading_open"]),
    ],
)
def test_which_lines_are_a_block_of_html(note: str, blocks: list[str]) -> None:
    opening = [token.type for token in read_blocks(note).tokens if token.type.endswith(("_open", "_block"))]

    assert opening == blocks


def test_a_drawing_has_its_shapes_one_inside_the_other() -> None:
    html = "<svg><g><path d='M0'/>가<text>나<b>다</b></g></text></svg>"
    drawing = read_html(html)[0]

    assert drawing.kind is Kind.DRAWING
    assert [
        f"{'/' * piece.tag.closing}{piece.tag.name}" if piece.tag else html[piece.start : piece.end]
        for piece in drawing.inside
    ] == ["g", "path", "/path", "text", "나", "/text", "/g"]
