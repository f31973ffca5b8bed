"""What the comparison of two generators sees; the builds themselves are compared by `make test-properdocs`."""

from __future__ import annotations

import pytest

from tests.properdocs.compare import Built, differences, generators

MKDOCS = b'<meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.8.1"><p>a</p>'
PROPERDOCS = MKDOCS.replace(b"mkdocs-1.6.1", b"mkdocs-ProperDocs 1.6.7")
SITE = Built({"index.html": MKDOCS, "a.css": b"a"}, ["WARNING - kb: a"], 0)


@pytest.mark.parametrize(
    ("other", "seen"),
    [
        (Built({"index.html": PROPERDOCS, "a.css": b"a"}, ["WARNING - kb: a"], 0), []),
        (Built({"index.html": PROPERDOCS + b" ", "a.css": b"a"}, ["WARNING - kb: a"], 0), ["index.html"]),
        (Built({"index.html": PROPERDOCS * 2, "a.css": b"a"}, ["WARNING - kb: a"], 0), ["index.html"]),
        (Built({"index.html": PROPERDOCS, "b.css": b"a"}, ["WARNING - kb: a"], 0), ["a.css", "b.css"]),
        (Built({"index.html": PROPERDOCS, "a.css": b"a"}, [], 0), ["WARNING - kb: a"]),
        (Built({"index.html": PROPERDOCS, "a.css": b"a"}, ["WARNING - kb: a"], 1), ["exit code"]),
    ],
)
def test_only_the_generator_may_differ(other: Built, seen: list[str]) -> None:
    assert differences(SITE, other) == seen


def test_a_site_tells_who_built_it() -> None:
    assert generators(SITE) == {"mkdocs"}
    assert generators(SITE._replace(files={"a.html": PROPERDOCS, "b.html": MKDOCS})) == {"mkdocs", "mkdocs-ProperDocs"}
    assert generators(Built({}, [], 1)) == set()
