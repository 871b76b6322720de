"""Parsed documents, knowing on which line each value stands."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A parsed document.

    Attributes:
        name: The file's name.
        value: Mappings, lists and text; in JSON also numbers, truth values and None.
        lines: Line of each value by its path, from 1; empty for JSON.
    """

    name: str
    value: object
    lines: Mapping[Path, int] = field(default_factory=dict)

    def place(self, path: Path) -> str:
        """Name where a value stands."""
        for length in range(len(path), -1, -1):
            if (line := self.lines.get(path[:length])) is not None:
                return f"{self.name}, line {line}"
        steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
        return f"{self.name}, {steps}" if steps else self.name


def read_json(text: str, name: str) -> Document | Finding:
    """Read a JSON document, or tell why not."""
    try:
        return Document(name=name, value=json.loads(text))
    except json.JSONDecodeError as wrong:
        return broken_document(f"The JSON cannot be read: {wrong.msg}.", f"{name}, line {wrong.lineno}")
    except (RecursionError, ValueError):  # nesting without end, a number of thousands of digits
        return broken_document("The JSON is nested or long beyond any plan.", name)


def broken_document(message: str, place: str) -> Finding:
    """Tell why a document cannot be read."""
    return Finding(
        severity=Severity.ERROR,
        code="unreadable_document",
        message=message,
        place=place,
        remedy="Correct the file at that place; docs/running-plan-format.md shows what is read.",
    )
