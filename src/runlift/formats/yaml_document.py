"""YAML documents: bounded, without aliases, all scalars as text.

As text `18:30` stays a time and `no` stays a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from runlift.formats.document import Document, broken_document

if TYPE_CHECKING:
    from runlift.domain.quantity import Finding
    from runlift.formats.document import Path

DEEPEST_NESTING = 24
MOST_NODES = 200_000

_LOADER: type[yaml.BaseLoader | yaml.CBaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_yaml(text: str, name: str) -> Document | Finding:
    """Read a YAML document, or tell why not."""
    try:
        refusal = _refusal(text, name)
        if refusal is not None:
            return refusal
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        place = f"{name}, line {mark.line + 1}" if mark else name
        return broken_document(f"The YAML cannot be read: {wrong.problem}.", place)
    except (yaml.YAMLError, ValueError, RecursionError):
        return broken_document("The YAML holds characters that no YAML file may hold.", name)
    lines: dict[Path, int] = {}
    return Document(name=name, value=_plain(root, (), lines), lines=lines)


def _refusal(text: str, name: str) -> Finding | None:
    """Refuse what explodes when composed: aliases and endless nesting."""
    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=_LOADER)):
        if isinstance(event, yaml.AliasEvent):
            place = f"{name}, line {event.start_mark.line + 1}" if event.start_mark else name
            return broken_document("The YAML uses an alias (*name), which is not read.", place)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST_NESTING or number > MOST_NODES:
            return broken_document("The YAML is nested or long beyond any plan.", name)
    return None


def _plain(node: yaml.Node | None, path: Path, lines: dict[Path, int]) -> object:
    """Turn nodes into mappings, lists and text, and remember their lines."""
    if node is None:
        return None
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, position), lines) for position, item in enumerate(node.value)]
    empty = node.value in {"", "~", "null"} and not getattr(node, "style", None)
    return None if empty else str(node.value)


def _mapping(node: yaml.MappingNode, path: Path, lines: dict[Path, int]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, item in node.value:
        word = key.value if isinstance(key.value, str) else ""
        lines[(*path, word)] = key.start_mark.line + 1
        found[word] = _plain(item, (*path, word), lines)
    return found
