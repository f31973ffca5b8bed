"""`maru build` and `maru serve`: the site, and the preview of it while somebody writes."""

from __future__ import annotations

import os
import time
from pathlib import Path

import click
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.commands.serve import serve as serve_with_mkdocs

from macros.cli.folders import checked_site, checked_vault, chosen_vault, vault_argument, vault_option
from macros.cli.report import reporting
from macros.cli.spoken import SpokenCommand, SpokenOption, Wrong
from macros.hosts.engine import arguments, load
from macros.hosts.mkdocs import plugin_of
from macros.hosts.port import is_free

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
        config = load(chosen_vault(folder, named), site_dir=site)
        reporter.vault = checked_vault(Path(config.docs_dir))
        config.site_dir = str(checked_site(site, reporter.vault))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_with_mkdocs(config)
        finally:
            config.plugins.on_shutdown()
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
    checked_vault(Path(load(vault).docs_dir))
    if not is_free(HOST, port):
        raise Wrong("serve.in-use", address=f"{HOST}:{port}", other=port % 65535 + 1)
    with reporting(annotate=False):
        serve_with_mkdocs(livereload=True, open_in_browser=opens, dev_addr=f"{HOST}:{port}", **arguments(vault))
    return 0
