from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.progress.diaries import TODAY, diary_of, done, sets
from tests.logged_plan import EXERCISES, session

from runlift.domain.diary.entry import SessionDone, SetDone, SetKind
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.exercise.muscle import MuscleGroup
from runlift.domain.plan.session import PlannedSession, Side
from runlift.domain.progress.week import Amounts, WeekFigures, amounts_of, weeks_in_figures
from runlift.domain.progress.work import work_asked, work_done

MONDAY = TODAY - timedelta(days=TODAY.weekday())


def figures(*told: SetDone, sessions: tuple[PlannedSession, ...] = ()) -> tuple[WeekFigures, ...]:
    return weeks_in_figures(
        work_done(diary_of(told), sessions, catalogue(), today=TODAY),
        work_asked(sessions),
        catalogue(),
        today=TODAY,
        weeks=12,
        planned_from=min((each.date for each in sessions), default=None),
    )


def this_week(*told: SetDone) -> Amounts:
    return figures(*told)[-1].done


def in_all(told: list[SetDone]) -> tuple[float, float, float]:
    weeks = [week.done for week in figures(*told)]
    sets_by_muscle = sum(sum(week.hard_sets.values()) for week in weeks)
    return sets_by_muscle, sum(week.sets for week in weeks), sum(week.tonnage_kg for week in weeks)


def test_a_hard_set_counts_whole_for_what_it_works_most_and_half_for_the_rest() -> None:
    exercise = catalogue()["goblet_squat"]
    found = this_week(done(), done()).hard_sets
    assert exercise.primary_muscles[0] == "quadriceps"
    assert found[MuscleGroup.QUADRICEPS] == 2
    assert found[MuscleGroup.TRUNK] == 1


@pytest.mark.parametrize(("rir", "hard"), [(0.0, 1), (4.0, 1), (5.0, 0), (None, 1)])
def test_a_set_is_hard_when_it_left_at_most_four_repetitions(rir: float | None, hard: int) -> None:
    assert this_week(done(rir=rir)).sets == hard


def test_left_and_right_make_one_hard_set() -> None:
    both = this_week(done("db_row", side=Side.LEFT), done("db_row", side=Side.RIGHT))
    assert both.sets == this_week(done("db_row", side=Side.BOTH)).sets == 1
    assert both.tonnage_kg == this_week(done("db_row", side=Side.BOTH)).tonnage_kg == 2 * 8 * 16


def test_a_drop_set_adds_weight_and_no_hard_set() -> None:
    found = this_week(done(), done(kind=SetKind.DROP, load_kg=8.0))
    assert (found.sets, found.tonnage_kg) == (1, 8 * 16 + 8 * 8)


def test_a_warm_up_set_counts_for_nothing() -> None:
    found = this_week(done(), done(kind=SetKind.WARM_UP))
    assert (found.sets, found.tonnage_kg) == (1, 8 * 16)


def test_jumps_are_counted_by_their_contacts_only() -> None:
    found = this_week(done("pogo", reps=None, contacts=30, load_kg=None, rir=None))
    assert (found.sets, found.contacts, found.tonnage_kg) == (0, 30, 0)


def test_exercises_without_a_known_name_add_weight_and_no_muscle() -> None:
    week = figures(done(""))[-1]
    assert (week.unknown, week.done.tonnage_kg, week.done.hard_sets) == (1, 8 * 16, {})


def test_sets_whose_effort_nothing_tells_are_counted_apart() -> None:
    assert figures(done(rir=None), done())[-1].untold == 1


def test_there_is_nothing_prescribed_before_the_plan() -> None:
    weeks = figures(sessions=(session(TODAY),))
    assert weeks[-1].asked is not None
    assert all(week.asked is None for week in weeks[:-1])
    assert all(week.asked is None for week in figures(done()))


def test_a_session_that_is_only_said_to_be_done_was_done_as_asked() -> None:
    planned = session(TODAY)
    told = diary_of([SessionDone(session=planned.uid, starts_at=planned.starts_at)])
    work = work_done(told, (planned,), catalogue(), today=TODAY)
    assert amounts_of(work, catalogue()) == amounts_of(work_asked((planned,)), catalogue())


def test_a_session_done_as_asked_holds_what_was_asked() -> None:
    planned = session(TODAY)
    told = [
        replace(
            done(each.exercise, session=planned.uid),
            reps=one.reps,
            seconds=one.seconds,
            load_kg=one.load_kg,
            rir=None,  # taken to be as asked
            side=one.side,
            kind=SetKind.WARM_UP if one.warm_up else SetKind.WORK,
        )
        for each in EXERCISES[1:]
        for one in each.sets
    ]
    week = figures(*told, sessions=(planned,))[-1]
    assert week.done == week.asked
    assert week.done.sets > 0


def test_sessions_that_illness_took_are_not_asked_for() -> None:
    planned = session(TODAY)
    assert work_asked((planned,))
    assert work_asked((planned,), excused={TODAY}) == ()


@given(st.lists(sets, max_size=12), sets)
def test_adding_a_set_never_lowers_hard_sets_or_weight(told: list[SetDone], more: SetDone) -> None:
    before, after = in_all(told), in_all([*told, more])
    assert all(late >= early - 1e-9 for early, late in zip(before, after, strict=True))


@given(st.lists(sets, max_size=12), st.randoms(use_true_random=False))
def test_the_order_in_which_sets_are_told_changes_nothing(told: list[SetDone], chance: object) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert in_all(shuffled) == pytest.approx(in_all(told))


def test_the_last_week_shown_is_the_one_that_has_begun() -> None:
    weeks = figures(done())
    assert len(weeks) == 12
    assert weeks[-1].monday == MONDAY == date(2027, 3, 1)
    assert weeks[0].monday == MONDAY - timedelta(weeks=11)
