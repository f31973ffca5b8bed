"""XML leaves where nothing in it can run."""

from __future__ import annotations

import pytest

from macros.publish.attachments import AsItIs, Refused, outcome
from macros.settings import Attachments

XHTML = 'xmlns:h="http://www.w3.org/1999/xhtml"'


def leaves(path: str, text: str) -> bool:
    data = text.encode()
    found = outcome(path, data[:64], len(data), lambda: data, Attachments())
    assert found in (AsItIs(), Refused("active"))
    return found == AsItIs()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        *(
            ("자료.xml", "<a/>"),
            ("자료.XML", "<script>alert(1)</script>"),
            ("자료.xml", "<?xml version='1.0'?>\n<a>글</a>"),
        ),
        *(
            ("길.gpx", '<gpx xmlns="http://www.topografix.com/GPX/1/1"/>'),
            ("글.atom", '<f xmlns="http://www.w3.org/2005/Atom"/>'),
        ),
    ],
)
def test_what_no_browser_runs_leaves(path: str, text: str) -> None:
    assert leaves(path, text)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        *(("자료.xml", f"<a {XHTML}><h:script/></a>"), ("자료.xml", '<svg xmlns="http://www.w3.org/2000/svg"/>')),
        *(
            ("자료.xml", '<?xml-stylesheet href="a.xsl"?><a/>'),
            ("자료.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
        ),
        *(("자료.xml", "<a>"), ("자료.xml", ""), ("자료.rss", f"<a><b {XHTML}><h:p/></b></a>"), ("자료.xsl", "<a/>")),
        *(
            ("자료.xhtml", "<a/>"),
            ("자료.xml.ko", "<a/>"),
            ("자료", "<a/>"),
            ("자료.svgz", "<a/>"),
            ("자료.html", "<a/>"),
        ),
    ],
)
def test_what_may_run_or_is_not_understood_stays_at_home(path: str, text: str) -> None:
    assert not leaves(path, text)
