"""The version of the engine, for `maru --version`, the wheel and the tags."""

VERSION = "0.9.0"
