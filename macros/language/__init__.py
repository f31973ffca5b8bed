"""Every word that a reader or a writer meets, in each language of the catalogue."""

from macros.language.language import (
    ENGLISH,
    LANGUAGES,
    NOTHING,
    Language,
    Message,
    ToldError,
    language,
    language_of_terminal,
    message,
)

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "NOTHING",
    "Language",
    "Message",
    "ToldError",
    "language",
    "language_of_terminal",
    "message",
]
