"""The pages of a preview, which reload themselves, error pages too: they look for the page again after a build."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from mkdocs.livereload import LiveReloadServer

from macros.hosts.inline_scripts import allow_last

_PAGE = "404.html"
_SECONDS = "3"
"""After which a browser asks again for what the server failed at."""


class _Answer(NamedTuple):
    status: str
    headers: list[tuple[str, str]]
    body: Iterable[bytes]


def reload_error_pages(server: LiveReloadServer) -> None:
    """Have `server` answer with its error page as with any other: with the script that reloads it after a build."""
    answer = server.serve_request

    def look(environ: dict[str, Any]) -> _Answer:
        said: list[tuple[str, list[tuple[str, str]]]] = []
        body = answer(environ, lambda status, headers: said.append((status, headers)))
        return _Answer(*said[0], body)

    def answer_live(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        found = look(environ)
        if found.status.startswith("404"):
            path = f"{server.mount_path}{_PAGE}".encode().decode("latin-1")  # as WSGI has it
            page = look({**environ, "PATH_INFO": path})
            found = look(environ)  # again: a build that ended before the error page was read will not reload it
            if found.status.startswith("404") and page.status.startswith("200"):
                found = page._replace(status=found.status)
        elif found.status.startswith("5"):
            found.headers.append(("Refresh", _SECONDS))
        headers, body = _with_policy(found)
        start_response(found.status, headers)
        return body

    server.set_app(answer_live)


def _with_policy(answer: _Answer) -> tuple[list[tuple[str, str]], Iterable[bytes]]:
    """Headers and body of `answer`, a page of which lets the server's own script run."""
    if not any(value.startswith("text/html") for _, value in answer.headers):
        return answer.headers, answer.body
    page = allow_last(b"".join(answer.body))
    headers = [(name, value) for name, value in answer.headers if name.lower() != "content-length"]
    return [*headers, ("Content-Length", str(len(page)))], [page]
