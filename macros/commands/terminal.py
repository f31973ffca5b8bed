"""A recording as HTML: a terminal that can be read without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from macros import markup
from macros.commands.above import Above
from macros.commands.badge import badge
from macros.commands.earlier import earlier, opening_of
from macros.commands.held_against import compare_element
from macros.commands.library import Library
from macros.commands.offer import Offer
from macros.commands.properties import RecordingError
from macros.commands.recording import Recording, read_recording
from macros.commands.screen import Screen, plain
from macros.commands.shelf import fence_text
from macros.language import NOTHING, Language, Message, message

_RANGE = re.compile(r"\s*(\d+)\s*(?:-\s*(\d+)\s*)?")


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a terminal is shown."""

    library: Library
    language: Language
    address: Callable[[str], str] = lambda _: ""
    """The address of a recording's own page, seen from the page; empty where it has none, and on that page itself."""
    above: tuple[str, ...] = ()
    """What stands above it on the page, as the terminal there said it."""
    offer: Callable[[Sequence[Recording]], Offer | None] = lambda _: None
    """The lab that runs the last of some recordings, which the others precede, on the page; None where none does."""
    is_own_page: bool = False
    """True on the recording's own page, where nothing is folded and the title is that of the page."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """The HTML of a terminal, and what stands on its page above the next one."""

    html: str
    above: tuple[str, ...]
    is_alone: bool = True
    """True when it depends on no other recording."""


def fault(recording: Recording | None, id: str, lines: str) -> Message:  # noqa: A002 - as authors write it
    """Why `run(id, lines)` cannot be shown as true; nothing when it can."""
    if recording is None:
        return message("recording.unknown", id=id)
    if not recording.state.may_be_shown:
        return message("recording.untrue", id=id, state=recording.state.told)
    if lines and not _chosen(recording, lines):
        return message("call.range", lines=lines, count=len(recording.steps), id=id)
    return NOTHING


def show(recording: Recording | None, id: str, lines: str, stage: Stage) -> Terminal:  # noqa: A002
    """A terminal with the commands of `lines` (`2`, `1-3`; all when empty) and their output.

    What was done before them is folded in. A recording that is not there, or not true any more, is a line that says so.
    """
    if recording is None or fault(recording, id, lines):
        named = f": {plain(id)}" if id else ""
        return Terminal(f'<p class="{markup.RUN_FAULT}">{stage.language.say("run.fault")}{named}</p>', stage.above)
    numbers = (_chosen(recording, lines) if lines else None) or range(1, len(recording.steps) + 1)
    return _shown(recording, numbers, stage)


def show_fence(info: str, content: str, note: str, stage: Stage) -> Terminal | None:
    """The same of a code fence in the note at the path `note`, whose opening line is `info`; None when it is none.

    What cannot be read is a line too; the library tells the author what is wrong there.
    """
    text = fence_text(info, content)
    if text is None:
        return None
    try:
        recording = read_recording("", text)
    except RecordingError:
        return show(None, "", "", stage)
    return show(stage.library.of_fence(recording, note), "", "", stage)


def _shown(recording: Recording, numbers: range, stage: Stage) -> Terminal:
    language, variables = stage.language, recording.properties.variables
    steps = recording.steps[numbers.start - 1 : numbers.stop - 1]
    varies = [name for name in recording.properties.patterns if any(f"[{name}]" in step.output for step in steps)]
    above = Above.read(stage.above)
    chain = stage.library.chain(recording)
    before = earlier(chain, numbers.start, numbers.stop - 1, above)
    name, opened = [*before.after][-1], " open" if stage.is_own_page else ""
    has_title = recording.title and not stage.is_own_page
    screen = Screen(language, variables, varies).show(steps, numbers.start)
    inside = (
        f'<p class="{markup.RUN_TITLE}">{plain(recording.title)}</p>' if has_title else "",
        before.html(variables, language, stage.address, opened),
        f"{opening_of(name, before.after)}<code>{screen}</code></pre>",
        badge(recording, varies, stage.address(recording.id), language, opened),
        compare_element(recording, steps),
    )
    offer = stage.offer(chain)
    html = f'<{markup.RUN} id="{above.anchor}"{offer.html() if offer else ""}>{"".join(inside)}</{markup.RUN}>'
    return Terminal(html, above.below(before.shown, name).written(), is_alone=not recording.properties.after)


def _chosen(recording: Recording, lines: str) -> range | None:
    """The numbers of the commands that `lines` names; None where there are none of them."""
    found = _RANGE.fullmatch(lines)
    if not found:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return range(first, last + 1) if 1 <= first <= last <= len(recording.steps) else None
