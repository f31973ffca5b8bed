"""Where recordings are run: throw-away places, with bounds, on this machine's programs or on a Debian of their own."""

from macros.commands.place.machine import Machine, find_machine
from macros.commands.place.place import Place, PlaceError, laboratory, sandbox, sandbox_fault

__all__ = ["Machine", "Place", "PlaceError", "find_machine", "laboratory", "sandbox", "sandbox_fault"]
