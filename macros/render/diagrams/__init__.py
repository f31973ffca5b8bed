"""Diagrams, drawn when a site is built: by the library that readers' browsers use, in a Chromium that nobody sees."""

from macros.render.diagrams.browser import Browser
from macros.render.diagrams.diagrams import Diagrams
from macros.render.diagrams.executable import NoBrowserError, find_browser

__all__ = ["Browser", "Diagrams", "NoBrowserError", "find_browser"]
