"""The kernel's packet filter, in a network of its own."""

from macros.commands.engines.engine import Engine
from macros.language import message

ENGINE = Engine(("iptables", "--version"), message("engine.debian", package="iptables"), needs_root=True)
