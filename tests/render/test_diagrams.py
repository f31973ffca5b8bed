"""Diagrams are drawn in one browser, and another one goes on where it ends."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Any

from macros.language import language
from macros.render import Store
from macros.render.diagrams import Diagrams
from macros.render.diagrams.browser import BrowserGoneError


class Fake:
    """Draws what it is asked for as it is, and ends with what says so."""

    def __init__(self, started: list[list[str]]) -> None:
        self.asked: list[str] = []
        started.append(self.asked)

    def __enter__(self) -> Fake:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.asked.append("closed")

    def run(self, expression: str, seconds: float) -> Any:
        source = expression.split('drawn("')[1].partition('"')[0]
        self.asked.append(source)
        if source == "endless":
            raise BrowserGoneError("no answer")
        return {"svg": f"<svg>{source}</svg>", "fault": ""}


def diagrams(folder: Path, started: list[list[str]]) -> Diagrams:
    store = Store(folder / "pictures.db", "1", lambda _: None)
    return Diagrams(store, lambda: Fake(started), language("en"))  # type: ignore[arg-type,return-value]


def test_a_browser_that_ends_takes_one_picture_with_it(tmp_path: Path) -> None:
    started: list[list[str]] = []
    drawing = diagrams(tmp_path, started)
    drawing.draw(["a", "endless", "b", "a"])

    assert started == [["a", "endless", "closed"], ["b", "closed"]]
    assert drawing.of("b").svg == "<svg>b</svg>"
    assert (drawing.of("endless").svg, drawing.of("endless").fault) == ("", "it takes too long")


def test_the_next_build_draws_what_is_new_and_what_took_too_long(tmp_path: Path) -> None:
    started: list[list[str]] = []
    first = diagrams(tmp_path, started)
    first.draw(["a", "endless"])
    first.finish()
    started.clear()
    second = diagrams(tmp_path, started)
    second.draw(["a", "endless", "c"])

    assert started == [["endless", "closed"], ["c", "closed"]]
    assert second.of("a").svg == "<svg>a</svg>"


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    started: list[list[str]] = []
    diagrams(tmp_path, started).draw(["a", "b"])
    second = diagrams(tmp_path, started)
    second.of("a")
    second.finish()
    started.clear()
    diagrams(tmp_path, started).draw(["a", "b"])

    assert started == [["b", "closed"]]
