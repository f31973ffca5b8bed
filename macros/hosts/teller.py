"""How a build says what is wrong."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from mkdocs.plugins import get_plugin_logger

from macros.language import Language, Message
from macros.vault import Problem

log = get_plugin_logger("kb")


@dataclass(frozen=True, slots=True)
class Teller:
    """Speaks to the author in `language`."""

    language: Language

    def problem(self, problem: Problem) -> None:
        """Tell a problem of the vault: a warning, which `--strict` counts, or a notice."""
        level = logging.INFO if problem.notice else logging.WARNING
        log.log(level, "%s", problem.told(self.language), extra={"problem": problem})

    def fault(self, problem: Problem) -> None:
        """Tell what the build will fail for."""
        log.error("%s", problem.told(self.language), extra={"problem": problem})

    def warn(self, told: Message) -> None:
        """Tell what went wrong with the build itself."""
        log.warning("%s", self.language.tell(told))

    def inform(self, told: Message) -> None:
        """Tell what nobody has to mend."""
        log.info("%s", self.language.tell(told))
