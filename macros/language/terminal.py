"""What the commands of the terminal say: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS: MappingProxyType[str, tuple[str, str]] = MappingProxyType({})
