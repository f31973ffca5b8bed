"""What rendering asks of the vault and the site, remembered with the answers: while they hold, so does the article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from macros.language import Language
from macros.render.packed import digest
from macros.syntax import Host
from macros.syntax.host import Excerpt, ExternalImages, Position, Terminal
from macros.vault import Glossary, Reference, Resolution

Question = Sequence[str]
"""The name of a question and its arguments."""

_OF_PLACES = frozenset({"resolve", "is_note", "url"})
_OF_A_NOTE = frozenset({"fragment", "passage"})
"""Questions about what stands in the note that they name."""


class Asked:
    """A host that passes each question on, and remembers it."""

    def __init__(self, host: Host) -> None:
        """Ask `host`."""
        self._host = host
        self.answers: dict[Question, str] = {}

    @property
    def strict_line_breaks(self) -> bool:
        """See `Host`. Asked once for all notes, so a part of the fingerprint of a store."""
        return self._host.strict_line_breaks

    @property
    def external_images(self) -> ExternalImages:
        """See `Host`. As above."""
        return self._host.external_images

    @property
    def language(self) -> Language:
        """See `Host`. As above."""
        return self._host.language

    @property
    def glossary(self) -> Glossary:
        """See `Host`."""
        self._answer("glossary")
        return self._host.glossary

    def resolve(self, reference: Reference, source: str) -> Resolution:
        """See `Host`."""
        self._answer("resolve", reference.name, source)
        return self._host.resolve(reference, source)

    def is_note(self, path: str) -> bool:
        """See `Host`."""
        self._answer("is_note", path)
        return self._host.is_note(path)

    def fragment(self, path: str, reference: Reference) -> str | None:
        """See `Host`."""
        self._answer("fragment", path, reference.block, *reference.sections)
        return self._host.fragment(path, reference)

    def passage(self, path: str, fragment: str) -> str:
        """See `Host`."""
        self._answer("passage", path, fragment)
        return self._host.passage(path, fragment)

    def url(self, path: str, page: str) -> str:
        """See `Host`."""
        self._answer("url", path, page)
        return self._host.url(path, page)

    def tag_url(self, tag: str, page: str) -> str:
        """See `Host`."""
        self._answer("tag_url", tag, page)
        return self._host.tag_url(tag, page)

    def recording(self, asked: Excerpt, place: Position) -> Terminal | None:
        """See `Host`."""
        shown = self._host.recording(asked, place)
        self.answers["recording", *asked, place.source, place.page, *place.above] = _shown(shown)
        return shown

    def part(self, name: str, page: str) -> str | None:
        """See `Host`."""
        self._answer("part", name, page)
        return self._host.part(name, page)

    def fence(self, info: str, content: str, place: Position) -> Terminal | None:
        """See `Host`. Most answers depend on the note's own text alone."""
        shown = self._host.fence(info, content, place)
        if shown and not shown.is_alone:
            self.answers["fence", info, content, place.source, place.page, *place.above] = _shown(shown)
        return shown

    def diagram(self, source: str) -> str | None:
        """See `Host`."""
        self._answer("diagram", source)
        return self._host.diagram(source)

    def _answer(self, *question: str) -> None:
        if question not in self.answers:
            self.answers[question] = answer(self._host, question)


def _shown(terminal: Terminal | None) -> str:
    return digest(terminal.html, *terminal.above) if terminal else ""


def still_answered(host: Host, asked: Iterable[tuple[Question, str]], *, same_places: bool) -> bool:
    """True while `host` answers each question as it did.

    With `same_places`, every name leads where it did and every file is where it was: that need not be asked again.
    """
    return all(
        answer(host, question) == before
        for question, before in asked
        if not (same_places and question[0] in _OF_PLACES)
    )


def is_about(question: Question, notes: Collection[str], recordings: Collection[str]) -> bool:
    """True for a question about what stands in one of the `notes`, or what one of the `recordings` shows.

    A part of a home page shows something of them all. A fence that is remembered is a recording after others.
    """
    name, asked, *_ = (*question, "")
    if name == "fence":
        return bool(recordings)
    return name == "part" or asked in (notes if name in _OF_A_NOTE else recordings if name == "recording" else ())


def answer(host: Host, question: Question) -> str:  # noqa: C901, PLR0911 - one for each question
    """The answer to a question as a short text: the same text, the same answer."""
    match question:
        case ["glossary"]:
            return host.glossary.version
        case ["resolve", name, source]:
            return repr(host.resolve(Reference(name), source))
        case ["is_note", path]:
            return str(host.is_note(path))
        case ["fragment", path, block, *sections]:
            return repr(host.fragment(path, Reference("", tuple(sections), block)))
        case ["passage", path, fragment]:
            return digest(host.passage(path, fragment))
        case ["url", path, page]:
            return host.url(path, page)
        case ["tag_url", tag, page]:
            return host.tag_url(tag, page)
        case ["recording", id, lines, source, page, *above]:
            return _shown(host.recording((id, lines), Position(source, page, tuple(above))))
        case ["fence", info, content, source, page, *above]:
            return _shown(host.fence(info, content, Position(source, page, tuple(above))))
        case ["part", name, page]:
            html = host.part(name, page)
            return "" if html is None else digest(html)
        case ["diagram", source]:
            svg = host.diagram(source)
            return "" if svg is None else digest(svg)
    raise ValueError(f"no such question: {question}")
