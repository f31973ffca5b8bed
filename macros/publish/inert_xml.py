"""XML that a browser shows as a tree, and runs nothing of."""

from __future__ import annotations

from xml.parsers import expat

LARGEST = 10_000_000
"""Bytes up to which XML is read."""
_BETWEEN = " "
_RUNNING = ("http://www.w3.org/", "https://www.w3.org/", "http://www.mozilla.org/")
"""How the namespaces begin of which some have elements that browsers run."""
_INERT = frozenset(
    {
        *(
            "http://www.w3.org/2005/Atom",
            "http://www.w3.org/2001/XMLSchema",
            "http://www.w3.org/2001/XMLSchema-instance",
        ),
        *("http://www.w3.org/XML/1998/namespace", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    }
)


class _RunsError(Exception):
    """Something in it may run."""


def is_inert(data: bytes) -> bool:
    """True for well-formed XML without a document type, an instruction, or an element that a browser knows."""
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)
    parser.StartDoctypeDeclHandler = parser.ProcessingInstructionHandler = _refuse
    parser.StartElementHandler = _look
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own
    except (expat.ExpatError, _RunsError, ValueError, LookupError):
        return False
    return True


def _look(name: str, _: object) -> None:
    namespace, between, _ = name.rpartition(_BETWEEN)
    if between and namespace.strip().startswith(_RUNNING) and namespace not in _INERT:
        raise _RunsError


def _refuse(*_: object) -> None:
    raise _RunsError
