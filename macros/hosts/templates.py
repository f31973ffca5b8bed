"""The theme's templates, and what they are given."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from macros.hosts.build import Build
from macros.hosts.cache import compiled_templates
from macros.hosts.inline_scripts import InlineScripts
from macros.hosts.lost import ways_on
from macros.hosts.navigation import SharedNavigation, SharedParts, theme_loader
from macros.hosts.services import Policy, site_of
from macros.hosts.windows import Windows
from macros.publish.lead import around_title
from macros.publish.readable import readable


def equip_templates(env: Environment, windows: Windows, build: Build) -> None:
    """Give the templates of `env` the words of the site, and the parts that pages share."""
    config, language = build.config, build.sources.language
    env.trim_blocks = env.lstrip_blocks = True  # the theme's blank lines are a twentieth of a page
    env.bytecode_cache = compiled_templates(config)
    theme = env.overlay(loader=theme_loader(config))
    env.filters["readable"] = cache(readable)  # of which notes of a folder ask for the same
    env.filters["around_title"] = around_title
    env.globals["say"] = theme.globals["say"] = language.say
    env.globals["kb_navigation"] = SharedNavigation(env, theme, windows, build.data.letters)
    env.globals["kb_shared"] = SharedParts(theme)
    env.globals["kb_ways_on"] = [*ways_on(build)]
    env.globals["kb_policy"] = Policy(InlineScripts((env, theme), config.theme.dirs), config)
    env.globals["kb_site"] = site_of(config)
