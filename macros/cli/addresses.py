"""`maru addresses`: begin to keep the addresses of a site, or bring what is kept up to date."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import click

from macros.cli.folders import chosen_vault, vault_argument, vault_option, with_notes
from macros.cli.report import reporting
from macros.cli.spoken import SpokenCommand
from macros.hosts.engine import build_site, load
from macros.hosts.ledger import ledger_of
from macros.hosts.mkdocs import plugin_of
from macros.language import language_of_terminal
from macros.publish.redirects.ledger import LEDGER, NO_LEDGER, written
from macros.settings import read_settings


@click.command(cls=SpokenCommand)
@vault_argument
@vault_option
def addresses(folder: Path | None, named: Path | None) -> int:
    """Write the addresses of all notes into the vault, as a build does where they are kept; 1 where that is not read.

    Which addresses a site has is known when it is built: it is, into a folder that is thrown away.
    """
    with reporting(annotate=False) as reporter, tempfile.TemporaryDirectory(prefix="maru-") as place:
        config = load(chosen_vault(folder, named))
        root = reporter.vault = with_notes(Path(config.docs_dir))
        read_settings(root, os.environ)
        os.environ.pop("CI", None)  # where a build writes nothing into the vault, unless it is asked for
        os.environ["KB_CACHE"] = str(Path(place, "cache"))  # what is known of the site that is published stays known
        is_new = _begin(root / LEDGER)
        try:
            build_site(config, Path(place, "site"))
        except BaseException:
            if is_new:
                (root / LEDGER).unlink(missing_ok=True)
            raise
    ledger = ledger_of(root)
    counts = {"pages": len(ledger.pages), "moved": len(ledger.moved)}
    click.echo(plugin_of(config).language.say("addresses.kept", path=root / LEDGER, **counts))
    return int(bool(ledger.problems))


def _begin(file: Path) -> bool:
    """Make an empty ledger where there is none; True where that was so."""
    if os.path.lexists(file):
        return False
    file.write_text(written(NO_LEDGER, language_of_terminal()), "utf-8")
    return True
