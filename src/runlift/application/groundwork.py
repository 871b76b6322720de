"""Lay the ground for a plan: races on their days, hours for runs, and what the season asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift.application.error import InputError
from runlift.domain.athlete.defaults import with_defaults
from runlift.domain.plan.race_days import with_races
from runlift.domain.plan.timing import rest_days, time_runs
from runlift.domain.quantity import Finding, Severity
from runlift.domain.screening.age import with_age_told
from runlift.domain.season.races import races_of
from runlift.domain.season.season import plan_season

if TYPE_CHECKING:
    from datetime import date

    from runlift.domain.athlete.profile import Athlete, Race
    from runlift.domain.plan.past import Past
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.running.plan import RunningPlan
    from runlift.domain.season.demand import Season


@dataclass(frozen=True, slots=True, kw_only=True)
class Groundwork:
    """What placement needs, made from the athlete and the running plan alone.

    Attributes:
        athlete: The runner, with what was assumed filled in.
        running_plan: The running plan with the races on their days.
        runs: Runs with hours.
        rest_days: Days on which nothing is trained.
        races: All races known.
        season: What the season asks for.
        first_day: First day planned.
        last_day: Last day planned, included.
        past: What came before, when the plan is made again on the way.
        findings: What was assumed, changed or is doubtful.
    """

    athlete: Athlete
    running_plan: RunningPlan
    runs: tuple[TimedRun, ...]
    rest_days: tuple[date, ...]
    races: tuple[Race, ...]
    season: Season
    first_day: date
    last_day: date
    findings: tuple[Finding, ...]
    past: Past | None = None

    @property
    def counted(self) -> Athlete:
        """The runner with the age that counts in what is asked."""
        return _counted(self.athlete, self.past)


def lay_groundwork(
    athlete: Athlete, running_plan: RunningPlan, *, first_day: date, past: Past | None = None
) -> Groundwork:
    """Return all that placement needs.

    Args:
        athlete: The runner, as told.
        running_plan: What is run, from the first day of the season on.
        first_day: First day that may change.
        past: What came before, when the plan is made again on the way.

    Raises:
        InputError: The plan has no day left from `first_day` on.
    """
    athlete, assumed = with_defaults(athlete)
    counted = _counted(athlete, past)
    if counted.birth_year is not None:
        assumed = tuple(each for each in assumed if each.code != "unknown_birth_year")
    running_plan, raced = with_races(running_plan, athlete.races)
    last_day = running_plan.days[-1].date
    first_day = max(first_day, running_plan.days[0].date)
    if first_day > last_day:
        raise InputError([_over(last_day, first_day)])
    runs = time_runs(running_plan, athlete)
    resting = rest_days(running_plan)
    season = plan_season(counted, runs, first_day=first_day, last_day=last_day, rest_days=resting, past=past)
    return Groundwork(
        athlete=athlete,
        running_plan=running_plan,
        runs=runs,
        rest_days=resting,
        races=races_of(athlete, runs).races,
        season=season,
        first_day=first_day,
        last_day=last_day,
        findings=(*assumed, *raced, *season.findings),
        past=past,
    )


def _counted(athlete: Athlete, past: Past | None) -> Athlete:
    return athlete if past is None else with_age_told(athlete, past.body.clearance)


def _over(last_day: date, first_day: date) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="plan_is_over",
        message=f"The running plan ends on {last_day}, before {first_day}, the first day to plan.",
        remedy="Give a later running plan, or an earlier first day with --from.",
    )
