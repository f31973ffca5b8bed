"""How a leak is told: in which file of the site, and where it comes from."""

from __future__ import annotations

from macros.language import message
from macros.publish.leaks.needles import Needle
from macros.publish.leaks.search import Leak
from macros.vault import Problem


def is_fault(leak: Leak) -> bool:
    """True for what may not be published: words of what stays at home, and keys."""
    return not isinstance(leak.what, Needle) or leak.what.fails


def problem_of(leak: Leak, *, is_known: bool = False) -> Problem:
    """`leak` as it is told; neither words nor keys are said again, for logs are public too."""
    what = leak.what
    if isinstance(what, Needle):
        told = message(f"leak.{what.kind}", path=what.path, text=what.text if not what.fails else "")
        way_out = message("leak.way-out" if what.fails else "leak.known", path=what.path, line=what.line)
    else:
        told, way_out = message("leak.key", issuer=what, mark=leak.mark), message("leak.key-way-out")
    return Problem(leak.name, leak.line, "leak", told, way_out, notice=is_known)
