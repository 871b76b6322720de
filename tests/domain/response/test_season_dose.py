from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.domain.response.conftest import HEAVY, HOLD, JUMPS, LIGHT

from runlift.domain.plan.outcome import SessionResult
from runlift.domain.plan.session import PrescribedSet, Role, SessionKind
from runlift.domain.response.method import Method
from runlift.domain.response.season_dose import adherence_of, doses_of, method_of

if TYPE_CHECKING:
    from tests.domain.response.conftest import SeasonMaker


def test_a_set_of_eighty_percent_makes_a_session_heavy(make: SeasonMaker) -> None:
    assert method_of(make.heavy(1)) is Method.HEAVY
    assert method_of(make.light(1)) is Method.LIGHT


def test_a_set_with_more_in_reserve_is_a_lighter_one(make: SeasonMaker) -> None:
    set_ = PrescribedSet(reps=5, load_kg=60.0, rir=3.0)
    assert method_of(make.session(1, make.exercise("back_squat", set_))) is Method.LIGHT


@pytest.mark.parametrize("lead_up", [replace(HEAVY, warm_up=True), replace(HEAVY, rir=None)])
def test_lead_up_sets_and_sets_of_unknown_effort_make_nothing_heavy(
    make: SeasonMaker, lead_up: PrescribedSet
) -> None:
    assert method_of(make.session(1, make.exercise("back_squat", lead_up, LIGHT))) is Method.LIGHT


def test_sixty_contacts_are_plyometric_and_forty_are_light(make: SeasonMaker) -> None:
    assert method_of(make.session(1, make.exercise("pogo", *[JUMPS] * 3))) is Method.PLYOMETRIC
    assert method_of(make.session(1, make.exercise("pogo", *[JUMPS] * 2))) is Method.LIGHT


def test_heavy_lifts_with_jumps_are_combined(make: SeasonMaker) -> None:
    exercises = make.exercise("pogo", *[JUMPS] * 3), make.exercise("back_squat", HEAVY)
    assert method_of(make.session(1, *exercises)) is Method.COMBINED


def test_a_power_session_with_leg_work_is_explosive(make: SeasonMaker) -> None:
    legs, trunk = make.exercise("goblet_squat", LIGHT), make.exercise("plank", HOLD)
    assert method_of(make.session(1, legs, kind=SessionKind.POWER)) is Method.EXPLOSIVE
    assert method_of(make.session(1, trunk, kind=SessionKind.POWER)) is Method.NO_LEGS


def test_trunk_work_and_the_warm_up_are_no_leg_work(make: SeasonMaker) -> None:
    warm_up = make.exercise("bw_squat", LIGHT, role=Role.WARM_UP)
    assert method_of(make.session(1, warm_up, make.exercise("plank", HOLD))) is Method.NO_LEGS


def test_a_session_that_was_done_counts_as_what_was_done(make: SeasonMaker) -> None:
    assert method_of(make.ended(make.heavy(1), SessionResult.PARTLY, LIGHT)) is Method.LIGHT


def test_missed_sessions_count_for_nothing_and_those_to_come_by_adherence(make: SeasonMaker) -> None:
    missed = make.ended(make.heavy(1), SessionResult.MISSED)
    done = make.ended(make.heavy(3), SessionResult.DONE, HEAVY)
    plan = make.plan(missed, done, make.heavy(8))
    assert [each.share for each in doses_of(plan, adherence_of(plan, 0.5))] == [0.0, 1.0, 0.5]


def test_adherence_is_assumed_until_four_sessions_are_past(make: SeasonMaker) -> None:
    past = [
        make.ended(make.heavy(day), result)
        for day, result in enumerate((SessionResult.DONE, *[SessionResult.SKIPPED] * 3))
    ]
    assert adherence_of(make.plan(*past[:3])).share == 0.85
    assert not adherence_of(make.plan(*past[:3])).is_known
    known = adherence_of(make.plan(*past))
    assert (known.share, known.done, known.planned, known.is_known) == (0.25, 1, 4, True)
