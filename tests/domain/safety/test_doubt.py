from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.domain.safety.test_returning import done

from runlift.domain.athlete.profile import KnownSet
from runlift.domain.plan.session import LegStress, Side
from runlift.domain.quantity import Reason
from runlift.domain.safety.doubt import is_mixed_up

if TYPE_CHECKING:
    from tests.domain.safety.conftest import Maker

    from runlift.domain.plan.plan import Plan
    from runlift.domain.plan.session import PlannedSession, PrescribedSet

HOUR = timedelta(hours=1)


def rows(make: Maker, day: int, *sets: PrescribedSet) -> PlannedSession:
    return make.session(day, "18:00", make.exercise("row", *sets, to_confirm=day == 0), stress=LegStress.NONE)


def logged(make: Maker, asked: PrescribedSet, *sets: PrescribedSet, day: int = 4) -> PlannedSession:
    """A session in which this was asked and that was done."""
    return done(rows(make, day, asked), make.exercise("row", *sets))


def then(make: Maker, *record: PlannedSession, ahead: PrescribedSet, first_day: int = 6) -> list[str]:
    return make.held(make.plan(*record, rows(make, 8, ahead), first_day=make.day(first_day)))


def eight(make: Maker) -> PlannedSession:
    return logged(make, make.one(10, 8.0), make.one(10, 8.0), day=0)


@pytest.mark.parametrize(
    ("load", "odd"),
    [
        (17.1, False),
        (17.2, True),
        (18.08, True),
        (18.1, False),
        (3.73, False),
        (3.7, True),
        (3.54, True),
        (3.53, False),
    ],
)
def test_pounds_beside_kilograms_are_not_built_on(make: Maker, load: float, *, odd: bool) -> None:
    record = logged(make, make.one(10, 8.0), make.one(10, load))
    held = then(make, eight(make), record, ahead=make.one(10, 8.5))
    assert ("held_while_in_doubt" in held) == odd


def test_a_load_that_is_in_doubt_is_held_and_may_fall(make: Maker) -> None:
    record = logged(make, make.one(10, 8.0), make.one(10, 17.6))
    for load, rules in ((8.0, set()), (4.0, set()), (8.8, {"held_while_in_doubt"})):
        held = set(then(make, eight(make), record, ahead=make.one(10, load)))
        assert held & {"held_while_in_doubt", "load_step"} == rules
    beyond = then(make, eight(make), record, ahead=make.one(10, 17.6))
    assert {"held_while_in_doubt", "load_step"} <= set(beyond)


def test_a_load_in_doubt_is_no_first_load_either(make: Maker) -> None:
    record = logged(make, make.one(10, 8.0), make.one(10, 17.6), day=0)
    held = make.held(make.plan(record, rows(make, 8, make.one(10, 17.6)), first_day=make.day(6)))
    assert "careful_first_load" in held


def test_doubt_ends_with_the_next_record_that_can_be_believed(make: Maker) -> None:
    odd = logged(make, make.one(10, 8.0), make.one(10, 17.6), day=2)
    good = logged(make, make.one(10, 8.0), make.one(10, 8.0), day=5)
    assert "held_while_in_doubt" not in then(make, eight(make), odd, good, ahead=make.one(10, 8.5))


def test_what_was_not_asked_with_a_load_cannot_be_mixed_up(make: Maker) -> None:
    for asked in (make.one(), make.one(10, 0.0), make.one(10, 8.0, warm_up=True)):
        record = logged(make, asked, make.one(10, 17.6))
        assert "held_while_in_doubt" not in then(make, eight(make), record, ahead=make.one(10, 8.5))


def test_a_set_done_without_any_weight_is_no_mix_up(make: Maker) -> None:
    for asked in (8.0, 2.2):
        record = logged(make, make.one(10, asked), make.one(10, 0.0))
        assert "held_while_in_doubt" not in then(make, eight(make), record, ahead=make.one(10, 8.5))


def test_a_side_in_doubt_holds_that_side(make: Maker) -> None:
    sides = (Side.LEFT, Side.RIGHT)
    before = done(rows(make, 0, *(make.one(10, 8.0, side=side) for side in sides)))
    loads = {Side.LEFT: 17.6, Side.RIGHT: 8.0}
    done_then = [make.one(10, load, side=side) for side, load in loads.items()]
    record = logged(make, make.one(10, 8.0), *done_then)
    for side in sides:
        held = then(make, before, record, ahead=make.one(10, 8.5, side=side))
        assert ("held_while_in_doubt" in held) == (side is Side.LEFT)


@pytest.mark.parametrize(
    ("sets", "odd"),
    [
        ({"load": 24.0}, False),
        ({"load": 24.1}, True),
        ({"load": 24.1, "reps": 9}, False),
        ({"load": 24.1, "reps": 9, "rir": 4.0}, True),
        ({"load": 24.1, "rir": None}, False),
        ({"load": 24.1, "reps": 12, "rir": None}, False),
        ({"load": 24.1, "reps": 13, "rir": None}, True),
    ],
)
def test_more_than_three_times_all_before_is_not_built_on(
    make: Maker, sets: dict[str, float | None], *, odd: bool
) -> None:
    reps, load = sets.pop("reps", 10), sets.pop("load")
    record = logged(make, make.one(10, 8.0), make.one(int(reps or 0), load, **sets))
    assert ("held_while_in_doubt" in then(make, eight(make), record, ahead=make.one(10, 8.5))) == odd


def test_a_leap_is_one_beyond_the_heaviest_before_and_what_was_asked(make: Maker) -> None:
    asked_more = logged(make, make.one(10, 9.0), make.one(10, 26.0))
    assert "held_while_in_doubt" not in then(make, eight(make), asked_more, ahead=make.one(10, 8.5))
    nine = logged(make, make.one(10, 8.0), make.one(10, 9.0), day=0)
    record = logged(make, make.one(10, 8.0), make.one(10, 26.0))
    assert "held_while_in_doubt" not in then(make, nine, record, ahead=make.one(10, 9.5))


def test_sets_known_before_the_season_are_what_a_leap_is_seen_beside(make: Maker) -> None:
    known = KnownSet(exercise="row", load_kg=20.0, reps=8, rir=2.0)
    athlete = replace(make.athlete, known_sets=(known,))
    record = replace(logged(make, make.one(), make.one(10, 61.0)))
    for load, odd in ((61.0, True), (60.0, False)):
        record = logged(make, make.one(), make.one(10, load))
        plan = make.plan(record, rows(make, 8, make.one(10, 21.0)), athlete=athlete, first_day=make.day(6))
        assert ("held_while_in_doubt" in make.held(plan)) == odd
    fewer = logged(make, make.one(), make.one(6, 61.0, rir=None))
    plan = make.plan(fewer, rows(make, 8, make.one(10, 21.0)), athlete=athlete, first_day=make.day(6))
    assert "held_while_in_doubt" not in make.held(plan)


def test_a_first_load_far_beyond_nothing_known_is_no_leap(make: Maker) -> None:
    record = logged(make, make.one(), make.one(10, 61.0), day=0)
    held = make.held(make.plan(record, rows(make, 8, make.one(10, 61.0)), first_day=make.day(6)))
    assert not {"held_while_in_doubt", "load_step"} & set(held)


def kept_out(session: PlannedSession, load: float, rule: str = "doubtful_leap") -> PlannedSession:
    """The session with a load that was kept out of its record."""
    assert session.outcome is not None
    (first, *others) = session.outcome.exercises
    told = replace(first, reasons=(Reason.of(rule, ("J017",), done_kg=load),))
    return replace(session, outcome=replace(session.outcome, exercises=(told, *others)))


@pytest.mark.parametrize(
    ("shown", "rule", "odd"),
    [
        (30.0, "doubtful_leap", False),
        (38.0, "doubtful_leap", False),
        (39.0, "doubtful_leap", True),
        (23.5, "doubtful_leap", False),
        (23.0, "doubtful_leap", True),
        (30.0, "unit_mix_up", True),
    ],
)
def test_a_leap_that_the_time_before_showed_too_counts(
    make: Maker, shown: float, rule: str, *, odd: bool
) -> None:
    record = logged(make, make.one(10, 8.0), make.one(10, 30.0))
    before = kept_out(eight(make), shown, rule)
    assert ("held_while_in_doubt" in then(make, before, record, ahead=make.one(10, 8.5))) == odd


def test_a_leap_is_not_borne_out_by_another_exercise_nor_by_itself(make: Maker) -> None:
    record = logged(make, make.one(10, 8.0), make.one(10, 30.0))
    assert "held_while_in_doubt" in then(make, eight(make), kept_out(record, 30.0), ahead=make.one(10, 8.5))
    planks = make.session(
        2, "18:00", make.exercise("plank", make.one(None, seconds=20)), stress=LegStress.NONE
    )
    other = kept_out(done(planks), 30.0)
    assert "held_while_in_doubt" in then(make, eight(make), other, record, ahead=make.one(10, 8.5))


def timed(make: Maker, *, starts: timedelta, ends: timedelta) -> Plan:
    """20 kg done where 8 kg were asked, at these distances from noon of day 6, the day the plan was made."""
    noon = make.moment(6, "12:00")
    record = logged(make, make.one(10, 8.0), make.one(10, 20.0))
    assert record.outcome is not None
    outcome = replace(record.outcome, starts_at=noon + starts, ends_at=noon + ends)
    ahead = rows(make, 8, make.one(10, 8.5))
    return make.plan(eight(make), replace(record, outcome=outcome), ahead, first_day=make.day(6))


@pytest.mark.parametrize(
    ("starts", "ends", "odd"),
    [
        (-3 * HOUR, -2 * HOUR, False),
        (-3 * HOUR, -3 * HOUR, False),
        (-3 * HOUR, -4 * HOUR, True),
        (11 * HOUR, 11.5 * HOUR, False),
        (12 * HOUR, 13 * HOUR, True),
    ],
)
def test_a_clock_that_went_wrong_holds_the_loads(
    make: Maker, starts: timedelta, ends: timedelta, *, odd: bool
) -> None:
    assert ("held_while_in_doubt" in make.held(timed(make, starts=starts, ends=ends))) == odd


def test_a_record_without_hours_is_believed(make: Maker) -> None:
    record = logged(make, make.one(10, 8.0), make.one(10, 10.0))
    assert record.outcome is not None
    for starts_at in (record.outcome.starts_at, None):
        outcome = replace(record.outcome, starts_at=starts_at, ends_at=None)
        untimed = replace(record, outcome=outcome)
        assert "held_while_in_doubt" not in then(make, eight(make), untimed, ahead=make.one(10, 10.5))


def test_seconds_are_held_against_seconds(make: Maker) -> None:
    def carry(day: int, load: float, seconds: int) -> PlannedSession:
        one = make.one(None, load, seconds=seconds)
        return make.session(
            day, "18:00", make.exercise("carry", one, to_confirm=day == 0), stress=LegStress.NONE
        )

    before = done(carry(0, 8.0, 30))
    for seconds, odd in ((30, True), (20, False)):
        leapt = make.exercise("carry", make.one(None, 30.0, seconds=seconds))
        record = done(carry(4, 8.0, 30), leapt)
        plan = make.plan(before, record, carry(8, 8.5, 30), first_day=make.day(6))
        assert ("held_while_in_doubt" in make.held(plan)) == odd


def test_of_two_sets_alike_the_first_is_what_a_leap_is_seen_beside(make: Maker) -> None:
    again = logged(make, make.one(10, 8.0), make.one(10, 8.0, rir=6.0), day=2)
    record = logged(make, make.one(10, 8.0), make.one(10, 24.1))
    assert "held_while_in_doubt" in then(make, eight(make), again, record, ahead=make.one(10, 8.5))


def test_a_load_after_none_at_all_is_no_leap(make: Maker) -> None:
    nothing = logged(make, make.one(), make.one(10, 0.0), day=0)
    record = logged(make, make.one(), make.one(10, 4.0))
    held = make.held(make.plan(nothing, record, rows(make, 8, make.one(10, 4.4)), first_day=make.day(6)))
    assert not {"held_while_in_doubt", "load_step"} & set(held)


@pytest.mark.parametrize(("ratio", "mixed"), [(2.14, False), (2.15, True), (2.26, True), (2.27, False)])
def test_pounds_and_kilograms_are_mixed_up_within_bounds_that_count_too(ratio: float, *, mixed: bool) -> None:
    assert is_mixed_up(1.0, ratio) == mixed
    assert is_mixed_up(ratio, 1.0) == mixed


def test_a_leap_is_borne_out_also_where_a_session_before_has_no_record(make: Maker) -> None:
    unlogged = rows(make, 0, make.one(10, 8.0))
    shown = kept_out(logged(make, make.one(10, 8.0), make.one(10, 8.0), day=2), 30.0)
    record = logged(make, make.one(10, 8.0), make.one(10, 30.0))
    assert "held_while_in_doubt" not in then(make, unlogged, shown, record, ahead=make.one(10, 8.5))
