"""Where recordings are run: throw-away places, with bounds, on this machine's programs or on a Debian of their own."""

from macros.commands.place.machine import Machine, find_machine
from macros.commands.place.place import Place, has_sandbox, laboratory, sandbox

__all__ = ["Machine", "Place", "find_machine", "has_sandbox", "laboratory", "sandbox"]
