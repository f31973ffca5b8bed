"""One build as a value: what was read, and what goes where on the site."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mkdocs.config.defaults import MkDocsConfig

from macros.commands.library import Library
from macros.hosts.cards import Cards
from macros.hosts.diagrams import draw_diagrams
from macros.hosts.host import MkDocsHost
from macros.hosts.note_page import NotePage, note_pages
from macros.hosts.opened import report_all
from macros.hosts.page_data import PageData
from macros.hosts.redirects import Redirects
from macros.hosts.site import Site
from macros.hosts.site_files import SiteFiles
from macros.hosts.teller import Teller
from macros.labs.labs import Labs
from macros.language import Language
from macros.publish.made.kinds import Contents
from macros.publish.redirects.ledger import Ledger
from macros.render import Articles, Store, finder
from macros.render.diagrams import Diagrams
from macros.settings import Settings
from macros.syntax.host import ExternalImages
from macros.vault import Problem, Vault


@dataclass(frozen=True)
class Sources:
    """What a build begins with. A preview shows authors what is wrong, and does not let them wait for the search."""

    settings: Settings
    language: Language
    images: ExternalImages
    store: Store
    vault: Vault
    library: Library
    """The recordings."""
    labs: Labs
    """What readers run recordings in."""
    is_preview: bool
    ledger: Ledger
    """The addresses that the site has had."""
    diagrams: Diagrams | None
    """Draws diagrams; None where the browsers of readers do. They do in a preview, so that an author needs no tool."""

    @property
    def tell(self) -> Teller:
        """Tells what is wrong, in the language of the site."""
        return Teller(self.language)


@dataclass(frozen=True)
class Build:
    """A build whose pages have addresses, and are to be rendered and written."""

    config: MkDocsConfig
    sources: Sources
    site: Site
    files: SiteFiles
    """All files of the site, those of other plugins among them."""
    host: MkDocsHost
    articles: Articles
    """Shared by all builds of a preview."""
    contents: Contents
    redirects: Redirects
    data: PageData
    collisions: tuple[Problem, ...]
    """Told of files that could not have the address of their name, or the one that they ask for, and of old ones."""
    problems: tuple[Problem, ...]
    """What is told of the vault, the collisions among it."""

    @property
    def pages(self) -> list[NotePage]:
        """The pages of notes, written or made."""
        return note_pages(self.files)

    def of_vault(self, vault: Vault) -> Build:
        """The same of another `vault`, in which no name or file has another place, and the glossary is the same."""
        sources = replace(self.sources, vault=vault, library=Library.of(vault))
        host, problems = self.host.of_vault(vault, sources.library), problems_of(sources, self.collisions)
        data = page_data(sources, self.config, host, self.contents, problems)
        return replace(self, sources=sources, host=host, problems=problems, data=data)


def problems_of(sources: Sources, collisions: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """All that is told of the vault of `sources`, each thing once: what of its diagrams cannot be drawn, too."""
    told = report_all(sources.vault, sources.settings, sources.library, finder(sources.store))
    drawn = draw_diagrams(sources.vault, sources.diagrams) if sources.diagrams else ()
    return (*told, *drawn, *collisions)


def page_data(
    sources: Sources, config: MkDocsConfig, host: MkDocsHost, contents: Contents, problems: tuple[Problem, ...]
) -> PageData:
    """What pages show beside their articles.

    Only a preview shows what is wrong, and no notices; only what is published has cards.
    """
    shown = [problem for problem in problems if sources.is_preview and not problem.notice]
    is_shared = config.site_url and not sources.is_preview
    cards = Cards(host.around, config, sources.settings) if is_shared else None
    markdown = sources.settings.markdown and not sources.is_preview
    return PageData(host.around, contents.made, shown, sources.settings.repository, cards, markdown=markdown)
