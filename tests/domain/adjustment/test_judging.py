from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.diary.entry import SetKind
from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult
from runlift.domain.plan.session import PrescribedSet, Role, Side

if TYPE_CHECKING:
    from tests.domain.adjustment.conftest import Maker

    from runlift.domain.plan.progress import Progress


def rules(outcome: ExerciseOutcome) -> list[str]:
    return [reason.rule for reason in outcome.reasons]


def standing(outcome: ExerciseOutcome) -> Progress:
    assert outcome.stands is not None
    return outcome.stands


def test_what_is_done_as_asked_stands_where_it_was_to_lead(make: Maker) -> None:
    asked = make.asked()
    outcome = make.judged(asked, make.done(), make.done(position=2))
    assert outcome.result is ExerciseResult.AS_PLANNED
    assert outcome.stands == asked.leads_to
    assert outcome.reasons == ()


def test_an_untold_reserve_counts_as_asked_when_the_repetitions_were_met(make: Maker) -> None:
    asked = make.asked()
    outcome = make.judged(asked, make.done(rir=None), make.done(rir=None, position=2))
    assert outcome.stands == asked.leads_to


@given(
    reps=st.integers(1, 7),
    rir=st.sampled_from([None, 0.0, 1.0, 2.0, 3.0]),
    which=st.integers(0, 1),
)
def test_fewer_repetitions_never_let_anything_grow(
    make: Maker, reps: int, rir: float | None, which: int
) -> None:
    sets = [make.done(), make.done(position=2)]
    sets[which] = make.done(reps=reps, rir=rir, position=which + 1)
    outcome = make.judged(make.asked(), *sets)
    stands = standing(outcome)
    assert outcome.result is ExerciseResult.FELL_SHORT
    assert stands.load_kg <= 8.0
    assert (stands.load_kg, stands.effective) <= (8.0, 11.0)
    assert stands.grown_in > 2  # nothing grows in the week after


def test_falling_short_holds_once_and_steps_back_the_second_time(make: Maker) -> None:
    asked = make.asked()
    short = (make.done(), make.done(reps=7, position=2))
    first = make.judged(asked, *short)
    assert rules(first) == ["fell_short_hold"]
    assert (standing(first).load_kg, standing(first).effective) == (8.0, 11.0)
    assert not standing(first).careful
    second = make.judged(asked, *short, before=first)
    assert second.in_a_row == 2
    assert rules(second) == ["fell_short_step_back"]
    assert standing(second).load_kg == 6.0


def test_success_between_two_failures_begins_the_count_anew(make: Maker) -> None:
    asked = make.asked()
    short = (make.done(), make.done(reps=7, position=2))
    first = make.judged(asked, *short)
    well = make.judged(asked, make.done(), make.done(position=2), before=first)
    again = make.judged(asked, *short, before=well)
    assert rules(again) == ["fell_short_hold"]


def test_staying_far_behind_steps_back_at_once(make: Maker) -> None:
    outcome = make.judged(make.asked(), make.done(reps=5, rir=0.0), make.done(reps=4, rir=0.0, position=2))
    assert rules(outcome) == ["fell_short_step_back"]
    assert outcome.reasons[0].evidence == ("J003",)
    assert standing(outcome).load_kg == 6.0


def test_without_a_lower_weight_the_step_back_is_fewer_repetitions(make: Maker) -> None:
    outcome = make.judged(make.asked(), make.done(reps=3, rir=0.0), rack=(8.0, 12.0))
    assert standing(outcome).load_kg == 8.0
    assert standing(outcome).effective < 11.0
    assert outcome.reasons[0].figures["to_reps"] == 6


def test_a_reserve_short_by_its_error_holds_and_by_more_falls_short(make: Maker) -> None:
    slightly = make.judged(make.asked(), make.done(rir=2.0), make.done(rir=2.0, position=2))
    clearly = make.judged(make.asked(), make.done(rir=1.0), make.done(rir=1.0, position=2))
    assert (slightly.result, rules(slightly)) == (ExerciseResult.AS_PLANNED, ["less_reserve_hold"])
    assert (clearly.result, rules(clearly)) == (ExerciseResult.FELL_SHORT, ["fell_short_hold"])


def test_fewer_sets_hold_without_counting_as_failure(make: Maker) -> None:
    outcome = make.judged(make.asked(sets=3), make.done(), make.done(position=2))
    assert outcome.result is ExerciseResult.AS_PLANNED
    assert rules(outcome) == ["fewer_sets_hold"]


def test_a_lighter_load_is_where_it_goes_on(make: Maker) -> None:
    outcome = make.judged(make.asked(), make.done(kg=6.0), make.done(kg=6.0, position=2))
    assert rules(outcome) == ["lighter_load_held"]
    assert standing(outcome).load_kg == 6.0
    assert standing(outcome).highest_kg == 6.0


def test_clearly_easier_twice_in_a_row_is_a_larger_step(make: Maker) -> None:
    asked = make.asked()
    easy = (make.done(), make.done(rir=5.0, position=2))
    first = make.judged(asked, *easy)
    assert (first.result, first.stands) == (ExerciseResult.EASIER, asked.leads_to)
    second = make.judged(asked, *easy, before=first)
    assert rules(second) == ["easier_than_asked"]
    assert standing(second).effective == 13.0
    assert standing(second).load_kg == 8.0


def test_more_load_than_asked_done_well_is_taken(make: Maker) -> None:
    outcome = make.judged(make.asked(), make.done(kg=12.0, rir=1.0), make.done(kg=12.0, position=2))
    assert outcome.result is ExerciseResult.FELL_SHORT or standing(outcome).highest_kg == 12.0
    well = make.judged(make.asked(), make.done(kg=12.0), make.done(kg=12.0, position=2))
    assert (standing(well).load_kg, standing(well).highest_kg, standing(well).effective) == (12.0, 12.0, 11.0)


@pytest.mark.parametrize("kg", [8 * 2.2046, 8 / 2.2046])
def test_kilograms_and_pounds_mixed_up_count_for_nothing(make: Maker, kg: float) -> None:
    asked = make.asked()
    known = make.judged(asked, make.done(), make.done(position=2))
    outcome = make.judged(asked, make.done(kg=kg), make.done(kg=kg, position=2), before=known)
    assert outcome.sets == ()
    assert outcome.stands == known.stands


def test_one_doubtful_set_beside_good_ones_holds_and_is_told(make: Maker) -> None:
    outcome = make.judged(make.asked(), make.done(), make.done(kg=17.6, position=2))
    assert rules(outcome) == ["doubtful_load"]
    assert [one.load_kg for one in outcome.sets] == [8.0]
    assert standing(outcome).load_kg == 8.0


@pytest.mark.parametrize(
    ("pain", "result", "rule", "kg"),
    [
        (2, ExerciseResult.AS_PLANNED, None, 8.0),
        (3, ExerciseResult.HURT, "hurt_hold", 8.0),
        (4, ExerciseResult.HURT, "hurt_step_back", 6.0),
    ],
)
def test_pain_goes_on_holds_or_steps_back(
    make: Maker, pain: int, result: ExerciseResult, rule: str | None, kg: float
) -> None:
    outcome = make.judged(make.asked(), make.done(), make.done(position=2, pain=pain))
    assert outcome.result is result
    assert rules(outcome) == ([rule] if rule else [])
    assert standing(outcome).load_kg == kg


def test_a_hold_in_seconds_steps_back_in_seconds(make: Maker) -> None:
    asked = make.asked("plank", reps=None, seconds=40, kg=None, rir=None)
    short = make.done(reps=None, kg=None, rir=None, exercise="plank", seconds=25)
    first = make.judged(asked, short, short)
    second = make.judged(asked, short, short, before=first)
    assert standing(first).seconds == 40
    assert standing(second).seconds == 25


def test_bodyweight_steps_back_to_a_quicker_tempo_before_fewer_repetitions(make: Maker) -> None:
    asked = make.asked("bw_squat", kg=None, reps=12, tempo=1)
    short = make.done(reps=10, kg=None, exercise="bw_squat")
    first = make.judged(asked, short, short)
    second = make.judged(asked, short, short, before=first)
    assert (standing(second).tempo, standing(second).reps) == (0, 12)
    plain = make.asked("bw_squat", kg=None, reps=12)
    back = make.judged(plain, short, short, before=make.judged(plain, short, short))
    assert standing(back).reps == 10


def test_warm_ups_and_drop_sets_say_nothing(make: Maker) -> None:
    asked = make.asked()
    ramp = make.done(reps=1, kg=4.0, kind=SetKind.WARM_UP)
    drop = make.done(reps=2, kg=4.0, kind=SetKind.DROP, position=4)
    outcome = make.judged(asked, ramp, make.done(position=2), make.done(position=3), drop)
    assert outcome.stands == asked.leads_to
    assert [one.warm_up for one in outcome.sets] == [True, False, False, False]


def test_a_side_without_a_set_leaves_a_one_sided_lift_where_it_was(make: Maker) -> None:
    sets = tuple(PrescribedSet(reps=8, load_kg=8.0, rir=3.0, side=side) for side in (Side.LEFT, Side.RIGHT))
    asked = make.asked("db_row", sets=1)
    asked = type(asked)(exercise="db_row", role=Role.MAIN, sets=sets, leads_to=asked.leads_to)
    left = make.done(exercise="db_row", side=Side.LEFT)
    right = make.done(exercise="db_row", side=Side.RIGHT, position=2)
    assert make.judged(asked, left).stands is None
    assert make.judged(asked, left, right).stands == asked.leads_to


@given(kg=st.floats(0.5, 60), reps=st.integers(1, 30), rir=st.none() | st.floats(0, 8))
def test_judging_is_sane_whatever_was_done(make: Maker, kg: float, reps: int, rir: float | None) -> None:
    sets = (make.done(reps=reps, kg=kg, rir=rir), make.done(reps=reps, kg=kg, rir=rir, position=2))
    outcome = make.judged(make.asked(), *sets)
    assert outcome == make.judged(make.asked(), *sets)
    if outcome.stands is not None:
        lifted = max(8.0, kg)
        assert 0 < outcome.stands.load_kg <= lifted
        assert outcome.stands.highest_kg <= lifted
