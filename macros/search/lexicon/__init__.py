"""The lexicon of developer terms that ships with the engine: what is said in one language is found in the other."""

from macros.search.lexicon.lexicon import Lexicon, shipped

__all__ = ["Lexicon", "shipped"]
