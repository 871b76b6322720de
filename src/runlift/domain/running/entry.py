"""What a plan file says, laid on its dates but not yet understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

    from runlift.domain.quantity import Finding
    from runlift.domain.running.plan import RunKind, RunPart


class DistanceUnit(StrEnum):
    """The unit that bare distances of a plan are in."""

    MILES = "mi"
    KILOMETRES = "km"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEntry:
    """One line, cell or event of a plan.

    Attributes:
        date: Local date it falls on.
        title: The plan's own words.
        note: Further words, such as a description.
        start: Local time of day, when stated.
        distance_m: Distance from a field of its own [m]; words may state another in the title.
        duration_s: Duration from a field of its own [s].
        source_kind: The word of a field for the kind, e.g. `Run`, `Strength`, `race`; `runlift:long` when it
            is a kind of this project stated outright.
        source_id: The file's own id, when it has a stable one.
        place: Where it stands, e.g. `plan.csv, line 12`.
        key: Whether the plan itself calls it a key run, or None when it does not say.
        movable: Whether the plan itself lets it change its day, or None when it does not say.
        parts: Its structure, when the plan states it as data and not only in words.
    """

    date: date
    title: str
    note: str = ""
    start: time | None = None
    distance_m: float | None = None
    duration_s: float | None = None
    source_kind: str = ""
    source_id: str = ""
    place: str = ""
    key: bool | None = None
    movable: bool | None = None
    parts: tuple[RunPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEntries:
    """All entries of a plan file.

    Attributes:
        entries: In the order of date, then of the file.
        first_day: First day the plan speaks of.
        last_day: Last day the plan speaks of, included.
        unit: Unit of bare distances when the file tells it, else None.
        name: The plan's own name, or the file's.
        findings: What was doubtful or could not be read.
    """

    entries: tuple[PlanEntry, ...]
    first_day: date
    last_day: date
    unit: DistanceUnit | None
    name: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What the runner says a day's entry really is; it survives reading the plan again.

    Attributes:
        date: Day of the entry.
        number: Position within the day, from 1.
        title: The words it was made for; when they change, it is reported and not applied.
        kind: The right kind, or None to keep the reading.
        key: Whether it is a key run, or None to keep the reading.
        distance_m: The right distance [m], or None to keep the reading.
        duration_s: The right duration [s], or None to keep the reading.
        movable: Whether the run may change its day, or None to keep the reading.
    """

    date: date
    number: int
    title: str
    kind: RunKind | None = None
    key: bool | None = None
    distance_m: float | None = None
    duration_s: float | None = None
    movable: bool | None = None
