"""`maru …` as it is typed: what it prints, and its exit codes."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from macros.version import VERSION
from tests import processes
from tests.conftest import REPOSITORY, Write, fetch, wait_for
from tests.pictures import png

Maru = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """That of somebody who has the engine elsewhere, and no settings."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("KB_", "LC_", "LANG", "GITHUB_"))}
    return {**clean, "PYTHONPATH": str(REPOSITORY), "KB_CACHE": str(tmp_path / "cache")}


@pytest.fixture
def maru(tmp_path: Path, environment: dict[str, str]) -> Maru:
    def run(*arguments: str, cwd: Path = tmp_path, **more: str) -> subprocess.CompletedProcess[str]:
        return processes.run("macros", *arguments, cwd=cwd, env={**environment, **more}, timeout=60)

    return run


def test_help_has_examples_in_the_language_of_the_terminal(maru: Maru) -> None:
    english, korean = maru("--help"), maru("build", "--help", LANG="ko_KR.UTF-8")

    assert english.returncode == korean.returncode == 0
    assert "maru build ~/notes --site ~/site" in english.stdout
    assert "사이트를 지을 폴더" in korean.stdout
    assert maru("--version").stdout == f"maru {VERSION}\n"
    slip = maru("bulid")
    assert (slip.returncode, "'build'" in slip.stderr) == (2, True)


def test_a_new_vault_is_built_where_it_lies(maru: Maru, tmp_path: Path) -> None:
    made = maru("new", "내 노트", LANG="ko_KR.UTF-8")
    vault = tmp_path / "내 노트"

    assert (made.returncode, "cd '내 노트' && maru serve" in made.stdout) == (0, True)
    assert (vault / ".github/workflows/site.yml").is_file()
    first = maru("build", "--strict", cwd=vault)
    assert first.returncode == 0, first.stderr
    assert (vault / "site/index.html").is_file()
    assert maru("why", cwd=vault).stdout.count("\n") == 1, "the site in the vault is no part of it"
    again = maru("build", cwd=vault)
    assert (again.returncode, not list((vault / "site").rglob("*.md"))) == (0, True)
    assert maru("new", "내 노트").returncode == 2


def test_the_addresses_of_a_site_are_kept_once_somebody_says_so(maru: Maru, write: Write) -> None:
    vault = write("글.md: 글", "폴더/둘.md: 둘")
    first = maru("addresses", str(vault), CI="true", KB_LANGUAGE="en")
    kept = (vault / ".kb-addresses").read_text("utf-8")
    (vault / "폴더").rename(vault / "새 폴더")
    again = maru("addresses", "--vault", str(vault), KB_LANGUAGE="en")

    assert (first.returncode, again.returncode) == (0, 0), first.stderr + again.stderr
    assert f"{vault}/.kb-addresses has 2 addresses of notes, and 0 more that lead on.\n" in first.stdout
    assert kept.count("\n/") == 2
    assert "/폴더/둘/\t> /새 폴더/둘/\n" in (vault / ".kb-addresses").read_text("utf-8")
    assert {path.name for path in vault.iterdir()} == {".kb-addresses", "글.md", "새 폴더"}
    write("maru.yml: nmae: 가", (".kb-addresses", "글\n".encode()))
    assert maru("addresses", str(vault)).returncode == 2
    (vault / "maru.yml").unlink()
    broken = maru("addresses", str(vault), KB_LANGUAGE="en")
    assert (broken.returncode, ".kb-addresses:1: this is no line" in broken.stderr) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("build", "없음"), "there is no folder 없음"),
        (("build", "vault/글.md"), "vault/글.md is a file, not a folder"),
        (("build", "빈 폴더"), "there is no note (.md) in"),
        (("build", "vault", "--site", "."), "lies in the site's folder"),
        (("build", "vault", "--site", "vault"), "lies in the site's folder"),
        (("build", "vault", "--site", "남의 것"), "남의 것 has files that are no site"),
        (("build", "vault", "--site", "vault/글.md"), "is a file, not a folder"),
        (("build", "vault", "--site", "vault/글.md/site"), "vault/글.md is a file, not a folder"),
        (("doctor", "틀린"), "maru.yml:1: no setting is named 'nmae' (did you mean 'name'?)"),
        (("why", "--vault", "틀린"), "maru.yml:1: no setting is named 'nmae'"),
        (("check", "--vault", "틀린"), "maru.yml:1: no setting is named 'nmae'"),
        (("serve", "vault", "--port", "99999"), "99999"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_nothing_is_written(
    maru: Maru, write: Write, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    write("글.md: 글")
    (tmp_path / "빈 폴더").mkdir()
    (tmp_path / "남의 것").mkdir()
    (tmp_path / "남의 것/사진.jpg").touch()
    (tmp_path / "틀린").mkdir()
    (tmp_path / "틀린/maru.yml").write_text("nmae: a", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    done = maru(*arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_a_site_that_cannot_be_written_is_one_sentence(maru: Maru, write: Write) -> None:
    vault = write("글.md: 글")
    done = maru("build", str(vault), "--site", "/proc/site")

    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1].startswith("maru: a file could not be written or read: ")
    assert "Traceback" not in done.stderr


def test_a_build_that_was_killed_while_the_site_stood_aside_is_mended_by_the_next(maru: Maru, write: Write) -> None:
    vault = write("글.md: 글")
    assert maru("build", "vault", "--site", "vault/site").returncode == 0
    site = vault / "site"
    before = list(site.iterdir())
    (site / ".kb-aside").mkdir()
    for path in before:
        path.rename(site / ".kb-aside" / path.name)
    assert maru("why", "--vault", "vault", KB_LANGUAGE="en").stdout == "nothing stays at home\n"
    again = maru("build", "vault", "--site", "vault/site")

    assert again.returncode == 0, again.stderr
    assert sorted(site.iterdir()) == sorted(before)


def test_the_environment_names_a_vault_from_the_current_folder(maru: Maru, write: Write) -> None:
    vault = write("글.md: 글")
    named, gone = maru("why", "글", KB_VAULT="vault", KB_LANGUAGE="en"), maru("build", KB_VAULT="없음")

    assert named.stdout == "글.md: it is on the site\n", named.stderr
    assert (gone.returncode, gone.stderr) == (2, "maru: there is no folder 없음\n")
    assert maru("why", "글", "--vault", str(vault), KB_VAULT="없음").returncode == 0


@pytest.mark.parametrize("how", [{"options": ("--url", "예")}, {"environment": {"KB_SITE_URL": "예"}}])
def test_a_wrong_address_is_told_in_the_words_of_the_settings(maru: Maru, write: Write, how: dict[str, Any]) -> None:
    write("maru.yml: language: en", "글.md: 글")
    done = maru("build", "vault", *how.get("options", ()), **how.get("environment", {}))

    assert "KB_SITE_URL:1: `url` is '예', which is no address of the web (write it as " in done.stderr
    assert done.returncode != 0


def test_wrong_links_fail_only_a_strict_build(maru: Maru, write: Write) -> None:
    vault = write("글.md: [[없음]]", "둘.md: ---\ndraft: true\n---\n글")
    done = maru("build", str(vault), KB_LANGUAGE="en")
    strict = maru("build", str(vault), "--strict", KB_LANGUAGE="en")

    assert (done.returncode, strict.returncode) == (0, 1)
    assert done.stderr.splitlines() == [
        "⚠ 글.md:1: no note is named '없음' (write it, or remove [[없음]])",
        "1 note and 0 files are published; 1 note and 0 files stay at home, for 1 reason (maru why)",
    ]
    assert done.stdout.startswith("The site is in site (")


def test_a_run_on_github_has_annotations(maru: Maru, write: Write) -> None:
    vault = write("폴더/글, 하나.md: 글\n\n[[없음%]]")
    done = maru("build", str(vault), cwd=vault.parent, KB_LANGUAGE="en", GITHUB_ACTIONS="true")

    place = "file=vault/폴더/글%2C 하나.md,line=3"
    assert (
        f"::warning {place}::no note is named '없음%25' (write it, or remove [[없음%25]])" in done.stdout.splitlines()
    )


def test_why_says_the_rule_its_place_and_what_would_change_it(maru: Maru, write: Write) -> None:
    write(
        "maru.yml: publish: marked\nexclude: [개인/]\nlogo: 로고.svg\nlanguage: en",
        "글.md: ---\npublish: true\n---\n![[쓴.png]]",
        "폴더/새.md: 글",
        "초안.md: ---\ntitle: 가\ndraft: yes\n---\n글",
        "개인/일기.md: ---\npublish: true\n---",
        ".obsidian/app.json: {}",
        ("쓴.png", png()),
        ("안 쓴.png", b"1"),
        ("로고.svg", b"<svg/>"),
    )
    vault = ("--vault", "vault")
    said = {
        name: maru("why", name, *vault).stdout.splitlines()
        for name in ("글", "새", "초안.md", "개인/일기", "안 쓴.png")
    }

    assert said["글"] == ["글.md: it is on the site"]
    assert said["새"] == [
        "폴더/새.md: it is not on the site: only notes that say so are published (`publish: marked`) (maru.yml:1)",
        "  to publish it: write `publish: true` into the note",
    ]
    assert said["초안.md"][0] == "초안.md: it is not on the site: the note says `draft: yes` (초안.md:3)"
    assert "fits the pattern `개인/` of what is left out (maru.yml:2)" in said["개인/일기"][0]
    assert "no published note shows it" in said["안 쓴.png"][0]
    assert maru("why", "vault/쓴.png", *vault).stdout == "쓴.png: it is on the site, for 글.md\n"
    assert maru("why", "로고.svg", *vault).stdout == "로고.svg: it is on the site, for the settings name it\n"
    assert "hidden files" in maru("why", "vault/.obsidian/app.json", *vault).stdout
    unknown = maru("why", "안 쑨.png", *vault)
    assert (unknown.returncode, unknown.stdout) == (1, "")
    assert unknown.stderr == "the vault has no file '안 쑨.png' (did you mean '안 쓴.png'?)\n"
    assert maru("why", *vault).stdout.count("\n") == 5
    assert maru("why", "폴더", *vault).stderr.startswith("the vault has no file '폴더'")


def test_why_says_whom_pages_ask_and_by_which_setting(maru: Maru, write: Write) -> None:
    write("maru.yml: language: en\nanalytics: {goatcounter: a}", "글.md: 글")
    asked = "  `analytics` lets pages ask others: https://gc.zgo.at, https://a.goatcounter.com (maru.yml:2)\n"

    assert maru("why", "글", "--vault", "vault").stdout == f"글.md: it is on the site\n{asked}"
    assert maru("why", "--vault", "vault").stdout.endswith(asked)


def test_json_is_json_alone_and_nothing_is_written_without_a_yes(maru: Maru, write: Write) -> None:
    vault = write("도커.md: 글", "index.md: [[도거]]")
    done = maru("doctor", str(vault), "--fix", "--json")

    assert [problem["code"] for problem in json.loads(done.stdout)] == ["missing", "orphan"]
    assert (vault / "index.md").read_text("utf-8") == "[[도거]]\n"
    assert json.loads(maru("doctor", str(vault), "--fix", "--yes", "--json").stdout) == []
    assert (vault / "index.md").read_text("utf-8") == "[[도커]]\n"


def test_a_pipe_that_is_closed_is_no_traceback(write: Write, environment: dict[str, str], tmp_path: Path) -> None:
    write(*(f"{number}.md: [[없음 {number}]]" for number in range(400)))
    command = f"{sys.executable} -m macros doctor vault | head -n 1"
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
    )

    assert (done.stdout.count("\n"), done.stderr) == (1, "")


def test_a_preview_answers_ends_at_ctrl_c_and_its_port_is_told(
    maru: Maru, write: Write, environment: dict[str, str], tmp_path: Path
) -> None:
    write("maru.yml: url: https://example.com/notes/\nlanguage: en", "가.md: 처음")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "macros", "serve", "vault", "--port", str(port)]
    command = ["env", "--default-signal=INT", *command]  # a job in the background of a shell ignores it
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL) as process:
        page = f"http://127.0.0.1:{port}/{quote('가')}/"
        try:
            assert wait_for(lambda: "처음" in fetch(page))
            taken = maru("serve", "vault", "--port", str(port))
            (tmp_path / "vault/maru.yml").write_text("name: 새 이름", "utf-8")
            assert wait_for(lambda: "새 이름" in fetch(page))
        finally:
            process.send_signal(signal.SIGINT)
            ended = wait_for(lambda: process.poll() is not None, 20)
            process.kill()
    assert ended
    assert process.returncode in (0, 130)
    assert taken.returncode == 2
    assert f"127.0.0.1:{port} is in use" in taken.stderr
