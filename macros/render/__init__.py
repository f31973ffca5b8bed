"""Notes become HTML."""

from macros.render.renderer import Rendered, Renderer

__all__ = ["Rendered", "Renderer"]
