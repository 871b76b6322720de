"""Make a plan, check it, and propose other days for runs."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from runlift.application.error import InputError
from runlift.bootstrap.files import once
from runlift.bootstrap.moment import current_day, machine_time_zone
from runlift.domain.exercise.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from runlift.bootstrap.reading import AthleteRead, RunsRead
    from runlift.domain.diary.diary import Diary
    from runlift.domain.placement.move_runs import RunMoves
    from runlift.domain.plan.plan import Plan
    from runlift.domain.safety.verdict import Verdict

# What the check warns of though a finding of the planner, by its code, has said it already.
TOLD_BY_THE_PLANNER = {
    "running_volume_spike": "running_jump",
    "running_volume_spike_far": "running_jump",
    "longest_run_untold": "unknown_longest_run_km",
    "no_weights_while_running": "weights_while_running_refused",
}


def make_plan(
    athlete: AthleteRead,
    runs: RunsRead,
    *,
    first_day: date | None = None,
    time_zone: str | None = None,
    timing: bool = False,
    diary: Diary | None = None,
) -> Plan:
    """Make the season's plan from what was read.

    Args:
        athlete: The runner.
        runs: The running plan.
        first_day: First day that may hold strength work; today by default.
        time_zone: IANA name; the athlete's, else the machine's, by default.
        timing: Whether to record how long the proof took, which differs from run to run.
        diary: What the athlete told before, of body and health; nothing by default.

    Raises:
        InputError: No day is left to plan.
        PlanRefusedError: The safety check refuses the plan, which is a defect of the planner.
    """
    from runlift.application.make_plan import make_plan as make_plan_from_values  # noqa: PLC0415  on demand
    from runlift.application.past_of_plan import past_before  # noqa: PLC0415  on demand
    from runlift.domain.diary.entry import RunDone  # noqa: PLC0415  on demand
    from runlift.domain.diary.runs_done import with_running_now  # noqa: PLC0415  on demand
    from runlift.wording.verdict import verdict_finding  # noqa: PLC0415  on demand

    today = current_day()
    first_day = first_day or today
    told_runs = diary.of_kind(RunDone) if diary else ()
    runner = with_running_now(athlete.athlete, told_runs, today=today) if told_runs else athlete.athlete
    with placed_at(runs.source.name):
        made = make_plan_from_values(
            runner,
            runs.plan,
            first_day=first_day,
            time_zone=time_zone or athlete.athlete.time_zone or machine_time_zone(),
            inputs=(athlete.source, runs.source),
            clock=perf_counter if timing else None,
            past=past_before(diary, runner, first_day=first_day, today=today) if diary else None,
        )
    told = (*athlete.findings, *runs.findings, *made.plan.warnings)
    codes = {finding.code for finding in told}
    new = (each for each in made.verdicts if TOLD_BY_THE_PLANNER.get(each.rule) not in codes)
    return replace(
        made.plan, warnings=once((*told, *(verdict_finding(each, made.plan.body) for each in new)))
    )


def check(plan: Plan) -> tuple[Verdict, ...]:
    """Return what the safety check says of a plan; a verdict of level `refuse` forbids following it."""
    from runlift.domain.safety.check import check_plan  # noqa: PLC0415  on demand

    return check_plan(plan, catalogue())


def propose_moves(athlete: AthleteRead, runs: RunsRead, *, first_day: date | None = None) -> RunMoves:
    """Return the days that runs marked movable would better be on, and what that gains."""
    from runlift.application.groundwork import lay_groundwork  # noqa: PLC0415  on demand
    from runlift.domain.placement.move_runs import move_runs  # noqa: PLC0415  on demand

    with placed_at(runs.source.name):
        ground = lay_groundwork(athlete.athlete, runs.plan, first_day=first_day or current_day())
    return move_runs(
        ground.season,
        ground.runs,
        ground.rest_days,
        ground.athlete,
        races=ground.races,
        first_day=ground.first_day,
        last_day=ground.last_day,
    )


def accept_moves(runs: RunsRead, moves: RunMoves) -> RunsRead:
    """Return the running plan with the proposed moves made."""
    from runlift.domain.plan.timing import untimed  # noqa: PLC0415  on demand

    return replace(runs, plan=replace(untimed(moves.runs, moves.rest_days), name=runs.plan.name))


@contextmanager
def placed_at(name: str) -> Iterator[None]:
    """Name the file in findings that come from its values alone."""
    try:
        yield
    except InputError as fault:
        findings = [replace(finding, place=finding.place or name) for finding in fault.findings]
        raise InputError(findings) from fault
