"""Weeks in which load and contacts must not grow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.evidence import evidence_of
from runlift.domain.plan.session import Phase
from runlift.domain.quantity import Finding, Reason, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.running.load import Spike
    from runlift.domain.season.running_week import RunningWeek


def hold_reasons(
    running: RunningWeek, phase: Phase, *, race_week: bool, returning: bool
) -> tuple[Reason, ...]:
    """Return why nothing may grow in a week; empty when it may.

    Source: X16, N030
    """
    reasons = [hold_on_running_jump(spike) for spike in running.jumps]
    if phase is Phase.TAPER or race_week:
        reasons.append(hold_before_race())
    if phase is Phase.RECOVERY or returning:
        reasons.append(hold_on_return())
    return tuple(reasons)


def hold_on_running_jump(spike: Spike) -> Reason:
    """State that one run is far longer than the longest of the 30 days before."""
    return Reason.of(
        "hold_on_running_jump",
        evidence_of("longest_run_ratio_warn"),
        date=spike.date.isoformat(),
        kilometres=round(spike.distance_m / 1000, 1),
        longest_before=round(spike.longest_before_m / 1000, 1),
        percent=round((spike.ratio - 1) * 100),
    )


def hold_before_race() -> Reason:
    """State that freshness comes first before a race."""
    return Reason.of("hold_before_race", evidence_of("no_new_exercise_before_race", "taper_set_cut"))


def hold_on_return() -> Reason:
    """State that the first sessions after a race do not grow."""
    return Reason.of("hold_on_return", evidence_of("sets_after_race"))


def running_jump_finding(weeks: Sequence[RunningWeek]) -> tuple[Finding, ...]:
    """Tell the runner of the runs that are far longer than those before.

    Source: X16
    """
    jumps = [spike for week in weeks for spike in week.jumps]
    if not jumps:
        return ()
    worst = max(jumps, key=lambda spike: (spike.ratio, spike.run_id))
    times = "1 run is" if len(jumps) == 1 else f"{len(jumps)} runs are"
    return (
        Finding(
            severity=Severity.WARNING,
            code="running_jump",
            message=f"{times} more than 10 % longer than the longest of the 30 days before, most of all on "
            f"{worst.date.isoformat()} ({worst.distance_m / 1000:.1f} km after at most "
            f"{worst.longest_before_m / 1000:.1f} km); strength work does not grow in those weeks.",
            remedy="Build the long run in smaller steps, or tell a longer longest_run_km if that is missing.",
        ),
    )
