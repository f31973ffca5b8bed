"""The port that a preview listens on."""

from __future__ import annotations

import errno
import os
import socket
from itertools import chain

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from macros.language import NOTHING, Message, language_of_terminal, message

_WAY = "make serve PORT={port}"
_PORTS = range(65536)


def trouble(host: str, port: int, way: str = _WAY) -> Message:
    """Why no server can listen at `host` and `port`, as one sentence; nothing where one can.

    `way` is the command for another port: the sentence shows it with one that is free.
    """
    error = _refusal(host, port)
    if error is None:
        return NOTHING
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    if error.errno != errno.EADDRINUSE:
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        return message("port.refused", address=address, reason=reason)
    others = chain(range(port + 1, port + 100), range(8000, 8100))
    free = next((other for other in others if not _refusal(host, other)), 0)
    return message("port.in-use", address=address, way=way.format(port=free))


def require_port(config: MkDocsConfig) -> None:
    """Raise `Abort` when no preview of `config` can listen."""
    if told := trouble(config.dev_addr.host, config.dev_addr.port):
        raise Abort(language_of_terminal().tell(told))


def _refusal(host: str, port: int) -> OSError | None:
    """What the system answers to a server that begins to listen, as MkDocs' own does."""
    if port not in _PORTS:
        return OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        return error
    return None
