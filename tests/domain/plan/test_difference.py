from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from runlift.domain.athlete.profile import Athlete, Lifting
from runlift.domain.plan.difference import difference
from runlift.domain.plan.done import as_done
from runlift.domain.plan.easing import Restriction
from runlift.domain.plan.outcome import (
    ExerciseOutcome,
    ExerciseResult,
    SessionOutcome,
    SessionResult,
)
from runlift.domain.plan.plan import Plan, Proof, TimedRun
from runlift.domain.plan.routine import PlacedRoutine, RoutineItem
from runlift.domain.plan.session import (
    LegStress,
    Phase,
    PlannedSession,
    PrescribedExercise,
    PrescribedSet,
    Role,
    SessionKind,
)
from runlift.domain.quantity import Reason
from runlift.domain.running.plan import Run, RunKind
from runlift.formats.difference_json import difference_document
from runlift.wording.difference import (
    NO_PLACE,
    SHARED_OUT_ANEW,
    difference_words,
    summary_of_difference,
)
from runlift.wording.told import told_words

MONDAY = date(2027, 1, 4)
DAY = timedelta(days=1)
SQUAT = PrescribedExercise(
    exercise="goblet_squat", role=Role.MAIN, sets=(PrescribedSet(reps=8, load_kg=8.0, rir=3.0),)
)
PLANK = PrescribedExercise(exercise="plank", role=Role.CORE, sets=(PrescribedSet(seconds=30),))
SWING = PrescribedExercise(
    exercise="leg_swing_fb", role=Role.WARM_UP, sets=(PrescribedSet(reps=8, warm_up=True),)
)


def session(day: int, *exercises: PrescribedExercise, uid: str = "") -> PlannedSession:
    return PlannedSession(
        uid=uid or f"session-{day}",
        date=MONDAY + day * DAY,
        start=time(17),
        minutes=40,
        kind=SessionKind.STRENGTH,
        phase=Phase.STRENGTH,
        place="home",
        leg_stress=LegStress.MODERATE,
        exercises=exercises or (SQUAT, PLANK),
    )


def run(day: int, run_id: str = "") -> TimedRun:
    easy = Run(id=run_id or f"run-{day}", date=MONDAY + day * DAY, kind=RunKind.EASY, key=False, title="Easy")
    return TimedRun(
        run=easy,
        start=time(7),
        minutes=40,
        start_assumed=False,
        minutes_assumed=False,
        buffered_long_run=False,
    )


def plan(*sessions: PlannedSession, runs: tuple[TimedRun, ...] = (), first_day: date = MONDAY) -> Plan:
    return Plan(
        first_day=first_day,
        began=MONDAY,
        time_zone="UTC",
        athlete=Athlete(lifting=Lifting.NOVICE),
        runs=runs,
        rest_days=(),
        weeks=(),
        sessions=sessions,
        unmet=(),
        warnings=(),
        proof=Proof(status="optimal", objective=0, bound=0, bill=()),
        inputs=(),
    )


def test_a_plan_differs_in_nothing_from_itself() -> None:
    one = plan(session(1), session(4), runs=(run(0),))
    found = difference(one, one)
    assert found.is_empty
    assert difference_words(found, one) == ["Nothing changes in what lies ahead."]


def test_moved_gone_and_new_sessions_are_told_apart() -> None:
    before = plan(session(1), session(4), session(8))
    after = plan(session(2, uid="session-1"), session(4), session(11))
    found = difference(before, after)
    assert [change.is_moved for change in found.sessions] == [True, False, False]
    assert difference_words(found, after) == [
        "Wed 6 Jan 17:00 Strength, moved from Tue 5 Jan 17:00",
        f"  why: {SHARED_OUT_ANEW}",
        "Gone: Tue 12 Jan 17:00 Strength",
        f"  why: {NO_PLACE}",
        "New: Fri 15 Jan 17:00 Strength",
    ]
    assert summary_of_difference(found, after) == "3 sessions of 4 ahead changed."  # one of them gone


def test_exercises_that_come_go_and_change_their_dose_are_told() -> None:
    heavier = replace(SQUAT, sets=(PrescribedSet(reps=8, load_kg=12.0, rir=3.0),))
    row = replace(SQUAT, exercise="db_row")
    before, after = plan(session(1, SQUAT, PLANK)), plan(session(1, heavier, row))
    lines = difference_words(difference(before, after), after)
    assert lines[0] == "Tue 5 Jan 17:00 Strength"
    assert [line[:4] for line in lines[1:]] == ["  ~ ", "  + ", "  - ", "  wh"]
    assert "8 kg" in lines[1]
    assert "12 kg" in lines[1]


def test_every_session_that_changed_says_why() -> None:
    heavier = replace(SQUAT, sets=(PrescribedSet(reps=8, load_kg=12.0, rir=3.0),))
    grown = replace(heavier, reasons=(Reason.of("not_a_rule_of_words", ("D010",)),))
    left_out = Restriction(
        exercises=("plank",),
        first=MONDAY + 8 * DAY,
        until=None,
        reason=Reason.of("pain_leaves_out", ("J006",), part="wrist", pain=4, legs="no"),
    )
    ill = Reason.of("lighter_after_illness", ("D101",))
    before = plan(session(1, SQUAT), session(4, SQUAT), session(8, SQUAT, PLANK), session(11, SQUAT))
    eased = replace(session(11, heavier), reasons=(ill,))
    after = plan(session(1, grown), session(4, heavier), session(8, SQUAT), eased)
    after = replace(after, restrictions=(left_out,))
    lines = difference_words(difference(before, after), after)
    heads = [at for at, line in enumerate(lines) if not line.startswith(" ")]
    whys = [" ".join(lines[at:until]) for at, until in zip(heads, [*heads[1:], len(lines)], strict=True)]
    assert "why: not a rule of words" in whys[0]
    assert "It follows from the change of Tue 5 Jan." in whys[1]
    assert "wrist" in whys[2].partition("why: ")[2]
    assert "illness" in whys[3].partition("why: ")[2]


def test_a_session_that_moved_says_why_it_is_on_its_day() -> None:
    only = Reason.of("next_best_day", ("C008",), date="none", extra_cost=374_778.0)
    after = plan(replace(session(6, uid="session-1"), reasons=(only,)))
    lines = difference_words(difference(plan(session(1)), after), after)
    assert lines[0] == "Sun 10 Jan 17:00 Strength, moved from Tue 5 Jan 17:00"
    assert lines[1].startswith("  why: It could be on no other day of the week")


def test_changes_of_nothing_but_doses_are_counted_apart() -> None:
    heavier = replace(SQUAT, sets=(PrescribedSet(reps=8, load_kg=12.0, rir=3.0),))
    before = plan(session(1, SQUAT), session(4, SQUAT), session(8, SQUAT))
    after = plan(session(1, heavier), session(4, heavier, PLANK), session(9, heavier, uid="session-8"))
    words = summary_of_difference(difference(before, after), after)
    assert words == "3 sessions of 3 ahead changed, 1 of them in nothing but sets, repetitions or load."


def test_a_change_of_lead_up_sets_alone_is_told_as_that() -> None:
    lead_up = PrescribedSet(reps=8, load_kg=4.0, rir=4.0, warm_up=True)
    before, after = plan(session(1, SQUAT)), plan(session(1, replace(SQUAT, sets=(lead_up, *SQUAT.sets))))
    line = difference_words(difference(before, after), after)[1]
    assert "0 lead-up sets before" in line.partition("->")[0]
    assert "1 lead-up set before" in line.partition("->")[2]


def test_a_run_that_is_only_called_something_else_is_no_difference() -> None:
    renamed = replace(run(3), run=replace(run(3).run, title="Easy with friends"))
    assert difference(plan(runs=(run(3),)), plan(runs=(renamed,))).is_empty
    longer = replace(run(3), run=replace(run(3).run, distance_m=12_000.0))
    found = difference(plan(runs=(run(3),)), plan(runs=(longer,)))
    assert difference_words(found, plan())[0].startswith("Run changed: Thu 7 Jan 07:00 Easy -> ")


def test_the_warm_up_that_follows_from_the_rest_is_no_difference() -> None:
    assert difference(plan(session(1, SQUAT)), plan(session(1, SQUAT, SWING))).is_empty


def test_runs_are_compared_from_the_first_day_that_may_change() -> None:
    before = plan(runs=(run(0), run(3), run(5)))
    after = plan(runs=(run(4, "run-3"), run(6, "added")), first_day=MONDAY + 2 * DAY)
    words = difference_words(difference(before, after), after)
    assert words == [
        "Run moved: Easy, from Thu 7 Jan 07:00 to Fri 8 Jan 07:00",
        "Run gone: Sat 9 Jan 07:00 Easy",
        "New run: Sun 10 Jan 07:00 Easy",
    ]


def routine(day: int, start: time = time(6, 45)) -> PlacedRoutine:
    item = RoutineItem(exercise="bird_dog", kind="strengthen", sets=3, low=8, high=8, unit="reps", per_week=3)
    return PlacedRoutine(
        uid=f"routine-{day}",
        date=MONDAY + day * DAY,
        start=start,
        minutes=15,
        moment="before_run",
        place="home",
        items=(item,),
    )


def test_short_routines_that_come_go_and_change_are_told() -> None:
    before = replace(plan(), placed_routines=(routine(0), routine(2), routine(3), routine(4)))
    after = replace(
        plan(first_day=MONDAY + DAY), placed_routines=(routine(2), routine(3, time(6)), routine(5))
    )
    found = difference(before, after)
    assert difference_words(found, after) == [
        "Short routines: 1 new, 1 gone, 1 changed.",
        "  ~ Thu 7 Jan 06:00 short routine before the run, home, 15 min: Bird dog 3 x 8",
        "  - Fri 8 Jan 06:45 short routine before the run, home, 15 min: Bird dog 3 x 8",
        "  + Sat 9 Jan 06:45 short routine before the run, home, 15 min: Bird dog 3 x 8",
    ]
    assert [each["before"] and each["before"]["uid"] for each in difference_document(found)["routines"]] == [
        "routine-3",
        "routine-4",
        None,
    ]
    assert difference(after, after).is_empty


def test_of_many_routines_those_of_the_first_days_are_shown() -> None:
    after = replace(plan(), placed_routines=tuple(routine(day) for day in range(9)))
    words = difference_words(difference(plan(), after), after)
    assert len(words) == 9
    assert words[0] == "Short routines: 9 new."
    assert words[-1] == "  and 2 others"


def outcome(result: SessionResult, *exercises: ExerciseOutcome) -> SessionOutcome:
    starts = datetime(2027, 1, 6, 18) if result.is_trained else None
    ends = datetime(2027, 1, 6, 18, 30) if result.is_trained else None
    return SessionOutcome(result=result, starts_at=starts, ends_at=ends, exercises=exercises)


DONE = ExerciseOutcome(
    exercise="goblet_squat", result=ExerciseResult.AS_PLANNED, sets=(PrescribedSet(reps=9, load_kg=12.0),)
)
LEFT = ExerciseOutcome(exercise="plank", result=ExerciseResult.LEFT_OUT)


def test_a_session_as_done_holds_what_was_done_when_it_was_done() -> None:
    missed = replace(session(1), outcome=outcome(SessionResult.MISSED))
    partly = replace(session(2), outcome=outcome(SessionResult.PARTLY, DONE, LEFT))
    ahead = session(4)
    done, still = as_done((ahead, missed, partly))
    assert still == ahead
    assert (done.date, done.start, done.minutes) == (date(2027, 1, 6), time(18), 30)
    assert [(one.exercise, one.sets) for one in done.exercises] == [("goblet_squat", DONE.sets)]


def test_what_was_done_since_the_version_before_is_told_once() -> None:
    before = plan(session(1), session(4))
    judged = replace(session(1), outcome=outcome(SessionResult.PARTLY, DONE, LEFT))
    after = plan(judged, session(4), first_day=MONDAY + 3 * DAY)
    assert told_words(before, after) == ["Tue 5 Jan Strength: done in part, without Forearm plank"]
    assert told_words(after, after) == []
