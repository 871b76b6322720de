"""Make the season's plan: season, placement, prescription, and the safety check every plan passes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runlift.application.gate import let_through
from runlift.application.groundwork import lay_groundwork
from runlift.application.settle_season import settle_season
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.body import NOTHING_KNOWN
from runlift.domain.plan.done import as_done
from runlift.domain.plan.past import Past
from runlift.domain.plan.plan import Input, Plan, PlanWeek
from runlift.domain.quantity import Finding, Severity
from runlift.domain.routine.around import Around
from runlift.domain.routine.place_routines import place_routines
from runlift.domain.running.load import week_loads

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from runlift.application.groundwork import Groundwork
    from runlift.application.settle_season import Settled
    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.plan.routine import PlacedRoutine
    from runlift.domain.plan.session import PlannedSession
    from runlift.domain.running.plan import RunningPlan
    from runlift.domain.safety.verdict import Verdict


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
    past: Past | None = None,
) -> MadePlan:
    """Return the plan: proven best placement, prescribed, and passed by the safety check.

    Args:
        athlete: The runner, as told.
        running_plan: What is run.
        first_day: First day that may hold strength work; nothing before it is planned or changed.
        time_zone: IANA name of the zone the local times are in.
        inputs: Files the plan is made from.
        clock: Counts seconds; given only when the time of the proof is to be recorded.
        past: What came before, when the plan is made again on the way.

    Raises:
        InputError: The plan has no day left from `first_day` on.
        PlanRefusedError: The safety check refuses the plan: a defect of the planner, not of the input.
    """
    plan = draft_plan(
        athlete,
        running_plan,
        first_day=first_day,
        time_zone=time_zone,
        inputs=inputs,
        clock=clock,
        past=past,
    )
    return let_plan_through(plan)


def let_plan_through(plan: Plan) -> MadePlan:
    """Return a draft as a plan once the safety check has let it through.

    Raises:
        PlanRefusedError: The safety check refuses the plan: a defect of the planner, not of the input.
    """
    return MadePlan(plan=plan, verdicts=let_through(plan, made_here=True))


def draft_plan(
    athlete: Athlete,
    running_plan: RunningPlan,
    *,
    first_day: date,
    time_zone: str,
    inputs: Sequence[Input] = (),
    clock: Callable[[], float] | None = None,
    past: Past | None = None,
) -> Plan:
    """Return a plan that the safety check has not seen yet, and that nobody may see before it has.

    Args:
        athlete: The runner, as told.
        running_plan: What is run.
        first_day: First day that may hold strength work.
        time_zone: IANA name of the zone the local times are in.
        inputs: Files the plan is made from.
        clock: Counts seconds.
        past: What came before.

    Raises:
        InputError: The plan has no day left from `first_day` on.
    """
    ground = lay_groundwork(athlete, running_plan, first_day=first_day, past=past)
    settled = settle_season(ground, clock=clock)
    return _compose(settled, time_zone=time_zone, inputs=tuple(inputs))


def _compose(settled: Settled, *, time_zone: str, inputs: tuple[Input, ...]) -> Plan:
    ground, placement = settled.ground, settled.placed.placement
    past, sessions = ground.past, _sessions(settled)
    return Plan(
        first_day=ground.first_day,
        time_zone=time_zone,
        athlete=ground.athlete,
        runs=ground.runs,
        rest_days=ground.rest_days,
        weeks=_weeks(ground),
        sessions=sessions,
        unmet=placement.unmet,
        warnings=(*nothing_found_a_place(settled), *ground.findings, *settled.prescribed.findings),
        proof=replace(placement.proof, seconds=settled.seconds),
        inputs=inputs,
        began=past.began if past else ground.first_day,
        easings=past.easings if past else (),
        restrictions=past.restrictions if past else (),
        limits=past.limits if past else (),
        focuses=past.focuses if past else (),
        routines=past.routines if past else (),
        placed_routines=_placed_routines(ground, sessions),
        body=past.body if past else NOTHING_KNOWN,
        lifts=settled.prescribed.lifts,
    )


def _sessions(settled: Settled) -> tuple[PlannedSession, ...]:
    """Return the sessions of the past and those to come; a missed one that found another day is to come."""
    ahead, past = settled.prescribed.sessions, settled.ground.past
    if past is None:
        return ahead
    planned = {session.uid for session in ahead}
    kept = tuple(session for session in past.sessions if session.uid not in planned)
    return tuple(sorted((*kept, *ahead), key=lambda session: (session.starts_at, session.uid)))


def _placed_routines(ground: Groundwork, sessions: tuple[PlannedSession, ...]) -> tuple[PlacedRoutine, ...]:
    past = ground.past or Past(began=ground.first_day, starts={}, standing={})
    around = Around(
        athlete=ground.athlete,
        runs=ground.runs,
        sessions=as_done(sessions),
        rest_days=ground.rest_days,
        races=ground.races,
    )
    return place_routines(past, around, catalogue(), first_day=ground.first_day, last_day=ground.last_day)


def nothing_found_a_place(settled: Settled) -> tuple[Finding, ...]:
    """Tell loudly when a season that asks for strength holds none of it."""
    if settled.prescribed.sessions or not settled.placed.placement.unmet:
        return ()
    finding = Finding(
        severity=Severity.WARNING,
        code="nothing_found_a_place",
        message="No strength session of the whole season finds a place beside these runs and hours.",
        remedy="Strength needs an hour at least 3 h after that day's run: run earlier on some days, or tell "
        "later hours under [hours]. A day the running plan leaves empty counts as rest and stays free.",
    )
    return (finding,)


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
