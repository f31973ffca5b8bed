"""Where a build of MkDocs leaves what the next one can use, and what that depends on."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from macros.render import Store, digest
from macros.render.store import environment_of

FOLDER = ".cache/kb"
"""Beside `mkdocs.yml`, unless the environment's `KB_CACHE` names another folder."""
_PACKAGES = (
    *("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "pymdown-extensions", "Markdown", "markdown-it-py"),
    *("mdit-py-plugins", "nh3", "PyYAML", "Jinja2", "Pygments", "MarkupSafe"),
)
"""What a page is made with: another version of one of these makes everything anew."""
_SETTINGS = (
    *("site_name", "site_url", "site_description", "site_author", "copyright", "use_directory_urls", "repo_url"),
    *("repo_name", "edit_uri", "edit_uri_template", "extra", "extra_css", "extra_javascript", "mdx_configs", "nav"),
)


def open_store(config: MkDocsConfig, options: Config, tell: Callable[[str], None]) -> Store:
    """The store of the vault that `config` publishes."""
    package = Path(__file__).parents[1]
    beside = Path(config.config_file_path).parent if config.config_file_path else package.parent
    parts: dict[str, object] = {
        "python": platform.python_version(),
        "packages": [(name, metadata.version(name)) for name in _PACKAGES],
        "settings": [(name, str(config[name])) for name in _SETTINGS],
        "options": sorted(options.items()),
        "extensions": [str(extension) for extension in config.markdown_extensions],
        "theme": sorted((key, str(value)) for key, value in config.theme.items()),
        "plugins": [(name, sorted(map(str, getattr(of, "config", {}).items()))) for name, of in config.plugins.items()],
    }
    folders = [(package, "*.py")]
    if config.theme.custom_dir:
        folders.append((Path(config.theme.custom_dir), "*.html"))
    folder = Path(os.environ.get("KB_CACHE") or beside / FOLDER)
    name = digest(str(Path(config.docs_dir).resolve()), config.site_url or "")[:16]  # a preview does not evict the site
    return Store(folder / f"{name}.db", environment_of(parts, folders), tell)
