"""Changes that Linux tells a preview of."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from macros.hosts import watch
from tests.conftest import wait_for


class Heard(FileSystemEventHandler):
    """Takes down what changed."""

    def __init__(self) -> None:
        self.changed: list[str] = []

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:  # as MkDocs has it
            self.changed.append(Path(str(event.src_path)).name)


@pytest.fixture
def server(tmp_path: Path) -> LiveReloadServer:
    """A server that watches a vault as MkDocs has it watch."""
    (tmp_path / "docs/폴더").mkdir(parents=True)
    (tmp_path / "docs/폴더/다.md").write_text("글", "utf-8")
    (tmp_path / "docs/가.md").write_text("글", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: 글\n", "utf-8")
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    server.watch(str(tmp_path / "docs"))
    server.watch(str(tmp_path / "mkdocs.yml"))
    return server


def test_a_change_is_told_and_reading_is_none(server: LiveReloadServer, tmp_path: Path) -> None:
    watch.watch_natively(server, load_config(str(tmp_path / "mkdocs.yml")))
    heard = Heard()
    server.observer.schedule(heard, str(tmp_path / "docs"), recursive=True)
    server.observer.start()
    try:
        (tmp_path / "docs/가.md").read_text("utf-8")
        (tmp_path / "docs/나.md").write_text("글", "utf-8")
        assert wait_for(lambda: "나.md" in heard.changed)
        assert "가.md" not in heard.changed
        (tmp_path / "docs/폴더").rename(tmp_path / "폴더")
        assert wait_for(lambda: {"폴더", "다.md"} & {*heard.changed})
    finally:
        server.observer.stop()
        server.observer.join()
        server.server_close()


def test_a_vault_behind_a_link_and_what_other_plugins_watch(server: LiveReloadServer, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text("site_name: 글\ndocs_dir: link\n", "utf-8")
    (tmp_path / "include").mkdir()
    server.watch(str(tmp_path / "link"))
    server.watch(str(tmp_path / "include"))
    server.unwatch(str(tmp_path / "docs"))
    watch.watch_natively(server, load_config(str(tmp_path / "mkdocs.yml")))
    server.observer.start()
    try:
        for file in ("link/가.md", "include/나.md", "mkdocs.yml", "mkdocs.yml"):
            server._want_rebuild = False
            (tmp_path / "new").write_text("site_name: 다른 글", "utf-8")
            (tmp_path / "new").replace(tmp_path / file)  # as many editors save
            assert wait_for(lambda: server._want_rebuild, 5), file
    finally:
        server.observer.stop()
        server.observer.join()
        server.server_close()


def test_a_disk_of_another_machine_is_looked_at(
    server: LiveReloadServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "_LOCAL", frozenset({"none"}))
    watch.watch_natively(server, load_config(str(tmp_path / "mkdocs.yml")))
    server.server_close()

    assert isinstance(server.observer, PollingObserver)


def test_what_is_watched_is_known_as_it_was_asked_for(
    server: LiveReloadServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a file a program may watch the folder, which has far more in it."""
    asked = {str(tmp_path / "docs"), str(tmp_path / "mkdocs.yml")}

    assert watch.watched_paths(server) == asked
    watch.watch_natively(server, load_config(str(tmp_path / "mkdocs.yml")))
    assert watch.watched_paths(server) == asked
    server.observer.stop()
    server.server_close()
