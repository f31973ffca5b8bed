"""What a site depends on beside its notes, as a short text: the same text, and what an earlier build made is right."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from macros.labs.labs import Labs
from macros.render import digest
from macros.vault import read_obsidian_settings

_SETTINGS = (
    *("site_name", "site_url", "site_description", "site_author", "copyright", "use_directory_urls", "repo_url"),
    *("repo_name", "edit_uri", "edit_uri_template", "extra", "extra_css", "extra_javascript", "mdx_configs", "nav"),
)


def fingerprint_of_site(config: MkDocsConfig, options: Config, labs: Labs) -> str:
    """That of a site with the configuration `config`, and `options` of our own, whose readers have `labs`."""
    package = Path(__file__).parents[1]
    parts: dict[str, object] = {
        **_installed(),
        "settings": [(name, str(config[name])) for name in _SETTINGS],
        "options": sorted(options.items()),
        "labs": (sorted(labs.labs.items()), sorted(labs.found.items())),
        "vault": read_obsidian_settings(Path(config.docs_dir)),
        "extensions": [str(extension) for extension in config.markdown_extensions],
        "theme": sorted((key, str(value)) for key, value in config.theme.items()),
        "plugins": [
            (name, sorted(map(str, getattr(plugin, "config", {}).items()))) for name, plugin in config.plugins.items()
        ],
    }
    folders = [(package, "*.py"), (package / "search", "*.txt"), (package / "fonts", "*.*")]
    if config.theme.custom_dir:
        folders += [(Path(config.theme.custom_dir), pattern) for pattern in ("*.html", ".icons/**/*.svg")]
    hooks = [Path(module.__file__ or "") for module in config["hooks"].values()]
    return _fingerprint(parts, [*folders, *((hook.parent, hook.name) for hook in hooks)])


def fingerprint_of_templates() -> str:
    """That of templates as they were compiled."""
    return _fingerprint(_installed(), [(Path(__file__).parent, "*.py")])


def _fingerprint(parts: Mapping[str, object], folders: Iterable[tuple[Path, str]]) -> str:
    """The fingerprint of `parts` and of the files below folders that a pattern names, by path and content."""
    contents: list[str | bytes] = [f"{key}={value!r}" for key, value in sorted(parts.items())]
    for folder, pattern in folders:
        for file in sorted(folder.rglob(pattern)):
            contents += [str(file.relative_to(folder)), file.read_bytes()]
    return digest(*contents)


def _installed() -> Mapping[str, object]:
    return {"python": platform.python_version(), "packages": sorted(_packages())}


def _packages() -> Iterator[str]:
    """What is installed, with versions: another version of anything makes everything anew."""
    for folder in sys.path:
        with suppress(OSError):
            yield from (found.name for found in Path(folder).iterdir() if found.suffix in (".dist-info", ".egg-info"))
