"""Seasons of one lift: what is asked, done in any way at all, judged, and asked again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from runlift.domain.adjustment.breaks import after_break
from runlift.domain.adjustment.judging import Attempt, judge
from runlift.domain.athlete.place import Barbell, Equipment, Place
from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.diary.entry import SetDone
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.placement.placement import PlacedSession
from runlift.domain.plan.outcome import ExerciseResult
from runlift.domain.plan.progress import Progress
from runlift.domain.plan.session import LegStress, Phase, PrescribedExercise, Role, SessionKind
from runlift.domain.prescription.last_done import LastDone
from runlift.domain.prescription.progression import Asked, work_out
from runlift.domain.prescription.rack import loadings
from runlift.domain.prescription.situation import Situation
from runlift.domain.prescription.writing import written
from runlift.domain.season.demand import SessionDemand, WeekDemand

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from runlift.domain.plan.outcome import ExerciseOutcome
    from runlift.domain.plan.session import PrescribedSet

MONDAY = date(2027, 1, 4)
KITS = {
    "kettlebells": Equipment(kettlebells_kg=((8.0, 1), (12.0, 1), (16.0, 1), (24.0, 1))),
    "dumbbells": Equipment(dumbbells_kg=tuple((float(kg), 2) for kg in range(4, 42, 2))),
    "bar": Equipment(
        barbell=Barbell(bar_kg=15.0, plates_kg=((1.25, 2), (2.5, 2), (5.0, 2), (10.0, 2), (20.0, 4))),
        items=("rack",),
    ),
    "bands": Equipment(bands=("light", "medium", "heavy")),
    "nothing": Equipment(),
}
LIFTS = (
    *(("goblet_squat", "kettlebells"), ("goblet_squat", "dumbbells"), ("back_squat", "bar")),
    *(("bw_squat", "nothing"), ("plank", "nothing"), ("band_pull_apart", "bands")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How a session goes: repetitions or seconds beside those asked, reserve beside it, share of the load.

    A break of `days_off` may come before it.
    """

    more: int = 0
    reserve: float | None = 0.0
    share: float = 1.0
    pain: int | None = None
    days_off: int = 0


WELL = How()
SHORT = How(more=-1, reserve=-1.0)
ANYHOW = st.builds(
    How,
    more=st.integers(-6, 4),
    reserve=st.none() | st.sampled_from([-3.0, -1.0, 0.0, 2.0, 4.0]),
    share=st.sampled_from([1.0, 1.0, 1.0, 0.5, 0.9, 1.2, 2.2046, 5.0]),
    pain=st.none() | st.integers(0, 6),
    days_off=st.sampled_from([0, 0, 0, 10, 20, 40]),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """A session asked and done."""

    asked: PrescribedExercise
    outcome: ExerciseOutcome
    week: int

    @property
    def working(self) -> PrescribedSet:
        """The first working set asked for."""
        return next(one for one in self.asked.sets if not one.warm_up)


def live(
    exercise_id: str,
    kit: str,
    goes: Sequence[How] | Callable[[PrescribedSet], How],
    *,
    sessions: int = 24,
    phase: Phase = Phase.FOUNDATION,
) -> list[Lived]:
    """Live through sessions, two a week, until they are over or the lift is offered no more."""
    exercise, equipment = catalogue()[exercise_id], KITS[kit]
    lived: list[Lived] = []
    before: ExerciseOutcome | None = None
    for number in range(sessions if callable(goes) else len(goes)):
        days_off = 0 if callable(goes) else goes[number].days_off
        situation = _situation(equipment, number, phase, held=days_off > 0)
        progress = before.stands if before is not None else None
        progress = after_break(progress, days_off) if progress is not None else None
        work = work_out(
            Asked(exercise=exercise, role=Role.MAIN, situation=situation, progress=progress, contacts=0)
        )
        if work is None:
            break
        leads_to = replace(work.progress, times=work.progress.times + 1, last_session=number)
        asked = replace(written(work, 2, situation), leads_to=leads_to)
        working = [one for one in asked.sets if not one.warm_up]
        how = goes(working[0]) if callable(goes) else goes[number]
        outcome = judge(
            Attempt(
                exercise=exercise,
                asked=asked,
                sets=tuple(_done(one, how, exercise_id, at) for at, one in enumerate(working)),
                before=before,
                rack=loadings(equipment, exercise),
                week=number // 2,
            )
        )
        lived.append(Lived(asked=asked, outcome=outcome, week=number // 2))
        before = outcome if outcome.stands is not None or outcome.reasons else before
    return lived


def _done(asked: PrescribedSet, how: How, exercise: str, at: int) -> SetDone:
    reserve = None if how.reserve is None or asked.rir is None else max(0.0, asked.rir + how.reserve)
    return SetDone(
        session="one",
        position=at + 1,
        exercise=exercise,
        done_at=datetime.combine(MONDAY, time(18, at)),
        side=asked.side,
        reps=max(1, asked.reps + how.more) if asked.reps is not None else None,
        seconds=max(1, asked.seconds + how.more * 5) if asked.seconds is not None else None,
        load_kg=asked.load_kg * how.share if asked.load_kg else None,
        rir=reserve,
        pain=how.pain,
    )


def _situation(equipment: Equipment, number: int, phase: Phase, *, held: bool) -> Situation:
    week = number // 2
    monday = MONDAY + timedelta(weeks=week)
    demand = SessionDemand(
        id=f"{monday.isoformat()}/{number % 2 + 1}",
        kind=SessionKind.STRENGTH,
        phase=phase,
        leg_stress=LegStress.HEAVY,
        intensive_plyometrics=False,
        unaccustomed=False,
        minutes=45,
        worth=1,
    )
    return Situation(
        placed=PlacedSession(
            demand=demand,
            date=monday + timedelta(days=1 + 3 * (number % 2)),
            start=time(18),
            place="home",
            hours_after_run=None,
            reasons=(),
        ),
        week=WeekDemand(
            monday=monday,
            phase=phase,
            block=0,
            week_of_block=week,
            deload=False,
            sets_factor=1.0,
            load_factor=1.0,
            rir_plus=0.0,
            leg_hard_sets=(4, 12),
            hold_progression=held,
            sessions=(demand,),
            reasons=(),
        ),
        week_number=week,
        block=(0, "home"),
        sessions_left=2,
        athlete=Athlete(
            lifting=Lifting.NOVICE, body_mass_kg=62.0, places=(Place(id="home", equipment=equipment),)
        ),
        equipment=equipment,
        kinds=equipment.kinds(),
        minutes=45,
        near_key_run=False,
        may_meet_new=True,
        may_meet_sore=True,
        emphases=(),
        level=5,
        doable=(),
    )


@settings(max_examples=200)
@given(lift=st.sampled_from(LIFTS), goes=st.lists(ANYHOW, min_size=2, max_size=16))
def test_no_step_is_over_a_tenth_unless_the_kit_leaves_no_other(
    lift: tuple[str, str], goes: list[How]
) -> None:
    rack = [one.total_kg for one in loadings(KITS[lift[1]], catalogue()[lift[0]])]
    highest = 0.0
    for each in live(*lift, goes):
        load = each.working.load_kg or 0.0
        if highest and load > highest * 1.1 + 0.01:
            assert load == min(kg for kg in rack if kg > highest + 0.01)
        done = [one.load_kg or 0.0 for one in each.outcome.sets if not one.warm_up]
        highest = max((highest, *done))


BORROWED = [  # a lighter load than the kit has, done well behind two breaks
    *(How(reserve=None), How(reserve=None), How(reserve=None, days_off=10)),
    *(How(more=-1, reserve=None, days_off=10), How(more=4, reserve=2.0, share=0.9), How(reserve=None)),
]


@settings(max_examples=200)
@example(lift=("back_squat", "bar"), goes=BORROWED)
@given(lift=st.sampled_from(LIFTS), goes=st.lists(ANYHOW, min_size=2, max_size=16))
def test_after_falling_short_or_hurting_the_next_session_asks_no_more(
    lift: tuple[str, str], goes: list[How]
) -> None:
    lived = live(*lift, goes)
    for one, then in pairwise(lived):
        if one.outcome.result not in {ExerciseResult.FELL_SHORT, ExerciseResult.HURT}:
            continue
        first, second = one.working, then.working
        assert (second.load_kg or 0.0) <= (first.load_kg or 0.0)
        at_load = all(each.load_kg == first.load_kg for each in one.outcome.sets)
        same = first.load_kg == second.load_kg and one.asked.tempo == then.asked.tempo
        if at_load and same:
            assert _demanded(second) <= _demanded(first)


@pytest.mark.parametrize("badly", [How(more=-1, reserve=-1.0), How(pain=3), How(reserve=-1.0)])
@pytest.mark.parametrize("lift", LIFTS[:3])
def test_what_goes_badly_after_a_break_does_not_bring_the_heavier_weight_back(
    lift: tuple[str, str], badly: How
) -> None:
    for weeks in range(4, 30):
        *_, back, then = live(*lift, [*[WELL] * (2 * weeks), replace(badly, days_off=10), WELL])
        assert (then.working.load_kg or 0.0) <= (back.working.load_kg or 0.0)


@pytest.mark.parametrize("pain", [None, 3])
@pytest.mark.parametrize("share", [2.2046, 5.0])
@pytest.mark.parametrize("lift", LIFTS[:3])
def test_what_cannot_be_believed_after_a_break_does_not_bring_the_heavier_weight_back(
    lift: tuple[str, str], share: float, pain: int | None
) -> None:
    doubtful = How(share=share, pain=pain, days_off=10)
    for weeks in range(4, 30):
        *_, back, then = live(*lift, [*[WELL] * (2 * weeks), doubtful, WELL])
        assert back.outcome.sets == ()  # nothing of it counts
        assert (then.working.load_kg or 0.0) <= (back.working.load_kg or 0.0)
        assert _demanded(then.working) <= _demanded(back.working)


@pytest.mark.parametrize("lift", LIFTS)
def test_done_as_asked_it_grows_and_short_each_time_it_shrinks(lift: tuple[str, str]) -> None:
    well, short = live(*lift, [WELL] * 24), live(*lift, [SHORT] * 24)
    assert len(well) == 24
    assert _amount(well[-1]) > _amount(well[0])
    assert _amount(short[-1]) < _amount(short[0])


def test_a_leap_that_fails_is_not_followed_by_a_larger_one_nor_by_the_end_of_the_lift() -> None:
    def strong_enough_for_eight(asked: PrescribedSet) -> How:
        return WELL if (asked.load_kg or 0.0) <= 8.0 else How(more=-4, reserve=-2.0)

    lived = live("goblet_squat", "kettlebells", strong_enough_for_eight, sessions=40)
    loads = [each.working.load_kg for each in lived]
    assert len(lived) == 40
    assert set(loads) == {8.0, 12.0}
    assert loads.count(12.0) <= 3
    assert lived[-1].asked.tempo  # the tempo slows instead


def test_after_a_step_back_success_grows_again() -> None:
    goes = [WELL] * 8 + [SHORT] * 2 + [WELL] * 14
    lived = live("goblet_squat", "dumbbells", goes)
    lowest = min(_amount(each) for each in lived[9:12])
    assert lowest < _amount(lived[8])
    assert _amount(lived[-1]) > _amount(lived[8])


def _demanded(asked: PrescribedSet) -> float:
    """Repetitions with their reserve, which the weeks of beginning ask more of; or seconds."""
    return (asked.reps or asked.seconds or 0) + (asked.rir or 0.0)


def _amount(each: Lived) -> tuple[float, int, int, int]:
    stands = each.outcome.stands
    assert stands is not None
    return stands.load_kg, stands.band, stands.tempo, stands.reps + stands.seconds


def test_no_growth_is_told_of_what_is_held_at_what_was_done_last() -> None:
    free = _situation(KITS["dumbbells"], 8, Phase.STRENGTH, held=False)
    done = LastDone(date=MONDAY, sets=2, reps=9, seconds=0, contacts=0, load_kg=12.0)
    stands = Progress(times=3, grown_in=2, load_kg=12.0, effective=12.0, highest_kg=12.0, reps=9)
    grown, held = (
        work_out(
            Asked(
                exercise=catalogue()["goblet_squat"],
                role=Role.MAIN,
                situation=situation,
                progress=stands,
                contacts=0,
            )
        )
        for situation in (free, replace(free, at_most={"goblet_squat": done}))
    )
    assert grown is not None
    assert held is not None
    assert (grown.reps, held.reps) == (10, 9)
    assert "lever_volume" in {one.rule for one in grown.reasons}
    assert "lever_volume" not in {one.rule for one in held.reasons}
