"""A command of MkDocs, of which each build is one step."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from macros.hosts.build import Build
from macros.hosts.destination import Destination
from macros.hosts.finishing import Finishing
from macros.hosts.pages import Frame


@dataclass(frozen=True)
class Shown:
    """A build whose pages are written."""

    build: Build
    frame: Frame
    finishing: Finishing


@dataclass
class Command:
    """What lives from the start of MkDocs to its end, and so from build to build of `mkdocs serve`."""

    is_preview: bool
    """True for `mkdocs serve`; each of its builds loads the configuration anew, and knows nothing of it."""
    begun_at: float = field(default_factory=time.time)
    """Seconds of the clock that files have."""
    has_begun: bool = False
    """True once a build has begun: those after it find the port in use, by their own server."""
    shown: Shown | None = None
    """The last build, for the next to go on from; None where it failed."""
    destination: Destination | None = None
    """Where the last build goes, or went."""

    def give_up(self) -> None:
        """Write no more into the site: another build does all of it, or MkDocs deletes the folder."""
        if self.shown:
            self.shown.finishing.give_up()
        if self.destination:
            self.destination.leave()
