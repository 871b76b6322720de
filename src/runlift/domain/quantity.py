"""The ground floor: words and values that every room shares."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

METRES_PER_MILE = 1609.344
KILOGRAMS_PER_POUND = 0.45359237
MINUTES_PER_DAY = 24 * 60


class Weekday(IntEnum):
    """Day of the week, numbered as `datetime.date.weekday` does."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


class Severity(StrEnum):
    """How much a finding weighs.

    `ERROR`: the input cannot be used. `WARNING`: it can, but something is doubtful. `NOTE`: something was
    assumed that the runner may want to state.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to tell about an input: what, where, and what to do about it.

    Attributes:
        severity: How much it weighs.
        code: Stable identifier in snake_case, e.g. `unknown_exercise`.
        message: One plain sentence on what is wrong.
        place: File and position, e.g. `plan.csv, line 12`; empty when it concerns the whole input.
        remedy: One plain sentence on what to do.
    """

    severity: Severity
    code: str
    message: str
    place: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something is as it is, as data; words are chosen at the edge.

    Attributes:
        rule: Rule id, the same everywhere: evidence, function, reason, test.
        evidence: Ids of the evidence rows behind the rule.
        numbers: Named figures that fill the words, in the order they are told.
    """

    rule: str
    evidence: tuple[str, ...]
    numbers: tuple[tuple[str, float | str], ...] = ()

    @classmethod
    def of(cls, rule: str, evidence: tuple[str, ...], **numbers: float | str) -> Reason:
        """Make a reason from keyword figures."""
        return cls(rule=rule, evidence=evidence, numbers=tuple(numbers.items()))

    @property
    def figures(self) -> Mapping[str, float | str]:
        """The figures by name."""
        return dict(self.numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """A half-open span of days: `start` belongs to it, `end` does not."""

    start: date
    end: date

    def __contains__(self, day: object) -> bool:
        """Tell whether `day` lies within the span."""
        return self.start <= day < self.end  # type: ignore[operator]
