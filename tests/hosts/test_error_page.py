"""The error pages of a preview wait for the next build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.livereload import LiveReloadServer

from macros.hosts.error_page import reload_error_pages


class Answers:
    """Asks a server as a browser does, without a socket."""

    def __init__(self, server: LiveReloadServer) -> None:
        self.status = ""
        self._server = server

    def __getitem__(self, path: str) -> str:
        """The text at `path`."""
        app: Any = self._server.get_app()
        body = app({"PATH_INFO": path, "REQUEST_METHOD": "GET"}, self._start)
        text = b"".join(body).decode()
        getattr(body, "close", list)()
        return text

    def _start(self, status: str, _: object) -> None:
        self.status = status


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveReloadServer]:
    (tmp_path / "404.html").write_text("<body>없다</body>", "utf-8")
    (tmp_path / "a.txt").write_text("글", "utf-8")
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    server.error_handler = lambda code: (tmp_path / "404.html").read_bytes() if code == 404 else None
    reload_error_pages(server)
    yield server
    server.server_close()


def test_what_is_not_there_waits_for_the_next_build(server: LiveReloadServer, tmp_path: Path) -> None:
    asked = Answers(server)

    assert f"livereload({server._visible_epoch}, " in asked["/no/"]
    assert asked.status == "404 Not Found"
    assert asked["/no/"].startswith("<body>없다<script>")
    assert asked["/a.txt"] == "글"
    assert asked.status == "200 OK"
    assert (tmp_path / "404.html").read_text("utf-8") == "<body>없다</body>"


def test_a_build_that_ends_while_a_page_is_looked_for_reloads_it(server: LiveReloadServer) -> None:
    began = server._visible_epoch

    def build_ends(code: int) -> bytes:
        server._wanted_epoch = server._visible_epoch = began + 1
        return b"none"

    server.error_handler = build_ends

    assert f"livereload({began}, " in Answers(server)["/no/"]


def test_a_page_that_cannot_be_shown_comes_back_too(server: LiveReloadServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "root", None)  # MkDocs fails at it

    assert Answers(server)["/a.txt"].startswith("500 Internal Server Error<script>")
