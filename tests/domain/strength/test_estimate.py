from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import log
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.domain.strength.logs import last_day, logs, moved, scaled, sets_of_day

from runlift.domain.diary.entry import SetKind
from runlift.domain.evidence import number
from runlift.domain.strength.estimate import StrengthEstimate, estimate, trajectory
from runlift.domain.strength.lift import Lift, Measure
from runlift.domain.strength.observation import Observation, WhyKeptOut

if TYPE_CHECKING:
    from tests.domain.strength.conftest import MakeSet

SQUAT = Lift(exercise="back_squat", legs=True)
QUICK = settings(max_examples=60, deadline=None)


def estimated(sets: list[Observation], lift: Lift = SQUAT, as_of: date | None = None) -> StrengthEstimate:
    found = estimate(sets, lift=lift, as_of=as_of or last_day(sets))
    assert found is not None
    return found


def figures(found: StrengthEstimate) -> tuple[float, ...]:
    return found.low_95, found.low_80, found.median, found.high_80, found.high_95


@QUICK
@given(logs())
def test_the_wider_interval_holds_the_narrower_and_both_hold_the_median(sets: list[Observation]) -> None:
    found = figures(estimated(sets))
    assert list(found) == sorted(found)


@QUICK
@given(logs(), st.randoms(use_true_random=False))
def test_the_order_of_sets_does_not_matter(sets: list[Observation], shuffler: st.DataObject) -> None:
    mixed = list(sets)
    shuffler.shuffle(mixed)  # type: ignore[attr-defined]
    assert estimated(mixed) == estimated(sets)


@QUICK
@given(logs(), st.randoms(use_true_random=False))
def test_the_order_within_a_session_does_not_matter(sets: list[Observation], shuffler: st.DataObject) -> None:
    times = [each.done_at for each in sets]
    by_session: dict[str, list[Observation]] = {}
    for each in sets:
        by_session.setdefault(each.session, []).append(each)
    for group in by_session.values():
        shuffler.shuffle(group)  # type: ignore[attr-defined]
    mixed = [each for group in by_session.values() for each in group]
    moved_about = [replace(each, done_at=at) for each, at in zip(mixed, times, strict=True)]
    assert figures(estimated(moved_about)) == pytest.approx(figures(estimated(sets)))


@QUICK
@given(logs(), st.floats(0.5, 2))
def test_scaling_all_loads_scales_the_estimate(sets: list[Observation], by: float) -> None:
    expected = [each * by for each in figures(estimated(sets))]
    assert figures(estimated(scaled(sets, by))) == pytest.approx(expected)


@QUICK
@given(logs(), st.floats(0.5, 2))
def test_scaling_loads_and_body_scales_the_estimate(sets: list[Observation], by: float) -> None:
    lift, other = Lift(exercise="goblet_squat", body_kg=35), Lift(exercise="goblet_squat", body_kg=35 * by)
    expected = [each * by for each in figures(estimated(sets, lift))]
    assert figures(estimated(scaled(sets, by), other)) == pytest.approx(expected)


@QUICK
@given(logs(), st.integers(0, 11), st.sampled_from([SetKind.WARM_UP, SetKind.DROP]))
def test_warm_ups_and_drop_sets_change_nothing(sets: list[Observation], at: int, kind: SetKind) -> None:
    beside = replace(sets[at % len(sets)], kind=kind, load_kg=300.0)
    found, plain = estimated([*sets, beside]), estimated(sets)
    assert figures(found) == figures(plain)
    assert len(found.kept_out) == len(plain.kept_out) + 1


@QUICK
@given(logs(), st.integers(-500, 500))
def test_moving_all_dates_changes_nothing(sets: list[Observation], days: int) -> None:
    assert figures(estimated(moved(sets, days))) == figures(estimated(sets))


@QUICK
@given(logs(least=2), st.data())
def test_one_more_session_moves_the_estimate_by_no_more_than_a_tenth(
    sets: list[Observation], data: st.DataObject
) -> None:
    day = (last_day(sets) - date(2026, 3, 2)).days + data.draw(st.integers(1, 30))
    load = data.draw(st.floats(5, 300))
    more = data.draw(sets_of_day(day, load))
    before = estimated(sets, as_of=last_day(more))
    after = estimated([*sets, *more])
    assume(after.since == before.since)  # no new level was begun
    assert abs(log(after.median / before.median)) <= number("strength_largest_move") + 1e-9


@QUICK
@given(logs(least=2), st.data())
def test_one_more_set_of_the_last_session_moves_it_by_no_more_than_twice_that(
    sets: list[Observation], data: st.DataObject
) -> None:
    day = (last_day(sets) - date(2026, 3, 2)).days
    more = data.draw(sets_of_day(day, data.draw(st.floats(5, 300)), most=1))
    before, after = estimated(sets), estimated([*sets, *more])
    assume(after.since == before.since)
    assert abs(log(after.median / before.median)) <= 2 * number("strength_largest_move") + 1e-9


@QUICK
@given(logs(least=2), st.integers(5, 9))
def test_a_set_far_from_failure_never_lowers_the_estimate(sets: list[Observation], rir: int) -> None:
    day = last_day(sets) + timedelta(days=3)
    easy = replace(sets[0], done_at=sets[0].done_at.combine(day, sets[0].done_at.time()), session="easy")
    easy = replace(easy, rir=float(rir), kind=SetKind.WORK)
    before, after = estimated(sets, as_of=day), estimated([*sets, easy])
    assume(after.since == before.since)
    assert after.median >= before.median * (1 - 1e-9)


@given(sessions=st.integers(3, 12))
def test_more_sessions_narrow_the_interval(sessions: int, one_set: MakeSet) -> None:
    few = [one_set(4 * number) for number in range(0, 2 * sessions, 2)]
    many = [one_set(4 * number) for number in range(2 * sessions - 1)]
    few_found, many_found = estimated(few), estimated(many)
    assert few_found.as_of == many_found.as_of
    assert log(many_found.high_80 / many_found.low_80) < log(few_found.high_80 / few_found.low_80)


def test_days_off_widen_the_interval_and_lower_the_estimate(one_set: MakeSet) -> None:
    sets = [one_set(4 * number) for number in range(8)]
    soon = estimated(sets, as_of=last_day(sets) + timedelta(days=7))
    late = estimated(sets, as_of=last_day(sets) + timedelta(days=42))
    assert late.median < soon.median
    assert late.high_80 / late.low_80 > soon.high_80 / soon.low_80


def test_two_weeks_off_cost_less_than_five_percent(one_set: MakeSet) -> None:
    sets = [one_set(4 * number) for number in range(12)]
    at_once, later = estimated(sets), estimated(sets, as_of=last_day(sets) + timedelta(days=14))
    assert later.median / at_once.median > 0.95


def test_a_lift_repeated_is_estimated_by_its_formula(one_set: MakeSet) -> None:
    found = estimated([one_set(4 * number, 80, 8, 2) for number in range(10)])
    assert found.median == pytest.approx(80 * (1 + 10 / 30), rel=0.05)
    assert found.low_80 < 80 * (1 + 10 / 30) < found.high_80


def test_the_load_for_repetitions_and_reserve_turns_the_estimate_round(one_set: MakeSet) -> None:
    found = estimated([one_set(4 * number, 80, 8, 2) for number in range(10)])
    load = found.load_for(8, 2)
    assert load is not None
    assert load * (1 + 10 / 30) == pytest.approx(found.median)


def test_a_lift_counted_in_repetitions_has_no_load(one_set: MakeSet) -> None:
    press_ups = Lift(exercise="push_up", measure=Measure.REPS)
    found = estimated([one_set(4 * number, 0, 15, 1) for number in range(6)], press_ups)
    assert found.load_for(8, 2) is None
    assert 14 < found.median < 21


def test_seconds_held_are_followed_as_they_are(one_set: MakeSet) -> None:
    plank = Lift(exercise="plank", measure=Measure.SECONDS)
    found = estimated([one_set(4 * number, 0, 0, None, seconds=40) for number in range(6)], plank)
    assert found.median == pytest.approx(40, rel=0.1)


def test_what_is_not_told_leaves_a_wider_interval_than_what_is(one_set: MakeSet) -> None:
    told = estimated([one_set(4 * number, rir=2) for number in range(10)])
    untold = estimated([one_set(4 * number, rir=None) for number in range(10)])
    assert untold.high_80 / untold.low_80 > told.high_80 / told.low_80


def test_a_reserve_told_at_times_is_believed_where_it_is_not(one_set: MakeSet) -> None:
    honest = [one_set(4 * number, rir=4 if number % 2 else None) for number in range(12)]
    untold = [one_set(4 * number, rir=None) for number in range(12)]
    assert estimated(honest).median > estimated(untold).median


def test_sets_after_the_day_are_not_looked_at(one_set: MakeSet, first_day: date) -> None:
    sets = [one_set(0), one_set(7), one_set(40, 200)]
    assert estimated(sets, as_of=first_day + timedelta(days=10)) == estimated(
        sets[:2], as_of=first_day + timedelta(days=10)
    )


def test_nothing_is_estimated_from_nothing(one_set: MakeSet, first_day: date) -> None:
    assert estimate([], lift=SQUAT, as_of=first_day) is None
    assert estimate([one_set(0, kind=SetKind.WARM_UP)], lift=SQUAT, as_of=first_day) is None


def test_the_trajectory_ends_where_the_estimate_is(one_set: MakeSet) -> None:
    sets = [one_set(4 * number, 60 + number) for number in range(9)]
    steps = trajectory(sets, lift=SQUAT, as_of=last_day(sets))
    assert len(steps) == len(sets)
    assert figures(steps[-1]) == figures(estimated(sets))
    assert [each.as_of for each in steps] == sorted(each.as_of for each in steps)


def test_the_trajectory_knows_no_future(one_set: MakeSet) -> None:
    sets = [one_set(4 * number, 60 + number) for number in range(9)]
    steps = trajectory(sets, lift=SQUAT, as_of=last_day(sets))
    assert figures(steps[4]) == figures(estimated(sets[:5]))


def test_sets_kept_out_are_told_with_the_reason(one_set: MakeSet) -> None:
    sets = [one_set(0), one_set(4), one_set(8), one_set(8, 900), one_set(8, 20, 60)]
    found = estimated(sets)
    assert {each.why for each in found.kept_out} == {WhyKeptOut.IMPOSSIBLE, WhyKeptOut.TOO_MANY_REPS}
    assert found.sets_used == 3


def test_legs_tired_from_a_run_say_less(one_set: MakeSet) -> None:
    rested = [one_set(4 * number) for number in range(8)] + [one_set(40, 66)]
    tired = [*rested[:-1], replace(rested[-1], after_run=True)]
    assert estimated(tired).median < estimated(rested).median
    arms = Lift(exercise="bench_press")
    assert estimated(tired, arms).median == estimated(rested, arms).median
