"""A recording as HTML: a terminal that can be read without JavaScript."""

from __future__ import annotations

import re
from html import escape

from macros.commands.recording import Recording, State, Step

_RANGE = re.compile(r"\s*(\d+)\s*(?:-\s*(\d+)\s*)?")
_STALE = (State.UNRECORDED, State.COMMANDS_CHANGED, State.OUTPUT_EDITED, State.CHECKSUM_BROKEN)


def fault(recording: Recording | None, id: str, lines: str) -> str:  # noqa: A002
    """Why `run(id, lines)` cannot be shown as true; empty when it can."""
    if recording is None:
        return f"no recording is named '{id}'"
    if recording.state in _STALE:
        return f"the recording '{id}' is not true: {recording.state.value}"
    if lines and not _chosen(recording, lines):
        return f"`lines=\"{lines}\"` names none of the {len(recording.steps)} commands of '{id}'"
    return ""


def show(recording: Recording | None, id: str, lines: str = "") -> str:  # noqa: A002
    """The HTML of a terminal, in one line: the commands of `lines` (`2`, `1-3`; all when empty) and their output.

    A recording that is not there, or not true any more, is a box that says so.
    """
    wrong = fault(recording, id, lines)
    if recording is None or wrong:
        return f'<div class="kb-run kb-run-fault"><p>기록한 명령을 보여 줄 수 없습니다: {escape(id)}</p></div>'
    steps = _chosen(recording, lines) if lines else recording.steps
    body = "&#10;".join(_step(step) for step in steps)
    return (
        f'<div class="kb-run no-copy"><kb-run><p class="kb-run-title">{escape(recording.title)}</p>'
        f'<pre tabindex="0"><code>{body}</code></pre>{_badge(recording)}</kb-run></div>'
    )


def _chosen(recording: Recording, lines: str) -> tuple[Step, ...]:
    found = _RANGE.fullmatch(lines)
    if not found:
        return ()
    return recording.steps[max(int(found[1]) - 1, 0) : int(found[2] or found[1])]


def _step(step: Step) -> str:
    first, *more = step.command.split("\n")
    prompts = [("$ ", first), *(("&gt; ", line) for line in more)]
    command = "&#10;".join(
        f'<span class="kb-prompt" aria-hidden="true">{prompt}</span><span class="kb-command">{escape(line)}</span>'
        for prompt, line in prompts
    )
    output = escape(step.output).replace("\n", "&#10;")
    shown = f'&#10;<span class="kb-output">{output}</span>' if output else ""
    code = f'&#10;<span class="kb-exit">종료 코드 {step.exit_code}</span>' if step.exit_code else ""
    return f"{command}{shown}{code}"


def _badge(recording: Recording) -> str:
    if recording.state is State.DISPLAY:
        return '<p class="kb-run-badge">실행하지 않고 보여 주기만 하는 명령</p>'
    return f'<p class="kb-run-badge">실제로 실행한 기록 · {escape(recording.recorded)}</p>'
