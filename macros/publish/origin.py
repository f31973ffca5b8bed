"""Where the notes themselves lie on the web: their sources, where they are edited, where a fault is reported."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote

_BRANCH = "main"
"""The branch where the address names none."""
_GITHUB, _GITLAB, _FORGEJO = "/tree/", "/-/tree/", "/src/branch/"
"""What stands before the branch in the address of a folder: GitHub's way comes last, for it is in GitLab's too."""
_FORMS = MappingProxyType(
    {
        _GITLAB: ("/-/blob/{}", "/-/edit/{}", "/-/issues/new?issue[title]={}&issue[description]={}"),
        _FORGEJO: ("/src/branch/{}", "/_edit/{}", "/issues/new?title={}&body={}"),
        _GITHUB: ("/blob/{}", "/edit/{}", "/issues/new?title={}&body={}"),
    }
)


def origin_of(repository: str, path: str, title: str) -> Mapping[str, str]:
    """Addresses for the note `path` with this `title`: to `view` it, to `edit` it, to `report` a fault.

    `repository` is the address of the notes' folder as a browser shows it: `https://github.com/me/notes/tree/main/docs`,
    `https://gitlab.com/me/notes/-/tree/main`, `https://codeberg.org/me/notes/src/branch/main`, or without a branch.
    """
    address = repository.rstrip("/")
    form = next((form for form in _FORMS if form in f"{address}/"), "")
    base, _, below = address.partition(form) if form else (address, "", "")
    view, edit, report = _FORMS[form or _form_of_host(base)]
    branch, _, folder = below.partition("/")
    place = quote("/".join(filter(None, (branch or _BRANCH, folder, path))), safe="/%")
    said = quote(title, safe=""), quote(path, safe="")
    return {"view": base + view.format(place), "edit": base + edit.format(place), "report": base + report.format(*said)}


def _form_of_host(base: str) -> str:
    """How addresses are written there, by the name of the host; GitHub's way where that says nothing."""
    host = base.partition("://")[2].partition("/")[0]
    return _GITLAB if "gitlab" in host else _FORGEJO if host == "codeberg.org" or "forgejo" in host else _GITHUB
