"""What to tell the runner about the season as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import RacePriority
from runlift.domain.evidence import number
from runlift.domain.plan.session import Phase
from runlift.domain.quantity import Finding, Severity
from runlift.domain.season.hold import running_jump_finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift.domain.athlete.profile import Athlete, Race
    from runlift.domain.season.demand import WeekDemand
    from runlift.domain.season.running_week import RunningWeek

PHASES_OF_HEAVY_WORK = frozenset({Phase.STRENGTH, Phase.POWER, Phase.MAINTENANCE})


def season_findings(
    athlete: Athlete, races: Sequence[Race], running: Sequence[RunningWeek], weeks: Sequence[WeekDemand]
) -> tuple[Finding, ...]:
    """Collect what the runner should know."""
    a_race = next((race for race in races if _is_ahead(race, weeks)), None)
    return (
        *(begins_after_race(weeks) or too_short_for_strength_phase(a_race, weeks)),
        *no_a_race(a_race),
        *running_jump_finding(running),
        *third_session_without_room(athlete, weeks),
        *youth_needs_supervision(athlete, weeks),
    )


def no_a_race(a_race: Race | None) -> tuple[Finding, ...]:
    """Tell that the season repeats its phases since no A race is known."""
    if a_race:
        return ()
    return (
        Finding(
            severity=Severity.NOTE,
            code="no_a_race",
            message="No A race is known, so the phases repeat without a taper.",
            remedy="Add the race that matters most to the athlete file, with priority A.",
        ),
    )


def too_short_for_strength_phase(a_race: Race | None, weeks: Sequence[WeekDemand]) -> tuple[Finding, ...]:
    """Tell that the weeks suffice for technique and light work only.

    Source: N004
    """
    before = [week for week in weeks if a_race is None or week.monday <= a_race.date]
    if any(week.phase in PHASES_OF_HEAVY_WORK for week in before):
        return ()
    until = f"before {a_race.name} on {a_race.date.isoformat()}" if a_race else "in this plan"
    return (
        Finding(
            severity=Severity.WARNING,
            code="too_short_for_strength_phase",
            message=f"The {len(before)} weeks {until} are too short for a strength phase: "
            "technique and light work only.",
            remedy="Go on after it: the gains come from the months that follow.",
        ),
    )


def begins_after_race(weeks: Sequence[WeekDemand]) -> tuple[Finding, ...]:
    """Tell that strength work waits until a race is over.

    Source: S48, N022
    """
    late = [reason for week in weeks for reason in week.reasons if reason.rule == "begin_before_race"]
    waiting = [week for week in weeks if not week.sessions and _waits(week)]
    if not late or not waiting:
        return ()
    figures = late[0].figures
    return (
        Finding(
            severity=Severity.WARNING,
            code="race_too_near_to_begin",
            message=f"{figures['race']} on {figures['date']} is too near to meet exercises for the first "
            f"time; strength work that is new waits until it is over.",
            remedy="If you lift already, tell some sets you have done (known sets), and the plan goes on.",
        ),
    )


def third_session_without_room(athlete: Athlete, weeks: Sequence[WeekDemand]) -> tuple[Finding, ...]:
    """Tell that a third session was asked for and finds no room.

    Source: N015
    """
    most = int(number("sessions_per_week_most"))
    if (athlete.sessions_per_week or 0) < most or any(len(week.sessions) >= most for week in weeks):
        return ()
    return (
        Finding(
            severity=Severity.NOTE,
            code="third_session_without_room",
            message="A third session a week is planned only in foundation and strength weeks under "
            f"{number('third_session_below'):.0f} km with at least "
            f"{number('third_session_training_days'):.0f} days of one run; this plan has none.",
            remedy="Nothing to do: two sessions are the usual best beside this much running.",
        ),
    )


def youth_needs_supervision(athlete: Athlete, weeks: Sequence[WeekDemand]) -> tuple[Finding, ...]:
    """Tell that a runner under 18 should lift under supervision.

    Source: D103
    """
    age = athlete.age_on(weeks[0].monday)
    if age is None or age >= number("adult_from"):
        return ()
    return (
        Finding(
            severity=Severity.WARNING,
            code="youth_needs_supervision",
            message=f"At {age} years strength work should be supervised, with technique before load.",
            remedy="Show the plan to a qualified coach and a parent or guardian.",
        ),
    )


def _is_ahead(race: Race, weeks: Sequence[WeekDemand]) -> bool:
    return race.priority is RacePriority.A and race.date >= weeks[0].monday


def _waits(week: WeekDemand) -> bool:
    return any(reason.rule == "begin_before_race" for reason in week.reasons)
