"""Where MkDocs, other plugins and hooks believe the site to be while it is built, and where it is."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from macros.hosts.scaffold import NO_ROOM, Scaffold
from macros.language import Message, language_of_terminal, message

_log = get_plugin_logger("kb")


class Destination:
    """The folder of the site of a configuration, from the beginning of a build to its end."""

    def __init__(self, config: MkDocsConfig, tell: Callable[[Message], None], *, is_preview: bool) -> None:
        """Let all who ask `config` write beside the site, or for a preview into it. OSError as of a scaffold."""
        self._config = config
        self._named = config.site_dir
        self.folder = Path(config.site_dir)
        self.scaffold = None if is_preview else Scaffold(self.folder, tell)
        if self.scaffold:
            config.site_dir = str(self.scaffold.next)
        self._log = logging.getLogger("mkdocs.commands.build")
        self._log.addFilter(self._named_as_asked)

    def hide(self, config: MkDocsConfig) -> None:
        """Let MkDocs, which is about to clean the folder of the site, find nothing in it."""
        if not self.scaffold:
            config.site_dir = os.path.join(self._named, ".nothing")  # noqa: PTH118 - a text, as in the configuration

    def show(self, config: MkDocsConfig, files: Files) -> None:
        """Let it write there from now on, also the `files` that it has found meanwhile."""
        if not self.scaffold:
            config.site_dir = self._named
            for file in files:
                file.dest_dir = self._named

    def leave(self) -> None:
        """Put the configuration back, and take down what was beside the site."""
        self._config.site_dir = self._named
        self._log.removeFilter(self._named_as_asked)
        if self.scaffold:
            self.scaffold.take_down()

    def fault_of_disk(self, error: BaseException) -> Message | None:
        """What to tell of an `error` that is the disk's: it is full, or nobody may write there; None of any other."""
        if not isinstance(error, OSError):
            return None
        places = (self._named, str(self.scaffold.next.parent) if self.scaffold else self._named)
        refused = error.errno in (errno.EACCES, errno.EPERM) and str(error.filename or "").startswith(places)
        return told_of(error) if refused or error.errno in (*NO_ROOM, errno.EROFS) else None

    def _named_as_asked(self, record: logging.LogRecord) -> bool:
        """Let MkDocs say where the site will be."""
        if self.scaffold:
            record.msg = str(record.msg).replace(str(self.scaffold.next), self._named)
        return True


def open_destination(config: MkDocsConfig, *, is_preview: bool) -> Destination:
    """Where the site of `config` goes; what keeps a build from beginning there is told before settings are read."""
    tell = language_of_terminal().tell
    try:
        return Destination(config, lambda told: _log.info("%s", tell(told)), is_preview=is_preview)
    except OSError as error:
        raise Abort(tell(told_of(error))) from error


def told_of(error: OSError) -> Message:
    """What to tell of a file that the system refused."""
    return message("disk.failed", reason=" ".join(filter(None, (error.strerror, str(error.filename or "")))))
