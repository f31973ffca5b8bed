"""The error pages of a preview wait for the next build."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.livereload import LiveReloadServer

from macros.hosts.error_page import reload_error_pages


class Answers:
    """Asks a server as a browser does, without a socket."""

    def __init__(self, server: LiveReloadServer) -> None:
        self.status, self.headers = "", dict[str, str]()
        self._server = server

    def __getitem__(self, path: str) -> str:
        """The text at `path`."""
        app: Any = self._server.get_app()
        body = app({"PATH_INFO": path, "REQUEST_METHOD": "GET"}, self._start)
        text = b"".join(body).decode()
        getattr(body, "close", list)()
        return text

    def _start(self, status: str, headers: list[tuple[str, str]]) -> None:
        self.status, self.headers = status, dict(headers)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveReloadServer]:
    (tmp_path / "404.html").write_text("<body>없다</body>", "utf-8")
    (tmp_path / "a.txt").write_text("글", "utf-8")
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    server.error_handler = lambda code: (tmp_path / "404.html").read_bytes() if code == 404 else None
    server.watch(str(tmp_path))  # without which MkDocs reloads nothing
    reload_error_pages(server)
    yield server
    server.server_close()


def test_what_is_not_there_waits_for_the_next_build(server: LiveReloadServer, tmp_path: Path) -> None:
    asked = Answers(server)
    (tmp_path / "index.html").write_text("<body>글</body>", "utf-8")
    epoch = re.findall(r"livereload\(\d+, ", asked["/"])

    assert epoch
    assert re.findall(r"livereload\(\d+, ", asked["/no/"]) == epoch
    assert asked.status == "404 Not Found"
    assert int(asked.headers["Content-Length"]) == len(asked["/no/"].encode())
    assert asked["/no/"].startswith("<body>없다<script>")
    assert asked["/a.txt"] == "글"
    assert asked.status == "200 OK"
    assert (tmp_path / "404.html").read_text("utf-8") == "<body>없다</body>"


def test_below_an_address_with_other_letters(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("<body>없다</body>", "utf-8")
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path), mount_path="/글/")
    server.watch(str(tmp_path))
    reload_error_pages(server)
    asked = Answers(server)

    assert asked["/글/no/".encode().decode("latin-1")].startswith("<body>없다<script>")
    assert asked.status == "404 Not Found"
    server.server_close()


def test_a_build_that_ends_while_a_page_is_looked_for_shows_it(server: LiveReloadServer, tmp_path: Path) -> None:
    def build_ends(code: int) -> bytes:
        (tmp_path / "no").mkdir(exist_ok=True)
        (tmp_path / "no/index.html").write_text("<body>이제 있다</body>", "utf-8")
        return b"none"

    server.error_handler = build_ends

    assert Answers(server)["/no/"].startswith("<body>이제 있다<script>")


def test_a_site_without_an_error_page(server: LiveReloadServer, tmp_path: Path) -> None:
    (tmp_path / "404.html").unlink()
    server.error_handler = lambda code: None
    asked = Answers(server)

    assert (asked["/no/"], asked.status) == ("404 Not Found", "404 Not Found")


def test_a_page_that_cannot_be_shown_comes_back_too(server: LiveReloadServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "root", None)  # MkDocs fails at it
    asked = Answers(server)

    assert asked["/a.txt"] == "500 Internal Server Error"
    assert asked.headers["Refresh"] == "3"
