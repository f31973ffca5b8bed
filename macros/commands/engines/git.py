"""Git with a fixed date and identity, so that its hashes can be repeated."""

from types import MappingProxyType

from macros.commands.conversation import SessionSettings
from macros.commands.engines.engine import Engine
from macros.language import message

_DATE = "2026-01-02T03:04:05+09:00"
_CONFIGURATION = (("init.defaultBranch", "main"), ("core.quotePath", "false"))
_WHO = MappingProxyType(
    {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "마루"), ("EMAIL", "maru@example.com"), ("DATE", _DATE))
    }
)

ENGINE = Engine(
    ("git", "--version"),
    message("engine.debian", package="git"),
    SessionSettings(
        MappingProxyType(
            {
                "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_CONFIG_COUNT": str(len(_CONFIGURATION)),
                **{f"GIT_CONFIG_KEY_{number}": key for number, (key, _) in enumerate(_CONFIGURATION)},
                **{f"GIT_CONFIG_VALUE_{number}": value for number, (_, value) in enumerate(_CONFIGURATION)},
                **_WHO,
            }
        )
    ),
)
