"""Where a build of MkDocs leaves what the next one can use, and what that depends on."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from macros.hosts.engine import cache_folder
from macros.language import Message
from macros.render import Store, digest
from macros.render.store import environment_of
from macros.vault.folder import read_obsidian_settings

_UNUSED = 24 * 60 * 60
"""Seconds after which templates of another version are taken for forgotten."""
_SETTINGS = (
    *("site_name", "site_url", "site_description", "site_author", "copyright", "use_directory_urls", "repo_url"),
    *("repo_name", "edit_uri", "edit_uri_template", "extra", "extra_css", "extra_javascript", "mdx_configs", "nav"),
)


def open_store(config: MkDocsConfig, options: Config, tell: Callable[[Message], None]) -> Store:
    """The store of the vault that `config` publishes."""
    package = Path(__file__).parents[1]
    parts: dict[str, object] = {
        "python": platform.python_version(),
        "packages": sorted(_packages()),
        "settings": [(name, str(config[name])) for name in _SETTINGS],
        "options": sorted(options.items()),
        "vault": read_obsidian_settings(Path(config.docs_dir)),
        "extensions": [str(extension) for extension in config.markdown_extensions],
        "theme": sorted((key, str(value)) for key, value in config.theme.items()),
        "plugins": [(name, sorted(map(str, getattr(of, "config", {}).items()))) for name, of in config.plugins.items()],
    }
    folders = [(package, "*.py")]
    if config.theme.custom_dir:
        folders += [(Path(config.theme.custom_dir), pattern) for pattern in ("*.html", ".icons/**/*.svg")]
    hooks = [Path(module.__file__ or "") for module in config["hooks"].values()]
    folders += [(hook.parent, hook.name) for hook in hooks]
    name = digest(str(Path(config.docs_dir).resolve()), config.site_url or "")[:16]  # a preview does not evict the site
    return Store(_folder(config) / f"{name}.db", environment_of(parts, folders), tell)


def compiled_templates(config: MkDocsConfig) -> FileSystemBytecodeCache | None:
    """Where templates are kept as they were compiled; the folder is the user's alone, for what is in it is run."""
    parts = {"python": platform.python_version(), "packages": sorted(_packages())}
    folder = _folder(config) / f"templates-{environment_of(parts, [(Path(__file__).parent, '*.py')])}"
    for other in folder.parent.glob("templates-*"):
        if other != folder and other.stat().st_mtime < time.time() - _UNUSED:
            shutil.rmtree(other, ignore_errors=True)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        status = folder.stat()
    except OSError:
        return None
    ours = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    return FileSystemBytecodeCache(str(folder)) if ours and not status.st_mode & 0o022 else None


def _folder(config: MkDocsConfig) -> Path:
    """Where all that is kept for later builds is, unless the environment's `KB_CACHE` names another folder."""
    beside = Path(config.config_file_path).parent if config.config_file_path else None
    return Path(os.environ.get("KB_CACHE") or cache_folder(beside) / "kb")


def _packages() -> Iterator[str]:
    """What is installed, with versions: another version of anything makes everything anew."""
    for folder in sys.path:
        with suppress(OSError):
            yield from (found.name for found in Path(folder).iterdir() if found.suffix in (".dist-info", ".egg-info"))
