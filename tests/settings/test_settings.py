"""`maru.yml`: what it may say, and that nothing in it is swallowed."""

from pathlib import Path

import pytest

from macros.settings import (
    SCHEMA,
    Analytics,
    Attachments,
    Colors,
    Comments,
    Entry,
    Search,
    SettingsError,
    Verification,
    read_settings,
)

WHOLE = """\
name: 내 노트
description: 배운 것을 적어요
url: https://example.com/notes
language: ko
publish: marked
draft_status: [draft]
exclude: [개인/, "*.excalidraw.md"]
home: 시작.md
navigation: [시작.md, 공부/, {회의록/: 회의}]
logo: 그림/로고.svg
icon: ./그림/아이콘.png
colors: {primary: deep purple, accent: amber}
footer: "© 2026"
source: https://example.com/notes-source
repository: https://github.com/me/notes/tree/main/notes
cards: false
markdown: true
css: 내.css
attachments: {trust: true}
search: {lexicon: false}
wanted: true
diagrams: build
comments: {repository: me/notes, repository_id: R_kgDOAbCdEf, category: Q&A, category_id: DIC_kwDOAbCdEf4CgHiJ}
analytics: {goatcounter: my-notes}
verification: {google: aB3d_5fG7h-J9k, naver: 0123abcd4567ef89}
robots: index
"""


def told(root: Path, environment: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        read_settings(root, environment or {})
    return [str(problem) for problem in caught.value.problems]


def test_every_option_is_read(tmp_path: Path) -> None:
    (tmp_path / "maru.yml").write_text(WHOLE, "utf-8")
    settings = read_settings(tmp_path, {})

    assert {line.partition(":")[0] for line in WHOLE.splitlines()} == {*SCHEMA} == {*settings.places}
    assert (settings.name, settings.url) == ("내 노트", "https://example.com/notes/")
    assert settings.exclude == ("개인/", "*.excalidraw.md")
    assert settings.navigation == (Entry("시작.md", "", 9), Entry("공부/", "", 9), Entry("회의록/", "회의", 9))
    assert settings.colors == Colors("deep-purple", "amber")
    assert settings.wanted
    assert settings.diagrams == "build"
    assert settings.attachments == Attachments(keep_metadata=False, trust=True)
    assert settings.search == Search(lexicon=False)
    assert settings.comments == Comments("me/notes", "R_kgDOAbCdEf", "Q&A", "DIC_kwDOAbCdEf4CgHiJ")
    assert settings.analytics == Analytics("goatcounter", "my-notes")
    assert settings.verification == Verification(google="aB3d_5fG7h-J9k", naver="0123abcd4567ef89")
    assert settings.files == {"logo": ("그림/로고.svg",), "icon": ("그림/아이콘.png",), "css": ("내.css",)}
    assert settings.place("publish") == ("maru.yml", 5)


def test_the_environment_comes_first_and_the_dot_file_is_one_too(tmp_path: Path) -> None:
    (tmp_path / ".maru.yml").write_text("name: 파일\nlanguage: ko\nfooter:\n", "utf-8")
    settings = read_settings(tmp_path, {"KB_SITE_NAME": "환경", "KB_LANGUAGE": ""})

    assert (settings.name, settings.language, settings.footer) == ("환경", "ko", "")
    assert settings.place("name") == ("KB_SITE_NAME", 1)
    assert told(tmp_path, {"KB_LANGUAGE": "kr"}) == ["KB_LANGUAGE:1: `language` cannot be 'kr' (it can be ko, en)"]


@pytest.mark.parametrize("nothing", ["", "# 주석뿐\n", "\ufeff", "---\n"])
def test_a_file_without_settings_decides_nothing(tmp_path: Path, nothing: str) -> None:
    (tmp_path / "maru.yml").write_text(nothing, "utf-8")

    assert read_settings(tmp_path, {}) == read_settings(tmp_path / "없음", {})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("nmae: a", "1: no setting is named 'nmae' (did you mean 'name'?)"),
        ("name: a\nColor: b", "2: no setting is named 'Color' (did you mean 'colors'?)"),
        ("publish: mark", "1: `publish` cannot be 'mark' (did you mean 'marked'?)"),
        ("publish: [marked]", "1: `publish` is one line of text"),
        ("publish: all\npublish: marked", "2: `publish` stands here twice"),
        ("url: example.com", "1: `url` is 'example.com', which is no address of the web (write it as …)"),
        ("url: https://a.com/?q", "1: `url` is 'https://a.com/?q', which is no address of the web (write it as …)"),
        (
            "url: javascript:alert(1)",
            "1: `url` is 'javascript:alert(1)', which is no address of the web (write it as …)",
        ),
        (
            "source: 'https://a\"b.com'",
            "1: `source` is 'https://a\"b.com', which is no address of the web (write it as …)",
        ),
        ("logo: /etc/passwd", "1: `logo` is '/etc/passwd', which is no path in the vault (write it from …)"),
        ("css: [a.css, ../b.css]", "1: `css` is '../b.css', which is no path in the vault (write it from …)"),
        ("exclude: {a: b}", "1: `exclude` is a list"),
        ("exclude:\n- a\n- '#표/'", "3: `exclude` has '#표/', which is no pattern as in .gitignore"),
        ("exclude: /", "1: `exclude` has '/', which is no pattern as in .gitignore"),
        ("exclude: '!'", "1: `exclude` has '!', which is no pattern as in .gitignore"),
        ('name: "a\\nb"', "1: `name` is one line of text"),
        ("colors: teal", "1: `colors` has primary and accent ({primary: teal, accent: amber})"),
        ("colors:\n  primary: tael", "2: `colors` cannot be 'tael' (did you mean 'teal'?)"),
        ("colors: {primry: teal}", "1: no setting is named 'primry' (did you mean 'primary'?)"),
        ("attachments: trust", "1: `attachments` has keep_metadata and trust ({trust: true})"),
        ("attachments:\n  trust: yes", "2: `attachments` cannot be 'yes' (it can be true, false)"),
        ("search: false", "1: `search` has lexicon ({lexicon: false})"),
        ("attachments: {trsut: true}", "1: no setting is named 'trsut' (did you mean 'trust'?)"),
        ("attachments: {trust: true, trust: false}", "1: `trust` stands here twice"),
        ("comments: true", "1: `comments` has repository, repository_id, category and category_id (giscus.app …"),
        ("comments:\n  repository: me/notes", "2: `comments` has no repository_id (giscus.app tells all four)"),
        (
            "comments:\n  repository: me/notes/more",
            "2: repository of `comments` cannot be 'me/notes/more' (write it as me/notes)",
        ),
        (
            "comments: {category: 'a\" onload=\"b'}",
            "1: category of `comments` cannot be 'a\" onload=\"b' (write it as Announcements)",
        ),
        ("comments: {category_id: '<b>'}", "1: category_id of `comments` cannot be '<b>' (write it as …"),
        ("analytics: my-notes", "1: `analytics` has one of goatcounter, plausible and google ({goatcounter: …"),
        ("analytics: {goatcounter: a, google: G-ABCD}", "1: `analytics` has one of goatcounter, plausible and google"),
        ("analytics: {}", "1: `analytics` has one of goatcounter, plausible and google"),
        (
            "analytics:\n  goatcounter: evil.com/#",
            "2: goatcounter of `analytics` cannot be 'evil.com/#' (write it as my-notes)",
        ),
        ("analytics: {goatcounter: a.b}", "1: goatcounter of `analytics` cannot be 'a.b' (write it as my-notes)"),
        ("analytics: {plausible: 'a.com; script-src *'}", "1: plausible of `analytics` cannot be 'a.com; script…"),
        ("analytics: {google: UA-123-4}", "1: google of `analytics` cannot be 'UA-123-4' (write it as G-AB12CD34EF)"),
        ("analytics: {matomo: a}", "1: no setting is named 'matomo'"),
        ("verification: {google: '<meta content=\"a\">'}", "1: google of `verification` cannot be '<meta content=…"),
        ("robots: nofollow", "1: `robots` cannot be 'nofollow' (it can be index, noindex)"),
        ("name: a\nexclude: *.md", "2: it is no YAML: expected alphabetic or numeric character, but found '.'"),
        ("- name: a", "1: it is no list of settings (`key: value`)"),
        ("? [a]\n: b", "1: it is no list of settings (`key: value`)"),
        ('name: "\\UFFFFFFFF"', "1: it is no YAML: an escape in it is no character"),
        ('name: "\\ud800"', "1: `name` is one line of text"),
        ("exclude: [a, '#비밀/']", "1: `exclude` has '#비밀/', which is no pattern as in .gitignore"),
        ("exclude: ['/']", "1: `exclude` has '/', which is no pattern as in .gitignore"),
    ],
)
def test_what_is_not_understood_is_told_with_its_line(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "maru.yml").write_text(text, "utf-8")
    (found,) = told(tmp_path)

    assert found.startswith("maru.yml:" + problem.partition("…")[0])


def test_aliases_are_not_written_out(tmp_path: Path) -> None:
    lists = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    (tmp_path / "maru.yml").write_text("\n".join(["a0: &a0 x", *lists, "name: *a11"]), "utf-8")

    assert "maru.yml:12: `name` is one line of text" in told(tmp_path)


def test_a_file_that_cannot_be_read_or_is_called_otherwise_is_told(tmp_path: Path) -> None:
    (tmp_path / "maru.yaml").write_text("publish: marked", "utf-8")
    assert told(tmp_path) == ["maru.yaml:1: a file of settings of this name is not read (rename it to 'maru.yml')"]

    (tmp_path / "maru.yaml").rename(tmp_path / "maru.yml")
    (tmp_path / ".maru.yml").touch()
    assert told(tmp_path) == ["maru.yml:1: there are several files of settings (maru.yml, .maru.yml): keep one"]

    (tmp_path / ".maru.yml").unlink()
    (tmp_path / "maru.yml").write_bytes("name: a\nfooter: 글".encode("cp949"))
    assert told(tmp_path) == ["maru.yml:2: it is not UTF-8"]

    (tmp_path / "maru.yml").unlink()
    (tmp_path / "maru.yml").mkdir()
    assert told(tmp_path) == ["maru.yml:1: it cannot be read: no file"]
