"""Suricata between the packet filter and the programs, so that it can drop what it does not like."""

from macros.commands.conversation import SessionSettings
from macros.commands.engines.engine import Engine
from macros.language import message

ENGINE = Engine(
    ("suricata", "-V"),
    message("engine.backports", package="suricata"),
    SessionSettings(start="mkdir -p /var/log/suricata\n", limits="ulimit -f 500000 -n 4096", processes=2_000),
    needs=("iptables",),
    needs_root=True,
)
