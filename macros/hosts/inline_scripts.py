"""Which scripts that stand in a page may run: the theme's own, by the hashes of their texts."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

_FOLDER = "partials/javascripts"
"""Where the theme keeps all of them."""
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_CHARSET = "utf-8"
_OPENING = b"script-src 'self'"
"""How the policy of `overrides/main.html` begins to say it."""


class InlineScripts:
    """The hashes of the theme's scripts, as a policy of a page names them. Those of articles have none."""

    def __init__(self, environments: Iterable[Environment], folders: Iterable[str]) -> None:
        """Know the templates in `folders`, each with those of its scripts, rendered by any of `environments`."""
        self._environments = tuple(environments)
        found = {file.name for folder in folders for file in Path(folder, _FOLDER).glob("*.html")}
        self._names = tuple(f"{_FOLDER}/{name}" for name in sorted(found))
        self._known: dict[str, str] = {}

    @pass_context
    def __call__(self, context: Context) -> str:
        """`'sha256-…' 'sha256-…'` for a page as far from the root as that of `context`, whose address some name."""
        base = context["base_url"]
        if base not in self._known:
            self._known[base] = self._hashes(dict(context.get_all()))
        return self._known[base]

    def _hashes(self, variables: Mapping[str, Any]) -> str:
        templates = (env.get_template(name) for env in self._environments for name in self._names)
        scripts = (found[1] for made in templates for found in _SCRIPT.finditer(made.render(variables)))
        return " ".join(dict.fromkeys(hash_of(script) for script in scripts))


def hash_of(script: str) -> str:
    """What a policy calls `script`, letter for letter, by: `'sha256-…'`."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode(_CHARSET)).digest()).decode('ascii')}'"


def allow_last(page: bytes) -> bytes:
    """`page` whose last script, which the server of a preview has put there, may run by its policy."""
    start, end = page.rfind(b"<script>"), page.rfind(b"</script>")
    if not 0 <= start < end:
        return page
    script = page[start + len(b"<script>") : end].decode(_CHARSET, "replace")
    return page.replace(_OPENING, _OPENING + b" " + hash_of(script).encode("ascii"), 1)
