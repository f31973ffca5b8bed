"""What lets a reader run a recording on its page: a lab of the site that gives what was recorded."""

from __future__ import annotations

from dataclasses import dataclass

from macros.commands.screen import plain


@dataclass(frozen=True, slots=True)
class Offer:
    """A lab that runs a recording as the engine of the record did."""

    lab: str
    engine: str
    """Whose settings the shell has."""
    bytes: int
    """What a browser loads before the first answer."""

    def html(self) -> str:
        """The attributes of a terminal by which a script finds the lab."""
        return f' data-lab="{plain(self.lab)}" data-engine="{plain(self.engine)}" data-bytes="{self.bytes}"'
