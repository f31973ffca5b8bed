"""Which Chromium draws the diagrams of a site."""

from __future__ import annotations

import shutil
from collections.abc import Mapping

from macros.language import ToldError, message

VARIABLE = "KB_CHROMIUM"
"""The variable of the environment that names one."""
_NAMES = (
    "chromium-headless-shell",  # the same without windows, and there in half the time
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


class NoBrowserError(ToldError):
    """There is nothing that could draw, or it does not start."""


def find_browser(environment: Mapping[str, str]) -> str:
    """The path of the Chromium that `environment` names or has on its path; NoBrowserError where there is none."""
    named = environment.get(VARIABLE)
    found = (shutil.which(name, path=environment.get("PATH")) for name in ([named] if named else _NAMES))
    if browser := next(filter(None, found), None):
        return browser
    told = message("diagram.not-there", variable=VARIABLE, file=named) if named else message("diagram.no-browser")
    raise NoBrowserError(told)
