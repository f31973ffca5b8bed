"""What a reader's browser needs to hold an output against the record, as an element of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from macros import markup
from macros.commands.browser_pattern import for_browser
from macros.commands.properties import DISPLAY
from macros.commands.recording import Recording
from macros.commands.transcript import Step

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def compare_element(recording: Recording, steps: Sequence[Step]) -> str:
    """`<kb-compare data-record="{…}">`, empty, for `steps` of `recording`; nothing for what was never run.

    The record is a small JSON:

        {"steps": [["ip -brief address show lo", "lo  UNKNOWN", 0, "ifconfig lo0"], …],
         "patterns": {"id": "[0-9a-f]{12}", "odd": null}, "variables": {"PORT": "8080"}, "part": true}

    Behind the exit code stand the commands of other systems. A pattern is null where a browser cannot say it, and one
    of a number takes a number of one digit, too.
    """
    if recording.engine == DISPLAY:
        return ""
    record: dict[str, Any] = {"steps": [_step(step) for step in steps]}
    named = _named(recording.properties.patterns, steps)
    if named:
        record["patterns"] = {name: for_browser(pattern, any_number=True) for name, pattern in named.items()}
    if recording.properties.variables:
        record["variables"] = dict(recording.properties.variables)
    if len(steps) < len(recording.steps):
        record["part"] = True
    written = escape(json.dumps(record, ensure_ascii=False, separators=(",", ":")))
    return f'<{markup.COMPARE} data-record="{written}"></{markup.COMPARE}>'


def _step(step: Step) -> list[str | int]:
    commands = [_plain(text) for _, text in step.elsewhere]
    return [_plain(step.command), _plain(step.output), step.exit_code, *commands]


def _plain(text: str) -> str:
    """Without control characters, by which Python-Markdown finds what it has put away."""
    return _CONTROL.sub("", text)


def _named(patterns: Mapping[str, re.Pattern[str]], steps: Sequence[Step]) -> Mapping[str, re.Pattern[str]]:
    """Those of `patterns` whose names stand in the outputs."""
    return {name: pattern for name, pattern in patterns.items() if any(f"[{name}]" in step.output for step in steps)}
