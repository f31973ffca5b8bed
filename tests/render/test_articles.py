"""What an article lost is told by every build that shows it, whether it is rendered or remembered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from macros.language import language
from macros.render import Articles, Rendered, Renderer, Store
from macros.syntax import Host
from macros.vault import Problem
from tests.vaults import FlatHost, vault


@dataclass
class Losing:
    """A renderer whose articles lose a word."""

    lost: str
    times: int = 0

    def render(self, path: str, body: str, summary: str = "") -> Rendered:
        self.times += 1
        return Rendered("<p>가</p>", (), self.lost)


def build(file: Path, renderer: Losing) -> list[str]:
    """What one build tells of a note."""
    of = vault("폴더/쪽.md: ---\ntitle: 쪽\n---\n가\n\n나 다")
    told: list[Problem] = []
    store = Store(file, "one", print)
    host: Host = FlatHost(of, language("ko"))
    articles = Articles(lambda host: cast(Renderer, renderer), store, print, told.append)
    articles.prepare(host, "", list(of.notes.values()))
    note = of.notes["폴더/쪽.md"]
    articles.of(note, note.body)
    articles.finish()
    store.save()
    return [str(problem) for problem in told]


def test_what_was_lost_is_told_by_every_build(tmp_path: Path) -> None:
    renderer = Losing("다")
    said = [
        "폴더/쪽.md:6: this text is missing on the page: 다 … "
        "(look at the HTML tags around it, and report it with this note)"
    ]

    assert build(tmp_path / "a.db", renderer) == said
    assert build(tmp_path / "a.db", renderer) == said
    assert renderer.times == 1


def test_where_nothing_is_lost_nothing_is_told(tmp_path: Path) -> None:
    assert build(tmp_path / "a.db", Losing("")) == []


def test_a_renderer_says_what_its_cleaner_took_out(monkeypatch: pytest.MonkeyPatch) -> None:
    of = vault("쪽.md: 가\n\n## 나\n\n다")
    host = FlatHost(of, language("ko"))
    assert Renderer(host).render("쪽.md", of.notes["쪽.md"].body).lost == ""

    monkeypatch.setattr("macros.syntax.article.cleaner", lambda **_: lambda html: html.partition("<h2")[0])
    assert Renderer(host).render("쪽.md", of.notes["쪽.md"].body).lost == "나 다"
