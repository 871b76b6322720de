from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.diary.recorded_runs import MORNING, recorded, runs

from runlift.domain.diary.entry import RunDone
from runlift.domain.diary.really_run import really_run
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan

FIRST = MORNING.date()
TODAY = FIRST + timedelta(days=10)


def plan_of(*kilometres: float) -> RunningPlan:
    """A plan of a run a day, or a day off for 0."""
    return RunningPlan(days=tuple(_day(at, each) for at, each in enumerate(kilometres)))


def _day(at: int, kilometres: float) -> RunningDay:
    day = FIRST + timedelta(days=at)
    kind = RunKind.EASY if kilometres else RunKind.REST
    metres = kilometres * 1000 or None
    return RunningDay(
        date=day, runs=(Run(id=f"r{at}", date=day, kind=kind, key=False, title="", distance_m=metres),)
    )


def on(day: int, kilometres: float) -> RunDone:
    metres = kilometres * 1000
    return recorded(starts_at=MORNING + timedelta(days=day), distance_m=metres, duration_s=metres / 3)


def lengths(plan: RunningPlan) -> list[float]:
    return [sum(run.distance_m or 0 for run in day.runs) / 1000 for day in plan.days]


PLAN = plan_of(*[10, 0] * 10)


def test_a_planned_run_takes_the_figures_of_the_done_one() -> None:
    found = really_run(PLAN, [on(0, 12.5)], today=TODAY)
    assert lengths(found)[0] == 12.5
    assert found.days[0].runs[0].id == "r0"


def test_a_run_that_was_not_planned_is_added() -> None:
    found = really_run(PLAN, [on(0, 10), on(1, 30), on(2, 10)], today=TODAY)
    assert lengths(found)[:3] == [10, 30, 10]


def test_a_planned_run_between_recorded_ones_that_nothing_stands_for_was_not_run() -> None:
    found = really_run(PLAN, [on(0, 10), on(4, 10)], today=TODAY)
    assert lengths(found)[:7] == [10, 0, 0, 0, 10, 0, 10]
    assert found.days[2].is_rest


def test_what_was_only_told_leaves_the_others_as_planned() -> None:
    told = RunDone(starts_at=MORNING, distance_m=9_000.0)
    assert lengths(really_run(PLAN, [told], today=TODAY))[:5] == [9, 0, 10, 0, 10]


@given(st.lists(runs, max_size=12), st.integers(0, 19))
def test_days_to_come_stay_and_every_day_is_there(done: list[RunDone], after: int) -> None:
    today: date = FIRST + timedelta(days=after)
    found = really_run(PLAN, done, today=today)
    assert [day.date for day in found.days] == [day.date for day in PLAN.days]
    assert found.days[after:] == PLAN.days[after:]
    assert all(day.runs and all(run.date == day.date for run in day.runs) for day in found.days)


@given(st.lists(runs, max_size=12))
def test_every_run_of_the_plan_s_days_is_counted_once(done: list[RunDone]) -> None:
    found = really_run(PLAN, done, today=FIRST + timedelta(days=20))
    within = [run for run in done if FIRST <= run.starts_at.date() < FIRST + timedelta(days=20)]
    added = [run for day in found.days for run in day.runs if run.id.startswith("done/") or run.start]
    assert len(added) == len(within)
