"""What goes where on the site: pages of notes, pages that nobody wrote, attachments, the theme."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from macros.hosts.addresses import INDEX, Addresses, Reserved, assign
from macros.hosts.assets import made_assets, wanted
from macros.hosts.build import Build, Sources, page_data, problems_of
from macros.hosts.host import MkDocsHost
from macros.hosts.navigation import as_nav
from macros.hosts.note_page import NoteFile, NotePage
from macros.hosts.search_index import may_hold
from macros.hosts.site import Site
from macros.hosts.site_files import SiteFiles
from macros.publish.long_list import Lists, long_lists
from macros.publish.made.home import HOME
from macros.publish.made.kinds import Contents, made_pages
from macros.publish.made.long_pages import long_pages
from macros.publish.made.recordings import pages_of_files
from macros.publish.outline import Outline
from macros.render import Articles, Renderer


def lay_out(sources: Sources, config: MkDocsConfig, site: Site, others: Sequence[File]) -> Build:
    """Give each page and each used attachment its place beside `others`, the files of the theme and other plugins.

    What an author did not say of the navigation goes into `config`.
    """
    vault, language = sources.vault, sources.language
    files = SiteFiles(
        [*wanted(others, config, vault), *made_assets(config, language)],
        site,
        sources.settings.attachments,
        sources.tell,
    )
    reserved = _reserved(files, config)
    made = [
        page
        for page in made_pages(vault, sources.library, language)
        if not (page.path == HOME and INDEX in reserved.files)
    ]
    outline = Outline.of(vault, sources.settings.navigation, (page.note for page in made))
    shown = (page.path for page in made if page.is_in_navigation)
    tree = outline.tree([*vault.listed, *shown]) if config.nav is None else ()
    config.nav = config.nav or as_nav(tree)
    lists = long_lists(tree, outline, vault.listed)
    made += long_pages(lists.values(), language)
    recorded = pages_of_files(made)
    attachments = vault.used_attachments - recorded.keys()
    addresses = assign(
        vault.home or HOME,
        {page.path: page.as_path for page in made},
        vault.notes,
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
    for path in sorted(attachments):
        urls[path] = _place(path, sources, config, addresses, files).url
    urls |= {path: urls[page] for path, page in recorded.items()}
    return _build(sources, config, files, urls, addresses, Contents(Lists(outline, lists), tuple(made)))


def _build(
    sources: Sources,
    config: MkDocsConfig,
    files: SiteFiles,
    urls: Mapping[str, str],
    addresses: Addresses,
    contents: Contents,
) -> Build:
    host = MkDocsHost(sources.vault, sources.library, urls, sources.language, sources.images)
    extensions, settings = config.markdown_extensions, config.mdx_configs
    problems = problems_of(sources, addresses.collisions)
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
        data=page_data(sources, host, contents, problems),
        collisions=addresses.collisions,
        problems=problems,
    )


def _reserved(files: Files, config: MkDocsConfig) -> Reserved:
    """What the theme, other plugins and MkDocs itself have on the site."""
    templates = {*config.theme.static_templates, *config.extra_templates}
    compressed = {f"{name}.gz" for name in templates if name == "sitemap.xml"}
    return Reserved(frozenset({*templates, *compressed, *(file.dest_uri for file in files)}), may_hold)


def _place(path: str, sources: Sources, config: MkDocsConfig, addresses: Addresses, files: Files) -> File:
    """Append the file of the site for `path`, which has its address; it was made by us where the vault has none."""
    vault = sources.vault
    location = vault.locations.get(path) or (vault.attachments[path].location if path in vault.attachments else None)
    source = path if files.get_file_from_path(path) is None else f".maru/{path}"  # another plugin has made such a file
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
