"""Obsidian's Markdown for Python-Markdown: one syntax, one module."""

from macros.syntax.extension import ObsidianExtension
from macros.syntax.host import Host

__all__ = ["Host", "ObsidianExtension"]
