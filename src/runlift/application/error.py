"""What can go wrong for a caller.

RunliftError
├── InputError         a file or option cannot be used; carries the findings
├── PlanRefusedError   the safety check refuses a plan; carries the verdicts
├── PlanChangedError   another version of the plan was kept in the meantime
└── StoreError         the database cannot be used; says which and what to do
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.quantity import Finding
    from runlift.domain.safety.verdict import Verdict


class RunliftError(Exception):
    """The root of all errors a caller of Runlift has to expect."""


class InputError(RunliftError):
    """A file or option cannot be used.

    Attributes:
        findings: What is wrong, where, and what to do.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{finding.place}: {finding.message}" for finding in self.findings))


class PlanRefusedError(RunliftError):
    """The safety check refuses a plan, so it is not handed out.

    Attributes:
        verdicts: The rules that refuse it, each with its place.
        made_here: Whether the planner made it just now, which is a defect, and not somebody else or earlier.
    """

    def __init__(self, verdicts: Sequence[Verdict], *, made_here: bool = True) -> None:
        self.verdicts, self.made_here = tuple(verdicts), made_here
        super().__init__("; ".join(f"{verdict.date}: {verdict.rule}" for verdict in self.verdicts))


class PlanChangedError(RunliftError):
    """Another version of the plan was kept in the meantime: plan again from that one.

    Attributes:
        athlete: Whose plan.
        expected: The version that was thought to be the latest.
        found: The version that is.
    """

    def __init__(self, athlete: str, *, expected: int, found: int) -> None:
        self.athlete, self.expected, self.found = athlete, expected, found
        super().__init__(f"plan of {athlete!r}: version {found} was kept after version {expected}")


class StoreError(RunliftError):
    """The database cannot be used.

    Attributes:
        finding: Which database, what is wrong, and what to do.
    """

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(f"{finding.place}: {finding.message}")
