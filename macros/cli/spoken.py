"""Commands of click that speak the language of who types them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from macros.language import Message, language_of_terminal, message


class Wrong(click.ClickException):
    """Something that only its user can mend: one sentence, and exit code 2."""

    exit_code = 2

    def __init__(self, key: str | Message, **values: object) -> None:
        told = key if isinstance(key, Message) else message(key, **values)
        super().__init__(language_of_terminal().tell(told))

    def show(self, file: Any = None) -> None:
        """Print the sentence to the error output."""
        click.echo(f"maru: {self.message}", err=True)


class SpokenOption(click.Option):
    """An option whose help is a key of the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option, and what it does in the reader's language."""
        record = super().get_help_record(ctx)
        return (record[0], _words().get(self.help or "", record[1])) if record else None


class SpokenCommand(click.Command):
    """A command that the catalogue explains under `help.<name>`, with examples under `example.<name>`."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_words()[f"help.{self.name}"])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        with formatter.section(_words()["help.examples"]):
            for line in _words()[f"example.{self.name}"].split("\n"):
                formatter.write(f"  {line}\n")

    def get_short_help_str(self, limit: int = 45) -> str:
        """What the command does, in the list of all."""
        return _words()[f"help.{self.name}"].split("\n")[0]


class SpokenGroup(SpokenCommand, click.Group):
    """A group of such commands, in the order in which they are added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, the most used first."""
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        click.Group.format_options(self, ctx, formatter)


def _words() -> Mapping[str, str]:
    return language_of_terminal().words
