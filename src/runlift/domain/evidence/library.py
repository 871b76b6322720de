"""Typed access to the evidence tables and to the constants that cite them.

Tables (`tables/*.csv`) hold one claim a row: id, topic, claim, number, range, unit, population, source, doi,
strength, status, use. Constants (`constants/*.json`) hold the numbers the planner works with, each with the
ids of the rows it rests on. Both are read once, when first asked for, and validated whole.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

COLUMNS = (
    "id",
    "topic",
    "claim",
    "number",
    "range",
    "unit",
    "population",
    "source",
    "doi",
    "strength",
    "status",
    "use",
)


class Strength(StrEnum):
    """How strong a row's evidence is."""

    A = "A"  # meta-analysis or position stand
    B = "B"  # trial or large cohort
    C = "C"  # small or acute study
    D = "D"  # practice or design

    @property
    def meaning(self) -> str:
        """The strength in words."""
        return {
            Strength.A: "meta-analysis or position stand",
            Strength.B: "trial or large cohort",
            Strength.C: "small or acute study",
            Strength.D: "practice or design",
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """One claim with its number, its source and how far it can be trusted.

    Attributes:
        id: Stable id such as `S21`.
        topic: What the claim is about.
        claim: The claim in one sentence.
        number: The figure as the source gives it; may be empty or a list.
        range: Spread or interval of the figure.
        unit: Unit of the figure.
        population: In whom it was found.
        source: Authors, year, journal; or `design of this project`.
        doi: Digital object identifier where known, else empty.
        strength: A (strongest) to D.
        status: `verified...` read in the paper or its abstract or in another's description, `(mem)` recalled,
            `derived` our design choice from the evidence, `computed` calculated, `gap` nothing found.
        use: What the planner makes of it.
    """

    id: str
    topic: str
    claim: str
    number: str
    range: str
    unit: str
    population: str
    source: str
    doi: str
    strength: Strength
    status: str
    use: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Constant:
    """A number the planner works with, and the rows it rests on."""

    key: str
    value: object
    unit: str
    evidence: tuple[str, ...]


@cache
def rows() -> Mapping[str, EvidenceRow]:
    """All evidence rows by id.

    Raises:
        ValueError: A table is malformed or an id occurs twice.
    """
    found: dict[str, EvidenceRow] = {}
    for table in _data_files("tables", ".csv"):
        reader = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise ValueError(f"{table.name}: columns are {reader.fieldnames}, not {COLUMNS}")
        for record in reader:
            entry = _row_of(record, table.name)
            if entry.id in found:
                raise ValueError(f"{table.name}: id {entry.id} occurs twice")
            found[entry.id] = entry
    return found


def row(evidence_id: str) -> EvidenceRow:
    """Return one evidence row.

    Raises:
        KeyError: No row has this id.
    """
    return rows()[evidence_id]


@cache
def constants() -> Mapping[str, Constant]:
    """All constants by key.

    Raises:
        ValueError: A key occurs twice, or a constant cites no row or a row that does not exist.
    """
    found: dict[str, Constant] = {}
    for file in _data_files("constants", ".json"):
        for entry in json.loads(file.read_text(encoding="utf-8")):
            made = Constant(
                key=entry["key"],
                value=entry["value"],
                unit=entry["unit"],
                evidence=tuple(entry["evidence"]),
            )
            unknown = [cited for cited in made.evidence if cited not in rows()]
            if made.key in found or unknown or not made.evidence:
                raise ValueError(f"{file.name}: {made.key} occurs twice, cites nothing, or cites {unknown}")
            found[made.key] = made
    return found


def constant(key: str) -> Constant:
    """Return one constant.

    Raises:
        KeyError: No constant has this key.
    """
    return constants()[key]


def evidence_of(*keys: str) -> tuple[str, ...]:
    """Return the evidence ids behind the constants named, each once, in order."""
    return tuple(dict.fromkeys(cited for key in keys for cited in constant(key).evidence))


def number(key: str) -> float:
    """Return a constant that is one number, in its own unit.

    Raises:
        KeyError: No constant has this key.
        TypeError: The constant is not one number.
    """
    value = constant(key).value
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"constant {key} is not one number: {value!r}")
    return value


def pair(key: str) -> tuple[float, float]:
    """Return a constant that is a lower and an upper number.

    Raises:
        KeyError: No constant has this key.
        TypeError: The constant is not a pair of numbers.
    """
    value = constant(key).value
    if not isinstance(value, list) or len(value) != len(("low", "high")):
        raise TypeError(f"constant {key} is not a pair of numbers: {value!r}")
    low, high = cast("list[float]", value)
    return low, high


def flag(key: str) -> bool:
    """Return a constant that is true or false.

    Raises:
        KeyError: No constant has this key.
        TypeError: The constant is neither true nor false.
    """
    value = constant(key).value
    if not isinstance(value, bool):
        raise TypeError(f"constant {key} is neither true nor false: {value!r}")
    return value


def _row_of(record: dict[str, str], table: str) -> EvidenceRow:
    """Make a row of a table's record, naming the row when it is malformed."""
    strength = record.pop("strength")
    if strength not in set(Strength) or None in {*record, *record.values()}:
        named = record.get("id")
        raise ValueError(f"{table}: row {named} has not {len(COLUMNS)} columns or no known strength")
    return EvidenceRow(**record, strength=Strength(strength))


def _data_files(folder: str, suffix: str) -> list[Traversable]:
    here = files("runlift.domain.evidence") / folder
    return sorted((entry for entry in here.iterdir() if entry.name.endswith(suffix)), key=lambda e: e.name)
