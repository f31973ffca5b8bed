"""Other plugins and hooks, which may do to a site what nobody but them knows of."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

_KNOWN = ("material/search", "macros", "kb")
"""Plugins of which we know what they do."""
_OF_PAGES = ("env", "page_content", "page_context", "post_page")
"""Events behind which a page may show what is neither in its article nor in its data."""


def nobody_else(config: MkDocsConfig) -> bool:
    """True when nobody but us and MkDocs has a hand in a build."""
    hooks = config["hooks"]  # of which ours is one
    return len(hooks) == 1 and {*config.plugins} - {*hooks} <= {*_KNOWN}


def others_change_pages(config: MkDocsConfig) -> bool:
    """True when somebody else has a hand in pages: it may do something else each time, and wait to be asked of each."""
    ours = {id(config.plugins[name]) for name in _KNOWN if name in config.plugins}
    asked = (method for event in _OF_PAGES for method in config.plugins.events[event])
    return any(id(getattr(method, "__self__", None)) not in ours for method in asked)
