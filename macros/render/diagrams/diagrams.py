"""The diagrams of a site, each drawn once and remembered."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from macros.language import Language, message
from macros.render.diagrams.browser import Browser, BrowserGoneError
from macros.render.packed import digest, pack
from macros.render.progress import progress
from macros.render.store import Store
from macros.syntax.diagram import PLACE

_PICTURE = "picture"
"""The kind of values in the store that are pictures, by the digests of their sources."""
_SECONDS = 30.0
"""What one may take."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What became of the source of a diagram."""

    svg: str
    """Empty where it cannot be drawn."""
    fault: str = ""
    """What is wrong with it then, as the library says it."""


class Diagrams:
    """Draws what it does not remember, in one browser as much as is asked for at once."""

    def __init__(self, store: Store, browser: Callable[[], Browser], language: Language) -> None:
        """Remember pictures in `store`, which holds nothing else, and say their names in `language`."""
        self._store = store
        self._browser = browser
        self._language = language
        self._kept = store.keys(_PICTURE)
        self._drawn: dict[str, Picture] = {}
        self._used = set[str]()

    def draw(self, sources: Iterable[str]) -> None:
        """Have a picture of each of `sources`. What the browser raises that does not start is passed on."""
        wanted = {digest(source): source for source in sources}
        self._used |= wanted.keys()
        missing = {key: source for key, source in wanted.items() if key not in self._kept and key not in self._drawn}
        drawing = progress(self._pictures([*missing.values()]), len(missing), message("build.drawing"))
        for key, picture in zip(missing, drawing, strict=True):
            self._drawn[key] = picture or Picture("", self._language.say("diagram.slow"))
            if picture:
                self._store.put(_PICTURE, key, pack((picture.svg, picture.fault)))
        if missing:
            self._store.save()

    def of(self, source: str) -> Picture:
        """The picture of `source`."""
        key = digest(source)
        self._used.add(key)
        if key not in self._drawn and (kept := self._store.get(_PICTURE, key)):
            return Picture(*kept)
        self._kept.discard(key)  # another build has saved meanwhile, or it was not known before
        self.draw([source])
        return self._drawn[key]

    def finish(self) -> None:
        """Forget those that nothing has asked for."""
        self._store.keep_only(_PICTURE, self._kept, self._used)
        self._store.save()

    def _pictures(self, sources: Sequence[str]) -> Iterator[Picture | None]:
        """The pictures of `sources` in their order; None for one with which the browser ends: another one goes on."""
        left = iter(sources)
        for first in left:
            with self._browser() as browser:
                for source in chain([first], left):
                    try:
                        yield Picture(**browser.run(self._asked(source), _SECONDS))
                    except BrowserGoneError:
                        yield None
                        break

    def _asked(self, source: str) -> str:
        """The promise of a picture, in JavaScript."""
        told = {"words": dict(self._language.all_of("script")), "prefix": PLACE}
        return f'import("/assets/kb/diagram.js").then((module) => module.drawn({_js(source)}, {_js(told)}))'


def _js(value: object) -> str:
    return json.dumps(value)
