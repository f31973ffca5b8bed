"""The site of an incremental build is that of a clean one, byte for byte, whatever was edited, whenever it was killed.

`KB_EDITS` and `KB_KILLS` say how often; `make bench` runs 300 and 50.
"""

from __future__ import annotations

import errno
import gc
import logging
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Sequence
from contextvars import copy_context
from pathlib import Path
from typing import Any

import pytest
from jinja2 import FileSystemBytecodeCache
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from macros.hosts.cache import compiled_templates
from macros.language import Message
from macros.render import Store
from macros.render.workers import in_parallel
from macros.vault import Vault
from tests.conftest import REPOSITORY, wait_for
from tests.pictures import png

EDITS = int(os.environ.get("KB_EDITS", "25"))
KILLS = int(os.environ.get("KB_KILLS", "4"))
NAMES = (
    *("docker", "Docker", "README", "폴더/깊은 곳/README", "긴/가", "긴/나", "긴/다", "긴/라", "긴/마", "긴/바"),
    *("도커", "컨테이너", "폴더/이미지", "폴더/깊은 곳/포드", "glossary/IPS", "glossary/LXC", "index", "폴더/README"),
)
TEXTS = (
    "# 제목\n도커는 IPS와\nLXC에서 돈다.\n\n## 절\n본문 ^덩이\n\n### 안쪽\n끝",
    "[[도커]]와 [[컨테이너|상자]], [[폴더/이미지#절]], [[포드^덩이]], [[없는 것]]을 본다. #태그",
    "![[도커#절]]\n\n![[이미지]]\n\n![[컨테이너#^덩이]]\n\n![[그림.png]] [[문서.pdf]]",
    "> [!tip] 알림\n> ==형광==과 `{{ 코드 }}` $x^2$ %%주석%% <b>굵게</b>\n\n- [ ] 할 일\n\n```console\n$ ls\n```",
    "[글](도커.md#절) [밖](https://example.org) ![[포드]] #태그/안 컨테이너를 쓴다.",
    '{{ run("기록") }}\n\n- {{ run("도커.md#1", lines="1") }}\n- `{{ run("기록") }}` {{ run("폴더/둘") }}',
    "```console run\n---\nengine: display\n---\n$ 안녕 [[도커]]\n```",
    '```console run\n---\nengine: display\nafter: 폴더/둘\n---\n$ 끝\n```\n\n{{ run("폴더/둘", lines="2") }}',
    "## _절:_ 하나\n글[^1] 또[^둘]\n\n## 절\n### 절\n- 첫 ^덩이\n\n[^1]: [[도커]] 각주\n[^둘]: 둘\n[^셋]: [[포드]]",
    "[[도커#_절 _ 하나]] [가](도커.md#절-1) [나](컨테이너.md#-절-하나) [[이미지#^표]] [[포드#닻]] ![[도커#절#절]]",
    '<a id="닻"></a> 글 <b>[[이미지]]</b>\n\n| 표 |\n|---|\n| ![[포드^덩이]] |\n^표\n\n<video src="그림.png">',
    "[[docker]] [[Docker]] [[DOCKER#절]] ![[docker]] [[폴더/]] [[README]] [[폴더/README#절|읽기]] $x$ %%[[없음]]%%",
    "![[폴더/둘]] ![[README]] ![[컨테이너#^표]]\n\n> [!note] ## 머리\n> [^ㄱ] [[포드]]\n\n[^ㄱ]: 콜아웃의 각주 #태그",
)
RECORDINGS = ("commands/기록.console", "commands/폴더/둘.console")
RECORDED = "---\nengine: display\n---\n$ {}\n"
HEADS = (
    "",
    "---\naliases: [별명, docker]\ntags: [하나]\n---\n",
    "---\ntitle: 다른 제목\nsummary: 한 줄\nglossary: true\n---\n",
    "---\ndraft: true\n---\n",
    "---\nup: '[[도커#절]]'\nrelated: ['[[포드]]', '[[없는 것]]', '![[그림.png]]']\n---\n",
    "---\norder: 3\ntags: [C#, a/b, a-b]\nsummary: '**한** [[줄]]'\n---\n",
    "---\nup: [깨진\n---\n",
    "---\nrender_macros: true\nsummary: 매크로\n---\n노트 {{ note_count() }}개\n\n",
    "---\nsearch: {exclude: true}\naliases: [이미지]\n---\n",
    "---\npermalink: /가/나/\nid: 하나\n---\n",
    "---\npermalink: 도커.html\naliases: [폴더/이미지, 배]\n---\n",
)


KINDS = (
    "write",
    "write",
    "append",
    "append",
    "rename",
    "delete",
    *["attachment"] * 2,
    *["recording"] * 2,
    "option",
    "settings",
    "touch",
)


def edit(vault: Path, dice: random.Random, options: dict[str, str], kinds: Sequence[str] = KINDS) -> str:
    """Change one thing, and say what."""
    notes = sorted(path for path in vault.rglob("*.md"))
    kind = dice.choice(kinds)
    note = vault / f"{dice.choice(NAMES)}.md"
    if kind == "write" or not notes:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(dice.choice(HEADS) + "\n\n".join(dice.sample(TEXTS, k=dice.randint(1, 3))), "utf-8")
        return f"write {note}"
    chosen = dice.choice(notes)
    if kind == "append":
        chosen.write_text(f"{chosen.read_text('utf-8')}\n\n{dice.choice(TEXTS)} {dice.randint(0, 9)}", "utf-8")
    elif kind == "rename":
        note.parent.mkdir(parents=True, exist_ok=True)
        chosen.rename(note)
    elif kind == "delete":
        chosen.unlink()
    elif kind == "touch":
        chosen.touch()
    elif kind == "attachment":
        file = vault / dice.choice(("그림.png", "문서.pdf", "폴더/그림.png"))
        file.unlink() if file.exists() and dice.random() < 0.3 else _write(
            file, dice.choice((dice.randbytes(8), png(dice.randrange(256))))
        )
    elif kind == "recording":
        chosen = vault / dice.choice(RECORDINGS)
        steps = f"$ 명령 {dice.randint(0, 2)}\n출력\n" * dice.randint(0, 2)
        after = f"---\nengine: display\nafter: 기록\ntitle: 제목 {dice.randint(0, 2)}\n---\n"
        head = dice.choice(("---\nengine: display\n---\n", after, "---\n---\n", "망가진 "))
        chosen.unlink() if chosen.exists() and dice.random() < 0.2 else _write(chosen, (head + steps).encode())
    elif kind == "settings":
        _write(vault / ".obsidian/app.json", b'{"strictLineBreaks": %s}' % dice.choice((b"true", b"false")))
    else:
        options["KB_SITE_NAME"] = dice.choice(("가", "나"))
    return f"{kind} {chosen}"


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def differences(one: Path, other: Path) -> list[str]:
    first, second = contents(one), contents(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


@pytest.fixture
def short_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a folder of five notes for a large one."""
    for module in ("publish.long_list", "publish.made.listing"):
        monkeypatch.setattr(f"macros.{module}.LONGEST", 4)
    monkeypatch.setattr("macros.publish.long_list.AROUND", 1)


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("templates")


@pytest.fixture
def compiled_once(templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Share the templates as they were compiled, which takes as long as all else in a build of two notes."""

    def compiled(config: MkDocsConfig) -> FileSystemBytecodeCache | None:
        with monkeypatch.context() as patch:
            patch.setenv("KB_CACHE", str(templates))
            return compiled_templates(config)

    monkeypatch.setattr("macros.hosts.templates.compiled_templates", compiled)


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Build the vault into a folder, with what earlier builds of that name left."""
    monkeypatch.setenv("KB_VAULT", str(tmp_path / "vault"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setattr(logging.getLogger("mkdocs"), "disabled", True)
    monkeypatch.delenv("CI", raising=False)
    _write(tmp_path / "vault/.kb-addresses", b"")

    def built(name: str) -> Path:
        monkeypatch.setenv("KB_CACHE", str(tmp_path / f"cache-{name}"))
        build(load_config(str(REPOSITORY / "mkdocs.yml"), site_dir=str(tmp_path / name)))
        return tmp_path / name

    return built


@pytest.mark.usefixtures("short_lists", "compiled_once")
@pytest.mark.parametrize("seed", range(3))
def test_edits(tmp_path: Path, builds: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    dice = random.Random(seed)
    options = {"KB_SITE_NAME": "가"}
    history = []
    for _ in range(EDITS // 3):
        history.append(edit(tmp_path / "vault", dice, options))
        monkeypatch.setenv("KB_SITE_NAME", options["KB_SITE_NAME"])
        kept = builds("kept")
        for database in tmp_path.glob("cache-clean/*.db"):
            database.unlink()
        shutil.rmtree(tmp_path / "clean", ignore_errors=True)
        assert differences(kept, builds("clean")) == [], history


class Running:
    """A preview: it can `build`, and counts in `whole` the builds that MkDocs made."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], None] = lambda: None
    ) -> None:
        self.site = folder
        self.whole = 0
        self._cache = str(folder.with_name(f"cache-{folder.name}"))
        self._monkeypatch = monkeypatch
        self._context = copy_context()  # in which MkDocs' command is remembered
        self._meanwhile = meanwhile
        self._context.run(self._start)

    def build(self) -> None:
        self._context.run(self._build)

    def finish(self) -> None:
        """Let what happens behind the scenes come to its end."""
        self.shown.finishing.hurry()

    @property
    def shown(self) -> Any:
        return self._plugin.command.shown

    def stop(self) -> None:
        """End as MkDocs does, which deletes the folder of the site then."""
        self._context.run(self._plugins.on_shutdown)

    def _start(self) -> None:
        config = self._config()
        self._plugins = config.plugins
        config.plugins.on_startup(command="serve", dirty=False)
        self._build_whole(config)
        self._plugin: Any = config.plugins["kb"]
        self._meanwhile()
        server = LiveReloadServer(self._build_whole, "127.0.0.1", 0, str(self.site))
        config.plugins.on_serve(server, config=config, builder=self._build_whole)
        self._build = server.builder
        server.observer.stop()  # Linux has 128 of them for each user
        server.server_close()

    def _build_whole(self, config: MkDocsConfig | None = None) -> None:
        self.whole += 1
        build(config or self._config())

    def _config(self) -> MkDocsConfig:
        self._monkeypatch.setenv("KB_CACHE", self._cache)
        return load_config(str(REPOSITORY / "mkdocs.yml"), site_dir=str(self.site), dev_addr="127.0.0.1:0")


@pytest.fixture
def preview(
    tmp_path: Path, builds: Callable[[str], Path], compiled_once: None, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Running]:
    """Begin a preview of the vault, below the folder of that name."""
    monkeypatch.setattr("macros.hosts.finishing.UNHURRIED", 3600)
    return lambda name: Running(tmp_path / name, monkeypatch)


@pytest.mark.usefixtures("short_lists")
@pytest.mark.parametrize("seed", range(2))
def test_edits_while_a_preview_runs(tmp_path: Path, preview: Callable[[str], Running], seed: int) -> None:
    """As above; where only texts have changed, MkDocs is left out. Only the search index and fonts may come late."""
    dice = random.Random(seed)
    for _ in range(12):
        edit(tmp_path / "vault", dice, {}, ("write",))
    running = preview("kept")
    history = []
    for _ in range(EDITS // 2):
        history.append(edit(tmp_path / "vault", dice, {}, ("append", "append", *KINDS)))
        running.build()
        if dice.random() < 0.2:
            continue  # the next build comes before this one is finished
        shown = pages(running.site)
        running.finish()
        for database in tmp_path.glob("cache-clean/*.db"):
            database.unlink()
        shutil.rmtree(tmp_path / "clean", ignore_errors=True)
        clean = preview("clean")
        assert shown == pages(clean.site), history
        clean.finish()
        assert differences(running.site, clean.site) == [], history
    assert running.whole < EDITS // 2


@pytest.mark.parametrize(
    ("file", "text", "shown", "whole"),
    [
        ("하나.md", '고친 글\n\n{{ run("기록") }}', {"하나"}, 1),
        ("하나.md", "## 고친 글\n\n![[둘#절]]", {"하나", "둘", "commands/기록"}, 1),
        ("commands/기록.console", RECORDED.format("고친 글"), {"하나", "둘", "셋", "commands/기록"}, 1),
        ("commands/기록.console", "망가진 글", {"하나", "둘", "셋"}, 2),
        ("기록 둘.md", f"```console run\n{RECORDED.format('고친 글')}```", {"기록 둘", "넷"}, 1),
        ("기록 둘.md", "글", {"기록 둘", "넷"}, 1),
    ],
)
def test_a_save_makes_only_the_pages_that_show_what_was_saved(
    tmp_path: Path, preview: Callable[[str], Running], file: str, text: str, shown: set[str], whole: int
) -> None:
    vault = tmp_path / "vault"
    command = RECORDED.format("처음")
    for path, body in {
        "하나.md": '글 {{ run("기록") }}',
        "둘.md": '## 절\n\n{{ run("기록", lines="1") }}\n\n## 끝',
        "셋.md": "![[둘#절]]",
        "넷.md": '| {{ run("기록 둘.md#1") }} |\n|---|',
        "다섯.md": "글 `{{ run('기록') }}`",
        "기록 둘.md": f"```console run\n{command}```",
        "commands/기록.console": command,
    }.items():
        _write(vault / path, body.encode())
    running = preview("kept")
    running.finish()
    before = pages(running.site)

    _write(vault / file, text.encode())
    running.build()
    running.finish()
    after = pages(running.site)
    clean = preview("clean")
    clean.finish()
    assert {name.removesuffix("/index.html") for name in after if before[name] != after[name]} == shown
    assert differences(running.site, clean.site) == []
    assert running.whole == whole


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[[나]]", {"가", "나", "다"}),  # 다 shows the links between its neighbours
        ("[[라]]", {"가", "라", "먼"}),  # to 라 lead more notes than to 더
        ("도커", {"가", "glossary/도커"}),
        ("[[없는 것]]", {"가", "wanted"}),
        ("글", {"가"}),
    ],
)
def test_a_save_is_seen_by_the_neighbours_and_the_terms_that_it_concerns(
    tmp_path: Path, preview: Callable[[str], Running], text: str, shown: set[str]
) -> None:
    notes = {
        "가": "처음",
        "나": "글",
        "다": "[[나]] [[가]]",
        "먼": "[[더]] [[라]]",
        "더": "글",
        "라": "글",
        "glossary/도커": "글",
    }
    for path, body in notes.items():
        head = "---\nsummary: 고래\n---\n" if path.startswith("glossary") else ""
        _write(tmp_path / f"vault/{path}.md", f"{head}{body}".encode())
    running = preview("kept")
    running.finish()
    before = pages(running.site)

    _write(tmp_path / "vault/가.md", f"처음 {text}".encode())
    running.build()
    running.finish()
    after = pages(running.site)
    clean = preview("clean")
    clean.finish()
    assert running.whole == 1
    assert {name.removesuffix("/index.html") for name in after if before[name] != after[name]} == shown
    assert differences(running.site, clean.site) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("부른다.md", "---\nrender_macros: true\n---\n노트 {{ note_count() }}개"),
        ("센다.md", "---\nrender_macros: true\n---\n이제 {{ note_count() }}"),
        ("센다.md", "---\nrender_macros: true\n---\n이제 안 센다"),
        ("글.md", "낱말 넷 다섯 여섯"),
    ],
)
def test_a_save_that_changes_what_macros_show(
    tmp_path: Path, preview: Callable[[str], Running], monkeypatch: pytest.MonkeyPatch, file: str, text: str
) -> None:
    def words(vault: Vault) -> int:
        return sum(len(note.body.split()) for note in vault.notes.values())

    monkeypatch.setattr("macros.env.MACROS", {"note_count": lambda vault: len(vault.notes), "words": words})
    monkeypatch.setattr("macros.macro_report.MACROS", {"note_count": None, "words": None})
    for path, body in {
        "부른다.md": "---\nrender_macros: true\n---\n아직 아무것도",
        "센다.md": "---\nrender_macros: true\n---\n{{ note_count() }}",
        "낱말.md": "---\nrender_macros: true\n---\n{{ words() }}",
        "글.md": "낱말 둘",
    }.items():
        _write(tmp_path / "vault" / path, body.encode())
    running = preview("kept")
    running.finish()
    _write(tmp_path / "vault" / file, text.encode())
    running.build()
    running.finish()
    clean = preview("clean")
    clean.finish()
    assert differences(running.site, clean.site) == []


@pytest.mark.parametrize(("text", "folder"), [("$x$", "katex"), ("```mermaid\ngraph TD\n```", "mermaid")])
def test_a_library_comes_with_the_first_note_that_needs_it_and_goes_with_the_last(
    tmp_path: Path, preview: Callable[[str], Running], text: str, folder: str
) -> None:
    names = ("가", "나")
    for name in names:
        _write(tmp_path / f"vault/{name}.md", "글".encode())
    running = preview("kept")
    running.finish()
    wholes = []
    for name, body in ((names[0], f"글 {text}"), (names[1], text), (names[0], "글"), (names[1], "글")):
        _write(tmp_path / f"vault/{name}.md", body.replace(" ", "\n\n").encode())
        before = running.whole
        running.build()
        running.finish()
        wholes.append(running.whole - before)
        clean = preview("clean")
        clean.finish()
        assert differences(running.site, clean.site) == []
        assert (running.site / f"assets/vendor/{folder}").exists() is (len(wholes) < 4)
        shutil.rmtree(clean.site)
    assert wholes == [1, 0, 0, 1]


def test_an_edit_of_what_comes_before_a_recording_is_seen_where_that_is_shown(
    tmp_path: Path, preview: Callable[[str], Running]
) -> None:
    """On its own page, in notes and in fences; only who shows what, and under which title, asks for a whole build."""
    first, head = "---\nengine: display\n---\n$ 처음\n", "---\nengine: display\nafter: 처음\n---\n"
    fence = f"```console run\n{head}$ 담장\n```"
    files = {
        "commands/처음.console": first,
        "commands/다음.console": f"{head}$ 다음\n",
        "가.md": '{{ run("다음") }}',
        "나.md": fence,
        "다.md": "글",
    }
    for name, text in files.items():
        _write(tmp_path / "vault" / name, text.encode())
    running = preview("kept")
    running.finish()
    edits = [
        ("commands/처음.console", first.replace("처음", "첫째"), 0),
        ("commands/처음.console", first.replace("---\n$", "title: 이름\n---\n$"), 0),
        ("다.md", '글 {{ run("다음") }}', 0),
        ("commands/다음.console", f"{head}$ 다음\n$ 끝\n", 0),
        ("commands/다음.console", f"{head.replace('after', 'title: 새 이름' + chr(10) + 'after')}$ 다음\n", 1),
        ("다.md", "---\ndraft: true\n---\n글", 1),
    ]
    for file, text, count in edits:
        _write(tmp_path / "vault" / file, text.encode())
        before = running.whole
        running.build()
        running.finish()
        clean = preview("clean")
        clean.finish()
        assert (running.whole - before, differences(running.site, clean.site)) == (count, [])
        shutil.rmtree(clean.site)
    shown = ["가/index.html", "나/index.html", "commands/다음/index.html"]
    assert all("처음" in (running.site / page).read_text("utf-8") for page in shown)
    assert not (running.site / "commands/처음").exists()


def pages(site: Path) -> dict[str, bytes]:
    """What a preview shows before its search index is written, and fonts where a letter is new."""
    return {name: data for name, data in contents(site).items() if not name.startswith(("search/", "assets/fonts/"))}


def test_a_search_goes_on_until_its_index_is_written(tmp_path: Path, preview: Callable[[str], Running]) -> None:
    for name in ("가", "나", "search/note", "search"):
        _write(tmp_path / f"vault/{name}.md", f"낱말 {name}".encode())
    running = preview("kept")
    site = running.site
    running.finish()
    before = {name for name in contents(site) if name.startswith("search/") and not name.endswith(".html")}
    shutil.rmtree(tmp_path / "vault/search")
    (tmp_path / "vault/search.md").unlink()
    running.build()

    assert {name for name in contents(site) if name.startswith("search/")} == before
    running.finish()
    assert len([name for name in before - contents(site).keys() if name.startswith("search/texts-")]) == 1


def test_a_preview_lets_go_of_earlier_builds(tmp_path: Path, preview: Callable[[str], Running]) -> None:
    note = tmp_path / "vault/가.md"
    note.write_text("글", "utf-8")
    running = preview("kept")
    builds = []
    for number in range(3):
        note.write_text(f"---\ntitle: 이름 {number}\n---\n", "utf-8")
        running.build()
        builds.append(weakref.ref(running.shown.build.files))
        running.finish()

    assert running.whole == 4
    assert [build() is None for build in builds] == [True, True, False]


def test_the_collector_of_garbage_rests_while_something_is_built_and_no_longer(
    tmp_path: Path, preview: Callable[[str], Running], monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "vault/가.md"
    note.write_text("글", "utf-8")
    running = preview("kept")
    resting = [not gc.isenabled()]
    running.finish()
    resting.append(gc.isenabled())
    for text in ("고친 글", "---\ntitle: 이름\n---\n"):
        note.write_text(text, "utf-8")
        running.build()
        resting.append(not gc.isenabled())
    (tmp_path / "vault/maru.yml").write_text("nmae: x", "utf-8")
    running.build()
    resting.append(gc.isenabled())
    (tmp_path / "vault/maru.yml").unlink()
    with monkeypatch.context() as patch, pytest.raises(OSError, match="a full disk"):
        patch.setattr("macros.hosts.mkdocs.write_pages", fails)
        running.build()
    resting.append(gc.isenabled())
    running.build()
    running.stop()

    assert resting == [True] * 6
    assert gc.isenabled()


def test_a_build_that_fails_removes_nothing(
    tmp_path: Path, preview: Callable[[str], Running], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vault/가.md").write_text("글", "utf-8")
    (tmp_path / "vault/나.md").write_text("[[가]]", "utf-8")
    running = preview("kept")
    site = running.site
    running.finish()
    before = contents(site)
    (tmp_path / "vault/가.md").unlink()
    with monkeypatch.context() as patch:
        patch.setattr("macros.hosts.mkdocs.write_pages", fails)
        with pytest.raises(OSError, match="a full disk"):
            running.build()
    assert contents(site).keys() == before.keys()

    running.build()
    running.finish()
    clean = preview("clean")
    clean.finish()
    assert differences(site, clean.site) == []


@pytest.mark.parametrize(
    ("file", "text"), [("vault/가.md", "고친 글"), ("vault/나.md", "새 글"), ("vault/maru.yml", "name: 이름"), ("", "")]
)
def test_what_is_saved_while_the_first_build_runs_is_seen(
    tmp_path: Path, preview: Callable[[str], Running], monkeypatch: pytest.MonkeyPatch, file: str, text: str
) -> None:
    """MkDocs begins to watch when that build is over."""
    _write(tmp_path / "vault/가.md", "글 [[나]]".encode())
    os.utime(tmp_path / "vault/가.md", (1, 1))

    def save() -> None:
        if file:
            _write(tmp_path / file, text.encode())

    running = Running(tmp_path / "kept", monkeypatch, save)
    running.finish()
    clean = preview("clean")
    clean.finish()

    assert differences(running.site, clean.site) == []
    assert running.whole == (2 if file else 1)


@pytest.mark.parametrize("waits", [0, 3600])
def test_a_preview_that_ends_writes_no_more(
    tmp_path: Path, preview: Callable[[str], Running], monkeypatch: pytest.MonkeyPatch, waits: int
) -> None:
    """MkDocs deletes the folder of the site next, and fails at one that somebody writes into."""
    told, before = list[str](), {*threading.enumerate()}

    def write_slowly(_: object) -> None:
        told.append("begun")
        time.sleep(0.3)
        told.append("ended")

    monkeypatch.setattr("macros.hosts.finishing.UNHURRIED", waits)
    monkeypatch.setattr("macros.hosts.search_index.SearchIndex.write", write_slowly)
    (tmp_path / "vault/가.md").write_text("글", "utf-8")
    running = preview("kept")
    assert wait_for(lambda: told or waits)
    running.stop()

    assert told == ([] if waits else ["begun", "ended"])
    assert not [thread for thread in {*threading.enumerate()} - before if isinstance(thread, threading.Timer)]


def fails(*_: object) -> None:
    raise OSError("a full disk")


def test_one_process_or_many(tmp_path: Path, builds: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(60):
        (tmp_path / f"vault/글{number}.md").write_text(
            f"# 글 {number}\n[[글{number + 1}]] {TEXTS[number % 5]}", "utf-8"
        )
    monkeypatch.setenv("KB_WORKERS", "1")
    one = builds("one")
    monkeypatch.setenv("KB_WORKERS", "8")
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # that of other tests' servers is idle

    assert differences(one, builds("many")) == []


def test_a_build_that_is_killed(tmp_path: Path, builds: Callable[[str], Path]) -> None:
    """At any moment; the build after it is right."""
    dice = random.Random(1)
    vault = tmp_path / "vault"
    for number in range(60):
        (vault / f"글{number}.md").write_text(f"# 글 {number}\n[[글{number + 1}]]", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "kept")]
    begun = time.monotonic()
    environment = {**os.environ, "KB_CACHE": str(tmp_path / "cache-kept"), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=REPOSITORY, env=environment, check=True)
    takes = time.monotonic() - begun
    for _ in range(KILLS):
        for _ in range(5):
            edit(vault, dice, {})
        process = subprocess.Popen(command, cwd=REPOSITORY, env=environment, start_new_session=True)
        time.sleep(dice.uniform(0.2, 1) * takes)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        shutil.rmtree(tmp_path / "clean", ignore_errors=True)
        for database in tmp_path.glob("cache-clean/*.db"):
            database.unlink()
        assert differences(builds("kept"), builds("clean")) == []


def test_a_site_that_somebody_else_changed(tmp_path: Path, builds: Callable[[str], Path]) -> None:
    (tmp_path / "vault/가.md").write_text("글", "utf-8")
    (tmp_path / "vault/나.md").write_text("[[가]]", "utf-8")
    site = builds("kept")
    (site / "가/index.html").unlink()
    (site / "나/index.html").write_text("", "utf-8")
    (site / "assets/kb/maru.css").write_text("", "utf-8")
    _write(site / "옛/index.html", b"stale")

    assert differences(builds("kept"), builds("clean")) == []


def test_a_file_becomes_a_folder_and_a_file_again(tmp_path: Path, builds: Callable[[str], Path]) -> None:
    vault = tmp_path / "vault"
    (vault / "가.md").write_text("[[compose.yaml]]", "utf-8")
    (vault / "compose.yaml").write_text("services: {}", "utf-8")
    builds("kept")
    (vault / "compose.yaml").rename(vault / "compose.yaml.md")
    kept = builds("kept")
    assert (kept / "compose.yaml/index.html").is_file()
    assert differences(kept, builds("clean")) == []

    (vault / "compose.yaml.md").rename(vault / "compose.yaml")
    kept = builds("kept")
    assert (kept / "compose.yaml").is_file()


@pytest.mark.parametrize("damage", [b"not a database", b"SQLite format 3\x00" + bytes(5000)])
def test_a_damaged_cache_is_told_and_made_anew(
    tmp_path: Path, builds: Callable[[str], Path], caplog: pytest.LogCaptureFixture, damage: bytes
) -> None:
    (tmp_path / "vault/가.md").write_text("글", "utf-8")
    builds("kept")
    (database,) = tmp_path.glob("cache-kept/*.db")
    database.write_bytes(damage)
    logging.getLogger("mkdocs").disabled = False
    caplog.set_level(logging.INFO)
    kept = builds("kept")

    assert "캐시를 쓸 수 없습니다" in caplog.text
    assert differences(kept, builds("clean")) == []


def test_a_cache_that_others_may_write_is_not_read(
    tmp_path: Path, builds: Callable[[str], Path], caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "vault/가.md").write_text("글", "utf-8")
    builds("kept")
    (database,) = tmp_path.glob("cache-kept/*.db")
    database.chmod(0o666)
    logging.getLogger("mkdocs").disabled = False
    caplog.set_level(logging.INFO)
    builds("kept")

    assert "다른 사람이 쓸 수 있는 파일입니다" in caplog.text


def test_a_worker_that_dies_is_told_and_its_work_done(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KB_WORKERS", "2")
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # that of other tests' servers is idle
    told: list[Message] = []

    def work(number: int) -> int:
        if number == 30:
            os._exit(3)
        return number

    done = dict(in_parallel(work, range(60), told.append))

    assert 30 not in done
    assert len(done) >= 24
    assert ["a worker died (exit code 3)" in str(line) for line in told] == [True]


def test_a_worker_that_is_interrupted_prints_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KB_WORKERS", "2")
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # that of other tests' servers is idle
    done = dict(in_parallel(lambda _: os.kill(os.getpid(), signal.SIGINT), range(60), lambda _: None))

    assert (done, capfd.readouterr().err) == ({}, "")


def test_an_attachment_that_was_edited_in_place_at_its_old_size_and_time(
    tmp_path: Path, builds: Callable[[str], Path]
) -> None:
    (tmp_path / "vault/가.md").write_text("[[메모.txt]]", "utf-8")
    memo = tmp_path / "vault/메모.txt"
    memo.write_bytes(b"before")
    builds("kept")
    status = memo.stat()
    with memo.open("r+b") as file:
        file.write(b"after ")
    os.utime(memo, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (memo.stat().st_ino, memo.stat().st_mtime_ns) == (status.st_ino, status.st_mtime_ns)

    assert (builds("kept") / "메모.txt").read_bytes() == b"after "


def test_a_cache_that_is_full_is_told_once_and_stops_no_build(
    tmp_path: Path, builds: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def no_room(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def narrow(store: Store) -> sqlite3.Connection:
        connection = connect(store)
        connection.execute("PRAGMA max_page_count = 1")
        return connection

    connect = Store._connection
    (tmp_path / "vault/가.md").write_text("글", "utf-8")
    monkeypatch.setattr("jinja2.bccache.tempfile.NamedTemporaryFile", no_room)
    monkeypatch.setattr(Store, "_connection", narrow)
    logging.getLogger("mkdocs").disabled = False
    caplog.set_level(logging.INFO)
    kept = builds("kept")

    assert caplog.text.count("캐시를 쓸 수 없습니다(database or disk is full)") == 1
    assert caplog.text.count("캐시") == 1
    monkeypatch.setattr(Store, "_connection", connect)
    assert differences(kept, builds("clean")) == []


def test_a_cache_folder_that_cannot_be_made_is_told_once_and_stops_no_build(
    tmp_path: Path, builds: Callable[[str], Path], caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "vault/가.md").write_text("글", "utf-8")
    (tmp_path / "cache-kept").write_text("a file", "utf-8")
    logging.getLogger("mkdocs").disabled = False
    caplog.set_level(logging.INFO)

    assert differences(builds("kept"), builds("clean")) == []
    assert caplog.text.count("캐시를 쓸 수 없습니다") == 1
