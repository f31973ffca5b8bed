"""What was done before the commands that a terminal shows: files, other recordings, the lines above."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from macros import markup
from macros.commands.above import Above, Reached
from macros.commands.properties import DISPLAY
from macros.commands.recording import Recording, variable_pattern
from macros.commands.screen import Screen, numeral, plain
from macros.language import Language


@dataclass(frozen=True, slots=True)
class Part:
    """Some commands of one recording in a row, and the files that it starts from where those stand before them."""

    recording: Recording
    name: str
    """What the page calls the recording."""
    first: int
    """The number of the first command."""
    last: int
    is_own: bool
    """True for lines of the recording that the terminal itself shows."""
    files: Mapping[str, str]
    anchor: str
    """The id by which terminals further down lead to it; own lines are led to where the terminal begins."""

    @property
    def count(self) -> int:
        """How many commands there are."""
        return self.last - self.first + 1

    def summary(self, language: Language) -> str:
        """`이미지 만들기 (3줄)`, as HTML."""
        if not self.count:
            return language.say("run.first-files", count=len(self.files))
        if self.is_own:
            return language.say("run.first-lines", count=self.count)
        title = plain(self.recording.title) or language.say("run.first-untitled")
        return language.say("run.first-recording", title=title, count=self.count)


@dataclass(frozen=True, slots=True)
class Start:
    """From where on a terminal goes, as far as its page shows that above it."""

    anchor: str = ""
    """The id of what stands there; empty where nothing of it does."""
    recording: Recording | None = None
    """What it goes on from; None where only the files that it starts from stand there."""
    own: int = 0
    """The number of the command that was the last, where `recording` is its own."""
    is_anew: bool = False
    """True where a page has terminals above, and none of them has anything to do with this one."""

    def html(self, language: Language) -> str:
        """A link to it, and nothing where there is nothing to lead to."""
        if not self.anchor:
            return ""
        said = language.say("run.above", after=self._after(language)) if self.recording else language.say("run.again")
        return f'<p class="{markup.RUN_ABOVE}"><a href="#{self.anchor}">{said}</a></p>'

    def _after(self, language: Language) -> str:
        if self.own:
            return language.say("run.above-own", number=numeral(self.own))
        title = plain(self.recording.title) if self.recording else ""
        return language.say("run.above-recording", title=title) if title else language.say("run.first-untitled")


@dataclass(frozen=True, slots=True)
class Earlier:
    """All that was done before the commands of one terminal."""

    parts: tuple[Part, ...]
    """What the page does not show above."""
    start: Start
    """Where the reader finds the rest."""
    shown: Mapping[str, Reached]
    """Up to which command the page shows each of the recordings from here on, by the names that it has for them."""
    after: Mapping[str, str]
    """For the name of each recording that of the one before it, empty for the first."""

    def html(self, variables: Mapping[str, str], language: Language, address: Callable[[str], str], opened: str) -> str:
        """It as HTML, folded unless `opened`; `address` is that of a recording's own page, where it has one."""
        above = self.start.html(language)
        if not self.parts:
            anew = f'<p class="{markup.RUN_ABOVE}">{language.say("run.anew")}</p>'
            return anew if self.start.is_anew else above
        screen = Screen(language, variables)
        steps = [language.say("run.first-anew")] * self.start.is_anew + [part.summary(language) for part in self.parts]
        said = language.say("run.first", parts=" → ".join(steps))
        inside = "".join(self._part(part, screen, address) for part in self.parts)
        return f'{above}<details class="{markup.RUN_FIRST}"{opened}><summary>{said}</summary>{inside}</details>'

    def _part(self, part: Part, screen: Screen, address: Callable[[str], str]) -> str:
        name = plain(part.name)
        html = ""
        if not part.is_own and (url := address(part.recording.id)):
            html += f'<p><a href="{url}">{plain(part.recording.title)}</a></p>'
        for path, text in part.files.items():
            html += f"<p>{screen.language.say('run.file', path=f'<code>{plain(path)}</code>')}</p>"
            html += f'<pre data-recording="{name}" data-file="{plain(path)}"><code>{plain(text)}</code></pre>'
        if part.count:
            steps = part.recording.steps[part.first - 1 : part.last]
            opening = opening_of(part.name, self.after)
            html += f"{opening}<code>{screen.show_commands(steps, part.first)}</code></pre>"
        return html if part.is_own else f'<div id="{part.anchor}">{html}</div>'


def opening_of(name: str, after: Mapping[str, str]) -> str:
    """The tag around commands of the recording `name`, by which a script finds all that stands before them."""
    before = f' data-after="{plain(after[name])}"' if after[name] else ""
    return f'<pre data-recording="{plain(name)}"{before}>'


def earlier(chain: Sequence[Recording], first: int, last: int, above: Above) -> Earlier:
    """What was done before the commands `first` to `last` of the last recording of `chain`, which the others precede.

    What the page has `above` stays there.
    """
    *before, own = chain
    variables = own.properties.variables
    names = {id(one): _name(one, variables) or above.anchor for one in chain}
    wanted = [(one, len(one.steps)) for one in before] + [(own, first - 1)]
    parts = [
        _part(one, names[id(one)], end, above, f"{above.anchor}-{number}", is_own=one is own)
        for number, (one, end) in enumerate(wanted, 1)
    ]
    shown = {part.name: Reached(end, part.anchor) for part, (_, end) in zip(parts, wanted, strict=True)}
    shown |= {names[id(own)]: Reached(last, above.anchor)}
    ways = dict(zip(names.values(), ("", *names.values()), strict=False))
    found = tuple(part for part in parts if part.count or part.files)
    start = _start(wanted, names, above)
    is_anew = bool(above.terminals and not start.anchor and (found or own.engine != DISPLAY))
    return Earlier(found, replace(start, is_anew=is_anew), MappingProxyType(shown), MappingProxyType(ways))


def _part(one: Recording, name: str, end: int, above: Above, anchor: str, *, is_own: bool) -> Part:
    last = above.last(name)
    files = one.properties.files if last < 0 else {}
    first = max(last, 0) + 1
    return Part(one, name, first, max(end, first - 1), is_own, files, anchor)


def _start(wanted: Sequence[tuple[Recording, int]], names: Mapping[int, str], above: Above) -> Start:
    """The last of what is `wanted` that a terminal above has, or the files of it."""
    there = [(one, end, above.places.get(names[id(one)])) for one, end in reversed(wanted)]
    own = wanted[-1][0]
    for one, end, place in there:
        if place and end:
            return Start(place.anchor, one, min(end, place.last) if one is own else 0)
    files = (place.anchor for one, _, place in there if place and one.properties.files)
    return Start(next(files, ""))


def _name(recording: Recording, variables: Mapping[str, str]) -> str:
    """What a page calls `recording`: its id, and the variables that stand in its commands; empty without an id.

    A reader's value has to stand in all commands of a terminal alike, in those before them, too.
    """
    there = [*_there(recording, variables)]
    return f"{recording.id}?{'&'.join(there)}" if recording.id and there else recording.id


def _there(recording: Recording, variables: Mapping[str, str]) -> Iterator[str]:
    for name, value in sorted(variables.items()):
        pattern = variable_pattern({name: value})
        if any(pattern.search(step.command) for step in recording.steps):
            yield f"{name}={value}"
