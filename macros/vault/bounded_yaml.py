"""YAML that stays small when its aliases are written out: nine lines of them can mean a thousand million words."""

from __future__ import annotations

from typing import Any

import yaml

from macros.language import Message, message

LARGEST = 200_000
"""Letters and values that YAML may have once each alias is replaced by what it stands for."""


class TooLargeError(yaml.YAMLError):
    """YAML that would be larger."""

    def __init__(self, problem: Message) -> None:
        super().__init__(str(problem))
        self.problem = problem


def load(source: str, loader: Any) -> Any:
    """What `source` means by the class `loader` of PyYAML, or `TooLargeError` before it is put together."""
    reader = loader(source)
    try:
        node = reader.get_single_node()
        if node is None:
            return None
        if _size(node, {}) > LARGEST:
            raise TooLargeError(message("problem.aliases", largest=f"{LARGEST:,}"))
        return reader.construct_document(node)
    finally:
        reader.dispose()


def _size(node: yaml.Node, known: dict[int, int]) -> int:
    """How large `node` is when it is written out; each is looked at once. PyYAML refuses one that is in itself."""
    if id(node) not in known:
        known[id(node)] = 0
        if isinstance(node, yaml.ScalarNode):
            size = len(node.value)
        elif isinstance(node, yaml.MappingNode):
            size = sum(_size(part, known) for pair in node.value for part in pair)
        else:
            size = sum(_size(part, known) for part in node.value)
        known[id(node)] = size + 1
    return known[id(node)]
