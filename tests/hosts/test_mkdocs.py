"""Real builds of small vaults, with the shipped mkdocs.yml."""

import json
import os
import re
import unicodedata
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, Build, Write
from tests.pictures import png


def test_any_folder_of_notes_becomes_a_site(write: Write, build: Build) -> None:
    vault = write("폴더/가.md: [[나]]를 본다. #태그", "나.md: ---\nsummary: 둘째\n---\n글", "폴더/README.md: 읽기")
    site = build(vault, "--strict")

    assert site.exit_code == 0, site.output
    home = site.article()
    assert [(a.text, a["href"]) for a in home.select(".kb-cards a")] == [
        ("폴더", "%ED%8F%B4%EB%8D%94/"),
        ("가", "%ED%8F%B4%EB%8D%94/%EA%B0%80/"),
        ("나", "%EB%82%98/"),
    ]
    assert site.article("all").select_one(".kb-listing a").text == "가"  # type: ignore[union-attr]
    assert site.page("폴더/가").select_one("title").text == f"가 · {vault.name}"  # type: ignore[union-attr]
    assert site.article("폴더/가").select_one("a.kb-link")["href"] == "../../%EB%82%98/"  # type: ignore[index]
    assert site.article("tags").select_one("a#태그")["href"] == "태그/"  # type: ignore[index]
    assert site.article("tags/태그").select_one(".kb-listing a").text == "가"  # type: ignore[union-attr]


def test_what_is_made_for_each_build_is_written_once(write: Write, build: Build) -> None:
    made = ("assets/kb/kb-words.js", "assets/kb/kb-words.css", "assets/kb/icon.svg")
    site = build(vault := write("가.md: 글"))
    before = [(site.folder / name).stat().st_mtime_ns for name in made]

    assert [(build(vault).folder / name).stat().st_mtime_ns for name in made] == before
    assert "name" in build(vault, KB_SITE_NAME="name", KB_LANGUAGE="en").page().text
    assert ">N</text>" in (site.folder / made[2]).read_text("utf-8")
    assert "Copy command {number}" in (site.folder / made[0]).read_text("utf-8")


def test_sections_are_called_as_their_folders(write: Write, build: Build) -> None:
    site = build(write("my-notes_2/깊은 곳/가.md: 글", "my-notes_2/나.md: 글"))

    titles = [label.get_text(strip=True) for label in site.page("my-notes_2/깊은 곳/가").select(".md-nav__container a")]
    assert {"my-notes_2", "깊은 곳"} <= set(titles)


def test_backlinks_stand_beside_the_article_with_their_sentence(write: Write, build: Build) -> None:
    site = build(write("가.md: 앞 문장. 나는 [[나|그것]]을 <b>본다</b>. 뒤.", "나.md: 글", "다.md: `[[나]]`"))

    (backlink,) = site.page("나").select(".kb-backlinks li")
    assert backlink.select_one("a")["href"] == "../가/"  # type: ignore[index]
    assert backlink.select_one("p").text == "나는 그것을 본다."  # type: ignore[union-attr]
    assert not site.page("가").select(".kb-backlinks")


def test_only_what_is_published_leaves_the_machine(write: Write, build: Build) -> None:
    vault = write(
        "글.md: [[초안]] ![[초안]] ![[쓴.png]] ![[../../../etc/hostname]] %%비밀-주석%%",
        "초안.md: ---\ndraft: true\n---\n비밀 ![[초안.png]]",
        "숨김.md: ---\npublish: false\naliases: [비밀-별명]\n---\n비밀",
        ".obsidian/workspace.json: 비밀",
        ".trash/버림.md: 비밀",
        "Templates/틀.md: 비밀",
        ("쓴.png", png()),
        ("초안.png", "비밀".encode()),
        ("안-씀.pdf", "비밀".encode()),
        ("열쇠.pem", "비밀".encode()),
    )
    (vault / "밖.md").symlink_to("/etc/hostname")
    (vault / "끊김.md").symlink_to("없음.md")
    for name in ("고리", "고리 2", "고리 3"):
        (vault / name).symlink_to(".")  # whoever follows them has 3⁴⁰ folders before him
    os.mkfifo(vault / "관.md")
    site = build(vault)

    assert site.exit_code == 0, site.output
    published = {file for file in site.files() if not file.startswith(("assets/", "search/"))}
    pages = {"index.html", "글/index.html", "tags/index.html", "all/index.html", "404.html"}
    assert published == pages | {"쓴.png", "llms.txt", "sitemap.xml", "sitemap.xml.gz"}
    for path in site.files() - {"sitemap.xml.gz"}:
        content = (site.folder / path).read_bytes()
        assert "비밀".encode() not in content, path
        assert json.dumps("비밀").strip('"').encode() not in content, path
        if not path.endswith((".woff2", ".map")):
            assert str(vault.parent).encode() not in content, path
            assert str(REPOSITORY).encode() not in content, path


BAD = (
    ("cp949.md", "첫 줄\n둘째".encode("cp949")),
    ("front.md", b"---\na: b\n\tc: d\n---\nbody"),
    ("self.md", b"![[self]]"),
    ("link.md", b"a\n\n[[nothing]]"),
    ("empty.md", b""),
    (".md", b"x"),
    ("large.md", "가 [[없음]]\n".encode() * 100_000),
    ("tags.md", b"---\ntags: linux\nicon: LiHome\ntemplate: daily.html\nhide: true\ntitle:\n---\nx"),
    ("brackets.md", b"[" * 20_000 + b"\n\n" + b"*" * 20_000),
    ("deep.md", b"> " * 3_000 + b"x"),
    ("refs.md", b"---\nx: &a [*a]\ny: !!python/object/apply:os.system [id]\n---\n![[../../etc/passwd]]"),
)
TOLD = [
    ".md:1: a note without a name is left out (name it)",
    "brackets.md:1: more than 2,000 marks stand in one block: it is shown as plain text (part it with blank lines)",
    "cp949.md:1: the note is not UTF-8 (read as cp949) (save it as UTF-8)",
    "deep.md:1: lists or quotes lie more than 60 levels deep: what is below is left out (use fewer levels)",
    "empty.md:1: the note is empty",
    "front.md:3: the front matter is no YAML: found character '\\t' that cannot start any token",
    "large.md:1: the note has 1,500,000 bytes: it is shown as plain text,"
    " of which the first million letters can be found (split it into notes of at most 1,000,000 bytes)",
    "link.md:3: no note is named 'nothing' (write it, or remove [[nothing]])",
    "refs.md:2: the front matter is no YAML: found unconstructable recursive node",
    "refs.md:5: no note is named '../../etc/passwd' (write it, or remove ![[../../etc/passwd]])",
    "self.md:1: ![[self]] shows the note inside itself (link instead of embedding)",
    "tags.md:2: `tags: linux` is one text, not a list (write `tags: [linux]`)",
]


def test_bad_input_gets_one_warning_each_and_the_rest_is_built(write: Write, build: Build) -> None:
    vault = write(*BAD, "good.md: 좋은 글")
    site = build(vault, "--strict", KB_LANGUAGE="en")

    assert site.exit_code == 1
    assert site.warnings == TOLD
    assert "좋은 글" in site.article("good").text
    assert "둘째" in site.article("cp949").text
    assert "가 [[없음]]" in site.article("large").text
    assert build(vault).exit_code == 0


def test_titles_are_shown_and_never_run(write: Write, build: Build) -> None:
    title = '</title><script>alert("x")</script>'
    site = build(
        write(f"---.md: ---\ntitle: '{title}'\nsummary: '\"><i>y</i> &lt;script&gt;'\ntags: ['<b>z</b>']\n---\n글"),
        "--strict",
    )

    page = site.page("---")
    assert page.select_one("article h1").text == title  # type: ignore[union-attr]
    assert page.select_one("meta[name=description]")["content"] == '">y <script>'  # type: ignore[index]
    assert page.select_one("article .md-tag").text == "<b>z</b>"  # type: ignore[union-attr]
    assert not [s for s in page.select("script") if "alert" in s.text or s.text == "y"]


BRACES = """docker ps --format '{{.Names}}' {{ x }} {% raw %}y{% endraw %} {# c #} ${{ github.ref }} ${#a[@]} {#1}

## 제목 {#id}

```yaml
a: {{ .Values.b }}  {% if c %}  {# d #}  ${{ secrets.E }}
```
"""


@pytest.mark.parametrize("head", ["", "---\nrender_macros: true\ntitle: 제목 {{ 7 * 7 }}\n---\n"])
def test_braces_come_out_letter_for_letter(write: Write, build: Build, head: str) -> None:
    site = build(write(f"글.md: {head}{BRACES}"), "--strict")

    assert site.exit_code == 0, site.output
    article = site.article("글")
    for heading_link in article.select(".headerlink"):
        heading_link.decompose()
    assert [p.text for p in article.select("p, h2, pre")] == [
        BRACES.split("\n", maxsplit=1)[0],
        "제목 {#id}",
        "a: {{ .Values.b }}  {% if c %}  {# d #}  ${{ secrets.E }}\n",
    ]
    assert article.select_one("h1").text == ("제목 {{ 7 * 7 }}" if head else "글")  # type: ignore[union-attr]


def test_a_note_opts_in_to_macros(write: Write, build: Build) -> None:
    text = "노트 {{ note_count() }}개, `{{ note_count() }}`"
    site = build(write(f"가.md: ---\nrender_macros: true\n---\n{text}", f"나.md: {text}"))

    assert "노트 2개, {{ note_count() }}" in site.article("가").text
    assert text.replace("`", "") in site.article("나").text


def test_two_forms_of_one_vault_give_one_site(write: Write, build: Build, tmp_path: Path) -> None:
    files = {
        "폴더 하나/도커 컴포즈.md": "[[쿠버네티스#설치]] ![[고래.txt]]",
        "쿠버네티스.md": "## 설치",
        "고래.txt": "whale",
    }
    contents = []
    for form in ("NFC", "NFD"):
        root = tmp_path / form / "vault"
        for path, text in files.items():
            file = root / unicodedata.normalize(form, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(unicodedata.normalize(form, text), "utf-8")
        site = build(root, "--strict", SOURCE_DATE_EPOCH="0")
        assert site.exit_code == 0, site.output
        contents.append({path: (site.folder / path).read_bytes() for path in site.files()})

    assert contents[0] == contents[1]
    assert all(unicodedata.is_normalized("NFC", path) for path in contents[0])


def test_files_that_would_share_an_address_are_told_and_none_is_lost(write: Write, build: Build) -> None:
    decomposed = unicodedata.normalize("NFD", "쌍.md")
    vault = write(
        "a.md: 하나", "a/index.md: 둘째\n\n[[/a]]", "Note.md: 셋", "note.md: 넷", "쌍.md: 다섯", (decomposed, b"six")
    )
    site = build(vault, KB_LANGUAGE="en")

    texts = {path: (site.folder / path).read_text("utf-8") for path in site.files() if path.endswith(".html")}
    published = {
        text: path
        for text in ("하나", "둘째", "셋", "넷", "다섯", "six")
        for path in texts
        if f">{text}</p>" in texts[path]
    }
    assert published == {
        "하나": "a_/index.html",
        "둘째": "a/index.html",
        "셋": "Note/index.html",
        "넷": "note_/index.html",
        "다섯": "쌍-2/index.html",
        "six": "쌍/index.html",
    }
    assert site.article("a").select_one("a.kb-link")["href"] == "../a_/"  # type: ignore[index]
    assert [re.sub(r" \(.*", "", warning) for warning in site.warnings] == [
        "쌍.md:1: another file has this name in another Unicode form",
        "a.md:1: another file has the address a/index.html too: this one is published as a_/index.html",
        "note.md:1: another file has the address note/index.html too: this one is published as note_/index.html",
    ]


def test_known_problems_fail_no_strict_build(write: Write, build: Build) -> None:
    vault = write("글.md: [[없음]]")
    assert build(vault, "--strict").exit_code == 1

    (vault / ".kb-baseline").write_text("# 안다\n글.md: no note is named '없음'\n", "utf-8")
    site = build(vault, "--strict", KB_LANGUAGE="en")
    assert (site.exit_code, site.warnings) == (0, [])
    assert "글.md:1: no note is named '없음'" in site.output


def test_pictures_of_other_servers(write: Write, build: Build) -> None:
    vault = write("글.md: ![고래](https://example.com/a.png) <img src='https://example.com/b.png'>")
    page = build(vault).page("글")

    assert not page.select("article img[src]")
    assert [a["href"] for a in page.select("article a.kb-external-image")] == [
        "https://example.com/a.png",
        "https://example.com/b.png",
    ]
    assert "img-src 'self' data:;" in str(page.select_one("meta[http-equiv]"))


def test_a_call_that_does_not_fit_stays_and_is_told(write: Write, build: Build) -> None:
    site = build(write("글.md: ---\nrender_macros: true\n---\n\n앞 {{ note_count(1) }} 뒤"), KB_LANGUAGE="en")

    assert "앞 {{ note_count(1) }} 뒤" in site.article("글").text
    assert site.warnings == ["글.md:5: {{ note_count(1) }} is no call of the macro: too many positional arguments"]


def test_nothing_hidden_leaves_through_a_link_or_a_comment(write: Write, build: Build) -> None:
    vault = write(
        "글.md: %%비밀. 비밀%% [[나]] %%비밀. "
        + "비밀 " * 60
        + "%% <!-- ![[a.png]] #비밀태그 [[나]] -->\n\n[x](연결.json)",
        "나.md: 글",
        "큰.md: %%비밀%% " + "가" * 400_000,
        ".obsidian/workspace.json: 비밀",
        ("a.png", png()),
    )
    (vault / "연결.json").symlink_to(".obsidian/workspace.json")
    site = build(vault)

    assert not {"a.png", "연결.json"} & site.files()
    assert [path for path in site.files() if "비밀".encode() in (site.folder / path).read_bytes()] == []


def test_names_from_another_system(write: Write, build: Build) -> None:
    vault = write("<b>.md: [[한글]]")
    (vault / os.fsdecode("한글".encode("cp949") + b".md")).write_text("윈도우에서 온 글", "utf-8")
    site = build(vault, KB_LANGUAGE="en")

    assert site.exit_code == 0, site.output
    assert "윈도우에서 온 글" in site.article("한글").text
    assert site.warnings == ["한글.md:1: the file's name is not UTF-8 (read as '한글.md') (rename it)"]


def test_a_folder_s_name_is_shown_and_never_run(write: Write, build: Build) -> None:
    vault = write("글.md: 글")
    strange = vault.rename(vault.parent / 'v"><img src=x onerror=alert(1)>')
    page = build(strange).page("글")

    assert page.select_one("title").text == f"글 · {strange.name}"  # type: ignore[union-attr]
    assert not page.select("img[onerror]")


def test_a_wrong_option_is_told(write: Write, project: Path, build: Build) -> None:
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("external_images: link", "external_images: sometimes"), "utf-8")
    site = build(write("글.md: 글"), "-f", str(config))

    assert site.exit_code == 1
    assert "extra.kb.external_images" in site.output
    assert "Traceback" not in site.output


def test_the_glossary_lists_its_terms_in_the_order_of_the_alphabets(write: Write, build: Build) -> None:
    files = (
        f"glossary/{name}.md: ---\nsummary: 풀이\n---\n글" for name in ("http", "하나", "까치", "API", "가지", "도커")
    )
    site = build(write("글.md: 글", *files), "--strict")
    page = site.article("glossary")

    assert site.exit_code == 0, site.output
    assert [
        (section.h2.text, [link.text for link in section.select("a")])  # type: ignore[union-attr]
        for section in page.select(".kb-listing")
    ] == [("ㄱ", ["가지", "까치"]), ("ㄷ", ["도커"]), ("ㅎ", ["하나"]), ("A", ["API"]), ("H", ["http"])]
    nav = [label.text.strip() for label in site.page("글").select(".md-nav--primary .md-ellipsis")]
    assert "용어" in nav
    assert "glossary" not in nav
