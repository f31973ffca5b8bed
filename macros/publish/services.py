"""What services of others a site asks for by its settings, and which origins its pages may reach for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros.settings import Settings

SCRIPT, CONNECT, FRAME, STYLE = "script-src", "connect-src", "frame-src", "style-src"
"""Directives of a policy."""
_NEEDS = MappingProxyType(
    {
        "giscus": (
            (SCRIPT, "https://giscus.app/client.js"),
            (STYLE, "https://giscus.app/default.css"),
            (FRAME, "https://giscus.app"),
        ),
        "goatcounter": ((SCRIPT, "https://gc.zgo.at/count.js"), (CONNECT, "https://{id}.goatcounter.com/count")),
        "plausible": (
            (SCRIPT, "https://plausible.io/js/script.manual.js"),
            (CONNECT, "https://plausible.io/api/event"),
        ),
        "google": (
            (SCRIPT, "https://www.googletagmanager.com/gtag/js"),
            (CONNECT, "https://*.google-analytics.com"),
            (CONNECT, "https://*.analytics.google.com"),
        ),
    }
)
"""What each service says that it needs, and where the modules in `macros/browser` ask for its script."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What pages may ask of others for one thing, and the setting that says so."""

    source: str
    """An origin, or one address of it, as a policy has it."""
    directive: str
    setting: str

    @property
    def origin(self) -> str:
        """As in `https://giscus.app`."""
        return "/".join(self.source.split("/")[:3])


def grants(settings: Settings) -> tuple[Grant, ...]:
    """What `settings` let the pages of a site ask of others: nothing where none of them is set."""
    commenting = "giscus" if settings.comments.repository else ""
    return (*_granted("comments", commenting), *_granted("analytics", settings.analytics.tool, settings.analytics.id))


def _granted(setting: str, service: str, id: str = "") -> Iterator[Grant]:  # noqa: A002 - as they call it
    for directive, source in _NEEDS.get(service, ()):
        yield Grant(source.format(id=id), directive, setting)


def origins(settings: Settings) -> Mapping[str, tuple[str, ...]]:
    """The origins that pages may ask, by the setting that says so."""
    found: dict[str, dict[str, None]] = {}
    for grant in grants(settings):
        found.setdefault(grant.setting, {})[grant.origin] = None
    return {setting: tuple(asked) for setting, asked in found.items()}


def policy(inline: str, pictures: str, granted: Iterable[Grant] = ()) -> str:
    """The Content-Security-Policy of a page.

    `inline` are the hashes of scripts that stand in the page, `pictures` is where pictures may come from. What a
    directive is not named for has to come from the site itself.
    """
    wider: dict[str, list[str]] = {}
    for grant in granted:
        wider.setdefault(grant.directive, []).append(grant.source)
    own = {
        "default-src": "'self'",
        SCRIPT: f"'self' {inline}",
        STYLE: "'self' 'unsafe-inline'",
        "img-src": pictures,
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
    }
    directives = {**own, **{name: own.get(name, "'self'") for name in wider}}
    return "; ".join(f"{name} {' '.join((value, *wider.get(name, ())))}" for name, value in directives.items())


def verification_tags(settings: Settings) -> tuple[tuple[str, str], ...]:
    """The names and contents of the `<meta>` elements by which search engines know whose site it is."""
    codes = settings.verification
    tags = (("google-site-verification", codes.google), ("naver-site-verification", codes.naver))
    return tuple((name, code) for name, code in tags if code)


def robots_file(settings: Settings, site_url: str) -> str:
    """The text of `robots.txt`; empty where the settings say nothing of robots.

    A site that is not to be indexed may be read: what says so stands in its pages.
    """
    if not settings.robots:
        return ""
    sitemap = f"\nSitemap: {site_url}sitemap.xml\n" if site_url and settings.robots == "index" else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"
