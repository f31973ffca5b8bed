"""`maru build` and `maru serve`: the site, and the preview of it while somebody writes."""

from __future__ import annotations

import os
import time
from pathlib import Path

import click

from macros.cli.folders import checked_site, chosen_vault, vault_argument, vault_option, with_notes
from macros.cli.report import reporting
from macros.cli.spoken import SpokenCommand, SpokenOption, Wrong
from macros.hosts.engine import build_site, load, serve_site
from macros.hosts.mkdocs import plugin_of
from macros.hosts.port import trouble
from macros.settings import read_settings

HOST = "127.0.0.1"
"""Where a preview is shown: to nobody else."""
_folder = click.Path(path_type=Path)


@click.command(cls=SpokenCommand)
@vault_argument
@vault_option
@click.option("--site", type=_folder, default="site", metavar="DIR", help="help.option.site", cls=SpokenOption)
@click.option("--url", default="", metavar="URL", help="help.option.url", cls=SpokenOption)
@click.option("--strict", is_flag=True, help="help.option.strict", cls=SpokenOption)
def build(folder: Path | None, named: Path | None, site: Path, url: str, *, strict: bool) -> int:
    """Build the site of a vault; 1 where it cannot be built, or with `strict` where anything is wrong."""
    begun = time.monotonic()
    if url:
        os.environ["KB_SITE_URL"] = url  # settings are read from the environment, this one before those of the vault
    with reporting(annotate=os.environ.get("GITHUB_ACTIONS") == "true") as reporter:
        config = load(chosen_vault(folder, named))
        reporter.vault = with_notes(Path(config.docs_dir))
        read_settings(reporter.vault, os.environ)  # what is not understood is told before anything else
        build_site(config, checked_site(site, reporter.vault))
    language = plugin_of(config).language
    click.echo(language.say("build.done", site=site, seconds=f"{time.monotonic() - begun:.1f}"))
    if strict and reporter.warnings:
        click.echo(language.say("build.strict", count=reporter.warnings), err=True)
    return int(strict and reporter.warnings > 0)


@click.command(cls=SpokenCommand)
@vault_argument
@vault_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="help.option.port", cls=SpokenOption)
@click.option("--open", "opens", is_flag=True, help="help.option.open", cls=SpokenOption)
def serve(folder: Path | None, named: Path | None, port: int, *, opens: bool) -> int:
    """Show the site of a vault, anew with each save, until it is interrupted."""
    vault = chosen_vault(folder, named)
    read_settings(with_notes(Path(load(vault).docs_dir)), os.environ)
    if wrong := trouble(HOST, port, "maru serve --port {port}"):
        raise Wrong(wrong)
    with reporting(annotate=False):
        serve_site(vault, f"{HOST}:{port}", opens=opens)
    return 0
