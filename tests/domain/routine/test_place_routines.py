"""Short routines on days, in a week of runs at 07:00 with an evening free."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.domain.athlete.place import HOME, Equipment, OpeningHours, Place
from runlift.domain.athlete.profile import Athlete, FreeWindow, KnownSet, Lifting, Race, RacePriority, Travel
from runlift.domain.exercise.catalogue import catalogue
from runlift.domain.plan.easing import Easing, Limit, Restriction
from runlift.domain.plan.past import Past
from runlift.domain.plan.plan import TimedRun
from runlift.domain.plan.routine import PlacedRoutine, Routine, RoutineItem
from runlift.domain.plan.session import (
    LegStress,
    Phase,
    PlannedSession,
    PrescribedExercise,
    PrescribedSet,
    Role,
    SessionKind,
)
from runlift.domain.quantity import DateSpan, Reason, Weekday
from runlift.domain.routine.around import Around
from runlift.domain.routine.place_routines import place_routines
from runlift.domain.running.plan import Run, RunKind

if TYPE_CHECKING:
    from collections.abc import Sequence

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
SUNDAY = MONDAY + 6 * DAY
WHY = Reason.of("complaint_routine", ("CO01", "CP008"), complaint="pfp", side="right", stage="sore")
KIT = Equipment(bands=("light",), items=("foam_roller", "step"))
WINDOWS = tuple(
    FreeWindow(weekday=weekday, start=time(18), end=time(22), preferred=True) for weekday in Weekday
)
RUNNER = Athlete(lifting=Lifting.NOVICE, name="Ann", places=(Place(id=HOME, equipment=KIT),), windows=WINDOWS)
SHORT: dict[str, Any] = {"sets": 1, "low": 30, "high": 30, "unit": "s"}


def run(day: int, kind: RunKind = RunKind.EASY, start: str = "07:00", minutes: int = 60) -> TimedRun:
    return TimedRun(
        run=Run(id=f"{day} {start}", date=MONDAY + day * DAY, kind=kind, key=kind.is_key, title=kind.value),
        start=time.fromisoformat(start),
        minutes=minutes,
        start_assumed=False,
        minutes_assumed=False,
        buffered_long_run=False,
    )


EASY_WEEK = tuple(run(day) for day in (0, 1, 3, 4, 6))


def session(day: int, *exercises: str, start: str = "18:00", minutes: int = 45) -> PlannedSession:
    return PlannedSession(
        uid=f"session {day}",
        date=MONDAY + day * DAY,
        start=time.fromisoformat(start),
        minutes=minutes,
        kind=SessionKind.STRENGTH,
        phase=Phase.STRENGTH,
        place=HOME,
        leg_stress=LegStress.MODERATE,
        exercises=tuple(
            PrescribedExercise(exercise=each, role=Role.CORE, sets=(PrescribedSet(reps=8),))
            for each in exercises
        ),
    )


def given_(moment: str, exercise: str, per_week: int = 7, kind: str = "strengthen", **dose: Any) -> Routine:  # noqa: ANN401
    usual: dict[str, Any] = {"sets": 3, "low": 10, "high": 12, "unit": "reps"}
    item = RoutineItem(exercise=exercise, kind=kind, per_week=per_week, **(usual | dose))
    return Routine(moment=moment, items=(item,), reason=WHY)


def placed(
    *routines: Routine,
    runs: Sequence[TimedRun] = EASY_WEEK,
    sessions: Sequence[PlannedSession] = (),
    athlete: Athlete = RUNNER,
    rest_days: tuple[date, ...] = (),
    races: tuple[Race, ...] = (),
    first_day: date = MONDAY,
    last_day: date = SUNDAY,
    **past: Any,  # noqa: ANN401
) -> tuple[PlacedRoutine, ...]:
    told = Past(began=MONDAY, starts={}, standing={}, routines=routines, **past)
    around = Around(
        athlete=athlete, runs=tuple(runs), sessions=tuple(sessions), rest_days=rest_days, races=races
    )
    return place_routines(told, around, catalogue(), first_day=first_day, last_day=last_day)


def days(found: Sequence[PlacedRoutine]) -> list[int]:
    return [(each.date - MONDAY).days for each in found]


def test_without_anything_given_there_is_none() -> None:
    assert placed() == ()


def test_hip_and_trunk_work_stands_right_before_easy_runs_up_to_three_a_week() -> None:
    found = placed(given_("before_run", "bird_dog"))
    before = [each for each in found if each.moment == "before_run"]
    assert [each.ends_at.time() for each in before] == [time(7)] * 3
    assert [each.run for each in before] == [f"{day} 07:00" for day in days(before)]
    rest = [each for each in found if each.moment != "before_run"]
    assert {each.moment for each in rest} == {"after_run"}
    assert days(found) == [0, 1, 3, 4, 6]


def test_nothing_stands_before_a_key_run() -> None:
    runs = (run(0, RunKind.TEMPO), run(2, RunKind.LONG), run(4, RunKind.STEADY))
    found = placed(given_("before_run", "bird_dog"), runs=runs)
    assert {each.moment for each in found} == {"after_run"}
    assert days(found) == [0, 2, 4]


def test_an_easy_run_that_is_key_or_long_has_nothing_before_it() -> None:
    easy = run(0)
    for other in (replace(easy, run=replace(easy.run, key=True)), replace(easy, buffered_long_run=True)):
        found = placed(given_("before_run", "bird_dog"), runs=(other,))
        assert [each.moment for each in found] == ["after_run"]


def test_rolling_stands_after_the_run() -> None:
    found = placed(given_("daily", "roll_calf", 3, "roll", sets=2, low=45, high=60, unit="s"))
    assert days(found) == [1, 3, 6]
    assert all(each.start == time(8) and each.moment == "after_run" for each in found)
    assert [each.minutes for each in found] == [5, 5, 5]


def test_foot_and_balance_work_keeps_three_hours_after_a_run_and_eight_before_the_next() -> None:
    found = placed(given_("away_from_run", "short_foot", sets=3, low=50, high=50, unit="s"))
    assert days(found) == [0, 1, 3, 4, 6]
    assert all(each.start == time(18) and each.moment == "away_from_run" for each in found)
    late = tuple(run(day, start="20:00") for day in (0, 2, 4))
    assert placed(given_("away_from_run", "short_foot"), runs=late) == ()
    morning = FreeWindow(weekday=Weekday.MONDAY, start=time(11), end=time(13))
    early = placed(
        given_("away_from_run", "short_foot", sets=1),
        runs=late,
        athlete=replace(RUNNER, windows=(*WINDOWS, morning)),
    )
    assert [each.starts_at for each in early] == [datetime(2026, 3, 2, 11)]


def test_calf_work_given_for_any_hour_keeps_its_hours_from_runs_as_well() -> None:
    found = placed(given_("daily", "calf_iso_mid", sets=5, low=45, high=45, unit="s"))
    assert {each.moment for each in found} == {"away_from_run"}


def test_foot_work_stands_after_the_strength_session_of_the_day() -> None:
    found = placed(given_("away_from_run", "short_foot", 1), sessions=(session(0),))
    assert found[0].starts_at == datetime(2026, 3, 2, 18, 45)


def test_nobody_is_sent_to_a_gym_for_a_routine_alone() -> None:
    gym = Place(id="gym", equipment=KIT)
    athlete = replace(
        RUNNER,
        places=(*RUNNER.places, gym),
        windows=tuple(replace(window, place="gym") for window in WINDOWS),
    )
    foot = given_("away_from_run", "short_foot")
    assert placed(foot, athlete=athlete) == ()
    lifted = replace(session(0), place="gym")
    assert [each.place for each in placed(foot, athlete=athlete, sessions=(lifted,))] == ["gym"]


def test_what_a_session_or_a_form_next_to_it_holds_counts_and_stays_off_its_day() -> None:
    for exercise in ("bird_dog", catalogue()["bird_dog"].regression or catalogue()["bird_dog"].progression):
        assert exercise is not None
        found = placed(given_("session", "bird_dog", 3), sessions=(session(0, exercise),))
        assert len(found) == 2
        assert 0 not in days(found)
    assert placed(given_("session", "bird_dog", 1), sessions=(session(0, "bird_dog"),)) == ()
    warm = replace(session(0), exercises=(replace(session(0, "bird_dog").exercises[0], role=Role.WARM_UP),))
    assert len(placed(given_("session", "bird_dog", 1), sessions=(warm,))) == 1


def test_rest_days_races_and_days_without_training_stay_free() -> None:
    runs = (*EASY_WEEK, run(5, RunKind.RACE))
    found = placed(
        given_("daily", "cat_camel", kind="stretch"),
        runs=runs,
        rest_days=(MONDAY,),
        races=(Race(date=MONDAY + 3 * DAY, name="10 km", priority=RacePriority.C, distance_m=10_000.0),),
    )
    assert days(found) == [1, 4, 6]


def test_a_day_of_strength_alone_may_hold_one() -> None:
    found = placed(given_("daily", "cat_camel", kind="stretch"), runs=(), sessions=(session(2),))
    assert days(found) == [2]


def test_strength_of_the_running_plan_counts_unless_ours_takes_its_place() -> None:
    stretch = given_("daily", "cat_camel", kind="stretch")
    kept = run(2, RunKind.STRENGTH, "12:00")
    assert days(placed(stretch, runs=(kept,))) == [2]
    replaced = replace(kept, run=replace(kept.run, note="to be replaced"))
    assert placed(stretch, runs=(replaced,)) == ()


@pytest.mark.parametrize("changes", [{"no_sessions": True}, {"sets_factor": 0.0}])
def test_days_on_which_nothing_is_asked_hold_none(changes: dict[str, Any]) -> None:
    ill = Easing(first=MONDAY, until=MONDAY + 4 * DAY, reason=WHY, **changes)
    assert days(placed(given_("daily", "cat_camel", kind="stretch"), easings=(ill,))) == [4, 6]


def test_days_on_which_the_legs_rest_hold_no_work_of_theirs() -> None:
    rest = Easing(first=MONDAY, until=SUNDAY, reason=WHY, leg_stress_most=LegStress.NONE)
    assert days(placed(given_("daily", "glute_bridge"), easings=(rest,))) == [6]
    assert len(placed(given_("daily", "cat_camel", kind="stretch"), easings=(rest,))) == 5


def test_what_is_left_out_for_a_while_comes_back_when_it_is_over() -> None:
    out = Restriction(exercises=("bird_dog",), first=MONDAY, until=MONDAY + 4 * DAY, reason=WHY)
    assert days(placed(given_("daily", "bird_dog"), restrictions=(out,))) == [4, 6]


def test_a_limit_of_an_exercise_is_told_with_its_routine() -> None:
    reason = Reason.of("complaint_limits", ("CO11",), complaint="gtps", how="no_hip_drop")
    limit = Limit(exercises=("bird_dog",), how="no_hip_drop", first=MONDAY, until=MONDAY + DAY, reason=reason)
    found = placed(given_("daily", "bird_dog"), limits=(limit,))
    assert [reason in each.reasons for each in found] == [True, False, False, False, False]


def test_what_leaves_the_legs_sore_keeps_a_day_from_key_runs() -> None:
    runs = (*EASY_WEEK, run(5, RunKind.LONG))
    found = placed(given_("before_run", "band_side_step"), runs=runs)
    assert days(found) == [0, 1, 3, 4, 5, 6]
    assert days([each for each in found if each.moment == "before_run"]) == [0, 1, 4]
    calves = placed(given_("daily", "calf_raise_dl"), runs=runs)
    assert 4 not in days(calves)


def test_nothing_for_the_legs_stands_in_the_days_before_an_a_race_or_after_one() -> None:
    race = Race(
        date=MONDAY + 7 * DAY, name="10 km", priority=RacePriority.A, distance_m=10_000.0, start=time(9)
    )
    runs = tuple(run(day) for day in range(14) if day != 7)
    ours: dict[str, Any] = {"runs": runs, "races": (race,), "last_day": MONDAY + 13 * DAY}
    known = replace(RUNNER, known_sets=(KnownSet(exercise="calf_raise_dl", load_kg=0.0, reps=12, rir=4.0),))
    calves = given_("daily", "calf_raise_dl")
    assert days(placed(calves, athlete=known, **ours)) == [0, 1, 2, 3, 11, 12, 13]
    later = {**ours, "races": (replace(race, priority=RacePriority.B),)}
    assert days(placed(calves, athlete=known, **later)) == [0, 1, 2, 3, 4, 5, 6, 11, 12, 13]
    assert days(placed(calves, **later)) == [11, 12, 13]
    assert len(placed(given_("daily", "cat_camel", kind="stretch"), **ours)) == 13


def test_only_the_kit_where_the_runner_is_counts() -> None:
    hotel = Place(id="hotel", equipment=Equipment())
    away = Travel(span=DateSpan(start=MONDAY, end=MONDAY + 4 * DAY), place="hotel")
    athlete = replace(RUNNER, places=(*RUNNER.places, hotel), travel=(away,))
    roll = given_("daily", "roll_calf", kind="roll", **SHORT)
    assert days(placed(roll, athlete=athlete)) == [4, 6]
    stretch = placed(given_("daily", "cat_camel", kind="stretch"), athlete=athlete)
    assert [each.place for each in stretch] == ["hotel"] * 3 + [HOME] * 2


def test_a_place_that_is_closed_holds_none() -> None:
    hours = tuple(OpeningHours(weekday=weekday, start=time(17), end=time(20)) for weekday in Weekday)
    athlete = replace(RUNNER, places=(replace(RUNNER.places[0], hours=hours),))
    found = placed(given_("daily", "cat_camel", kind="stretch"), athlete=athlete)
    assert {(each.moment, each.start) for each in found} == {("away_from_run", time(18))}


def test_a_routine_takes_fifteen_minutes_at_most_and_a_day_holds_two() -> None:
    found = placed(
        given_("daily", "cat_camel", kind="stretch", sets=3, low=30, high=60, unit="s"),
        given_("daily", "glute_bridge", sets=5),
        given_("daily", "roll_calf", kind="roll", sets=3, low=60, high=60, unit="s"),
        given_("before_run", "bird_dog", sets=5),
        given_("daily", "curl_up", sets=5),
    )
    assert max(each.minutes for each in found) <= 15
    for day in set(days(found)):
        assert days(found).count(day) <= 2


def test_what_the_runner_dislikes_is_left_out() -> None:
    disliking = replace(RUNNER, dislikes=("bird_dog", "foam_rolling"))
    assert placed(given_("daily", "bird_dog"), given_("daily", "roll_calf"), athlete=disliking) == ()


def test_who_likes_rolling_or_mobility_gets_it_after_three_runs_a_week_and_nobody_else() -> None:
    assert placed() == ()
    rolling = placed(athlete=replace(RUNNER, likes=("foam_rolling",)))
    assert [each.moment for each in rolling] == ["after_run"] * 3
    assert [item.exercise for item in rolling[0].items] == ["roll_calf", "roll_quad", "roll_glute"]
    both = placed(athlete=replace(RUNNER, likes=("mobility", "foam_rolling", "squat")))
    times = Counter(item.exercise for each in both for item in each.items)
    assert times.keys() > {"roll_calf", "quad_stretch"}
    assert set(times.values()) == {3}
    bare = replace(RUNNER, likes=("foam_rolling",), places=(Place(id=HOME, equipment=Equipment()),))
    assert placed(athlete=bare) == ()


def test_what_a_complaint_gives_is_not_given_again_because_it_is_liked() -> None:
    given_for = given_("daily", "roll_calf", 1, "roll", **SHORT)
    found = placed(given_for, athlete=replace(RUNNER, likes=("foam_rolling",)))
    assert sum(item.exercise == "roll_calf" for each in found for item in each.items) == 1


def test_foot_work_finds_its_place_before_what_may_join_it() -> None:
    hip = given_("before_run", "bird_dog", 3)
    roll = given_("daily", "roll_calf", kind="roll", **SHORT)
    foot = given_("away_from_run", "short_foot", **SHORT)
    found = placed(hip, roll, foot)
    assert days([each for each in found if each.moment == "away_from_run"]) == [0, 1, 3, 4, 6]
    assert not [each for each in found if each.moment == "after_run"]


def test_a_few_times_a_week_are_spread_evenly_and_early() -> None:
    runs = tuple(run(day) for day in range(7))
    assert days(placed(given_("daily", "cat_camel", 3, "stretch"), runs=runs)) == [0, 2, 4]
    assert days(placed(given_("daily", "cat_camel", 2, "stretch"), runs=runs)) == [0, 3]


def test_a_second_exercise_joins_the_routines_there_are() -> None:
    first = given_("daily", "cat_camel", 2, "stretch", **SHORT)
    second = given_("daily", "hip_flexor_stretch", 2, "stretch", **SHORT)
    found = placed(first, second)
    assert [len(each.items) for each in found] == [2, 2]


def test_planning_again_keeps_the_days_and_leaves_the_past() -> None:
    runs = tuple(run(day) for day in range(7))
    wished = given_("daily", "cat_camel", 3, "stretch")
    before = placed(wished, runs=[each for each in runs if each.run.date != MONDAY])
    assert days(before) != [0, 2, 4]
    again = placed(wished, runs=runs, placed_routines=before)
    assert again == before
    midweek = placed(wished, runs=runs, placed_routines=before, first_day=MONDAY + 3 * DAY)
    assert midweek == before
    assert placed(runs=runs, placed_routines=before, first_day=before[1].date) == before[:1]


def test_identifiers_stay_and_are_the_runners_own() -> None:
    found = placed(given_("before_run", "bird_dog", 1))
    assert [each.uid for each in found] == ["ann-2026-03-02-before-run@runlift"]


kinds = st.sampled_from([RunKind.EASY, RunKind.TEMPO, RunKind.LONG, RunKind.RECOVERY, RunKind.RACE])
weeks = st.dictionaries(st.integers(0, 13), st.tuples(kinds, st.sampled_from(["06:00", "12:30", "19:00"])))
wishes = st.lists(
    st.builds(
        given_,
        st.sampled_from(["before_run", "away_from_run", "daily", "session"]),
        st.sampled_from(
            ["bird_dog", "clamshell_bw", "short_foot", "calf_raise_dl", "roll_calf", "side_plank"]
        ),
        st.integers(1, 7),
    ),
    max_size=5,
    unique_by=lambda routine: routine.items[0].exercise,
)


@given(weeks, wishes, st.integers(0, 13))
def test_placing_again_changes_nothing_and_each_is_done_no_more_often_than_given(
    week: dict[int, tuple[RunKind, str]], wished: list[Routine], later: int
) -> None:
    runs = [run(day, kind, start) for day, (kind, start) in sorted(week.items())]
    ours: dict[str, Any] = {"runs": runs, "last_day": MONDAY + 13 * DAY, "sessions": (session(2), session(9))}
    found = placed(*wished, **ours)
    assert placed(*wished, **ours, placed_routines=found) == found
    assert placed(*wished, **ours, placed_routines=found, first_day=MONDAY + later * DAY) == found
    for routine in wished:
        for monday in (MONDAY, MONDAY + 7 * DAY):
            held = [each for each in found if monday <= each.date < monday + 7 * DAY]
            times = sum(item == routine.items[0] for each in held for item in each.items)
            assert times <= routine.items[0].per_week
