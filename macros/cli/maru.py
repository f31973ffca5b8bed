"""`maru`: the commands of the terminal."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

import click

from macros.cli.addresses import addresses
from macros.cli.build import build, serve
from macros.cli.changes import changes_since
from macros.cli.check_leaks import check_leaks
from macros.cli.doctor import doctor
from macros.cli.new import new
from macros.cli.parity import parity
from macros.cli.record import check, record
from macros.cli.spoken import SpokenGroup, Wrong
from macros.cli.why import why
from macros.hosts.engine import BuildFailedError
from macros.language import language_of_terminal
from macros.settings import SettingsError
from macros.version import VERSION


@click.group(cls=SpokenGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="maru", message="%(prog)s %(version)s")
def maru() -> None:
    """See `help.maru` of the catalogue."""


for _one in (serve, build, doctor, why, changes_since, check_leaks, addresses, new, record, check, parity):
    maru.add_command(_one)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` (by default the process's) name.

    The exit code is 0; 1 for what is wrong in the vault; 2 for a wrong call, wrong settings or a folder that cannot be
    used; 130 when it was interrupted.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's word to who chose it, which our users did not
    try:
        return int(maru.main(args=None if arguments is None else list(arguments), standalone_mode=False) or 0)
    except (click.Abort, KeyboardInterrupt):
        click.echo(f"\n{language_of_terminal().say('stopped')}", err=True)
        return 130
    except BuildFailedError:
        click.echo(f"maru: {language_of_terminal().say('build.failed')}", err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SettingsError as error:
        for problem in error.problems:
            click.echo(f"maru: {problem.told(error.spoken)}", err=True)
        return 2
    except OSError as error:
        return _failed(error)


def command() -> None:
    """The way in of the installed command `maru`."""
    sys.exit(main())


def _failed(error: OSError) -> int:
    """What the system refused: who reads our output is gone, or a disk is full."""
    if error.errno == errno.EPIPE:
        sys.stdout = None  # so that nothing more is written when the process ends
        return 1
    Wrong("disk.failed", reason=" ".join(filter(None, (error.strerror, str(error.filename or ""))))).show()
    return 1
