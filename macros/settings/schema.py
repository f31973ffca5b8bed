"""The schema: each option of `maru.yml`, its kind, and the variable of the environment that comes before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from yaml import Node

from macros.settings import kinds, services


@dataclass(frozen=True, slots=True)
class Option:
    """One key of `maru.yml`."""

    read: Callable[[Node], Any]
    """Makes a value of what stands behind the key; `WrongValueError` when it is none."""
    environment: str = ""


SCHEMA = MappingProxyType(
    {
        "name": Option(kinds.text, "KB_SITE_NAME"),
        "description": Option(kinds.text, "KB_SITE_DESCRIPTION"),
        "url": Option(kinds.site_address, "KB_SITE_URL"),
        "language": Option(kinds.choice("ko", "en"), "KB_LANGUAGE"),
        "publish": Option(kinds.choice("all", "marked"), "KB_PUBLISH"),
        "draft_status": Option(kinds.texts),
        "exclude": Option(kinds.patterns),
        "home": Option(kinds.path),
        "navigation": Option(kinds.entries),
        "logo": Option(kinds.path),
        "icon": Option(kinds.path),
        "colors": Option(kinds.colors),
        "footer": Option(kinds.text),
        "source": Option(kinds.address),
        "repository": Option(kinds.site_address),
        "cards": Option(kinds.flag),
        "markdown": Option(kinds.flag),
        "css": Option(kinds.paths),
        "attachments": Option(kinds.attachments),
        "search": Option(kinds.search),
        "wanted": Option(kinds.flag),
        "diagrams": Option(kinds.choice("browser", "build"), "KB_DIAGRAMS"),
        "comments": Option(services.comments),
        "analytics": Option(services.analytics),
        "verification": Option(services.verification),
        "robots": Option(kinds.choice("index", "noindex")),
    }
)
