"""What is said below a terminal: that its output is true, since when, and what it was made with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from macros import markup
from macros.commands.engines import ENGINES
from macros.commands.recording import Recording, State
from macros.commands.screen import plain
from macros.language import Language

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def badge(recording: Recording, varies: Sequence[str], url: str, language: Language, opened: str) -> str:
    """One line that unfolds to all that is known of the record, folded unless `opened`.

    `varies` are the names of what is another at each run, `url` is the address of the recording's own page, where
    there is one.
    """
    link = f'<a href="{url}">{language.say("run.page")}</a>' if url else ""
    if recording.state is State.DISPLAY:
        said = " · ".join(filter(None, (language.say("run.display"), link)))
        return f'<p class="{markup.RUN_BADGE}">{said}</p>'
    recorded = recording.properties.recorded
    date = _DATE.match(recorded)
    when = f'<time datetime="{date[0]}">{date[0]}</time>' if date else ""
    said = " · ".join(filter(None, (language.say("run.recorded"), when, engine_name(recording.engine, language))))
    lines = [plain(recorded), legend(varies, language), link]
    inside = "".join(f"<p>{line}</p>" for line in lines if line)
    return f'<details class="{markup.RUN_BADGE}"{opened}><summary>{said}</summary>{inside}</details>'


def legend(varies: Sequence[str], language: Language) -> str:
    """What the marks in an output mean; nothing where there are none."""
    marks = " ".join(f'<span class="{markup.VARIES}">[{plain(name)}]</span>' for name in varies)
    return f"{marks} {language.say('run.varies')}" if marks else ""


def engine_name(engine: str, language: Language) -> str:
    """What readers call an engine."""
    return language.say(f"run.engine-{engine}") if engine in ENGINES else plain(engine)
