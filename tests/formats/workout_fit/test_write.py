from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.workout_fit.reading_back import ReadBack, assert_holds_every_set, read_back
from tests.random_worlds import random_world

from runlift.application.error import InputError
from runlift.application.make_plan import make_plan
from runlift.bootstrap import make_plan as make_plan_of_files
from runlift.bootstrap import read_athlete, read_running_plan
from runlift.domain.athlete.profile import Units
from runlift.formats.workout import (
    Effort,
    Fold,
    Lasts,
    Repeat,
    Sport,
    Step,
    Until,
    Workout,
    folded_workout,
    run_workout,
)
from runlift.formats.workout.folding import session_workout
from runlift.formats.workout_fit import dump_workout, fit_names

if TYPE_CHECKING:
    from pathlib import Path

    from runlift.domain.plan.plan import Plan

INTENSITIES = {"warm_up": "warmup", "work": "active", "rest": "rest", "cool_down": "cooldown"}
DURATIONS = {
    Until.BUTTON: ("open", ""),
    Until.REPS: ("reps", "duration_reps"),
    Until.TIME: ("time", "duration_time"),
    Until.DISTANCE: ("distance", "duration_distance"),
}
WORLDS = range(60)
SEED = 5


@pytest.fixture(scope="module")
def season(examples: Path) -> Plan:
    first = date(2026, 12, 21)
    athlete = read_athlete(examples / "athlete-example.toml", today=first)
    runs = read_running_plan(examples / "plans" / "marathon-16-weeks.ics", today=first)
    return make_plan_of_files(athlete, runs, first_day=first)


@pytest.fixture(scope="module")
def worlds() -> list[Plan]:
    found = []
    for case in WORLDS:
        world = random_world(SEED, case, longest_days=40 if case == 0 else 16)
        made = make_plan(world.athlete, world.running_plan, first_day=world.first_day, time_zone="UTC")
        found.append(made.plan)
    return found


def assert_same(workout: Workout) -> ReadBack:
    """Hold a file beside what it was written from, step by step."""
    read = read_back(dump_workout(workout))
    assert read.workout["wkt_name"] == workout.name
    assert read.workout["sport"] == ("training" if workout.sport is Sport.STRENGTH else "running")
    assert read.workout["num_valid_steps"] == len(read.steps) == workout.size
    assert [each["message_index"] for each in read.steps] == list(range(workout.size))
    assert {each["target_type"] for each in read.steps} == {"open"}
    performed, written = list(read.performed()), list(workout.performed())
    assert len(performed) == len(written)
    for found, step in zip(performed, written, strict=True):
        kind, field = DURATIONS[step.lasts.until]
        assert found["duration_type"] == kind
        assert found.get(field, 0) == (pytest.approx(step.lasts.amount) if field else 0)
        assert found["intensity"] == INTENSITIES[step.effort.value]
        assert found.get("exercise_weight") == (None if step.load_kg is None else pytest.approx(step.load_kg))
        name = fit_names().get(step.exercise)
        assert found.get("exercise_category") == (name.category if name else None)
        assert found.get("exercise_name") == (name.number if name else None)
        assert found.get("wkt_step_name", "") == step.title
        told = found.get("notes", "")
        assert told.rstrip("\N{HORIZONTAL ELLIPSIS}") in f"{step.title}: {step.notes}"
    return read


def test_every_session_and_run_of_the_example_season_reads_back_equal(season: Plan) -> None:
    units = season.athlete.units
    assert len(season.sessions) > 20
    for session in season.sessions:
        workout, fold = folded_workout(session, units, 50)
        assert fold is Fold.NONE
        assert_holds_every_set(session, assert_same(workout))
    runs = [found for timed in season.runs if (found := run_workout(timed, units))]
    assert len(runs) > 20
    for run in runs:
        assert_same(run)


def test_every_session_of_random_worlds_reads_back_equal(worlds: list[Plan]) -> None:
    sessions = [(each, plan.athlete.units) for plan in worlds for each in plan.sessions]
    assert len(sessions) > 80
    for session, units in sessions:
        workout, fold = folded_workout(session, units, 50)
        read = assert_same(workout)
        if fold is Fold.NONE:
            assert_holds_every_set(session, read)


def test_every_way_of_folding_reads_back_equal(season: Plan) -> None:
    for session in season.sessions[::5]:
        for fold in Fold:
            assert_same(session_workout(session, Units.METRIC, fold))


def test_no_two_files_share_an_identity_and_none_is_made_anew_without_a_change(season: Plan) -> None:
    workouts = [folded_workout(each, Units.METRIC, 50)[0] for each in season.sessions[::3]]
    written = [dump_workout(each) for each in workouts]
    assert written == [dump_workout(each) for each in workouts]
    found = [read_back(each).file_id for each in written]
    assert len({(each["serial_number"], each["time_created"]) for each in found}) == len(found)
    assert all(each["type"] == "workout" and each["serial_number"] > 0 for each in found)


def test_a_change_of_content_changes_the_identity(season: Plan) -> None:
    workout = folded_workout(season.sessions[3], Units.METRIC, 50)[0]
    other = replace(workout, name="Something else")
    moved = replace(workout, uid="another@runlift")
    files = [read_back(dump_workout(each)).file_id for each in (workout, other, moved)]
    assert len({each["serial_number"] for each in files}) == 3
    assert {each["time_created"].date() for each in files} == {season.sessions[3].date}


def test_loads_of_an_imperial_runner_are_shown_in_pounds(season: Plan) -> None:
    session = next(each for each in season.sessions if any(s.load_kg for e in each.exercises for s in e.sets))
    steps = read_back(dump_workout(session_workout(session, Units.IMPERIAL, Fold.NONE))).steps
    assert {each["weight_display_unit"] for each in steps if "exercise_weight" in each} == {"pound"}


def test_a_name_that_two_exercises_share_gets_no_title() -> None:
    def step(exercise: str, title: str) -> Step:
        lasts = Lasts(until=Until.REPS, amount=8)
        return Step(effort=Effort.WORK, lasts=lasts, title=title, exercise=exercise)

    steps = step("chair_squat", "Chair"), step("bw_squat", "Squat"), step("plank", "Plank")
    read = read_back(dump_workout(workout_of(*steps)))
    assert [each["wkt_step_name"] for each in read.titles] == ["Plank"]
    assert [each.get("notes") for each in read.steps] == ["Chair", None, None]


def workout_of(*parts: Step | Repeat) -> Workout:
    return Workout(
        uid="a@runlift",
        name="Strength",
        sport=Sport.STRENGTH,
        starts_at=datetime(2027, 1, 4, 18),
        parts=parts,
    )


TEXTS = st.text(max_size=300)
AMOUNTS = st.one_of(
    st.just(Lasts(until=Until.BUTTON)),
    st.builds(Lasts, until=st.just(Until.REPS), amount=st.integers(1, 10_000)),
    st.builds(Lasts, until=st.just(Until.TIME), amount=st.integers(1, 86_400)),
    st.builds(Lasts, until=st.just(Until.DISTANCE), amount=st.integers(1, 500_000)),
)
STEPS = st.builds(
    Step,
    effort=st.sampled_from(Effort),
    lasts=AMOUNTS,
    title=TEXTS,
    exercise=st.sampled_from(["", "goblet_squat", "short_foot", "plank"]),
    load_kg=st.one_of(st.none(), st.integers(1, 65_534).map(lambda hundredths: hundredths / 100)),
    notes=TEXTS,
)
PARTS = st.one_of(
    STEPS,
    st.builds(Repeat, times=st.integers(2, 9), steps=st.lists(STEPS, min_size=1, max_size=3).map(tuple)),
)


@given(parts=st.lists(PARTS, min_size=1, max_size=6))
def test_whatever_the_format_holds_is_written_exactly(parts: list[Step | Repeat]) -> None:
    workout = workout_of(*parts)
    read = read_back(dump_workout(workout))
    for found, step in zip(read.performed(), workout.performed(), strict=True):
        kind, field = DURATIONS[step.lasts.until]
        assert found["duration_type"] == kind
        assert found.get(field, 0) == (step.lasts.amount if field else 0)
        assert found.get("exercise_weight") == step.load_kg
        assert len(found.get("notes", "").encode()) <= 250


@pytest.mark.parametrize(
    "step",
    [
        Step(effort=Effort.WORK, lasts=Lasts(until=Until.REPS, amount=8), load_kg=700.0),
        Step(effort=Effort.WORK, lasts=Lasts(until=Until.REPS, amount=8), load_kg=0.0),
        Step(effort=Effort.WORK, lasts=Lasts(until=Until.REPS, amount=0)),
        Step(effort=Effort.WORK, lasts=Lasts(until=Until.REPS, amount=2.5)),
        Step(effort=Effort.REST, lasts=Lasts(until=Until.TIME, amount=-1)),
        Step(effort=Effort.REST, lasts=Lasts(until=Until.TIME, amount=5_000_000)),
        Step(effort=Effort.WORK, lasts=Lasts(until=Until.DISTANCE, amount=1e9)),
        Repeat(times=0, steps=(Step(effort=Effort.WORK, lasts=Lasts(until=Until.BUTTON)),)),
    ],
)
def test_what_the_format_cannot_hold_is_refused_and_never_wrapped(step: Step | Repeat) -> None:
    with pytest.raises(InputError) as refused:
        dump_workout(workout_of(step))
    assert [each.code for each in refused.value.findings] == ["beyond_workout_format"]
