from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.progress.diaries import TODAY, done, sets

from runlift.domain.diary.entry import SetDone, SetKind
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.session import Side
from runlift.domain.progress.balance import SideBalance, Verdict, WorkUnit, balances

OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.BOTH: Side.BOTH}


def found(told: list[SetDone]) -> tuple[SideBalance, ...]:
    return balances(told, catalogue(), since=TODAY - timedelta(weeks=12), today=TODAY)


def sides(left: list[int], right: list[int], load_kg: float | None = 10.0) -> list[SetDone]:
    return [
        done("db_row", side=side, reps=reps, load_kg=load_kg)
        for side, told in ((Side.LEFT, left), (Side.RIGHT, right))
        for reps in told
    ]


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ([8] * 6, [8] * 6, Verdict.EVEN),
        ([10] * 6, [10] * 5 + [5], Verdict.EVEN),
        ([10] * 6, [9] * 6, Verdict.UNEVEN),
        ([10] * 5, [5] * 9, Verdict.TOO_FEW),
    ],
)
def test_a_balance_is_judged_from_six_sets_a_side_and_ten_percent(
    left: list[int], right: list[int], verdict: Verdict
) -> None:
    (balance,) = found(sides(left, right))
    assert balance.verdict is verdict


def test_the_difference_is_told_of_the_higher_side_with_the_lower_one() -> None:
    (balance,) = found(sides([10] * 6, [8] * 6))
    assert balance.lower is Side.RIGHT
    assert balance.difference == pytest.approx(20)
    assert (balance.left.amount, balance.unit) == (600, WorkUnit.KILOGRAMS)


def test_work_without_a_load_in_every_set_is_counted_in_repetitions() -> None:
    (balance,) = found([*sides([8], [8]), *sides([8], [8], load_kg=None)])
    assert (balance.unit, balance.left.amount) == (WorkUnit.REPS, 16)


def test_holds_are_counted_in_seconds() -> None:
    told = [done("side_plank", side=side, reps=None, seconds=20, load_kg=None) for side in OTHER]
    (balance,) = found(told)
    assert (balance.unit, balance.left.amount, balance.right.amount) == (WorkUnit.SECONDS, 20, 20)


@pytest.mark.parametrize(
    "told",
    [
        done("db_row", side=Side.BOTH),
        done("db_row", side=Side.LEFT, kind=SetKind.WARM_UP),
        done("worlds_greatest", side=Side.LEFT),
        done("db_row", side=Side.LEFT, day=TODAY - timedelta(weeks=13)),
        done("db_row", side=Side.LEFT, reps=None),
    ],
)
def test_what_is_not_work_of_one_side_in_these_weeks_is_left_out(told: SetDone) -> None:
    assert found([told]) == ()


@given(st.lists(sets, max_size=20))
def test_swapping_the_sides_swaps_the_balance(told: list[SetDone]) -> None:
    swapped = found([replace(each, side=OTHER[each.side]) for each in told])
    for before, after in zip(found(told), swapped, strict=True):
        assert (after.left, after.right) == (before.right, before.left)
        assert (after.difference, after.verdict) == (before.difference, before.verdict)
        assert after.lower is (before.lower and OTHER[before.lower])
        assert 0 <= after.difference <= 100
