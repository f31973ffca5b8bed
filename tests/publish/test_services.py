"""Whom pages may ask beside the site itself: nobody, and by each setting no more than it needs."""

import pytest

from macros.publish.services import grants, origins, policy, robots_file
from macros.settings import Analytics, Comments, Settings

COMMENTS = Comments("me/notes", "R_1", "Q&A", "DIC_1")
NOBODY = (
    "default-src 'self'; script-src 'self' 'sha256-a'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " object-src 'none'; base-uri 'self'; form-action 'self'"
)
SCRIPT, STYLE = "script-src 'self' 'sha256-a'", "style-src 'self' 'unsafe-inline'"


def policy_of(settings: Settings) -> str:
    return policy("'sha256-a'", "'self' data:", grants(settings))


def test_with_nothing_set_nobody_is_asked() -> None:
    assert policy_of(Settings(robots="index", url="https://example.com/")) == NOBODY
    assert origins(Settings()) == {}


@pytest.mark.parametrize(
    ("settings", "widened", "added"),
    [
        (
            Settings(comments=COMMENTS),
            {SCRIPT: "https://giscus.app/client.js", STYLE: "https://giscus.app/default.css"},
            "; frame-src 'self' https://giscus.app",
        ),
        (
            Settings(analytics=Analytics("goatcounter", "my-notes")),
            {SCRIPT: "https://gc.zgo.at/count.js"},
            "; connect-src 'self' https://my-notes.goatcounter.com/count",
        ),
        (
            Settings(analytics=Analytics("plausible", "example.com")),
            {SCRIPT: "https://plausible.io/js/script.manual.js"},
            "; connect-src 'self' https://plausible.io/api/event",
        ),
        (
            Settings(analytics=Analytics("google", "G-ABCD")),
            {SCRIPT: "https://www.googletagmanager.com/gtag/js"},
            "; connect-src 'self' https://*.google-analytics.com https://*.analytics.google.com",
        ),
    ],
)
def test_each_setting_widens_the_policy_no_further_than_it_needs(
    settings: Settings, widened: dict[str, str], added: str
) -> None:
    expected = NOBODY + added
    for directive, source in widened.items():
        expected = expected.replace(directive, f"{directive} {source}")

    assert policy_of(settings) == expected


def test_origins_are_told_by_setting() -> None:
    both = Settings(comments=COMMENTS, analytics=Analytics("goatcounter", "a"))

    assert origins(both) == {
        "comments": ("https://giscus.app",),
        "analytics": ("https://gc.zgo.at", "https://a.goatcounter.com"),
    }


@pytest.mark.parametrize(
    ("robots", "text"),
    [
        ("", ""),
        ("index", "User-agent: *\nAllow: /\n\nSitemap: https://example.com/a/sitemap.xml\n"),
        ("noindex", "User-agent: *\nAllow: /\n"),
    ],
)
def test_robots_may_read_what_tells_them_to_keep_away(robots: str, text: str) -> None:
    assert robots_file(Settings(robots=robots), "https://example.com/a/") == text
