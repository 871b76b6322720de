"""Make the season's plan: season, placement, prescription, and the safety check every plan passes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runlift.application.error import InputError, PlanRefusedError
from runlift.domain.athlete.defaults import with_defaults
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.placement.place import place
from runlift.domain.plan.plan import Input, Plan, PlanWeek
from runlift.domain.plan.race_days import with_races
from runlift.domain.plan.timing import rest_days, time_runs
from runlift.domain.prescription.prescribe import prescribe
from runlift.domain.quantity import Finding, Severity
from runlift.domain.running.load import week_loads
from runlift.domain.safety.check import check_plan
from runlift.domain.safety.verdict import Level
from runlift.domain.season.races import races_of
from runlift.domain.season.season import plan_season

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from runlift.domain.athlete.profile import Athlete, Race
    from runlift.domain.placement.place import Placed
    from runlift.domain.plan.plan import TimedRun
    from runlift.domain.running.plan import RunningPlan
    from runlift.domain.safety.verdict import Verdict
    from runlift.domain.season.demand import Season

REQUEST_RULE = "no_weights_while_running"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePlan:
    """A plan that passed the safety check.

    Attributes:
        plan: The plan.
        verdicts: What the check warns of, and the refusal of a request that no plan can grant.
    """

    plan: Plan
    verdicts: tuple[Verdict, ...]


def make_plan(
    athlete: Athlete,
    running_plan: RunningPlan,
    *,
    first_day: date,
    time_zone: str,
    inputs: Sequence[Input] = (),
    clock: Callable[[], float] | None = None,
) -> MadePlan:
    """Return the plan: proven best placement, prescribed, and passed by the safety check.

    Args:
        athlete: The runner, as told.
        running_plan: What is run.
        first_day: First day that may hold strength work; nothing before it is planned.
        time_zone: IANA name of the zone the local times are in.
        inputs: Files the plan is made from.
        clock: Counts seconds; given only when the time of the proof is to be recorded.

    Raises:
        InputError: The plan has no day left from `first_day` on.
        PlanRefusedError: The safety check refuses the plan: a defect of the planner, not of the input.
    """
    ground = lay_groundwork(athlete, running_plan, first_day=first_day)
    started = clock() if clock else 0.0
    placed = place_sessions(ground)
    seconds = clock() - started if clock else None
    plan = _compose(ground, placed, time_zone=time_zone, inputs=tuple(inputs))
    return _checked(replace(plan, proof=replace(plan.proof, seconds=seconds)))


def lay_groundwork(athlete: Athlete, running_plan: RunningPlan, *, first_day: date) -> Groundwork:
    """Return all that placement needs.

    Raises:
        InputError: The plan has no day left from `first_day` on.
    """
    athlete, assumed = with_defaults(athlete)
    running_plan, raced = with_races(running_plan, athlete.races)
    last_day = running_plan.days[-1].date
    first_day = max(first_day, running_plan.days[0].date)
    if first_day > last_day:
        raise InputError([_over(last_day, first_day)])
    runs = time_runs(running_plan, athlete)
    resting = rest_days(running_plan)
    season = plan_season(athlete, runs, first_day=first_day, last_day=last_day, rest_days=resting)
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
    )


def place_sessions(ground: Groundwork) -> Placed:
    """Return the cheapest placement of the season's demand."""
    return place(
        ground.season,
        ground.runs,
        ground.rest_days,
        ground.athlete,
        races=ground.races,
        first_day=ground.first_day,
        last_day=ground.last_day,
    )


def _compose(ground: Groundwork, placed: Placed, *, time_zone: str, inputs: tuple[Input, ...]) -> Plan:
    placement = placed.placement
    prescribed = prescribe(
        ground.season,
        placement.sessions,
        ground.athlete,
        catalogue(),
        races=ground.races,
        runs=ground.runs,
    )
    return Plan(
        first_day=ground.first_day,
        time_zone=time_zone,
        athlete=ground.athlete,
        runs=ground.runs,
        rest_days=ground.rest_days,
        weeks=_weeks(ground),
        sessions=prescribed.sessions,
        unmet=placement.unmet,
        warnings=(*ground.findings, *prescribed.findings),
        proof=placement.proof,
        inputs=inputs,
    )


def _weeks(ground: Groundwork) -> tuple[PlanWeek, ...]:
    distances = {week.monday: week.distance_m for week in week_loads(ground.running_plan)}
    return tuple(
        PlanWeek(
            monday=week.monday,
            phase=week.phase,
            deload=week.deload,
            sessions_wanted=len(week.sessions),
            run_distance_m=distances.get(week.monday, 0.0),
            reasons=week.reasons,
        )
        for week in ground.season.weeks
    )


def _checked(plan: Plan) -> MadePlan:
    """Pass the plan through the one choke point."""
    verdicts = check_plan(plan, catalogue())
    refused = [
        verdict for verdict in verdicts if verdict.level is Level.REFUSE and verdict.rule != REQUEST_RULE
    ]
    if refused:
        raise PlanRefusedError(refused)
    return MadePlan(plan=plan, verdicts=verdicts)


def _over(last_day: date, first_day: date) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        code="plan_is_over",
        message=f"The running plan ends on {last_day}, before {first_day}, the first day to plan.",
        remedy="Give a later running plan, or an earlier first day with --from.",
    )
