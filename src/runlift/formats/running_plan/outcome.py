"""What is asked of a plan file, and what came of reading it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.layout import PlanDraft

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.running.entry import DistanceUnit, PlanEntries

Drafted: TypeAlias = PlanDraft | tuple[Finding, ...]
"""A plan as its file tells it, or why it cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """What a reader must know beside the file.

    Attributes:
        name: The file's name, for places and as a hint at the format.
        today: Today, for dates without a year.
        start: First day asked for, or None.
        race_date: Day of the race, or None.
        time_zone: IANA name of the zone that UTC times are turned into, or None.
        unit: The runner's own unit, or None.
    """

    name: str
    today: date
    start: date | None = None
    race_date: date | None = None
    time_zone: str | None = None
    unit: DistanceUnit | None = None

    def at_line(self, line: int) -> str:
        """Name a line of the file."""
        return f"{self.name}, line {line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of reading a plan file.

    Attributes:
        entries: The plan, or None exactly when one of the findings is an error.
        findings: All there is to tell, errors first.
    """

    entries: PlanEntries | None
    findings: tuple[Finding, ...]


def error(code: str, message: str, remedy: str, place: str = "") -> Finding:
    """Make a finding that ends the reading."""
    return Finding(severity=Severity.ERROR, code=code, message=message, place=place, remedy=remedy)


def warning(code: str, message: str, remedy: str, place: str = "") -> Finding:
    """Make a finding on something doubtful or left out."""
    return Finding(severity=Severity.WARNING, code=code, message=message, place=place, remedy=remedy)


def note(code: str, message: str, remedy: str, place: str = "") -> Finding:
    """Make a finding on something assumed."""
    return Finding(severity=Severity.NOTE, code=code, message=message, place=place, remedy=remedy)


def is_error(finding: Finding) -> bool:
    """Tell whether the finding ends the reading."""
    return finding.severity is Severity.ERROR
