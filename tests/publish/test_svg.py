"""What is left of a drawing: what it draws, and nothing that runs, loads or tells of its author."""

from __future__ import annotations

import base64
from xml.etree import ElementTree

import pytest

from macros.publish.active import is_active
from macros.publish.attachments import Cleaned, Refused, outcome
from macros.publish.svg import Drawing, clean
from macros.settings import Attachments
from tests.pictures import SECRET, photo, png

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"'
SHOWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"'


def drawn(inside: str, head: str = "") -> str:
    """What is left inside of the drawing."""
    drawing = clean(f"{HEAD}{head}>{inside}</svg>".encode()).data.decode()
    ElementTree.fromstring(drawing)  # noqa: S314 - it was cleaned
    assert drawing.startswith(SHOWN)
    return drawing.removeprefix(SHOWN).removeprefix("/>").removeprefix(">").removesuffix("</svg>")


SAME = [
    '<g transform="rotate(45)"><path d="M0 0L9 9" stroke-width="2"/></g>',
    '<defs><linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="red"/></linearGradient>'
    '</defs><rect fill="url(#g)" style="stroke:url(#g);opacity:.5"/>',
    '<style>.a &gt; .b{fill:red;background:url("#g")} @media (prefers-color-scheme:dark){.a{fill:#fff}}</style>',
    "<style>@font-face{font-family:V;src:url(data:font/woff2;charset=utf-8;base64,d09GMg==)}</style>",
    '<text xml:space="preserve" x="1"> 고래 &amp; 배 <tspan dy="1em">&lt;b&gt;</tspan></text>',
    '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><symbol id="s"/><use href="#s"/><title>고래</title>',
    '<circle r="3"><animate attributeName="r" values="1;3" dur="2s" repeatCount="indefinite"/></circle>',
    '<a href="https://example.com/?a=1&amp;b"><text>글</text></a><text id="expression" class="binding">글</text>',
    f'<image width="1" href="data:image/png;base64,{base64.b64encode(png()).decode()}"/>',
]


@pytest.mark.parametrize("inside", SAME)
def test_a_drawing_stays_as_it_is(inside: str) -> None:
    assert drawn(inside) == inside


RUNS_OR_LOADS = [
    ("<script>alert(1)</script>", ""),
    ('<script href="data:,alert(1)"/>', ""),
    ('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>', ""),
    ('<g onclick="alert(1)" ONLOAD="alert(1)" ev:event="click" xmlns:ev="http://www.w3.org/2001/xml-events"/>', "<g/>"),
    ('<a xlink:href="javascript:alert(1)"><text>a</text></a>', "<a><text>a</text></a>"),
    ('<a href="&#10;java&#9;script:alert(1)"/>', "<a/>"),
    ('<a href="data:text/html,x"/><a href="other.html"/>', "<a/><a/>"),
    ('<a id="l"><set attributeName="href" to="javascript:alert(1)"/></a>', '<a id="l"/>'),
    ('<animate attributeName="xlink:href" values="javascript:alert(1)"/>', ""),
    ('<animate href="#l" attributeName="onclick" to="alert(1)"/>', ""),
    ("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><img src='x'/></body></foreignObject>", ""),
    ('<use href="//evil/x.svg#a"/><use href="data:image/svg+xml,x#a"/>', ""),
    ('<image href="https://evil/p.png"/><image href="비밀.png"/><image href="data:image/svg+xml,x"/>', ""),
    ('<feImage href="https://evil/p.png"/>', ""),
    ('<rect fill="url(https://evil/p.svg#a)" style="fill:url(//evil);stroke:red"/>', '<rect style=";stroke:red"/>'),
    ('<rect style="fill:u\\72l(//evil)" filter="URL( \'http://evil\' )"/>', "<rect/>"),
    ("<style>@import '//evil'; .a{fill:red}</style>", "<style> .a{fill:red}</style>"),
    ("<style>.a{background:/**/url(//evil)} .b{fill:red}</style>", "<style>.a{} .b{fill:red}</style>"),
    ("<style>.a{background:image-set('//evil' 1x)}</style>", "<style>.a{}</style>"),
    ("<style><![CDATA[</style><script>alert(1)</script>]]></style>", None),
    ("<style><g>a</g></style>", "<style/>"),
    ('<metadata>kim</metadata><!-- kim --><?php kim ?><g xml:base="//evil" data-file="/home/kim"/>', "<g/>"),
    ('<iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/><video/><embed/>', ""),
]


@pytest.mark.parametrize(("inside", "left"), RUNS_OR_LOADS)
def test_nothing_runs_loads_or_tells(inside: str, left: str | None) -> None:
    assert left is None or drawn(inside) == left
    assert "<script" not in drawn(inside)


def test_what_a_reader_would_miss_is_told() -> None:
    made = clean(f"{HEAD} onload='x'><script/><g/><foreignObject/><script/><image href='//e'/></svg>".encode())

    assert made == Drawing(f"{SHOWN}><g/></svg>".encode(), ("script", "foreignObject", "image"))


def test_a_picture_in_a_drawing_tells_nothing_either() -> None:
    left = drawn(f'<image href="data:image/jpeg;base64,{base64.b64encode(photo("JPEG")).decode()}"/>')

    assert SECRET not in base64.b64decode(left.split(",")[1].split('"')[0])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html/>",
        "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
        "<!DOCTYPE svg SYSTEM 'a.dtd'><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
        f"{HEAD}>{'<g>' * 100_000}{'</g>' * 100_000}</svg>",
        f"{HEAD}/><script/>",
    ],
)
def test_what_is_not_understood_stays_at_home(text: str) -> None:
    assert outcome("a.SVG", b"", len(text), text.encode, Attachments()) == Refused("drawing")


def test_a_drawing_that_does_not_say_what_it_is_says_so() -> None:
    drawing = clean(b"<svg><g/><script/><x:g xmlns:x='urn:x'/></svg>")

    assert drawing == Drawing(b'<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>', ("script",))


def test_a_word_of_whose_rights_it_is_and_other_encodings_are_understood() -> None:
    public = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    text = f'<?xml version="1.0" encoding="utf-16"?>{public}{HEAD}><g/></svg>'

    assert outcome("a.svg", b"", len(text), lambda: text.encode("utf-16"), Attachments()) == Cleaned(
        f"{SHOWN}><g/></svg>".encode()
    )


@pytest.mark.parametrize(
    ("path", "head", "active"),
    [
        ("a.html", b"", True),
        ("폴더/A.HTM", b"", True),
        ("a.xhtml", b"", True),
        ("a.xml.", b"", True),
        ("a.svgz", b"", True),
        ("a.mht", b"", True),
        ("a.gpx", b"", True),
        ("a.html.ko", b"", True),
        ("a.svg.bak", b"", True),
        ("a", b"\xef\xbb\xbf <!doctype html>", True),
        ("a", b"<\0s\0v\0g\0", True),
        ("a.html.pdf", b"<html>", False),
        ("a.b.txt", b"<html>", False),
        ("html", b"a < b", False),
        ("a.zip", b"PK", False),
        ("a.js", b"", False),
    ],
)
def test_what_a_browser_runs_is_known_by_its_name(path: str, head: bytes, *, active: bool) -> None:
    assert is_active(path, head) == active
