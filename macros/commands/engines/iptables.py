"""The kernel's packet filter, in a network of its own."""

from macros.commands.engines.engine import Engine

ENGINE = Engine(("iptables", "--version"), "Debian: iptables", needs_root=True)
