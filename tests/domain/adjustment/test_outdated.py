from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.adjustment.outdated import outdated
from runlift.domain.diary.entry import RunAdded, RunCancelled, RunMoved
from runlift.domain.running.plan import Run, RunKind, RunningDay, RunningPlan

if TYPE_CHECKING:
    from tests.domain.adjustment.conftest import Maker

    from runlift.domain.diary.entry import Entry


def run(make: Maker, day: int) -> Run:
    return Run(id=f"run-{day}", date=make.day(day), kind=RunKind.EASY, key=False, title="Easy")


def plan_of(*runs: Run) -> RunningPlan:
    return RunningPlan(days=tuple(RunningDay(date=one.date, runs=(one,)) for one in runs))


def two_weeks(make: Maker) -> list[Run]:
    return [run(make, day) for day in range(14)]


def gone(make: Maker, now: RunningPlan, *entries: Entry, today: int = 0) -> list[tuple[str, bool]]:
    changes = make.diary(*entries).entries
    found = outdated(changes, plan_of(*two_weeks(make)), now, today=make.day(today))
    return [(id_, finding is not None) for id_, finding in found]


@given(day=st.integers(0, 13), today=st.integers(0, 13))
def test_a_change_holds_on_where_the_run_is_as_it_was(make: Maker, day: int, today: int) -> None:
    moved, cancelled = RunMoved(run=f"run-{day}", date=make.day(13)), RunCancelled(run=f"run-{day}")
    assert gone(make, plan_of(*two_weeks(make)), moved, cancelled, today=today) == []
    changed = two_weeks(make)
    changed[day] = replace(changed[day], distance_m=9000.0)
    told = gone(make, plan_of(*changed), cancelled, today=today)
    assert told == [("entry-0", day >= today)]  # what is over is not spoken of


def test_a_run_added_stays_where_the_new_plan_reaches(make: Maker) -> None:
    added = [RunAdded(date=make.day(day), kind=RunKind.EASY, distance_m=5000.0) for day in (3, 10)]
    assert gone(make, plan_of(*two_weeks(make)[:7]), *added) == [("entry-1", True)]


def test_a_run_that_was_added_may_be_moved_on(make: Maker) -> None:
    assert gone(make, plan_of(*two_weeks(make)), RunMoved(run="added/x", date=make.day(3))) == []
