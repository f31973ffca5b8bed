"""What `maru.yml` does to a site, seen from the pages."""

import re
from urllib.parse import unquote

import pytest

from tests.conftest import REPOSITORY, Build, Write
from tests.pictures import png

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def test_the_site_is_the_author_s_own(write: Write, build: Build) -> None:
    vault = write(
        'maru.yml: name: A & <b> "C"\ndescription: Things\nurl: https://example.com/notes/\nlanguage: en\n'
        "home: Start.md\nlogo: pictures/logo.svg\nicon: pictures/icon.svg\ncolors: {primary: indigo, accent: amber}\n"
        "footer: © <2026>\nsource: https://www.example.com/source\ncss: [my.css]\nnavigation: [{Study/: Learning}]",
        "Start.md: Welcome. See [[Note]].",
        "index.md: an old home",
        "Study/Note.md: # Note\n\nFirst sentence. Second one.",
        "Study/Summed.md: ---\nsummary: In short\n---\nText",
        ("pictures/logo.svg", SVG),
        ("pictures/icon.svg", SVG),
        ("my.css", b"p{}"),
    )
    site = build(vault)
    home, note = site.page(), site.page("Study/Note")
    text = str(home)

    assert site.exit_code == 0, site.output
    assert home.title and home.title.text == 'A & <b> "C"'
    assert {logo["title"] for logo in home.select(".md-logo")} == {'A & <b> "C"'}
    assert "Welcome" in home.text
    assert home.select_one("html")["lang"] == "en"  # type: ignore[index]
    assert home.select_one("meta[name=description]")["content"] == "Things"  # type: ignore[index]
    assert note.select_one("meta[name=description]")["content"] == "First sentence."  # type: ignore[index]
    assert site.page("Study/Summed").select_one("meta[name=description]")["content"] == "In short"  # type: ignore[index]
    assert home.select_one("link[rel=canonical]")["href"] == "https://example.com/notes/"  # type: ignore[index]
    assert home.select_one("link[rel=icon]")["href"] == "pictures/icon.svg"  # type: ignore[index]
    assert home.select_one(".md-logo img")["src"] == "pictures/logo.svg"  # type: ignore[index]
    assert home.select_one("link[href='my.css']")
    assert home.select_one("a.md-source")["href"] == "https://www.example.com/source"  # type: ignore[index]
    assert home.select_one("a.md-source").text.strip() == "example.com"  # type: ignore[union-attr]
    assert 'data-md-component="source"' not in text
    assert home.select_one(".md-copyright__highlight").text.strip() == "© <2026>"  # type: ignore[union-attr]
    assert {option["data-md-color-primary"] for option in home.select("[data-md-color-primary].md-option")} == {
        "indigo"
    }
    assert {option["data-md-color-accent"] for option in home.select("[data-md-color-accent].md-option")} == {"amber"}
    assert "Learning" in home.select_one(".md-nav--primary").text  # type: ignore[union-attr]
    assert {"pictures/logo.svg", "pictures/icon.svg", "my.css"} <= site.files()
    assert not [name for name in site.files() if "maru.yml" in name]
    assert not re.search("[가-힣]", re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL))


def test_the_files_of_settings_may_have_any_name(write: Write, build: Build) -> None:
    logo, css = '로고 #1"><b>.svg', "a%20b?.css"
    vault = write(f"maru.yml: logo: '{logo}'\ncss: '{css}'", "글.md: 글", (logo, SVG), (css, b"p{}"))
    page = build(vault).page("글")

    assert unquote(str(page.select_one(".md-logo img")["src"])) == f"../{logo}"  # type: ignore[index]
    assert css in [unquote(str(link["href"])).removeprefix("../") for link in page.select("link[rel=stylesheet]")]
    assert not page.select("b")


def test_a_site_that_says_nothing_has_its_own_initial_and_nobody_s_words(write: Write, build: Build) -> None:
    site = build(write("글.md: 글"))
    page = site.page()

    assert page.title and page.title.text == "vault"
    assert page.select_one("meta[name=description]")["content"] == "노트 1개가 있습니다."  # type: ignore[index]
    assert page.select_one("link[rel=icon]")["href"] == page.select_one(".md-logo img")["src"] == "assets/kb/icon.svg"  # type: ignore[index]
    assert ">V</text>" in (site.folder / "assets/kb/icon.svg").read_text("utf-8")
    assert "마루" not in "".join(p.read_text("utf-8") for p in site.folder.rglob("*.html"))


def test_only_marked_notes_and_what_they_show(write: Write, build: Build) -> None:
    vault = write(
        "maru.yml: publish: marked\nexclude: [개인/, '*.tmp.md']",
        "공개.md: ---\npublish: true\n---\n[[비공개]] ![[그림.png]]",
        "비공개.md: 비밀 ![[비밀.png]]",
        "초안.md: ---\npublish: true\ndraft: true\n---\n비밀",
        "개인/일기.md: ---\npublish: true\n---\n비밀",
        "잠깐.tmp.md: ---\npublish: true\n---\n비밀",
        ("그림.png", png()),
        ("비밀.png", b"secret"),
    )
    site = build(vault, KB_LANGUAGE="en")

    pages = {name for name in site.files() if name.endswith(".html")}
    assert pages == {"404.html", "index.html", "all/index.html", "tags/index.html", "공개/index.html"}
    assert "그림.png" in site.files() and "비밀.png" not in site.files()
    assert not any("비밀".encode() in (site.folder / name).read_bytes() for name in site.files())
    assert "1 note and 1 file are published; 4 notes and 2 files stay at home, for 5 reasons" in site.output


def test_what_is_left_out_is_so_by_every_name_that_it_has(write: Write, build: Build) -> None:
    vault = write(
        "maru.yml: exclude: [개인/, '*.MD', ./바로/, '\\#표/']",
        '.obsidian/templates.json: {"folder": "틀"}',
        "공개.md: ![[사진.png]] ![[일기]] ![[링크]] ![[틀 링크]]",
        "개인/일기.md: 비밀",
        "개인/사진.png: 비밀",
        "큰.MD: 비밀",
        "바로/글.md: 비밀",
        "#표/글.md: 비밀",
        "틀/새 노트.md: 비밀",
    )
    (vault / "링크.md").symlink_to("개인/일기.md")
    (vault / "폴더").mkdir()
    (vault / "폴더/사진.png").symlink_to("../개인/사진.png")
    (vault / "틀 링크.md").symlink_to("틀/새 노트.md")
    site = build(vault)

    assert site.exit_code == 0, site.output
    assert not [name for name in site.files() if "비밀".encode() in (site.folder / name).read_bytes()]
    assert {name for name in site.files() if name.endswith(".html")} == {
        *("404.html", "index.html", "all/index.html", "tags/index.html", "공개/index.html")
    }


def test_a_pattern_that_leaves_nothing_out_is_told(write: Write, build: Build) -> None:
    vault = write(
        "maru.yml: exclude: [개인/, 게인/, '일기\\글.md', '*.tmp.md', '!개인/남.md']\nnavigation: []",
        "개인/일기.md: 글",
        "글.md: 글",
    )
    site = build(vault, KB_LANGUAGE="en")

    assert site.warnings == []
    assert [line.partition("kb: ")[2] for line in site.output.splitlines() if "maru.yml" in line] == [
        "maru.yml:1: nothing in the vault fits '게인/' of `exclude` (did you mean '개인/'?)",
        "maru.yml:1: nothing in the vault fits '일기\\글.md' of `exclude`",
    ]


def test_folders_are_called_as_they_are_and_names_count(write: Write, build: Build) -> None:
    site = build(
        write(
            "Home.md: # 첫 페이지",
            "공부/README.md: 제목이 없다",
            "공부/10.md: 글",
            "공부/2.md: 글",
            "비/Index.md: # 비",
        )
    )

    assert "첫 페이지" in site.article().text
    assert {"공부/index.html", "비/index.html"} <= site.files()
    names = [
        a.get_text(strip=True) for a in site.page("공부").select(".md-nav--primary .md-nav__item--active .md-nav__link")
    ]
    assert names.index("2") < names.index("10")
    assert "README" not in site.page("공부").select_one(".md-nav--primary").text  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("nmae: a", "maru.yml:1: '"),
        ("language: en\nlogo: 로고.svg", "maru.yml:2: `logo`"),
        ("css: [내.css]", "maru.yml:1: `css`"),
        ("language: en\nicon: picture.SVG", "has that path (did you mean 'Picture.svg'?)"),
        ("home: 없는 노트.md", "maru.yml:1: `home`"),
        ("home: 초안.md", "maru.yml:1: `home`"),
    ],
)
def test_a_wrong_setting_stops_the_build_before_anything_is_written(
    write: Write, build: Build, settings: str, told: str
) -> None:
    files = (f"maru.yml: {settings}", "글.md: 글", "초안.md: ---\ndraft: true\n---\n글")
    site = build(write(*files, ("Picture.svg", SVG)))

    assert site.exit_code == 1
    assert told in site.output
    assert "Traceback" not in site.output
    assert not site.folder.exists() or site.files() == set()


def test_an_entry_of_the_navigation_that_is_gone_is_told_and_the_rest_is_built(write: Write, build: Build) -> None:
    site = build(write("maru.yml: navigation: [가.md, 굥부/]", "가.md: 글", "공부/나.md: 글"), KB_LANGUAGE="en")

    assert site.warnings == [
        "maru.yml:1: `navigation` is '굥부/', and no published note has that path (did you mean '공부/'?)"
    ]


def test_the_home_may_lie_in_a_folder_beside_an_old_one(write: Write, build: Build) -> None:
    vault = write(
        "maru.yml: name: 마당\ndescription: 설명\nhome: 글/시작.md",
        "글/시작.md: [[README]]",
        "글/가.md: 글",
        "README.md: 옛집",
    )
    site = build(vault, "--strict")
    home = site.page()

    assert (site.exit_code, site.warnings) == (0, [])
    assert home.title and home.title.text == "마당"
    assert home.select_one("meta[name=description]")["content"] == "설명"  # type: ignore[index]
    assert home.select_one("article a.kb-link")["href"] == "README/"  # type: ignore[index]
    assert "옛집" in site.article("README").text
    entry = home.select_one(".md-nav--primary > .md-nav__list > .md-nav__item--active > a")
    assert entry and (entry["href"], entry.get_text(strip=True)) == (".", "시작")


def test_a_note_is_called_in_the_navigation_as_the_settings_say(write: Write, build: Build) -> None:
    site = build(write("maru.yml: navigation: [{가.md: 처음 <b>}]", "가.md: 글"))
    page = site.page("가")

    assert "처음 <b>" in page.select_one(".md-nav--primary").text  # type: ignore[union-attr]
    assert page.title and page.title.text == "가 · vault"
    assert page.select_one("article h1").text == "가"  # type: ignore[union-attr]


def test_files_that_mkdocs_yml_names_are_published_too(write: Write, build: Build) -> None:
    """`theme.logo` and `extra_css` of an edited mkdocs.yml may lie in the vault."""
    vault = write("글.md: 글", ("상표.svg", SVG), ("꾸밈.css", b"p{}"))
    shipped = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    mine = shipped.replace("  language: ko\n", "  language: ko\n  logo: 상표.svg\n").replace(
        "  - assets/fonts/fonts.css\n", "  - assets/fonts/fonts.css\n  - 꾸밈.css\n"
    )
    for name in ("macros/mkdocs_hook.py", "overrides"):
        mine = mine.replace(f"[{name}]", f"[{REPOSITORY / name}]").replace(f": {name}\n", f": {REPOSITORY / name}\n")
    config = vault.parent / "mine.yml"
    config.write_text(mine.replace('site_name: ""', "site_name: 내 이름"), "utf-8")
    site = build(vault, "-f", str(config))

    assert site.exit_code == 0, site.output
    assert {"상표.svg", "꾸밈.css"} <= site.files()
    assert site.page().title.text == "내 이름"  # type: ignore[union-attr]


def test_the_lexicon_is_switched_off_and_on(write: Write, build: Build) -> None:
    vault = write("글.md: 교착 상태에 빠진다")

    def words() -> list[str]:
        (file,) = build(vault).folder.glob("search/words-*.txt")
        return [line.split("\t")[0] for line in file.read_text("utf-8").split("\n")]

    assert {"deadlock", "데드락", "교착상태"} <= {*words()}
    write("maru.yml: search: {lexicon: false}")
    assert words() == ["교착", "글", "빠진", "상태"]
    write("maru.yml: search: {lexicon: true}")
    assert "deadlock" in words()
    write("maru.yml: language: en")
    assert "deadlock" not in words()
