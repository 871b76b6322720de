"""The labelled plan lines that the reading is measured on."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from runlift.domain.running.entry import DistanceUnit
from runlift.domain.running.plan import RunKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledDay:
    """A line of a plan and what it truly means.

    Attributes:
        number: Number of the line, from 1.
        text: The words.
        unit: Unit of the plan it stands for.
        kind: True kind of the day's main entry.
        key: Whether it is truly a key run.
        distance_m: True whole distance [m], or None when the words tell none.
        duration_s: True whole duration [s], or None when the words tell none.
        part: `tune` for lines the rules were made on, `held_out` for the others.
    """

    number: int
    text: str
    unit: DistanceUnit
    kind: RunKind
    key: bool
    distance_m: float | None
    duration_s: float | None
    part: str


@cache
def labelled_days() -> tuple[LabelledDay, ...]:
    """Return the labelled lines that come with the package."""
    table = files("runlift.domain.running") / "labelled_days.csv"
    reader = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    return tuple(_labelled(record) for record in reader)


def _labelled(record: dict[str, str]) -> LabelledDay:
    return LabelledDay(
        number=int(record["number"]),
        text=record["text"],
        unit=DistanceUnit(record["unit"]),
        kind=RunKind(record["kind"]),
        key=record["key"] == "yes",
        distance_m=float(record["distance_m"]) if record["distance_m"] else None,
        duration_s=float(record["duration_s"]) if record["duration_s"] else None,
        part=record["part"],
    )
