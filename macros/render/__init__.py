"""Notes become HTML, once for as long as the answers hold that they were made with."""

from macros.render.article import Article
from macros.render.articles import Articles
from macros.render.notes import reader
from macros.render.packed import digest, pack
from macros.render.problems import finder
from macros.render.renderer import Rendered, Renderer
from macros.render.store import Store

__all__ = ["Article", "Articles", "Rendered", "Renderer", "Store", "digest", "finder", "pack", "reader"]
