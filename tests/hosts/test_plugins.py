"""A vault of someone who uses Obsidian's plugins, built as it is."""

from __future__ import annotations

from urllib.parse import quote

from tests.conftest import Build, Write

SECRETS = ("그림속글자", "그림태그", "비밀명령", "EXCALIDRAW VIEW", "N4KAk")

DRAWING = """---
excalidraw-plugin: parsed
tags: [excalidraw]
---
==⚠  Switch to EXCALIDRAW VIEW in the MORE OPTIONS menu of this document. ⚠==
# Excalidraw Data
## Text Elements
그림속글자 [[글]] #그림태그 ^a1
%%
## Drawing
```compressed-json
N4KAkARALgngDgUwgLgAQQQDwMYEMA2AlgCYBOuA7hADTgQBuCpAzoQPYB2
```
%%"""
NOTE = """# 글
![[고래.excalidraw|300]] [[고래.excalidraw]] ![[빈.excalidraw]] ![[지도.canvas]] [[표.base]]

```dataview
LIST FROM 비밀질의
```

오늘은 <% tp.비밀명령() %> <% tp.date.now() %>이다."""


def test_nothing_of_a_plugin_is_published_raw_and_each_is_told(write: Write, build: Build) -> None:
    secret = b'{"nodes": ["\xeb\xb9\x84\xeb\xb0\x80"]}'
    vault = write(
        f"글.md: {NOTE}",
        f"고래.excalidraw.md: {DRAWING}",
        f"빈.excalidraw.md: {DRAWING}",
        ("고래.excalidraw.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("고래.excalidraw.dark.svg", b"<svg/>"),
        ("지도.canvas", secret),
        ("표.base", secret),
    )
    site = build(vault, "--strict", KB_LANGUAGE="en")

    assert site.exit_code == 0, site.output
    article = site.article("글")
    picture = f"../{quote('고래')}.excalidraw.svg"
    assert [(image["src"], image["width"]) for image in article.select("img")] == [(picture, "300")]
    assert [link["href"] for link in article.select("a.kb-file")] == [picture]
    assert len(article.select(".kb-only-obsidian")) == 6
    assert [name for name in site.files() if "고래" in name or "빈" in name] == ["고래.excalidraw.svg"]
    assert not [name for name in site.files() if name.endswith((".canvas", ".base"))]
    assert [line.split("kb: ")[1].split(" (")[0] for line in site.output.splitlines() if "only Obsidian" in line] == [
        "글.md:2: only Obsidian shows 빈.excalidraw.md",
        "글.md:2: only Obsidian shows 지도.canvas",
        "글.md:2: only Obsidian shows 표.base",
        "글.md:4: only Obsidian shows what Dataview, Templater would make here: readers see a muted line",
    ]
    text = "".join(path.read_text("utf-8", "ignore") for path in site.folder.rglob("*") if path.is_file())
    assert not [word for word in SECRETS if word in text]
    assert "비밀질의" in article.select_one("details.kb-only-obsidian code").text  # type: ignore[union-attr]
    assert not [file for file in (site.folder / "search").iterdir() if "비밀질의" in file.read_text("utf-8")]


def test_a_picture_that_is_exported_later_is_shown_and_goes_with_its_drawing(write: Write, build: Build) -> None:
    vault = write("글.md: ![[고래.excalidraw]]", f"고래.excalidraw.md: {DRAWING}")
    assert build(vault).article("글").select("img") == []

    write(("고래.excalidraw.svg", b"<svg/>"))
    assert build(vault).article("글").select("img")

    write("고래.excalidraw.md: " + DRAWING.replace("tags", "draft: true\ntags"))
    site = build(vault)
    assert (site.article("글").select("img"), [name for name in site.files() if "고래" in name]) == ([], [])
