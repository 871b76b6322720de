"""What came of reading a file of activities."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runlift.domain.quantity import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift.domain.activity.activity import Activity


_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityOutcome:
    """What came of a file.

    Attributes:
        activities: The activities it holds, in order.
        findings: What there is to tell of it; without activities at least one says why there are none.
    """

    activities: tuple[Activity, ...] = ()
    findings: tuple[Finding, ...] = ()

    def at(self, place: str) -> ActivityOutcome:
        """Return the outcome with its findings placed in a file, errors first."""
        placed = (replace(each, place=place) for each in self.findings)
        return replace(self, findings=tuple(sorted(placed, key=lambda each: _ORDER.index(each.severity))))


def refused(code: str, message: str, remedy: str) -> ActivityOutcome:
    """Make the outcome of a file that cannot be read."""
    return ActivityOutcome(findings=(error(code, message, remedy),))


def left_out(code: str, message: str, remedy: str) -> ActivityOutcome:
    """Make the outcome of a file that is sound but holds no activity."""
    return ActivityOutcome(findings=(note(code, message, remedy),))


def broken_xml() -> Finding:
    """Tell that XML was not whole."""
    return warning(
        "xml_broken",
        "The file is not whole or not well written; what could be mended was read.",
        "Export it again if you can; what was read is kept until then.",
    )


def error(code: str, message: str, remedy: str) -> Finding:
    """Make a finding on a file that cannot be read."""
    return Finding(severity=Severity.ERROR, code=code, message=message, remedy=remedy)


def warning(code: str, message: str, remedy: str) -> Finding:
    """Make a finding on something that is doubtful."""
    return Finding(severity=Severity.WARNING, code=code, message=message, remedy=remedy)


def note(code: str, message: str, remedy: str) -> Finding:
    """Make a finding on something worth knowing."""
    return Finding(severity=Severity.NOTE, code=code, message=message, remedy=remedy)


def is_refused(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding says that the file cannot be read."""
    return any(each.severity is Severity.ERROR for each in findings)
