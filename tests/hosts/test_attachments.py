"""Attachments as a site has them: seen from outside, in its files and pages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.hosts import attachments
from macros.hosts.attachments import looked_at
from macros.hosts.opened import open_vault
from macros.publish.attachments import Outcome
from macros.publish.withheld import reason_for
from macros.render import Store
from macros.settings import Attachments
from macros.vault import Vault
from tests.conftest import Build, Write
from tests.pictures import SECRET, photo, png

SVG = '<svg xmlns="http://www.w3.org/2000/svg"{}><g/></svg>'
NOTE = "글.md: ![[사진.JPG]] ![[그림.svg]] [[쪽.html]] ![[망가진.png]] [자료](자료.xml) ![[소리.mp3]]"
FILES = (
    NOTE,
    ("사진.JPG", photo("JPEG", 6)),
    ("그림.svg", SVG.format(" onload='alert(1)'").replace("<g/>", "<g/><script/>").encode()),
    ("쪽.html", b"<script>alert(1)</script>"),
    ("망가진.png", b"GIF"),
    ("자료.xml", b"<?xml-stylesheet href='a.xsl'?><a/>"),
    ("소리.mp3", b"ID3"),
)


def test_attachments_leave_cleaned_or_not_at_all(write: Write, build: Build) -> None:
    vault = write(*FILES)
    site = build(vault, KB_LANGUAGE="en")
    page = site.article("글")

    assert site.exit_code == 0, site.output
    published = {name for name in site.files() if "." in name and not name.startswith(("assets/", "search/"))}
    assert {"사진.JPG", "그림.svg", "소리.mp3"} == {
        n for n in published if not n.endswith((".html", ".xml", ".gz", ".txt"))
    }
    assert not {"쪽.html", "자료.xml"} & published
    assert SECRET not in (site.folder / "사진.JPG").read_bytes()
    assert (site.folder / "그림.svg").read_text("utf-8") == SVG.format("")
    assert [a.text for a in page.select("a:not(.headerlink, .kb-crumbs a)")] == []
    assert {missing.text for missing in page.select(".kb-missing")} >= {"쪽.html", "자료", "This is not published"}
    assert [line.partition(":1: ")[0] for line in site.warnings] == ["망가진.png", "자료.xml", "쪽.html"]
    assert "그림.svg:1: it is published without what runs in a browser or loads something: <script>" in site.output
    why = {name: reason_for(open_vault(vault).vault, name) for name in ("쪽.html", "망가진.png", "사진.JPG")}
    assert {name: reason and reason.rule for name, reason in why.items()} == {
        "쪽.html": "active",
        "망가진.png": "picture",
        "사진.JPG": None,
    }


def test_an_author_may_trust_files_and_keep_what_pictures_tell(write: Write, build: Build) -> None:
    vault = write(*FILES)
    assert SECRET not in (build(vault).folder / "사진.JPG").read_bytes()
    site = build(write("maru.yml: attachments: {keep_metadata: true, trust: true}"))

    for name, data in [file for file in FILES if isinstance(file, tuple)]:
        assert (site.folder / name).read_bytes() == data, "also where the site had a cleaned one"
    assert site.warnings == []
    assert [a["href"] for a in site.article("글").select("a.kb-file")] == [
        "../%EC%AA%BD.html",
        "../%EC%9E%90%EB%A3%8C.xml",
    ]


def test_the_same_name_elsewhere_takes_the_place_of_what_stays_at_home(write: Write, build: Build) -> None:
    site = build(write("글.md: ![[그림.png]]", ("그림.png", b"x"), ("둘/그림.png", b"y"), ("둘/셋/그림.png", png())))

    assert {name for name in site.files() if name.endswith("그림.png")} == {"둘/셋/그림.png"}


def test_a_logo_that_may_not_leave_stops_the_build_with_its_reason(write: Write, build: Build) -> None:
    site = build(write("글.md: 글", "maru.yml: logo: 로고.svg", "로고.svg: <svg>"), KB_LANGUAGE="en")

    assert site.exit_code == 1
    assert "maru.yml:1: `logo` is '로고.svg', which is not published: it cannot be read as SVG" in site.output


def test_a_picture_is_opened_once(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = Vault.scan(
        write("글.md: ![[가.png]] ![[나.png]] ![[다.html]]", ("가.png", png()), ("나.png", b""), "다.html: x")
    )
    looked = list[str]()
    outcome_of = attachments.outcome_of

    def counted(path: str, location: Path, allowed: Attachments) -> Outcome:
        looked.append(path)
        return outcome_of(path, location, allowed)

    monkeypatch.setattr(attachments, "outcome_of", counted)

    def look(allowed: Attachments = Attachments()) -> Vault:  # noqa: B008 - it is frozen
        looked.clear()
        store = Store(tmp_path / "store.db", "", print)
        found = looked_at(vault, allowed, store, print)
        store.save()
        return found

    first = look()
    assert looked == ["가.png", "나.png", "다.html"]
    again = look()
    assert (looked, again.withheld, again.problems) == ([], first.withheld, first.problems)
    before = vault.attachments["나.png"].location.stat()
    location = vault.attachments["나.png"].location
    location.write_bytes(png())
    os.utime(location, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (sorted(look().used_attachments), looked) == (["가.png", "나.png"], ["나.png"])
    assert (look(Attachments(trust=True)).used_attachments, len(looked)) == (vault.used_attachments, 3)
