"""The kinds of values that name a service of others: comments, visitor numbers, verification by search engines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from yaml import MappingNode, Node

from macros.language import message
from macros.settings.kinds import WrongValueError, pairs, text
from macros.settings.settings import Analytics, Comments, Verification

_COMMENTS = MappingProxyType(
    {
        "repository": (re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}"), "me/notes"),
        "repository_id": (re.compile(r"[A-Za-z0-9_=-]{4,100}"), "R_kgDOAbCdEf"),
        "category": (re.compile(r"[^\"'<>\\]{1,100}"), "Announcements"),
        "category_id": (re.compile(r"[A-Za-z0-9_=-]{4,100}"), "DIC_kwDOAbCdEf4CgHiJ"),
    }
)
"""What giscus has to know, each with how it looks and an example: nothing of it can end an attribute or a host."""
_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ANALYTICS = MappingProxyType(
    {
        "goatcounter": (re.compile(_LABEL), "my-notes"),
        "plausible": (re.compile(rf"(?=.{{4,253}}\Z)(?:{_LABEL}\.)+{_LABEL}"), "notes.example.com"),
        "google": (re.compile("G-[A-Z0-9]{4,20}"), "G-AB12CD34EF"),
    }
)
_CODE = re.compile(r"[A-Za-z0-9_=+/-]{8,128}")
_VERIFICATION = MappingProxyType({"google": (_CODE, "aB3d_5fG7h-J9k"), "naver": (_CODE, "0123abcd4567ef89")})

_Forms = Mapping[str, tuple[re.Pattern[str], str]]


def comments(node: Node) -> Comments:
    """`repository`, `repository_id`, `category` and `category_id`, as giscus.app shows them: all of them."""
    given = _given(node, _COMMENTS, "comments")
    for key in _COMMENTS:
        if not given.get(key):
            raise WrongValueError(node, message("settings.lacks", key=key), message("settings.comments-way"))
    return Comments(**given)


def analytics(node: Node) -> Analytics:
    """One of `goatcounter`, `plausible` and `google`, with what the site is called there."""
    given = _given(node, _ANALYTICS, "analytics")
    if len(given) != 1:
        raise WrongValueError(node, message("settings.analytics"), message("settings.analytics-way"))
    ((tool, id),) = given.items()  # noqa: A001 - as they call it
    return Analytics(tool, id)


def verification(node: Node) -> Verification:
    """`google` and `naver`, each the code of their `<meta>`."""
    return Verification(**_given(node, _VERIFICATION, "verification"))


def _given(node: Node, forms: _Forms, option: str) -> dict[str, str]:
    """What is said of the keys of `forms`, each in its form."""
    if not isinstance(node, MappingNode):
        raise WrongValueError(node, message(f"settings.{option}"), message(f"settings.{option}-way"))
    given = {}
    for key, value_node in pairs(node, tuple(forms)):
        form, example = forms[key]
        value = text(value_node)
        if not form.fullmatch(value):
            told = message("settings.form", key=key, value=value)
            raise WrongValueError(value_node, told, message("settings.form-way", example=example))
        given[key] = value
    return given
