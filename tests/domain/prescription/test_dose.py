from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from runlift.domain.athlete.profile import Lifting
from runlift.domain.plan.session import LegStress, Role
from runlift.domain.prescription.dose import dose_for, slowest_tempo, tempo_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from runlift.domain.exercise.exercise import Exercise


def test_novices_begin_with_eight_to_twelve_and_four_in_reserve(
    story: Callable[..., Any], exercises: Mapping[str, Exercise]
) -> None:
    situations = story(weeks=12, key_run_days=()).situations()
    first = dose_for(exercises["goblet_squat"], Role.MAIN, situations[0])
    later = dose_for(exercises["back_squat"], Role.MAIN, situations[9])
    assert (first.reps, first.rir, first.most_sets) == ((8, 12), 4, 2)
    assert (later.reps, later.rir, later.most_sets, later.rest_s) == ((6, 8), 3, 3, 180)


def test_a_deload_halves_the_sets_and_leaves_two_more_in_reserve(
    story: Callable[..., Any], exercises: Mapping[str, Exercise]
) -> None:
    usual, lighter = (story(weeks=12, key_run_days=()).situations()[at] for at in (12, 14))
    before = dose_for(exercises["back_squat"], Role.MAIN, usual)
    after = dose_for(exercises["back_squat"], Role.MAIN, lighter)
    assert lighter.week.deload
    assert after.most_sets == 2
    assert after.rir == (before.rir or 0) + 2


@pytest.mark.parametrize(("days", "rir"), [((), 2), ((2,), 3), ((1, 6), 3)])
def test_more_reserve_before_key_run(
    story: Callable[..., Any], exercises: Mapping[str, Exercise], days: tuple[int, ...], rir: float
) -> None:
    situation = story(weeks=9, lifting=Lifting.EXPERIENCED, key_run_days=days).situations()[8]
    assert dose_for(exercises["back_squat"], Role.MAIN, situation).rir == (
        rir if days == (2,) or not days else 2
    )


def test_light_sessions_keep_at_least_four_in_reserve(
    story: Callable[..., Any], exercises: Mapping[str, Exercise]
) -> None:
    situation = story(weeks=9, lifting=Lifting.EXPERIENCED, key_run_days=()).situations()[8]
    demand = replace(situation.placed.demand, leg_stress=LegStress.LIGHT)
    light = replace(situation, placed=replace(situation.placed, demand=demand))
    dose = dose_for(exercises["back_squat"], Role.MAIN, light)
    assert (dose.rir, dose.reps, dose.most_sets) == (4, (8, 10), 2)


def test_runners_under_age_keep_three_in_reserve(
    story: Callable[..., Any], exercises: Mapping[str, Exercise]
) -> None:
    told = story(weeks=9, lifting=Lifting.EXPERIENCED, key_run_days=(), athlete={"birth_year": 2010})
    assert dose_for(exercises["back_squat"], Role.MAIN, told.situations()[8]).rir == 3


def test_tempo_slows_step_by_step() -> None:
    assert [tempo_of(slowed, downhill=False) for slowed in range(slowest_tempo() + 1)] == [
        "",
        "3-0-1",
        "3-2-1",
    ]
    assert tempo_of(0, downhill=True) == "3-0-1"
