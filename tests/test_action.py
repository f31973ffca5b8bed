"""What publishes a vault of another repository: the action's scripts run on one, as they run on GitHub."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from macros.commands.recording import read_recording
from macros.labs.labs import Labs, proof
from macros.render.packed import pack, unpack
from tests.conftest import REPOSITORY, put

ACTION = REPOSITORY / ".github/actions/site"
EXAMPLES = (REPOSITORY / "macros/cli/starter/both/workflow.yml", *sorted((ACTION / "examples").iterdir()))
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9" fill="#fff"/></svg>'
SETTINGS = """name: Harbour notes
language: en
publish: marked
exclude: [일기/]
colors: {primary: indigo, accent: amber}
logo: 그림/로고.svg
"""
NOTES = {
    "maru.yml": SETTINGS,
    "그림/로고.svg": LOGO,
    "Ferry.md": "---\npublish: true\n---\n# Ferry\nIt sails at six by the [[Plan]], but not to [[Nowhere]].\n",
    "Plan.md": "# Plan\nThe quelbic plan: ![[그림/vexmor.svg]]\n",
    "그림/vexmor.svg": LOGO,
    "Draft.md": "---\npublish: true\ndraft: true\n---\n# Draft\nA drimful draft.\n",
    "일기/Monday.md": "---\npublish: true\n---\n# Monday\nA pandrel day.\n",
}
SECRETS = (b"quelbic", b"vexmor", b"drimful", b"pandrel", b"monday.md", b"maru.yml")
VAULT = "노트 모음"


@dataclass
class Runner:
    """A machine of GitHub that has checked `repository` out."""

    repository: Path
    folder: Path

    def run(self, script: str = "build.sh", vault: str = VAULT, **environment: str) -> tuple[int, str]:
        """The exit code of a script of the action, and all that it printed."""
        self.folder.mkdir(exist_ok=True)
        own = {"MARU_PYTHON": sys.executable, "MARU_VAULT": vault, "MARU_FOLDER": str(self.folder)}
        own |= {"GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": str(self.folder / "output"), "RUNNER_TEMP": str(self.folder)}
        done = subprocess.run(
            ["sh", str(ACTION / script)],
            cwd=self.repository,
            env={**os.environ, **own, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
            check=False,
        )
        return done.returncode, done.stdout

    @property
    def outputs(self) -> dict[str, str]:
        lines = (self.folder / "output").read_text("utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)

    def site(self) -> dict[str, bytes]:
        """What was published, by its path."""
        root = Path(self.outputs["site"])
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A vault in a folder of a repository with no branch `main`, committed in 2001."""
    repository = tmp_path / "내 기록"
    for path, text in NOTES.items():
        (repository / VAULT / path).parent.mkdir(parents=True, exist_ok=True)
        (repository / VAULT / path).write_text(text, "utf-8")
    git(repository, "init", "-q", "-b", "master")
    commit(repository)
    return Runner(repository, tmp_path / "temp")


def test_a_private_vault_is_published_and_nothing_else_of_it(runner: Runner) -> None:
    code, output = runner.run(MARU_URL="https://example.com/notes")
    site = runner.site()
    note = site["Ferry/index.html"].decode()

    assert code == 0, output
    assert f"::warning file={VAULT}/Ferry.md,line=5::no note is named 'Nowhere'" in output
    assert "1 note and 1 file are published" in output
    assert '<html lang="en"' in note
    assert "Harbour notes" in note
    assert 'data-md-color-primary="indigo" data-md-color-accent="amber"' in note
    assert site["그림/로고.svg"].decode() == LOGO
    assert b"<loc>https://example.com/notes/Ferry/</loc>" in site["sitemap.xml"]
    assert b"<lastmod>2001-02-03</lastmod>" in site["sitemap.xml"]
    everything = b"\n".join(
        [*site.values(), *(path.encode() for path in site), gzip.decompress(site["sitemap.xml.gz"])]
    )
    assert [secret for secret in SECRETS if secret in everything.lower()] == []


def test_a_pull_request_lists_what_it_makes_public(runner: Runner) -> None:
    git(runner.repository, "update-ref", "refs/remotes/origin/main", "HEAD")
    vault = runner.repository / VAULT
    (vault / "Plan.md").write_text(f"---\npublish: true\n---\n{NOTES['Plan.md']}", "utf-8")
    (vault / "New `note`.md").write_text("# New", "utf-8")
    (vault / "Ferry.md").unlink()
    commit(runner.repository)
    index = git(runner.repository, "ls-files", "--stage")
    summary = runner.repository.parent / "summary.md"
    code, output = runner.run(GITHUB_BASE_REF="main", GITHUB_STEP_SUMMARY=str(summary), MARU_URL="")

    assert code == 0, output
    assert summary.read_text("utf-8") == (
        "## What will change on the web\n"
        "\n### 1 note public for the first time\n\n- `Plan.md`\n"
        "\n### 1 file public for the first time\n\n- `그림/vexmor.svg`\n"
        "\n### 1 public no more\n\n- `Ferry.md`\n"
        "\n### 1 new that stays at home\n\n"
        "- `` New `note`.md ``: only notes that say so are published (`publish: marked`)\n"
        "\n3 more files stay at home as before (`maru why`).\n"
    )
    assert git(runner.repository, "ls-files", "--stage") == index
    assert git(runner.repository, "status", "--short") == ""

    code, output = runner.run(GITHUB_BASE_REF="gone", GITHUB_STEP_SUMMARY=str(summary))
    assert (code, "::warning::What will change on the web could not be listed." in output) == (0, True)


def test_the_next_build_shows_what_the_cache_remembers(runner: Runner) -> None:
    runner.run()
    before = runner.site()
    shutil.rmtree(runner.outputs["site"])  # a machine of GitHub begins with the cache alone
    (database,) = (runner.folder / "builds").glob("*.db")
    with closing(sqlite3.connect(database)) as connection, connection:
        (packed,) = connection.execute(
            "SELECT value FROM entries WHERE kind = 'article' AND key = 'Ferry.md'"
        ).fetchone()
        html, toc = unpack(packed)
        remembered = pack((html.replace("sails at six", "sails at ten"), toc))
        connection.execute("UPDATE entries SET value = ? WHERE kind = 'article' AND key = 'Ferry.md'", (remembered,))

    runner.run()
    after = runner.site()

    assert before.keys() == after.keys()
    assert [path for path in before if before[path] != after[path]] == ["Ferry/index.html"]
    assert b"sails at ten" in after["Ferry/index.html"]


def test_what_is_wrong_fails_where_that_is_asked_for(runner: Runner) -> None:
    code, output = runner.run(MARU_STRICT="true")

    assert code == 1
    assert "Nowhere" in output
    assert not (runner.folder / "output").exists()


def test_a_shallow_checkout_is_refused(runner: Runner, tmp_path: Path) -> None:
    commit(runner.repository, "--allow-empty")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", runner.repository.as_uri(), str(shallow))

    code, output = Runner(shallow, tmp_path / "temp").run()

    assert code == 2
    assert re.fullmatch(r"::error::The checkout is shallow, .*'fetch-depth: 0'\.\n", output)
    assert not (tmp_path / "temp" / "site").exists()


def test_the_site_is_not_built_in_the_vault(runner: Runner) -> None:
    code, output = runner.run(MARU_FOLDER=f"{VAULT}/temp")

    assert (code, output) == (2, "::error::MARU_FOLDER lies in the vault, of which it would become a part.\n")


@pytest.mark.parametrize(
    ("vault", "files", "told"),
    [
        ("No such", {}, "::error::there is no folder No such"),
        ("A file", {"A file": "text"}, "::error::A file is a file, not a folder"),
        ("빈 곳", {"빈 곳/a.txt": "text"}, "::error::there is no note (.md) in "),
        (VAULT, {f"{VAULT}/maru.yml": "language: en\nlogo: no.svg\n"}, f"::error file={VAULT}/maru.yml,line=2::`logo`"),
        (VAULT, {f"{VAULT}/maru.yml": "\nnam: A\n"}, f"::error file={VAULT}/maru.yml,line=2::"),
        (VAULT, {f"{VAULT}/.maru.yml": ""}, f"::error file={VAULT}/maru.yml,line=1::"),
    ],
)
def test_what_cannot_be_built_is_told_in_a_sentence(
    runner: Runner, vault: str, files: dict[str, str], told: str
) -> None:
    for path, text in files.items():
        (runner.repository / path).parent.mkdir(exist_ok=True)
        (runner.repository / path).write_text(text, "utf-8")

    code, output = runner.run(vault=vault)

    assert code in (1, 2)
    assert [line[: len(told)] for line in output.splitlines() if "::" in line] == [told], output
    assert "Traceback" not in output
    assert not (runner.folder / "site").exists()


def test_files_beside_the_vault_are_no_part_of_the_engine(runner: Runner) -> None:
    for name in ("yaml.py", "macros.py", "mkdocs/__init__.py"):
        (runner.repository / name).parent.mkdir(exist_ok=True)
        (runner.repository / name).write_text("raise SystemExit('taken for a library')", "utf-8")

    code, output = runner.run()

    assert code == 0, output


def test_the_packages_are_installed_once(runner: Runner, tmp_path: Path) -> None:
    log, stub = tmp_path / "log", tmp_path / "python"
    stub.write_text(
        f'#!/bin/sh\necho "$*" >> "{log}"\n'
        'case "$*" in "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;; -VV) echo "${OF:-1}" ;; esac\n'
    )
    stub.chmod(0o755)

    def installs(**environment: str) -> int:
        code, output = runner.run(MARU_PYTHON="", MARU_BASE_PYTHON=str(stub), **environment)
        assert code == 0, output
        return log.read_text().count("-m pip install")

    assert installs() == 1
    assert installs() == 1
    assert installs(OF="2") == 2
    (runner.folder / "engine/bin/python").unlink()
    assert installs(OF="2") == 3


def test_recordings_have_what_they_have_earned_in_labs_of_the_cache(runner: Runner) -> None:
    recording = read_recording("하나", "---\nengine: shell\nlab: gnu\n---\n$ echo 하나\n하나\n")
    recording = recording.with_record(recording.steps, "2026-11-27 · bash 5.2.37")
    (runner.repository / VAULT / "commands").mkdir()
    (runner.repository / VAULT / "commands/하나.console").write_text(str(recording), "utf-8")
    (runner.repository / VAULT / "Ferry.md").write_text('---\npublish: true\n---\n{{ run("하나") }}', "utf-8")
    commit(runner.repository)
    manifest = {"v86": "0.5.1", "core": 1, "labs": {"gnu": {"state": "states/a.zst", "bytes": 2}}}
    runner.folder.mkdir()
    labs = put(runner.folder / "labs", f"labs.json: {json.dumps(manifest)}", "states/a.zst: no state")
    known = {"differs": "", "proof": proof([recording], Labs.of(labs).labs["gnu"])}
    put(labs, f"parity.json: {json.dumps({'하나': known})}")
    assert runner.run(MARU_LABS="true")[0] == 0
    (labs / "parity.json").unlink()  # the cache of labs has none: it comes with the builds

    code, output = runner.run(MARU_LABS="true")
    assert code == 0, output
    assert "1 of 1 are equal" in output
    assert b'data-lab="gnu"' in runner.site()["Ferry/index.html"]
    assert runner.site()["assets/labs/states/a.zst"] == b"no state\n"

    runner.run()
    assert b"data-lab" not in runner.site()["Ferry/index.html"]


def test_the_caches_belong_to_an_engine_and_a_vault(runner: Runner) -> None:
    inputs = {"MARU_STRICT": "false", "MARU_PUBLISH": "pages", "MARU_CHECKOUT": "true", "MARU_LABS": "false"}
    inputs |= {"PYTHON_VERSION": "3.13.1"}

    def keys(vault: str = VAULT, **environment: str) -> dict[str, str]:
        code, output = runner.run("prepare.sh", vault, **{**inputs, **environment})
        assert code == 0, output
        return runner.outputs

    first, again, other, newer = keys(), keys(), keys("."), keys(PYTHON_VERSION="3.14.0")

    assert first == again
    assert first["engine-key"] == other["engine-key"] != newer["engine-key"]
    assert first["labs-key"] == other["labs-key"] == newer["labs-key"]
    assert len({keys["builds-key"] for keys in (first, other, newer)}) == 3
    for name, value in (("strict", "yes"), ("publish", "page"), ("checkout", ""), ("labs", "1")):
        code, output = runner.run("prepare.sh", **{**inputs, f"MARU_{name.upper()}": value})
        assert (code, output[:20]) == (2, "::error::The input `")
        assert name in output


def test_the_action_reads_what_it_declares() -> None:
    text = (ACTION / "action.yml").read_text("utf-8")
    action = yaml.safe_load(text)

    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(action["inputs"])
    assert set(re.findall(r"steps\.(\w+)\.", text)) <= {step.get("id") for step in action["runs"]["steps"]}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_workflow_for_a_vault_is_short_and_asks_for_what_there_is(example: Path) -> None:
    text = example.read_text("utf-8").replace("{repository}", "OWNER/maru").replace("{revision}", "REVISION")
    workflow = yaml.safe_load(text)
    (job,) = workflow["jobs"].values()
    action = yaml.safe_load((ACTION / "action.yml").read_text("utf-8"))
    step = job["steps"][0]
    publishes = step.get("with", {}).get("publish", "pages") == "pages"

    assert step["uses"] == "OWNER/maru/.github/actions/site@REVISION"
    assert set(step.get("with", {})) <= set(action["inputs"])
    assert workflow["permissions"] == {}
    assert job["permissions"] == {"contents": "read", **({"pages": "write", "id-token": "write"} if publishes else {})}
    assert set(workflow[True]["push"]["branches"]) == {"main", "master"}
    assert len(text.splitlines()) == 14 or not publishes
    assert "${{" not in "".join(step.get("run", "") for step in job["steps"])


def test_the_site_of_private_notes_is_one_commit_of_a_second_repository(runner: Runner, tmp_path: Path) -> None:
    step = yaml.safe_load((ACTION / "examples/private.yml").read_text("utf-8"))["jobs"]["site"]["steps"][-1]
    public = tmp_path / "public.git"
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(public))
    for time in ("first", "second"):
        site = tmp_path / time
        site.mkdir()
        (site / "index.html").write_text(time)
        given = {"TO": str(public), "KEY": "key", "KNOWN": "host", "SITE": str(site), "RUNNER_TEMP": str(tmp_path)}
        subprocess.run(["bash", "-e", "-c", step["run"]], env={**os.environ, **given}, check=True)

    assert set(step["env"]) == set(given) - {"RUNNER_TEMP"}
    assert git(public, "log", "--format=%s %an", "main") == "Site site"
    assert git(public, "ls-tree", "-r", "--name-only", "main").split() == [".nojekyll", "index.html"]
    assert git(public, "show", "main:index.html") == "second"
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0


def commit(repository: Path, *options: str) -> None:
    git(repository, "add", "--all")
    git(repository, "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", "Notes", *options)


def git(folder: Path, *command: str) -> str:
    """What git says in `folder`, on a day in 2001."""
    day = {"GIT_AUTHOR_DATE": "2001-02-03T04:05:06Z", "GIT_COMMITTER_DATE": "2001-02-03T04:05:06Z"}
    done = subprocess.run(
        ["git", *command], cwd=folder, env={**os.environ, **day}, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
