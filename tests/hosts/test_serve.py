"""`mkdocs serve` while somebody writes."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.conftest import Serve, fetch, wait_for


def test_edited_notes_and_edited_python_are_picked_up(project: Path, serve: Serve) -> None:
    (project / "docs" / "가.md").write_text("처음 [[나]]", "utf-8")
    site = serve(project)
    page = site + quote("가") + "/"
    assert wait_for(lambda: "처음" in fetch(page))
    assert "kb-missing" in fetch(page)

    (project / "docs" / "나.md").write_text("새 노트", "utf-8")
    assert wait_for(lambda: "kb-missing" not in fetch(page))
    assert "새 노트" in fetch(site + quote("나") + "/")

    (project / "docs" / "가.md").write_bytes("이제 cp949".encode("cp949"))
    assert wait_for(lambda: "이제 cp949" in fetch(page))

    ways = project / "macros" / "language" / "ways.py"
    ways.write_text(ways.read_text("utf-8").replace('"홈"', '"바뀐 홈"'), "utf-8")
    assert wait_for(lambda: "바뀐 홈" in fetch(page))

    (project / "docs" / "나.md").unlink()
    (project / "docs" / "가.md").write_text("다시 [[나]]", "utf-8")
    assert wait_for(lambda: "다시" in fetch(page))
    assert "kb-missing" in fetch(page)


def test_wrong_settings_leave_the_preview_as_it_was(project: Path, serve: Serve, tmp_path: Path) -> None:
    docs = project / "docs"
    (docs / "가.md").write_text("처음", "utf-8")
    (docs / "maru.yml").write_text("name: 이름", "utf-8")
    site = serve(project, KB_LANGUAGE="en")
    page = site + quote("가") + "/"
    assert wait_for(lambda: "처음" in fetch(page))

    (docs / "maru.yml").write_text("nmae: 이름", "utf-8")
    assert wait_for(lambda: "what was built before" in (tmp_path / "serve.log").read_text("utf-8"))
    assert "처음" in fetch(page)
    (docs / "가.md").write_text("그사이", "utf-8")
    assert wait_for(lambda: (tmp_path / "serve.log").read_text("utf-8").count("what was built before") == 2)
    assert "처음" in fetch(page)

    (docs / "maru.yml").unlink()
    assert wait_for(lambda: "그사이" in fetch(page))
    assert "Traceback" not in (tmp_path / "serve.log").read_text("utf-8")


def test_a_port_in_use_is_told_before_anything_is_built(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = _serve(project, "--dev-addr", address)
        cleaned = _serve(project, "--clean", "--dev-addr", address)  # which MkDocs calls a build

    for told in (done, cleaned):
        assert f"{address} is in use: stop what runs there" in told.stdout
        assert told.returncode == 1
        assert "Traceback" not in told.stdout + told.stderr
    assert "Documentation built" not in done.stderr


def _serve(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "serve", *options]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "KB_LANGUAGE": "en"}
    environment.pop("KB_VAULT", None)
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("program", ["mkdocs", "macros"])
def test_a_preview_that_is_told_to_end_leaves_nothing(project: Path, tmp_path: Path, program: str) -> None:
    """Before that, its pages are there while MkDocs builds all of them anew."""
    temporary, note = tmp_path / "tmp", project / "docs/가.md"
    temporary.mkdir()
    note.write_text("---\ntitle: 처음\n---\n", "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    options = {"mkdocs": ("--dev-addr", f"127.0.0.1:{port}"), "macros": (str(note.parent), "--port", port)}
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(temporary)}
    environment.pop("KB_VAULT", None)
    process = subprocess.Popen(
        [sys.executable, "-m", program, "serve", *options[program]],
        cwd=project,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    page = f"http://127.0.0.1:{port}/{quote('가')}/"
    assert wait_for(lambda: "처음" in fetch(page))
    (file,) = temporary.rglob("가/index.html")
    note.write_text("---\ntitle: 다음\n---\n", "utf-8")
    assert wait_for(lambda: "다음" in file.read_text("utf-8"))
    process.send_signal(signal.SIGTERM)

    assert process.wait(20) == 128 + signal.SIGTERM
    assert [*temporary.iterdir()] == []
