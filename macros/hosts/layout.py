"""What goes where on the site: pages of notes, pages that nobody wrote, attachments, the theme."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from macros.fonts import FILES
from macros.hosts.addresses import Addresses, assign
from macros.hosts.assets import drawn_on, made_assets
from macros.hosts.assets import wanted as wanted_files
from macros.hosts.build import Build, Sources, page_data, problems_of
from macros.hosts.cards import may_be_card
from macros.hosts.host import MkDocsHost
from macros.hosts.labs import lab_files, run_on, software_page
from macros.hosts.navigation import as_nav
from macros.hosts.note_page import NoteFile, NotePage
from macros.hosts.redirects import Redirects, redirect_files
from macros.hosts.search_index import may_hold
from macros.hosts.site import Site
from macros.hosts.site_files import SiteFiles
from macros.hosts.taken import INDEX, Reserved
from macros.markup import RUN
from macros.publish.feed import FEED
from macros.publish.folders import Folders
from macros.publish.long_list import Lists, long_lists
from macros.publish.made.folders import FOLDER_PAGE, empty_in_navigation
from macros.publish.made.home import HOME
from macros.publish.made.kinds import Contents, Front, made_pages
from macros.publish.made.long_pages import long_pages
from macros.publish.made.made_page import MadePage
from macros.publish.made.recordings import pages_of_files
from macros.publish.markdown.llms import LLMS
from macros.publish.outline import Branch, Outline, spelt
from macros.publish.tag_tree import TagTree
from macros.publish.trails import Trails
from macros.render import Articles, Renderer
from macros.vault import Vault
from macros.vault.folder import MADE


def lay_out(sources: Sources, config: MkDocsConfig, site: Site, others: Sequence[File]) -> Build:
    """Give each page and each used attachment its place beside `others`, the files of the theme and other plugins.

    What an author did not say of the navigation goes into `config`.
    """
    vault, language = sources.vault, sources.language
    drawn = drawn_on(vault, config, sources.diagrams) | run_on(sources.library, sources.labs)
    files = SiteFiles(
        [
            *wanted_files(others, config, drawn),
            *made_assets(config, sources.settings, language),
            *(lab_files(config, sources.labs) if RUN in drawn else ()),
        ],
        site,
        sources.settings.attachments,
        sources.tell,
    )
    reserved = _reserved(files, config)
    tags = TagTree.of(vault)
    made = [page for page in _made(sources, tags, config) if not (page.path == HOME and INDEX in reserved.files)]
    made += software_page(sources.labs, language) if RUN in drawn else ()
    outline = Outline.of(vault, sources.settings.navigation, (page.note for page in made))
    tree = _tree(outline, vault, made) if config.nav is None else ()
    config.nav = config.nav or as_nav(tree)
    lists = long_lists(tree, outline, vault.listed, {page.path for page in made if page.kind == FOLDER_PAGE})
    made += long_pages(lists.values(), language)
    recorded = pages_of_files(made)
    attachments = vault.used_attachments - recorded.keys()
    addresses = assign(
        vault.home or HOME,
        {page.path: page.as_path for page in made},
        {path: note.permalink for path, note in vault.notes.items()},
        attachments,
        reserved,
        directories=config.use_directory_urls,
    )
    urls = dict[str, str]()
    notes = sorted(vault.notes.values(), key=lambda note: outline.key(note.path))
    for note in [*notes, *(page.note for page in made)]:
        file = _place(note.path, sources, config, addresses, files)
        urls[note.path] = file.url
        NotePage(note, file, config, outline.titles.get(note.path, "") if note.path in vault.notes else "")
    places = {note.path: place for place, note in enumerate(notes)}
    for path in sorted(attachments):
        urls[path] = _place(path, sources, config, addresses, files).url
    urls |= {path: urls[page] for path, page in recorded.items()}
    folders = Folders.of((note.path for note in notes if note.path in vault.listed), outline)
    contents = Contents(Lists(outline, lists, places), folders, Trails.of(vault, outline), tags, tuple(made))
    redirects = Redirects.of(vault, sources.ledger, addresses, directories=config.use_directory_urls)
    for made_file in redirect_files(redirects, urls, config, language):
        files.append(made_file)
    return _build(sources, config, files, urls, contents, redirects)


def _made(sources: Sources, tags: TagTree, config: MkDocsConfig) -> Iterator[MadePage]:
    """The pages that are made for the vault, of which the name and the description are words here, no HTML."""
    name, description = unescape(config.site_name or ""), unescape(config.site_description or "")
    front = Front(name, description, dict(spelt(sources.vault, sources.settings.navigation)))
    wanted = sources.is_preview or sources.settings.wanted
    return made_pages(sources.vault, sources.library, front, tags, sources.language, wanted=wanted)


def _tree(outline: Outline, vault: Vault, made: Sequence[MadePage]) -> Sequence[str | Branch]:
    """The navigation of all that is listed in it."""
    visible = [path for path in vault.listed if not outline.is_hidden(path)]
    empty = empty_in_navigation(made, visible)
    return outline.tree([*visible, *(page.path for page in made if page.is_in_navigation and page.path not in empty)])


def _build(
    sources: Sources,
    config: MkDocsConfig,
    files: SiteFiles,
    urls: Mapping[str, str],
    contents: Contents,
    redirects: Redirects,
) -> Build:
    vault, library, labs = sources.vault, sources.library, sources.labs
    host = MkDocsHost(vault, library, urls, sources.language, sources.images, contents, labs, sources.diagrams)
    extensions, settings = config.markdown_extensions, config.mdx_configs
    problems = problems_of(sources, redirects.problems)
    return Build(
        config=config,
        sources=sources,
        site=files.site,
        files=files,
        host=host,
        articles=Articles(
            lambda asked: Renderer(asked, extensions, settings), sources.store, sources.tell.warn, sources.tell.problem
        ),
        contents=contents,
        redirects=redirects,
        data=page_data(sources, config, host, contents, problems),
        collisions=redirects.problems,
        problems=problems,
    )


def _reserved(files: Files, config: MkDocsConfig) -> Reserved:
    """What the theme, other plugins and MkDocs itself have on the site."""
    templates = {*config.theme.static_templates, *config.extra_templates}
    compressed = {f"{name}.gz" for name in templates if name == "sitemap.xml"}
    return Reserved(frozenset({*templates, *compressed, *FILES, *(file.dest_uri for file in files)}), _comes_later)


def _comes_later(name: str) -> bool:
    """True for the name of a file that is written when pages are."""
    return name in (FEED, LLMS) or may_hold(name) or may_be_card(name)


def _place(path: str, sources: Sources, config: MkDocsConfig, addresses: Addresses, files: Files) -> File:
    """Append the file of the site for `path`, which has its address; it was made by us where the vault has none."""
    vault = sources.vault
    attachment = vault.attachments.get(path)
    location = vault.locations[path] if path in vault.notes else attachment.location if attachment else None
    source = path if files.get_file_from_path(path) is None else f"{MADE}/{path}"  # another plugin has made such a file
    if location is None:
        file = File.generated(config, source, content="", inclusion=InclusionLevel.INCLUDED)
    else:
        included = InclusionLevel.INCLUDED
        file = NoteFile(source, config.docs_dir, config.site_dir, config.use_directory_urls, inclusion=included)
        file.abs_src_path = str(location)
        file.edit_uri = path
    file.dest_uri = addresses.files[path]
    if path.endswith(".md"):
        file.name = _name(path, is_index=path in addresses.indexes)
    files.append(file)
    return file


def _name(path: str, *, is_index: bool) -> str:
    """What MkDocs calls a page: only the page of a folder is an index to it, which it would say of each `README.md`."""
    stem = posixpath.basename(path).removesuffix(".md")
    return "index" if is_index else posixpath.basename(path) if stem == "index" else stem
