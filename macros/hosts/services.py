"""What templates show for services of others."""

from __future__ import annotations

from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig

from macros.hosts.inline_scripts import InlineScripts
from macros.publish.services import Grant, grants, policy, verification_tags
from macros.settings import Settings

_SITE = "site"
"""Where templates find it, in `extra.kb`; all of `extra` is a part of what a site depends on."""


def configure_services(config: MkDocsConfig, settings: Settings) -> None:
    """Let templates know what `settings` say of services."""
    counter = settings.analytics
    config.extra["kb"][_SITE] = {
        "grants": grants(settings),
        "comments": settings.comments if settings.comments.repository else None,
        "counter": counter if counter.tool else None,
        "verification": verification_tags(settings),
        "is_hidden": settings.robots == "noindex",
    }


class Policy:
    """The Content-Security-Policy of a page, for its template."""

    def __init__(self, scripts: InlineScripts, config: MkDocsConfig) -> None:
        """Let `scripts` run that stand in a page, and what the settings of the site in `config` grant."""
        options = config.extra["kb"]
        self._scripts = scripts
        self._pictures = "'self' data: https: http:" if options["external_images"] == "load" else "'self' data:"
        self._grants: tuple[Grant, ...] = options[_SITE]["grants"]

    @pass_context
    def __call__(self, context: Context) -> str:
        """The policy of the page of `context`."""
        return policy(self._scripts(context), self._pictures, self._grants)


def site_of(config: MkDocsConfig) -> dict[str, Any]:
    """What `configure_services` has left for templates."""
    return dict(config.extra["kb"][_SITE])
