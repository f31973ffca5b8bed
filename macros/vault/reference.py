"""A link or an embed, as its author wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

_LABEL = re.compile(r"\\?\|")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Reference:
    """`[[name#section#subsection|label]]`, `![[name#^block]]` or the Markdown link that says the same."""

    name: str
    """A note's name, alias or path, with or without `.md`; empty for the note itself."""
    sections: tuple[str, ...] = ()
    block: str = ""
    label: str = ""
    embed: bool = False

    @classmethod
    def wiki(cls, inner: str, *, embed: bool = False) -> Reference:
        """Read what stands between `[[` and `]]`."""
        target, _, label = _split(_LABEL, inner)
        return cls._of(target.split("#"), label.strip(), embed=embed)

    @classmethod
    def markdown(cls, destination: str, label: str = "", *, embed: bool = False) -> Reference | None:
        """Read the destination of `[label](destination)`; None when it leaves the vault (`https:`, `mailto:`)."""
        if not destination or _SCHEME.match(destination):
            return None
        return cls._of([unquote(unescape(part)) for part in _split_fragment(destination)], label, embed=embed)

    @classmethod
    def _of(cls, target: list[str], label: str, *, embed: bool) -> Reference:
        name, *parts = (part.strip() for part in target)
        block = parts[-1][1:] if parts and parts[-1].startswith("^") else ""
        sections = tuple(part for part in parts if part and not part.startswith("^"))
        return cls(name.rstrip("\\"), sections, block, label, embed)

    @property
    def text(self) -> str:
        """What a reader sees: the label, or `name > section` as Obsidian shows it."""
        where = (*self.sections, f"^{self.block}" if self.block else "")
        return self.label or " > ".join(part for part in (self.name, *where) if part)

    def __str__(self) -> str:
        fragment = "".join(f"#{section}" for section in self.sections) + (f"#^{self.block}" if self.block else "")
        label = f"|{self.label}" if self.label else ""
        return f"{'!' if self.embed else ''}[[{self.name}{fragment}{label}]]"


def _split_fragment(destination: str) -> list[str]:
    """Split at each `#` but that of an entity such as `&#39;`."""
    return re.split(r"(?<!&)#", destination)


def _split(separator: re.Pattern[str], text: str) -> tuple[str, str, str]:
    found = separator.search(text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")
