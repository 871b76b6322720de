"""The races of a season: those the runner tells, and those that only the running plan knows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runlift.domain.athlete.profile import Race, RacePriority
from runlift.domain.evidence import number
from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.load import estimated_distance
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.running.plan import Run

ALWAYS_TRAINED_THROUGH = "parkrun"
B_RACE = re.compile(r"\bb[ -]race\b")
METRES_PER_KILOMETRE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRaces:
    """Races by date, with what was assumed about them."""

    races: tuple[Race, ...]
    findings: tuple[Finding, ...]


def races_of(athlete: Athlete, runs: tuple[TimedRun, ...]) -> KnownRaces:
    """Join the runner's races with those found in the running plan.

    Source: N028
    """
    told = {race.date for race in athlete.races}
    in_plan = sorted(
        (timed for timed in runs if timed.run.kind is RunKind.RACE),
        key=lambda timed: (timed.starts_at, timed.run.id),
    )
    found = _ranked([_race_from(timed) for timed in in_plan if timed.run.date not in told], athlete)
    races = sorted((*athlete.races, *found), key=lambda race: (race.date, race.priority, race.name))
    findings = [_found_in_plan(race) for race in found]
    findings += _missing_in_plan(athlete, runs, {timed.run.date for timed in in_plan})
    return KnownRaces(races=tuple(races), findings=tuple(findings))


def is_marathon(race: Race) -> bool:
    """Tell whether a race tapers as a marathon does.

    Source: N031, S46
    """
    return race.distance_m >= number("marathon_from")


def is_half_marathon_or_longer(race: Race) -> bool:
    """Tell whether a race is at least a half marathon.

    Source: N027
    """
    return race.distance_m >= number("half_marathon_from")


def is_short_race(race: Race) -> bool:
    """Tell whether a race is so short that its taper is.

    Source: S47
    """
    return race.distance_m <= number("short_race_up_to")


def days_without_legs_after(race: Race) -> int:
    """Return how many days after a race the legs are left alone [days].

    Source: S49
    """
    if race.distance_m <= number("recovery_short_race_up_to"):
        return int(number("lifting_after_short_race"))
    if race.distance_m <= number("recovery_half_marathon_up_to"):
        return int(number("lifting_after_half_marathon"))
    return int(number("lifting_after_marathon"))


def _race_from(timed: TimedRun) -> Race:
    run = timed.run
    distance = estimated_distance(replace(run, duration_s=run.duration_s or timed.minutes * 60.0))
    return Race(
        date=run.date,
        name=run.title or f"race of {(distance or 0.0) / METRES_PER_KILOMETRE:.4g} km",
        priority=_priority_told(run),
        distance_m=distance or 0.0,
        start=run.start,
    )


def _priority_told(run: Run) -> RacePriority:
    """Return B where the plan's own words call it a B race, else C."""
    words = f"{run.title} {run.note}".casefold()
    return RacePriority.B if B_RACE.search(words) else RacePriority.C


def _ranked(found: list[Race], athlete: Athlete) -> list[Race]:
    if any(race.priority is RacePriority.A for race in athlete.races):
        return found
    candidates = [race for race in found if ALWAYS_TRAINED_THROUGH not in race.name.casefold()]
    last = candidates[-1] if candidates else None
    return [replace(race, priority=RacePriority.A) if race is last else race for race in found]


def _found_in_plan(race: Race) -> Finding:
    kilometres = f"{race.distance_m / METRES_PER_KILOMETRE:.4g} km"
    return Finding(
        severity=Severity.NOTE,
        code="race_found_in_plan",
        message=f"The race of {race.date.isoformat()} ({race.name}) is only in the running plan; "
        f"it is taken as {_article(race)} {race.priority} race of {kilometres}.",
        remedy="Add it to the races of the athlete file with its priority and distance.",
    )


def _article(race: Race) -> str:
    return "an" if race.priority is RacePriority.A else "a"


def _missing_in_plan(athlete: Athlete, runs: tuple[TimedRun, ...], race_days: set[date]) -> list[Finding]:
    if not runs:
        return []
    first, last = min(timed.run.date for timed in runs), max(timed.run.date for timed in runs)
    return [
        Finding(
            severity=Severity.WARNING,
            code="race_not_in_running_plan",
            message=f"The running plan has no race on {race.date.isoformat()} ({race.name}).",
            remedy="Check the date of the race and whether the running plan was laid out towards it.",
        )
        for race in athlete.races
        if first <= race.date <= last and race.date not in race_days
    ]
