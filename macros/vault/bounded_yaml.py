"""YAML that is read in a moment: nine lines of aliases can mean a thousand million words, brackets can take seconds."""

from __future__ import annotations

import re
from typing import Any

import yaml

from macros.language import Message, message

LARGEST = 200_000
"""Letters and values that YAML may have once each alias is replaced by what it stands for."""

DEEPEST = 100
"""Brackets that may be open at once: for each word behind them on their line PyYAML looks at all of them."""


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


def refuse_depth(source: str) -> None:
    """RecursionError where more brackets are open in `source` than YAML is read with, those in its texts too."""
    depth = 0
    for bracket in re.findall(r"[\[\]{}]", source):
        depth = max(depth + (1 if bracket in "[{" else -1), 0)
        if depth > DEEPEST:
            raise RecursionError(f"more than {DEEPEST} brackets are open")


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
