"""Words that stand where nothing may leave: none of them is in any file of the site, in whatever mode."""

from __future__ import annotations

import gzip
import json
import re

import pytest

from tests.conftest import Build, Site, Write

WORD = "새는말"
HOME = "---\npublish: true\n---\n# 글\n\n"
HEADS = (
    *(
        "---\ndraft: true\n---\n",
        "---\ndraft: 예\n---\n",
        "---\npublish: n\n---\n",
        "---\ndraft: true\ndraft: false\n---\n",
    ),
    *(
        "---\nb: &b {draft: true}\n<<: *b\n---\n",
        "---\n<<: *b\n---\n",
        "---\nprivate: yes\n---\n",
        "\n---\nx: y\n---\n",
    ),
    *(
        "----\nx: y\n----\n",
        "---\u00a0\nx: y\n---\n",
        "+++\nx = 'y'\n+++\n",
        "---\nx: y\n\n",
        "---\nvisibility: team\n---\n",
    ),
)
TEXTS = (
    *(
        "%% {}",
        "글 %%{} %%\n\n%% {}",
        "- 항목 %% {}\n\n{}",
        "> %% {}\n\n{}",
        "글%%{}\n\n```\n%%\n```\n{}",
        "<!-- {} -->",
    ),
    *("*가* " * 3000 + "%%{}%% <!-- {} -->", "*가* " * 3000 + "%% {}\n\n{}", "%%{}%% " + "가" * 400_000),
)
LINKS = '[[{}|글]] [글](<{}.md>) <a href="{}.md">글</a> ![[{}]] ![[{}|글]] ![글](<{}.md>)\n\n> [!note] [[{}|글]]'
APP = {"userIgnoreFilters": ["일기/", "/^회의/"]}
FOLDERS = (
    *(
        "일기/가.md",
        "회의 하나.md",
        "틀/가.md",
        "Tpl/가.md",
        "qa/가.md",
        "글.sync-conflict-20260101-1-A.md",
        "뺀/가.md",
    ),
    *(".숨은/가.md", ".trash/가.md"),
)
"""Where a rule of a folder or of a name keeps a note."""


def leaks(site: Site) -> set[str]:
    """The words that are in the site, in names of files and compressed ones too."""
    found = set()
    for name in site.files():
        data = (site.folder / name).read_bytes()
        text = name + (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8", "ignore")
        found |= {*re.findall(rf"{WORD}\d{{3}}", text)}
    return found


def secret(number: int) -> str:
    return f"{WORD}{number:03}"


@pytest.mark.parametrize("mode", ["all", "marked"])
def test_no_word_leaves(write: Write, build: Build, mode: str) -> None:
    words = iter(map(secret, range(1000)))
    drafts = [
        f"{next(words)}/{next(words)} 제목.md: {head}# {next(words)}\n\n{next(words)} ![[{n}.png]]"
        for n, head in enumerate(HEADS)
    ]
    hidden = [f"글 {n}.md: {HOME}" + text.replace("{}", next(words)) for n, text in enumerate(TEXTS)]
    names = [note.partition(":")[0].removesuffix(".md") for note in drafts]
    links = [f"링크 {n}.md: {HOME}" + LINKS.replace("{}", name) for n, name in enumerate(names)]
    vault = write(
        *(f".obsidian/app.json: {json.dumps(APP)}", '.obsidian/templates.json: \ufeff{"folder": "틀"}'),
        *('.obsidian/plugins/templater-obsidian/data.json: {"templates_folder": "tpl"}', "maru.yml: exclude: [뺀/]"),
        *('.obsidian/plugins/quickadd/data.json: {"templateFolderPath": "QA"}', f"index.md: {HOME}"),
        *(*drafts, *hidden, *links, *(f"{path}: {next(words)}" for path in FOLDERS)),
        *((f"{n}.png", next(words).encode()) for n in range(len(HEADS))),
        f"안 씀.txt: {next(words)}",
    )
    site = build(vault, KB_PUBLISH=mode)

    assert site.exit_code == 0, site.output
    assert leaks(site) == set()
    assert len([name for name in site.files() if name.startswith("글 ")]) == len(TEXTS)


def test_the_same_words_leave_where_nothing_holds_them(write: Write, build: Build) -> None:
    notes = [f"{secret(n)}.md: {HOME}# {secret(n)}" for n in range(3)]
    site = build(write(*notes, f"글.md: {HOME}글 {secret(4)} [[가.txt]]", ("가.txt", secret(5).encode())))

    assert leaks(site) == {secret(n) for n in (0, 1, 2, 4, 5)}


def test_what_is_unlisted_has_its_page_and_is_in_no_list(write: Write, build: Build) -> None:
    site = build(
        write(
            f"가.md: ---\nunlisted: true\ntags: [꼬리]\n---\n# {secret(1)}\n\n[[나]] {secret(2)}",
            f"glossary/용어.md: ---\nhidden: yes\nsummary: {secret(3)}\n---\n# {secret(4)}",
            f"폴더/index.md: ---\nvisibility: unlisted\n---\n# {secret(5)}",
            "나.md: # 나\n\n[[가|글]] #꼬리",
            "index.md: # 집",
        ),
        KB_SITE_URL="https://example.com/",
    )

    own = {"가/index.html", "glossary/용어/index.html", "폴더/index.html"}
    assert own <= site.files()
    for name in site.files() - own:
        assert WORD not in (site.folder / name).read_bytes().decode("utf-8", "ignore"), name
    assert all(site.page(name.removesuffix("/index.html")).select("meta[name=robots][content=noindex]") for name in own)
    assert "나" in (site.folder / "sitemap.xml").read_text("utf-8") or "%EB" in (site.folder / "sitemap.xml").read_text(
        "utf-8"
    )
    assert (site.folder / "sitemap.xml").read_text("utf-8").count("<loc>") == 5  # 집, 나, all, tags, one tag
