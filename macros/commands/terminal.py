"""A recording as HTML: a terminal that can be read without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

from macros import markup
from macros.commands.held_against import compare_element
from macros.commands.properties import Properties, RecordingError
from macros.commands.recording import Recording, State, read_recording, variable_pattern
from macros.commands.shelf import fence_text
from macros.commands.transcript import Step
from macros.language import NOTHING, Language, Message, message

_RANGE = re.compile(r"\s*(\d+)\s*(?:-\s*(\d+)\s*)?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_RECORDED_ON = "Linux"
"""The system that recordings are made on; others are shown beside it."""


def fault(recording: Recording | None, id: str, lines: str) -> Message:  # noqa: A002 - as authors write it
    """Why `run(id, lines)` cannot be shown as true; nothing when it can."""
    if recording is None:
        return message("recording.unknown", id=id)
    if not recording.state.may_be_shown:
        return message("recording.untrue", id=id, state=recording.state.told)
    if lines and not _chosen(recording, lines):
        return message("call.range", lines=lines, count=len(recording.steps), id=id)
    return NOTHING


def show(recording: Recording | None, id: str, lines: str, language: Language) -> str:  # noqa: A002
    """The HTML of a terminal: the commands of `lines` (`2`, `1-3`; all when empty) and their output.

    A recording that is not there, or not true any more, is a line that says so.
    """
    if recording is None or fault(recording, id, lines):
        named = f": {_escape(id)}" if id else ""
        return f'<p class="{markup.RUN_FAULT}">{language.say("run.fault")}{named}</p>'
    steps = _chosen(recording, lines) if lines else recording.steps
    body = "\n".join(_step(step, recording.properties, language) for step in steps)
    title = f'<p class="{markup.RUN_TITLE}">{_escape(recording.title)}</p>' if recording.title else ""
    lab = f' data-lab="{_escape(recording.properties.lab)}"' if recording.properties.lab else ""
    inside = f"{title}<pre><code>{body}</code></pre>{_badge(recording, language)}{compare_element(recording, steps)}"
    return f"<{markup.RUN}{lab}>{inside}</{markup.RUN}>"


def show_fence(info: str, content: str, language: Language) -> str | None:
    """The HTML of a code fence whose opening line is `info`, when it is a recording; None when it is none.

    What cannot be read is a line too; the library tells the author what is wrong there.
    """
    text = fence_text(info, content)
    if text is None:
        return None
    try:
        return show(read_recording("", text), "", "", language)
    except RecordingError:
        return show(None, "", "", language)


def _escape(text: str) -> str:
    """`text` as HTML without control characters, by which Python-Markdown finds what it has put away."""
    return escape(_CONTROL.sub("", text))


def _chosen(recording: Recording, lines: str) -> tuple[Step, ...]:
    found = _RANGE.fullmatch(lines)
    if not found:
        return ()
    first, last = int(found[1]), int(found[2] or found[1])
    return recording.steps[first - 1 : last] if 1 <= first <= last <= len(recording.steps) else ()


def _step(step: Step, properties: Properties, language: Language) -> str:
    variables = properties.variables
    command = _command(step.command, variables)
    if step.elsewhere:  # each with its line end, so that a reader sees one of them and no gap
        systems = ((_RECORDED_ON, step.command), *step.elsewhere)
        shown = (
            f'<span class="{markup.ON}" data-system="{system}">{_command(text, variables)}\n</span>'
            for system, text in systems
        )
        command = f'<span class="{markup.SYSTEMS}">{"".join(shown)}</span>'
    output = _output(step.output, properties.patterns)
    end = "" if step.elsewhere else "\n"
    if output:
        command += f'{end}<span class="{markup.OUTPUT}">{output}</span>'
        end = "\n"
    if step.exit_code:
        command += f'{end}<span class="{markup.EXIT_CODE}">{language.say("run.exit", code=step.exit_code)}</span>'
    return command


def _output(output: str, varies: Iterable[str]) -> str:
    """`[id]` → `<span class="kb-varies">[id]</span>`."""
    html = _escape(output)
    for name in varies:
        mark = _escape(f"[{name}]")
        html = html.replace(mark, f'<span class="{markup.VARIES}">{mark}</span>')
    return html


def _command(command: str, variables: Mapping[str, str]) -> str:
    first, *more = command.split("\n")
    prompts = [("$ ", first), *(("&gt; ", line) for line in more)]
    return "\n".join(
        f'<span class="{markup.PROMPT}">{prompt}</span>'
        f'<span class="{markup.COMMAND}">{_with_variables(line, variables)}</span>'
        for prompt, line in prompts
    )


def _with_variables(line: str, variables: Mapping[str, str]) -> str:
    """`-p 8080:80` → `-p <span class="kb-variable" data-name="PORT">8080</span>:80`."""
    if not variables:
        return _escape(line)
    names = {value: name for name, value in variables.items()}
    html, end = "", 0
    for found in variable_pattern(variables).finditer(line):
        html += _escape(line[end : found.start()])
        html += f'<span class="{markup.VARIABLE}" data-name="{names[found[0]]}">{_escape(found[0])}</span>'
        end = found.end()
    return html + _escape(line[end:])


def _badge(recording: Recording, language: Language) -> str:
    if recording.state is State.DISPLAY:
        return f'<p class="{markup.RUN_BADGE}">{language.say("run.display")}</p>'
    said = language.say("run.recorded", record=_escape(recording.properties.recorded))
    return f'<p class="{markup.RUN_BADGE}">{said}</p>'
