from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from tests.logged_plan import TODAY, author, plan

from runlift.application.entry_id import added_run
from runlift.application.error import InputError
from runlift.application.runs_now import runs_now
from runlift.application.tell_change import add_race, add_run, cancel_race, cancel_run, go_away, move_run
from runlift.domain.adjustment.changes import changed_runs
from runlift.domain.athlete.profile import Race, RacePriority
from runlift.domain.diary.diary import Diary, Recorded
from runlift.domain.diary.entry import Away, RunAdded, RunMoved
from runlift.domain.plan.timing import untimed
from runlift.domain.running.plan import RunKind

PLAN = plan()
RACE_DAY = TODAY + timedelta(days=10)
EASY = RunAdded(date=TODAY + timedelta(days=2), kind=RunKind.EASY, distance_m=8000)
HALF = Race(date=TODAY + timedelta(days=40), name="Half", priority=RacePriority.A, distance_m=21_097)


def ahead(days: int) -> date:
    return TODAY + timedelta(days=days)


def days_of_runs(*told: Recorded) -> list[tuple[date, str]]:
    return [(each.date, each.id) for each in runs_now(PLAN, {each.id: each for each in told})]


def code_of(fault: pytest.ExceptionInfo[InputError]) -> str:
    return fault.value.findings[0].code


def test_a_run_moves_to_its_new_day_and_may_move_again() -> None:
    moved = move_run(PLAN, {}, author(), day=ahead(1), new_day=ahead(2))
    assert moved.entry == RunMoved(run=f"{ahead(1)}/1", date=ahead(2))
    again = move_run(PLAN, {moved.id: moved}, author(), day=ahead(2), new_day=ahead(4), start=time(18))
    assert (again.id, again.revision) == (moved.id, 2)
    assert (ahead(4), f"{ahead(1)}/1") in days_of_runs(again)


def test_a_day_with_two_runs_asks_which() -> None:
    with pytest.raises(InputError) as fault:
        move_run(PLAN, {}, author(), day=ahead(3), new_day=ahead(4))
    assert code_of(fault) == "several_runs"
    moved = move_run(PLAN, {}, author(), day=ahead(3), new_day=ahead(4), which=2)
    assert moved.entry == RunMoved(run=f"{ahead(3)}/2", date=ahead(4))


@pytest.mark.parametrize(
    ("day", "new_day", "code"),
    [
        (ahead(2), ahead(3), "no_run_that_day"),
        (ahead(1), ahead(-1), "day_past"),
        (ahead(1), ahead(60), "after_the_plan"),
        (RACE_DAY, ahead(11), "race_is_no_run"),
    ],
)
def test_a_move_that_cannot_be_is_refused(day: date, new_day: date, code: str) -> None:
    with pytest.raises(InputError) as fault:
        move_run(PLAN, {}, author(), day=day, new_day=new_day)
    assert code_of(fault) == code


def test_a_run_left_out_is_none_any_more() -> None:
    cancelled = cancel_run(PLAN, {}, author(), day=ahead(1))
    assert ahead(1) not in [day for day, _ in days_of_runs(cancelled)]
    with pytest.raises(InputError) as fault:
        cancel_run(PLAN, {cancelled.id: cancelled}, author(), day=ahead(1))
    assert code_of(fault) == "no_run_that_day"


def test_an_added_run_can_be_moved_and_left_out() -> None:
    added = add_run(PLAN, EASY, author(), lambda: "abc")
    assert (EASY.date, added_run("abc")) in days_of_runs(added)
    moved = move_run(PLAN, {added.id: added}, author(), day=EASY.date, new_day=ahead(4))
    assert moved.entry == replace(EASY, date=ahead(4))
    gone = cancel_run(PLAN, {moved.id: moved}, author(), day=ahead(4))
    assert (gone.id, gone.revision, gone.withdrawn) == ("abc", 3, True)
    assert days_of_runs(gone) == days_of_runs()


def test_runs_stand_where_the_next_plan_has_them() -> None:
    added = add_run(PLAN, EASY, author(), lambda: "abc")
    moved = move_run(PLAN, {}, author(), day=ahead(1), new_day=ahead(4))
    cancelled = cancel_run(PLAN, {}, author(), day=TODAY)
    told = (added, moved, cancelled)
    with_runs = {timed.run.date for timed in PLAN.runs}
    resting = [ahead(days) for days in range(-1, 14) if ahead(days) not in with_runs]
    running_plan = untimed(PLAN.runs, resting)
    again, _ = changed_runs(running_plan, Diary.of(told))
    expected = sorted((run.date, run.id) for run in again.runs())
    assert sorted(days_of_runs(*told)) == expected


@pytest.mark.parametrize(
    ("added", "code"),
    [
        (replace(EASY, distance_m=None), "nothing_told"),
        (replace(EASY, distance_m=1.0), "out_of_range"),
        (replace(EASY, date=ahead(-1)), "day_past"),
        (replace(EASY, date=ahead(60)), "after_the_plan"),
        (replace(EASY, kind=RunKind.REST), "no_kind_of_run"),
        (replace(EASY, kind=RunKind.RACE), "race_is_no_run"),
    ],
)
def test_a_run_to_come_that_cannot_be_is_refused(added: RunAdded, code: str) -> None:
    with pytest.raises(InputError) as fault:
        add_run(PLAN, added, author(), lambda: "abc")
    assert code in [each.code for each in fault.value.findings]


def test_days_away_include_the_last() -> None:
    away = go_away(PLAN, author(), lambda: "x", first=ahead(1), last=ahead(3), place="home")
    assert isinstance(away.entry, Away)
    assert ahead(3) in away.entry.span
    assert ahead(4) not in away.entry.span


def test_a_closed_place_and_the_one_instead() -> None:
    closed = go_away(PLAN, author(), lambda: "x", first=TODAY, last=TODAY, closed="gym", place="home")
    assert isinstance(closed.entry, Away)
    assert (closed.entry.closed, closed.entry.place) == ("gym", "home")


@pytest.mark.parametrize(
    ("first", "last", "place", "closed", "code"),
    [
        (ahead(3), ahead(1), "", "", "ends_before_it_begins"),
        (ahead(-5), ahead(-1), "", "", "day_past"),
        (ahead(1), ahead(500), "", "", "out_of_range"),
        (ahead(1), ahead(2), "hotel", "", "unknown_place"),
        (ahead(1), ahead(2), "", "pool", "unknown_place"),
        (ahead(1), ahead(2), "gym", "gym", "closed_instead"),
    ],
)
def test_days_away_that_cannot_be_are_refused(
    first: date, last: date, place: str, closed: str, code: str
) -> None:
    with pytest.raises(InputError) as fault:
        go_away(PLAN, author(), lambda: "x", first=first, last=last, place=place, closed=closed)
    assert code_of(fault) == code


def test_a_race_told_again_on_its_day_takes_its_place() -> None:
    first = add_race(HALF, {}, author())
    second = add_race(replace(HALF, name="Other"), {first.id: first}, author())
    assert (second.id, second.revision) == (first.id, 2)


@pytest.mark.parametrize(
    ("race", "code"),
    [
        (replace(HALF, date=ahead(-1)), "day_past"),
        (replace(HALF, date=ahead(1000)), "day_far_ahead"),
        (replace(HALF, distance_m=5.0), "out_of_range"),
        (replace(HALF, ascent_m=40_000), "out_of_range"),
    ],
)
def test_a_race_that_cannot_be_is_refused(race: Race, code: str) -> None:
    with pytest.raises(InputError) as fault:
        add_race(race, {}, author())
    assert code_of(fault) == code


def test_only_a_race_that_is_there_can_be_left_out() -> None:
    gone = cancel_race(PLAN, {}, author(), day=RACE_DAY)
    with pytest.raises(InputError) as fault:
        cancel_race(PLAN, {gone.id: gone}, author(minutes=1), day=RACE_DAY)
    assert code_of(fault) == "no_race_that_day"
    with pytest.raises(InputError) as fault:
        cancel_race(PLAN, {}, author(), day=ahead(5))
    assert RACE_DAY.isoformat() in fault.value.findings[0].remedy
    added = add_race(HALF, {}, author())
    assert cancel_race(PLAN, {added.id: added}, author(), day=HALF.date).revision == 1
