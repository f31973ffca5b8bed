"""What the settings of a vault change in the configuration of MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape
from pathlib import Path
from urllib.parse import quote, urlsplit

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from pathspec import GitIgnoreSpec

from macros.hosts.services import configure_services
from macros.language import Language, language
from macros.settings import Analytics, Settings, is_settings_file
from macros.vault import Reason, Selection, fold, nfc
from macros.vault.folder import SITE_MARK

ICON = "assets/kb/icon.svg"
"""The icon that a site without one gets."""
WORDS = SITE_MARK.removesuffix(".js")
"""The words of scripts and style sheets, with `.js` and `.css`."""


def language_of(config: MkDocsConfig, settings: Settings) -> Language:
    """The language of the site: what the settings say, or the theme; Korean where neither does."""
    return language(settings.language or str(config.theme.get("language") or "ko"))


def configure(config: MkDocsConfig, settings: Settings, *, preview: bool) -> None:
    """Let `settings` win over `mkdocs.yml`. The theme takes texts for HTML, so that they are escaped here.

    It escapes the name itself in a few places: markup stays as it is there.

    A preview stays at the address that its server has, and counts no visitors.
    """
    words = language_of(config, settings)
    name = settings.name or ("" if config.site_name else nfc(Path(config.docs_dir).resolve().name))
    config.site_name = Markup(escape(name)) or config.site_name  # noqa: S704 - it is escaped
    config.site_description = escape(settings.description) or config.site_description
    config.copyright = escape(settings.footer) or config.copyright
    config.repo_url = escape(settings.source) or config.repo_url
    if settings.source:
        config.repo_name = escape(urlsplit(settings.source).hostname or "").removeprefix("www.")
    config.watch = [*config.watch, str(Path(__file__).parents[1]), *filter(None, [config.theme.custom_dir])]
    if settings.url and not preview:
        config.site_url = settings.url
    theme = config.theme
    if settings.language:
        theme["language"] = settings.language
    logo, icon = quote(settings.logo), quote(settings.icon)  # addresses from here on
    theme["logo"] = logo or theme.get("logo") or icon or ICON
    theme["favicon"] = icon or _given(theme.get("favicon")) or logo or ICON
    palette = theme.get("palette") or {}
    theme["palette"] = (
        [_palette(scheme, settings, words) for scheme in palette]
        if isinstance(palette, list)
        else _palette(palette, settings, words)
    )
    configure_services(config, replace(settings, analytics=Analytics()) if preview else settings)
    config.extra_css = [*config.extra_css, f"{WORDS}.css", *map(quote, settings.css)]
    toc = config.mdx_configs.get("toc", {})
    if toc.get("permalink"):
        config.mdx_configs["toc"] = {"permalink_title": words.say("page.anchor"), **toc}


def selection_of(config: MkDocsConfig, settings: Settings) -> Selection:
    """What of the vault may be published, by `settings`, and by MkDocs' own `exclude_docs`."""
    own = GitIgnoreSpec.from_lines(settings.exclude)
    file, line = settings.place("exclude")

    def rule(path: str) -> Reason | None:
        if is_settings_file(path):
            return Reason("settings")
        found = own.check_file(path)
        if found.include and found.index is not None:
            return Reason("excluded", settings.exclude[found.index], f"{file}:{line}")
        if config.exclude_docs and config.exclude_docs.match_file(path):
            return Reason("excluded", "exclude_docs", "mkdocs.yml")
        return None

    marked_file, marked_line = settings.place("publish")
    return Selection(
        rule,
        statuses=frozenset(map(fold, settings.draft_status)),
        only_marked=settings.publish == "marked",
        marked_at=f"{marked_file}:{marked_line}",
        home=settings.home,
        needed=tuple(_needed(config, settings)),
    )


def _needed(config: MkDocsConfig, settings: Settings) -> Iterable[str]:
    """Paths, of which some are files of the vault, that the theme was told to show."""
    yield from (path for paths in settings.files.values() for path in paths)
    yield from filter(None, (str(config.theme.get(key) or "") for key in ("logo", "favicon")))
    yield from map(str, (*config.extra_css, *config.extra_javascript))


def _given(favicon: object) -> str:
    """The icon of `mkdocs.yml`; the theme's own counts as none."""
    return "" if favicon == "assets/images/favicon.png" else str(favicon or "")


def _palette(given: Mapping[str, object], settings: Settings, words: Language) -> dict[str, object]:
    """A scheme of the palette with the author's colours, its switch in the site's language."""
    scheme = dict(given)
    chosen = {"primary": settings.colors.primary, "accent": settings.colors.accent}
    scheme |= {key: colour for key, colour in chosen.items() if colour}
    if isinstance(toggle := scheme.get("toggle"), dict):
        name = words.say("page.light" if scheme.get("scheme") == "slate" else "page.dark")
        scheme["toggle"] = {"name": name, **toggle}
    return scheme
