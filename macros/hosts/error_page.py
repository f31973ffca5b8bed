"""The error pages of a preview, which look for the page again as soon as something was built."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from mkdocs.livereload import LiveReloadServer

_ERRORS = ("4", "5")


def reload_error_pages(server: LiveReloadServer) -> None:
    """Give the error pages of `server` the script that MkDocs gives all others: it reloads them after a build."""
    answer = server.serve_request

    def answer_live(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        epoch = server._visible_epoch  # before the file is looked for: a build that ends meanwhile reloads the page
        is_error = False

        def start(status: str, *rest: Any) -> Any:
            nonlocal is_error
            is_error = status.startswith(_ERRORS)
            return start_response(status, *rest)

        body = answer(environ, start)
        return [server._inject_js_into_html(b"".join(body), epoch)] if is_error else body  # type: ignore[no-untyped-call]

    server.set_app(answer_live)
