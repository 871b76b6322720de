from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.logged_plan import TODAY, author, plan

from runlift.application.error import InputError
from runlift.application.tell_change import add_run, cancel_run, move_run
from runlift.application.tell_run import RunTold, tell_run
from runlift.domain.diary.entry import RunAdded, RunDone
from runlift.domain.running.plan import RunKind

if TYPE_CHECKING:
    from runlift.domain.diary.diary import Recorded

PLAN = plan()
TWO_RUNS = TODAY + timedelta(days=3)
TOLD = RunTold(date=TODAY, km=10, minutes=55)


def told(run: RunTold, latest: dict[str, Recorded] | None = None) -> tuple[str, RunDone]:
    recorded = tell_run(run, PLAN, latest or {}, author(), lambda: "new")
    assert isinstance(recorded.entry, RunDone)
    return recorded.id, recorded.entry


def test_a_run_stands_for_the_planned_one_of_its_day() -> None:
    entry_id, run = told(TOLD)
    assert entry_id == f"run:{TODAY}/1"
    assert run.run == f"{TODAY}/1"
    assert (run.distance_m, run.duration_s, run.kind) == (10_000, 3300, RunKind.EASY)
    assert run.starts_at == datetime.combine(TODAY, time(7, 30))


def test_telling_a_run_again_corrects_it() -> None:
    first = tell_run(TOLD, PLAN, {}, author(), lambda: "new")
    again = tell_run(replace(TOLD, km=11), PLAN, {first.id: first}, author(minutes=5), lambda: "new")
    assert (again.id, again.revision) == (first.id, 2)


def test_a_run_on_a_day_without_a_planned_one_stands_alone() -> None:
    entry_id, run = told(replace(TOLD, date=TODAY - timedelta(days=3), kind=RunKind.LONG))
    assert (entry_id, run.run, run.kind) == ("new", "", RunKind.LONG)


def test_without_a_plan_a_run_of_today_began_as_long_ago_as_it_took() -> None:
    recorded = tell_run(TOLD, None, {}, author(), lambda: "new")
    assert isinstance(recorded.entry, RunDone)
    assert recorded.entry.starts_at == author().wall - timedelta(minutes=55)


def test_a_start_that_is_told_holds() -> None:
    assert told(replace(TOLD, start=time(12)))[1].starts_at == datetime.combine(TODAY, time(12))


def test_of_several_runs_of_a_day_one_must_be_named() -> None:
    now = author(minutes=4 * 24 * 60)
    two = replace(TOLD, date=TWO_RUNS)
    with pytest.raises(InputError) as fault:
        tell_run(two, PLAN, {}, now, lambda: "new")
    assert fault.value.findings[0].code == "several_runs"
    assert "Tempo 6 km" in fault.value.findings[0].remedy
    recorded = tell_run(replace(two, number=2), PLAN, {}, now, lambda: "new")
    assert isinstance(recorded.entry, RunDone)
    assert recorded.entry.kind is RunKind.TEMPO
    with pytest.raises(InputError) as fault:
        tell_run(replace(two, number=3), PLAN, {}, now, lambda: "new")
    assert fault.value.findings[0].code == "no_such_run"


def test_a_run_that_was_moved_here_is_the_one_meant() -> None:
    tomorrow = TODAY + timedelta(days=1)
    moved = move_run(PLAN, {}, author(), day=tomorrow, new_day=TODAY)
    cancelled = cancel_run(PLAN, {}, author(), day=TODAY)
    _, run = told(TOLD, {each.id: each for each in (moved, cancelled)})
    assert run.run == f"{tomorrow}/1"


def test_a_run_that_was_added_is_known_by_the_id_it_has_in_the_next_plan() -> None:
    day = TODAY + timedelta(days=2)
    added = add_run(PLAN, RunAdded(date=day, kind=RunKind.EASY, distance_m=8000), author(), lambda: "abc")
    later = author(minutes=3 * 24 * 60)
    recorded = tell_run(replace(TOLD, date=day), PLAN, {added.id: added}, later, lambda: "new")
    assert isinstance(recorded.entry, RunDone)
    assert recorded.entry.run == "added/abc"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (RunTold(date=TODAY), "nothing_told"),
        (RunTold(date=TODAY, km=10, minutes=5), "out_of_range"),
        (RunTold(date=TODAY, km=1000), "out_of_range"),
        (RunTold(date=TODAY, minutes=0), "out_of_range"),
        (RunTold(date=TODAY, km=5, effort=11), "out_of_range"),
        (RunTold(date=TODAY + timedelta(days=1), km=5), "day_to_come"),
        (RunTold(date=TODAY, km=5, kind=RunKind.STRENGTH), "no_kind_of_run"),
    ],
)
def test_a_run_that_cannot_be_is_refused(wrong: RunTold, code: str) -> None:
    with pytest.raises(InputError) as fault:
        told(wrong)
    assert code in [each.code for each in fault.value.findings]
