"""Where a build of MkDocs keeps what the next one can use."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from macros.hosts.engine import cache_folder
from macros.hosts.fingerprint import fingerprint_of_site, fingerprint_of_templates
from macros.labs.labs import Labs
from macros.language import Message
from macros.render import Store, digest

_UNUSED = 24 * 60 * 60
"""Seconds after which templates of another version are taken for forgotten."""


def open_store(config: MkDocsConfig, options: Config, labs: Labs, tell: Callable[[Message], None]) -> Store:
    """The store of the vault that `config` publishes, whose readers have `labs`."""
    name = digest(str(Path(config.docs_dir).resolve()), config.site_url or "")[:16]  # a preview does not evict the site
    return Store(_folder(config) / f"{name}.db", fingerprint_of_site(config, options, labs), tell)


def open_pictures(config: MkDocsConfig, fingerprint: str, tell: Callable[[Message], None]) -> Store:
    """The store of pictures of diagrams, which are the same while what draws them is: an option changes none."""
    name = digest(str(Path(config.docs_dir).resolve()), "pictures")[:16]
    return Store(_folder(config) / f"{name}.db", fingerprint, tell)


def compiled_templates(config: MkDocsConfig) -> FileSystemBytecodeCache | None:
    """Where templates are kept as they were compiled; the folder is the user's alone, for what is in it is run."""
    folder = _folder(config) / f"templates-{fingerprint_of_templates()}"
    try:
        for other in folder.parent.glob("templates-*"):
            if other != folder and other.stat().st_mtime < time.time() - _UNUSED:
                shutil.rmtree(other, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        status = folder.stat()
    except OSError:
        return None
    ours = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    return _Templates(str(folder)) if ours and not status.st_mode & 0o022 else None


class _Templates(FileSystemBytecodeCache):
    """Templates as they were compiled; a folder that is full or closed has none, and is no reason to stop."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """See Jinja."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """See Jinja."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _folder(config: MkDocsConfig) -> Path:
    """Where all that is kept for later builds is, unless the environment's `KB_CACHE` names another folder."""
    beside = Path(config.config_file_path).parent if config.config_file_path else None
    return Path(os.environ.get("KB_CACHE") or cache_folder(beside) / "kb")
