"""Commands and outputs as the HTML of a screen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise

from macros import markup
from macros.commands.recording import variable_pattern
from macros.commands.transcript import Step
from macros.language import Language
from macros.vault.korean import ends_word

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_GAP = re.compile(r"(?<=\S)\s{2,}(?=\S)")
_RECORDED_ON = "Linux"
"""The system that recordings are made on; others are shown beside it."""
_CIRCLED = ((0, 0x2460), (20, 0x3251), (35, 0x32B1), (50, 0))
"""How many numbers stand before a run of circled ones in Unicode, and where that begins."""


def plain(text: str) -> str:
    """`text` as HTML without control characters, by which Python-Markdown finds what it has put away."""
    return escape(_CONTROL.sub("", text))


def numeral(number: int) -> str:
    """①, ②, …, ㊿, and `(51)`: the number of a command, as `lines` counts them."""
    for (before, first), (last, _) in pairwise(_CIRCLED):
        if before < number <= last:
            return chr(first + number - before - 1)
    return f"({number})"


@dataclass(frozen=True, slots=True)
class Screen:
    """How the steps of one recording are shown."""

    language: Language
    variables: Mapping[str, str]
    """What a reader may set, and the value that stands in the commands."""
    varies: Collection[str] = ()
    """The names, in brackets in outputs, of what is another at each run."""

    def show(self, steps: Iterable[Step], first: int) -> str:
        """The HTML of `steps`, the first of which has the number `first`."""
        return "".join(
            f'<span class="{markup.STEP}" data-number="{numeral(number)}">{self._step(step)}</span>'
            for number, step in enumerate(steps, first)
        )

    def show_commands(self, steps: Iterable[Step], first: int) -> str:
        """The same without what they gave, and what is said of them."""
        return self.show((replace(step, output="", exit_code=0, comment="") for step in steps), first)

    def _step(self, step: Step) -> str:
        """Its lines, the last of which ends with a line end too."""
        command = self._command(step.command) + "\n"
        if step.elsewhere:  # each with its line end, so that a reader sees one of them and no gap
            systems = ((_RECORDED_ON, step.command), *step.elsewhere)
            shown = (
                f'<span class="{markup.ON}" data-system="{system}">{self._command(text)}\n</span>'
                for system, text in systems
            )
            command = f'<span class="{markup.SYSTEMS}">{"".join(shown)}</span>'
        if step.comment:
            said = "\n".join(f"# {self._said(line)}" for line in step.comment.split("\n"))
            command = f'<span class="{markup.COMMENT}">{said}</span>\n{command}'
        if step.output:
            command += f"{self._output(step.output)}\n"
        if step.exit_code:
            said = self.language.say("run.exit", code=step.exit_code)
            command += f'<span class="{markup.EXIT_CODE}">{said}</span>\n'
        return command

    def _command(self, command: str) -> str:
        first, *more = command.split("\n")
        prompts = [("$ ", first), *(("&gt; ", line) for line in more)]
        return "\n".join(
            f'<span class="{markup.PROMPT}">{prompt}</span>'
            f'<span class="{markup.COMMAND}">{self._with_variables(line)}</span>'
            for prompt, line in prompts
        )

    def _with_variables(self, line: str) -> str:
        """`-p 8080:80` → `-p <span class="kb-variable" data-name="PORT">8080</span>:80`."""
        return self._marked(line, variable_pattern(self.variables).finditer(line)) if self.variables else plain(line)

    def _said(self, line: str) -> str:
        """The same in a comment, where Korean stands right behind a value: `8080번`, `web으로`."""
        if not self.variables:
            return plain(line)
        values = "|".join(re.escape(value) for value in sorted(self.variables.values(), key=len, reverse=True))
        found = re.finditer(rf"(?<![\w.-])(?:{values})", line)
        return self._marked(line, (one for one in found if _ends_value(line, one.end())))

    def _marked(self, line: str, values: Iterable[re.Match[str]]) -> str:
        names = {value: name for name, value in self.variables.items()}
        html, end = "", 0
        for found in values:
            html += plain(line[end : found.start()])
            html += f'<span class="{markup.VARIABLE}" data-name="{names[found[0]]}">{plain(found[0])}</span>'
            end = found.end()
        return html + plain(line[end:])

    def _output(self, output: str) -> str:
        html = plain(output)
        title = plain(self.language.say("run.varies"))
        for name in self.varies:
            mark = plain(f"[{name}]")
            html = html.replace(mark, f'<span class="{markup.VARIES}" title="{title}">{mark}</span>')
        kind = f"{markup.OUTPUT} {markup.TABLE}" if has_columns(output) else markup.OUTPUT
        return f'<span class="{kind}">{html}</span>'


def _ends_value(line: str, end: int) -> bool:
    """True where a word of a comment ends, or another script follows on it: Korean on a number."""
    behind = line[end : end + 1]
    return ends_word(line, end) or (line[end - 1].isascii() and behind.isalpha() and not behind.isascii())


def has_columns(output: str) -> bool:
    """True for a table: two lines, one below the other, in which a column begins at the same place behind a gap."""
    begins = [{gap.end() for gap in _GAP.finditer(line)} for line in output.split("\n")]
    return any(one & other for one, other in pairwise(begins))
