from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.diary.entry import SetKind
from runlift.domain.plan.outcome import ExerciseOutcome, ExerciseResult
from runlift.domain.plan.progress import Progress
from runlift.domain.plan.session import PrescribedSet, Role, Side
from runlift.domain.quantity import Reason
from runlift.domain.strength.one_rm import one_rm_of

if TYPE_CHECKING:
    from tests.domain.adjustment.conftest import Maker


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
    second = make.judged(asked, *short, before=first, rack=(7.5, 8.0))
    assert second.in_a_row == 2
    assert rules(second) == ["fell_short_step_back"]
    assert (standing(second).load_kg, standing(second).highest_kg) == (7.5, 7.5)
    assert standing(second).effective <= 11.0


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
    assert (standing(outcome).load_kg, standing(outcome).reps) == (6.0, 8)  # no more than asked


def test_without_a_lower_weight_the_step_back_is_fewer_repetitions(make: Maker) -> None:
    outcome = make.judged(make.asked(), make.done(reps=3, rir=0.0), rack=(8.0, 12.0))
    assert standing(outcome).load_kg == 8.0
    assert standing(outcome).effective < 11.0
    assert outcome.reasons[0].figures["to_reps"] == 5  # one bad day does not end a lift


def test_a_weight_far_above_the_one_under_it_is_kept_with_fewer_repetitions_while_five_are_left(
    make: Maker,
) -> None:
    asked = make.asked(reps=9, kg=12.0)
    short = (make.done(reps=9, kg=12.0), make.done(reps=8, kg=12.0, position=2))
    rack = (8.0, 12.0, 16.0)
    first = make.judged(asked, *short, rack=rack)
    second = make.judged(asked, *short, before=first, rack=rack)
    assert (standing(second).load_kg, standing(second).reps) == (12.0, 7)


def test_a_known_weight_missed_by_far_comes_back_with_no_more_repetitions_than_asked(make: Maker) -> None:
    asked = make.asked(reps=10)
    well = make.judged(make.asked(), make.done(), make.done(position=2))
    far = (make.done(reps=6, rir=0.0), make.done(reps=5, rir=0.0, position=2))
    stands = standing(make.judged(asked, *far, before=well, rack=(4.0, 6.0, 8.0)))
    assert (stands.load_kg, stands.reps) == (6.0, 10)


def test_a_leap_missed_by_little_comes_back_with_more_repetitions_and_is_expected_lower(make: Maker) -> None:
    asked = make.asked(reps=6, kg=12.0)
    near = (make.done(reps=5, kg=12.0, rir=1.0), make.done(reps=5, kg=12.0, rir=1.0, position=2))
    first = make.judged(asked, *near, rack=(8.0, 12.0, 16.0))
    stands = standing(make.judged(asked, *near, before=first, rack=(8.0, 12.0, 16.0)))
    assert (stands.load_kg, stands.highest_kg, stands.reps) == (8.0, 8.0, 9)
    assert stands.overrated == 3.0  # nine were expected with the reserve, six were shown


def test_a_failed_leap_comes_back_with_more_repetitions_and_is_expected_lower(make: Maker) -> None:
    asked = make.asked(reps=6, kg=12.0)
    well = make.judged(make.asked(), make.done(), make.done(position=2))
    far = (make.done(reps=3, kg=12.0, rir=0.0), make.done(reps=2, kg=12.0, rir=0.0, position=2))
    outcome = make.judged(asked, *far, before=well, rack=(8.0, 12.0, 16.0))
    stands = standing(outcome)
    assert rules(outcome) == ["fell_short_step_back"]
    assert (stands.load_kg, stands.highest_kg, stands.reps) == (8.0, 8.0, 9)
    assert stands.overrated == 6.0  # nine were expected with the reserve, three were shown


def test_a_reserve_short_by_its_error_holds_and_by_more_falls_short(make: Maker) -> None:
    slightly = make.judged(make.asked(), make.done(rir=2.0), make.done(rir=2.0, position=2))
    clearly = make.judged(make.asked(), make.done(rir=1.0), make.done(rir=1.0, position=2))
    assert (slightly.result, rules(slightly)) == (ExerciseResult.AS_PLANNED, ["less_reserve_hold"])
    assert (clearly.result, rules(clearly)) == (ExerciseResult.FELL_SHORT, ["fell_short_hold"])


def test_a_little_less_in_reserve_holds_three_times_and_then_steps_back(make: Maker) -> None:
    slack = (make.done(rir=2.0), make.done(rir=2.0, position=2))
    outcome = make.judged(make.asked(), make.done(), make.done(position=2))
    told = []
    for _ in range(5):
        outcome = make.judged(make.asked(), *slack, before=outcome, rack=(7.5, 8.0))
        told += rules(outcome)
    assert told == [*["less_reserve_hold"] * 3, "fell_short_step_back", "less_reserve_hold"]


def test_fewer_sets_hold_without_counting_as_failure(make: Maker) -> None:
    outcome = make.judged(make.asked(sets=3), make.done(), make.done(position=2))
    assert outcome.result is ExerciseResult.AS_PLANNED
    assert rules(outcome) == ["fewer_sets_hold"]


def test_a_lighter_load_is_where_it_goes_on(make: Maker) -> None:
    outcome = make.judged(make.asked(), make.done(kg=6.0), make.done(kg=6.0, position=2))
    assert rules(outcome) == ["lighter_load_held"]
    assert standing(outcome).load_kg == 6.0
    assert standing(outcome).highest_kg == 6.0


def test_where_nothing_so_light_is_there_the_lightest_goes_on_with_fewer_repetitions(make: Maker) -> None:
    outcome = make.judged(make.asked(kg=10.0), make.done(kg=8.0), rack=(10.0, 12.0))
    stands = standing(outcome)
    assert rules(outcome) == ["fell_short_hold"]
    assert (stands.load_kg, stands.highest_kg) == (10.0, 8.0)
    assert stands.reps < 8
    assert stands.effective < 8


def test_one_light_day_at_a_load_done_before_asks_the_same_again_and_a_second_goes_on_lighter(
    make: Maker,
) -> None:
    asked = make.asked()
    well = make.judged(asked, make.done(), make.done(position=2))
    light = (make.done(kg=4.0), make.done(kg=4.0, position=2))
    first = make.judged(asked, *light, before=well)
    assert (rules(first), standing(first).load_kg) == (["fell_short_hold"], 8.0)
    second = make.judged(asked, *light, before=first)
    assert (rules(second), standing(second).load_kg) == (["lighter_load_held"], 4.0)


def test_an_untold_reserve_of_a_lighter_set_counts_only_where_the_repetitions_were_met(make: Maker) -> None:
    met = make.judged(make.asked(), make.done(kg=6.0, rir=None), make.done(kg=6.0, rir=None, position=2))
    missed = make.judged(make.asked(), make.done(kg=6.0, rir=None, reps=5))
    assert standing(met).effective == 11.0
    assert standing(missed).effective == 5.0


def test_less_load_on_a_light_day_takes_nothing_away(make: Maker) -> None:
    usual = make.asked().leads_to
    asked = make.asked(kg=6.0, leads_to=usual)
    outcome = make.judged(asked, make.done(kg=4.0), make.done(kg=4.0, position=2))
    assert standing(outcome).load_kg == 8.0


def test_lighter_sets_before_the_load_asked_are_taken_as_leading_up_to_it(make: Maker) -> None:
    asked = make.asked(kg=16.0)
    ramp = (make.done(reps=5, kg=8.0), make.done(reps=3, kg=12.0, position=2))
    work = (make.done(kg=16.0, position=3), make.done(kg=16.0, position=4))
    assert make.judged(asked, *ramp, *work).stands == asked.leads_to
    back_off = make.judged(asked, work[0], make.done(kg=12.0, position=5))
    assert back_off.result is ExerciseResult.FELL_SHORT


def test_fewer_repetitions_after_a_run_with_the_reserve_kept_are_no_failure(make: Maker) -> None:
    upper_end = Reason.of("reps_by_rir_after_run", ("S03",), hours=5.0, rir=3.0)
    asked = make.asked(reasons=(upper_end,))
    kept = make.judged(asked, make.done(reps=6), make.done(reps=6, position=2))
    spent = make.judged(asked, make.done(reps=6, rir=1.0), make.done(reps=6, rir=1.0, position=2))
    assert (kept.result, rules(kept)) == (ExerciseResult.AS_PLANNED, ["fewer_reps_after_run"])
    assert standing(kept).load_kg == 8.0
    assert spent.result is ExerciseResult.FELL_SHORT


def test_clearly_easier_twice_in_a_row_is_a_larger_step(make: Maker) -> None:
    asked = make.asked()
    easy = (make.done(), make.done(rir=5.0, position=2))
    first = make.judged(asked, *easy)
    assert (first.result, first.stands) == (ExerciseResult.EASIER, asked.leads_to)
    second = make.judged(asked, *easy, before=first)
    assert rules(second) == ["easier_than_asked"]
    assert standing(second).effective == 13.0
    assert standing(second).load_kg == 8.0


def test_more_repetitions_with_an_untold_reserve_are_not_easier(make: Maker) -> None:
    untold = (make.done(), make.done(reps=10, rir=None, position=2))
    told = (make.done(), make.done(reps=10, position=2))
    assert make.judged(make.asked(), *untold).result is ExerciseResult.AS_PLANNED
    assert make.judged(make.asked(), *told).result is ExerciseResult.EASIER


def test_the_side_that_showed_less_decides(make: Maker) -> None:
    asked = make.asked("db_row")
    both = tuple(replace(asked.sets[0], side=side) for side in (Side.LEFT, Side.RIGHT))
    asked = replace(asked, sets=both)

    def after(left: float, right: float) -> Progress:
        sets = (
            make.done(kg=left, exercise="db_row", side=Side.LEFT),
            make.done(kg=right, exercise="db_row", side=Side.RIGHT, position=2),
        )
        return standing(make.judged(asked, *sets))

    assert after(9.0, 9.0).load_kg == 9.0
    assert after(9.0, 8.0).load_kg == 8.0
    assert (after(9.0, 6.0).load_kg, after(9.0, 6.0).highest_kg) == (6.0, 6.0)


def test_what_is_light_on_purpose_is_never_easier(make: Maker) -> None:
    usual = make.asked().leads_to
    easy = (make.done(kg=6.0, rir=6.0), make.done(kg=6.0, rir=6.0, position=2))
    outcome = make.judged(make.asked(kg=6.0, leads_to=usual), *easy)
    assert (outcome.result, outcome.stands) == (ExerciseResult.AS_PLANNED, usual)


def test_fewer_sets_do_not_end_the_catching_up_of_a_careful_start(make: Maker) -> None:
    few = make.judged(make.asked(sets=3), make.done())
    short = make.judged(make.asked(), make.done(reps=7), make.done(position=2))
    assert (standing(few).careful, standing(few).grown_in) == (True, 4)
    assert (standing(short).careful, standing(short).grown_in) == (False, 3)


def test_more_load_than_asked_done_well_is_taken(make: Maker) -> None:
    hard = make.judged(make.asked(), make.done(kg=12.0, rir=1.0), make.done(kg=12.0, position=2))
    assert (standing(hard).load_kg, standing(hard).effective) == (12.0, 9.0)  # the set that showed least
    well = make.judged(make.asked(), make.done(kg=12.0), make.done(kg=12.0, position=2))
    assert (standing(well).load_kg, standing(well).highest_kg, standing(well).effective) == (12.0, 12.0, 11.0)


@given(reps=st.integers(1, 8), kg=st.sampled_from([8.0, 9.0, 10.0, 12.0]), rir=st.integers(0, 3))
def test_more_load_with_fewer_repetitions_is_short_only_where_it_shows_less_strength(
    make: Maker, reps: int, kg: float, rir: int
) -> None:
    outcome = make.judged(make.asked(), *(make.done(reps, kg, rir, position=at) for at in (1, 2)))
    no_weaker = kg > 8.0 and one_rm_of(kg, reps + rir) >= one_rm_of(8.0, 8 + 3)
    as_asked = kg == 8.0 and reps == 8 and rir >= 2
    assert (outcome.result is ExerciseResult.FELL_SHORT) is not (no_weaker or as_asked)
    if no_weaker:
        assert (standing(outcome).load_kg, standing(outcome).effective) == (kg, reps + rir)


def test_more_load_with_fewer_repetitions_counts_no_reserve_that_is_not_told(make: Maker) -> None:
    untold = [make.done(8, 9.0, None, position=at) for at in (1, 2)]
    told = [make.done(8, 9.0, 3.0, position=at) for at in (1, 2)]
    assert standing(make.judged(make.asked(), *untold)).load_kg == 9.0
    assert make.judged(make.asked(reps=12), *untold).result is ExerciseResult.FELL_SHORT
    assert make.judged(make.asked(reps=12), *told).result is ExerciseResult.AS_PLANNED


@pytest.mark.parametrize("kg", [8 * 2.2046, 8 / 2.2046])
def test_kilograms_and_pounds_mixed_up_count_for_nothing(make: Maker, kg: float) -> None:
    asked = make.asked()
    known = make.judged(asked, make.done(), make.done(position=2))
    outcome = make.judged(asked, make.done(kg=kg), make.done(kg=kg, position=2), before=known)
    assert outcome.sets == ()
    assert outcome.stands == known.stands


@given(times=st.floats(0.1, 12.0))
def test_a_leap_is_kept_out_until_it_is_shown_again(make: Maker, times: float) -> None:
    asked = replace(make.asked(), leads_to=replace(make.asked().leads_to or Progress(), careful=False))
    known = make.judged(asked, make.done(), make.done(position=2))
    odd = (make.done(kg=8 * times), make.done(kg=8 * times, position=2))
    first = make.judged(asked, *odd, before=known)
    if times <= 1.5:
        assert "doubtful_leap" not in rules(first)
    elif rules(first) != ["doubtful_load"]:
        assert times < 1.6 or rules(first) == ["doubtful_leap"]
        again = make.judged(asked, *odd, before=first)
        assert standing(again).load_kg == pytest.approx(8 * times)
    if times > 1.6:
        assert first.stands == known.stands
        assert first.sets == ()


def test_a_careful_start_may_be_far_too_light_but_not_ten_times(make: Maker) -> None:
    twice = make.judged(make.asked(), make.done(kg=16.0), make.done(kg=16.0, position=2))
    tenfold = make.judged(make.asked(), make.done(kg=80.0), make.done(kg=80.0, position=2))
    assert standing(twice).load_kg == 16.0
    assert (rules(tenfold), tenfold.stands) == (["doubtful_leap"], None)


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


def test_pain_told_after_the_exercise_counts_like_pain_during_a_set(make: Maker) -> None:
    well = (make.done(), make.done(position=2))
    after = make.judged(make.asked(), *well, pain_after=4)
    during = make.judged(make.asked(), well[0], make.done(position=2, pain=4))
    assert after.stands == during.stands
    assert after.result is ExerciseResult.HURT


def test_what_hurts_while_warming_up_does_not_grow(make: Maker) -> None:
    known = make.judged(make.asked(), make.done(), make.done(position=2))
    outcome = make.judged(make.asked(), make.done(kg=4.0, kind=SetKind.WARM_UP, pain=5), before=known)
    assert outcome.result is ExerciseResult.HURT
    assert (standing(outcome).load_kg, standing(outcome).grown_in) == (8.0, 3)


@given(pain=st.integers(0, 10), reps=st.integers(1, 12), rir=st.floats(0, 6))
def test_what_hurt_above_two_never_grows(make: Maker, pain: int, reps: int, rir: float) -> None:
    sets = (make.done(reps=reps, rir=rir), make.done(reps=reps, rir=rir, position=2, pain=pain))
    outcome = make.judged(make.asked(), *sets)
    if pain > 2:
        assert outcome.result is ExerciseResult.HURT
        assert standing(outcome).load_kg <= 8.0
        assert standing(outcome).grown_in > 2
        assert not standing(outcome).careful
    else:
        assert outcome.result is not ExerciseResult.HURT


def test_a_band_steps_back_in_repetitions_and_then_to_a_lighter_band(make: Maker) -> None:
    def back(reps: int) -> Progress:
        asked = make.asked("band_pull_apart", kg=None, reps=reps, rir=None)
        asked = replace(asked, leads_to=replace(asked.leads_to or Progress(), band=1))
        short = make.done(reps=reps - 1, kg=None, exercise="band_pull_apart")
        first = make.judged(asked, short, short)
        return standing(make.judged(asked, short, short, before=first))

    assert (back(12).band, back(12).reps) == (1, 10)
    assert (back(9).band, back(9).reps) == (0, 9)


def test_a_slowed_load_steps_back_to_a_quicker_tempo_first(make: Maker) -> None:
    asked = make.asked(tempo=2)
    short = (make.done(reps=7), make.done(reps=7, position=2))
    second = make.judged(asked, *short, before=make.judged(asked, *short))
    assert (standing(second).tempo, standing(second).load_kg) == (1, 8.0)


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
