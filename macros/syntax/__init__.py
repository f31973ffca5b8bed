"""Obsidian's Markdown as HTML: one syntax, one module."""

from macros.syntax.article import ArticleWriter
from macros.syntax.host import Host

__all__ = ["ArticleWriter", "Host"]
